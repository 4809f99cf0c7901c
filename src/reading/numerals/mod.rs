//! Numerals: the words of a sentence as the grammars of times and quantities read them, and the numbers among them.
//!
//! It knows how numbers are written, not what they count. A light scan of its own: a tokenizer made for syntax cuts
//! "10am", "$1.2bn" and "mid-2019" in ways that change with its training.

mod fractions;
mod neighbours;
mod number;
mod words;

pub use fractions::{fraction, ordinal};
pub use neighbours::{Neighbour, is_neighbour, is_neighbouring};
pub use number::{Number, number, vague_plural};
pub use words::{Shape, Word, scan};
