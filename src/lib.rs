//! newsfacts: a fact database for news.
//!
//! Data flows one way: input → language → reading → store → comparing → report → output.
//! Reading is pure (text in, plain data out); SQL stands in `migrations/`, `store` and the report files only.

pub mod cli;
pub mod comparing;
pub mod error;
pub mod input;
pub mod language;
pub mod lexicon;
pub mod output;
pub mod page;
pub mod reading;
pub mod report;
pub mod span;
pub mod store;
#[cfg(feature = "train")]
pub mod training;
mod vocabulary;
