//! Comparing: from the values of all articles of a story to facts, conflicts, copied sentences and origins.
//!
//! Pure: plain data in, plain data out. It knows nothing of the database (its rows stand in `store`), and nothing of
//! text below the sentence: what a claim says was read before, in `reading::values`.

pub mod anchor;
pub mod answer;
pub mod blocks;
pub mod conflicts;
mod days;
pub mod facts;
pub mod linking;
mod numbers;
pub mod origins;
mod posts;
mod rarity;
pub mod relation;
mod responses;
pub mod reuse;
pub mod rules;
pub mod same_question;
pub mod stories;
mod why;
mod wordings;
mod words;
