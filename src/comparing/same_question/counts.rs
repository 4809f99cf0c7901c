//! Counts of one thing in one event.

use super::super::answer::Answer;
use super::evidence::{common, predicates};
use super::occasion::{Occasion, occasion};
use super::prepared::Prepared;
use super::scope::{other_occasion, out_of_scope, participants_differ};
use super::{CERTAIN, JOINED, Join};
use crate::reading::FactKind;

/// What joined counts that are likely, but not surely, of one occasion: they conflict softly at most.
pub(in crate::comparing) const LIKELY: &str = "same-count-of-likely-one-event";

/// Counts of one thing in one event.
pub(super) fn counted(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.unit.is_some() != right.unit.is_some() || out_of_scope(left, right) {
        return None;
    }
    if left.kind == FactKind::Quantity && left.head != right.head {
        return None;
    }
    let part = |answer: &Answer| answer.terms_of("scope").any(|term| term.word == "part");
    if left.kind == FactKind::Casualties && (other_occasion(left, right) || part(left) || part(right)) {
        return None;
    }
    // One report tells of the dead one by one, perhaps not of all: it agrees with a count, but contradicts none.
    let told = |answer: &Answer| answer.terms_of("scope").any(|term| term.word == "told");
    if (told(left) || told(right)) && (left.low, left.high) != (right.low, right.high) {
        return None;
    }
    // "three boats", "26 pirates": both captured, but not one count.
    if left.head.is_some() && right.head.is_some() && left.head != right.head {
        return None;
    }
    let mut score = common(a, b) + predicates(left, right);
    if participants_differ(left, right) {
        score -= 1.5;
    }
    if left.kind == FactKind::Casualties
        && left.terms_of("time").next().is_some() != right.terms_of("time").next().is_some()
    {
        score -= 0.5; // the count of another day says which day
    }
    if left.kind == FactKind::Casualties {
        score += 1.5; // the kind itself says what happened
    }
    // Counts that could be one speak for one question: nothing is lost where they are not.
    let (low, high) = (larger(left.low, right.low), smaller(left.high, right.high));
    if low.is_some_and(|low| low > 20.0) && high.is_none_or(|high| low <= Some(high)) {
        score += 1.0;
    }
    if score < JOINED {
        return None;
    }
    match occasion(a, b) {
        _ if score < CERTAIN => Some(Join { score, rule: "same-count-of-one-event" }),
        Occasion::Same => Some(Join { score, rule: "same-count-of-one-event" }),
        Occasion::Likely => Some(Join { score, rule: LIKELY }),
        // One question perhaps, but no conflict.
        Occasion::Unsure => Some(Join { score: f64::midpoint(JOINED, CERTAIN), rule: "same-count-of-one-event" }),
    }
}

/// The smaller of two ends, where an open one is none.
pub(in crate::comparing) fn smaller(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// The larger of two ends, where an open one is none.
pub(in crate::comparing) fn larger(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => a.or(b),
    }
}
