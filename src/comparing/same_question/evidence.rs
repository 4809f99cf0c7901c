//! Points for what two questions share: the happening, whom they are about, their terms, the words around.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::super::answer::{Answer, AnswerTerm};
use super::super::rarity;
use super::prepared::Prepared;
use crate::lexicon;

/// The kin of each class of happenings.
static KIN: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/lexicon/events.tsv")).map(|row| (row[1], row[2])).collect()
});

/// Points for the verb: the same event class speaks for one event, another against it.
pub(super) fn predicates(a: &Answer, b: &Answer) -> f64 {
    match (&a.predicate, &b.predicate) {
        (Some(one), Some(other)) if one == other => 1.5,
        (Some(one), Some(other)) if kin(one) == kin(other) => 1.2,
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    }
}

/// Happenings that a count may be told of alike: "found six rifles", "seized six rifles".
pub(super) fn kin(class: &str) -> &str {
    KIN.get(class).copied().unwrap_or(class)
}

/// Points for what both questions share: whom they are about, terms, the words around.
pub(super) fn common(a: &Prepared, b: &Prepared) -> f64 {
    let (left, right) = (a.answer, b.answer);
    let about = if left.about.is_some() && left.about == right.about { 1.0 } else { 0.0 };
    let shared: f64 =
        left.terms.iter().filter(|term| right.terms.iter().any(|other| alike(term, other))).map(term_points).sum();
    about + shared.min(2.0) + 3.0 * a.likeness(b)
}

pub(super) fn alike(a: &AnswerTerm, b: &AnswerTerm) -> bool {
    (a.entity.is_some() && a.entity == b.entity) || a.word == b.word
}

fn term_points(term: &AnswerTerm) -> f64 {
    match term.entity {
        Some(_) => 0.8,
        None => (rarity::weight(&term.word) / 6.0).min(0.8),
    }
}
