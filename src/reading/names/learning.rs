//! What the names of a text show, for learning how much each sign tells (feature `train`).

use super::candidates;
use super::gazetteer::gazetteer;
use crate::language::Tree;
use crate::reading::article_reading::Sentence;
use crate::reading::kinds::Section;
use crate::span::Span;

pub use super::evidence::{CLASSES, NO_NAME, SCALE};
pub use super::signs::{Sign, Signs};

/// The stretches that may be names, each with what it shows.
#[must_use]
pub fn signs(text: &str, sentences: &[Span], trees: &[Tree]) -> Vec<(Span, Signs)> {
    let sentence = |&span: &Span| Sentence { span, paragraph: 0, section: Section::Body };
    let sentences: Vec<Sentence> = sentences.iter().map(sentence).collect();
    let candidates = candidates(text, trees, gazetteer());
    let signs = super::all_signs(text, &sentences, trees, &candidates);
    candidates.into_iter().map(|candidate| candidate.span).zip(signs).collect()
}
