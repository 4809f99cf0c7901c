//! For the tests of names: what a sentence names.

use crate::language::tree;
use crate::reading::names::names;
use crate::reading::{Section, Sentence};
use crate::span::Span;

/// The names of the entities of one sentence, in text order.
pub fn found(text: &str) -> Vec<String> {
    let sentence = Sentence { span: Span::new(0, text.len()), paragraph: 0, section: Section::Body };
    let names = names(text, &[sentence], &[tree(text, sentence.span)], &[]);
    names.entities.into_iter().map(|entity| entity.name).collect()
}
