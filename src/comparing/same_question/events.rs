//! When, where, why, whether: one happening, or one thing that is explained.

use super::super::answer::{Answer, AnswerTerm};
use super::super::words::is_unknown;
use super::evidence::common;
use super::occasion::is_daily;
use super::prepared::Prepared;
use super::scope::{contradicts, out_of_scope, participants_differ};
use super::{JOINED, Join};
use crate::reading::FactKind;

/// When, where, by whom, whether: one event.
pub(super) fn happened(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.predicate.is_none() || left.predicate != right.predicate {
        return None;
    }
    if participants_differ(left, right) || (left.kind != FactKind::Date && out_of_scope(left, right)) {
        return None;
    }
    if left.kind == FactKind::Date && contradicts(left, right, "patient") {
        return None; // "sent bombers in December", "sent medicine on Saturday"
    }
    // One report that tells two times of "the landing" mostly tells of two landings.
    let within = if left.same_article(right) && left.answer != right.answer { 1.5 } else { 0.0 };
    // "the home loss", "the road loss"; "signed the pact", "signed the bill".
    let apart = ["patient", "topic"].into_iter().filter(|role| contradicts(left, right, role)).count();
    let open = |answer: &Answer| answer.terms_of("patient").next().is_none();
    if left.kind == FactKind::Polarity && open(left) != open(right) {
        return None; // "never left" and "left the ministry"
    }
    let mut score = 1.0 + common(a, b) - within - apart as f64;
    if left.kind == FactKind::Date && is_daily(left) && !names_one_patient(left, right) {
        score = score.min(JOINED); // shares fall today and fall tomorrow
    }
    (score >= JOINED).then_some(Join { score, rule: "one-event" })
}

/// Whether both name the same sufferer: "stole the Star of Arden" is told of one theft.
fn names_one_patient(a: &Answer, b: &Answer) -> bool {
    let patient = |term: &AnswerTerm| b.terms_of("patient").any(|other| other.entity == term.entity);
    a.terms_of("patient").any(|term| term.entity.is_some() && patient(term))
}

/// Why, what for: one thing that is explained.
pub(super) fn explained(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let one_thing = left.head.is_some() && left.head == right.head;
    let one_event = left.predicate.is_some() && left.predicate == right.predicate;
    if !one_thing && !one_event || participants_differ(left, right) {
        return None;
    }
    // Where no one knows why, the thing itself is all there is.
    let unknown = is_unknown(left) || is_unknown(right);
    let score = if unknown {
        JOINED
    } else if one_thing {
        1.5
    } else {
        1.0
    } + common(a, b);
    (score >= JOINED).then_some(Join { score, rule: "one-thing-explained" })
}
