//! Comparing: from the values of all articles of a story to facts, conflicts, copied sentences and origins.
//!
//! Pure: plain data in, plain data out. It knows nothing of the database (its rows stand in `store`), and nothing of
//! text below the sentence: what a claim says was read before, in `reading::values`.

pub mod accounts;
mod ages;
pub mod aligned_answers;
pub mod aligning;
pub mod anchor;
pub mod answer;
pub mod blocks;
pub mod comparison;
pub mod conflicts;
mod days;
pub mod facts;
mod homes;
pub mod linking;
mod lost;
mod names;
mod numbers;
pub mod origins;
mod paraphrases;
mod posts;
mod quoted_words;
mod rarity;
pub mod relation;
mod responses;
pub mod reuse;
pub mod rules;
pub mod same_question;
pub mod stories;
mod traits;
mod whether;
mod why;
mod wordings;
mod words;
