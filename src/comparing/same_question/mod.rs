//! Whether two values answer one question: the heart of comparing, where most false conflicts would be made.
//!
//! Each kind has what must be equal, what must not contradict (scope), and how much both have in common. Two measures
//! come out: enough to stand in one fact, and enough to be called a conflict when the answers differ.

mod counts;
mod disputes;
mod events;
mod evidence;
mod occasion;
mod parties;
mod prepared;
mod remarks;
mod scope;
mod traits;

pub(super) use counts::{LIKELY, larger, smaller};
pub use prepared::Prepared;

use super::answer::Answer;
use super::words::is_unknown;
use crate::reading::FactKind;
use counts::counted;
use disputes::{disputed, done, one_course};
use events::{explained, happened};
use evidence::kin;
use parties::{one_described, one_name, one_party, same_head, speak_of_two_things};
use remarks::{quotation, same_content};
use scope::contradicts_scope;
use traits::{one_crowd, one_trait};

/// How surely two values answer one question, and the rule that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Join {
    /// Points of evidence.
    pub score: f64,
    /// What joined them.
    pub rule: &'static str,
}

/// Points that put two values into one fact.
pub const JOINED: f64 = 1.6;

/// The same for other kinds.
const CERTAIN: f64 = 2.4;

/// The same for counts whose happenings are not known to be one.
const CERTAIN_WITHOUT_EVENT: f64 = 3.6;

/// The same for days: a day told of one event is rarely told of another.
const CERTAIN_DAY: f64 = 2.4;

/// A silence on one matter meets an answer only where the sentences are as alike as this.
const LIKELY_ONE_MATTER: f64 = 0.35;

/// The same for reasons of one happening, which are never called a hard conflict.
const CERTAIN_CAUSE: f64 = 1.9;

/// Points from which different answers are called a conflict.
#[must_use]
pub fn certain(a: &Answer, b: &Answer) -> f64 {
    let happening = |answer: &Answer| answer.predicate.as_deref().map(|class| kin(class).to_owned());
    let one_event = happening(a).zip(happening(b)).is_none_or(|(one, other)| one == other);
    match a.kind {
        FactKind::Date => CERTAIN_DAY,
        FactKind::Cause | FactKind::Purpose if is_unknown(a) || is_unknown(b) => JOINED,
        FactKind::Cause if one_event => CERTAIN_CAUSE,
        FactKind::Quantity | FactKind::Money if !one_event => CERTAIN_WITHOUT_EVENT,
        _ => CERTAIN,
    }
}

/// Whether two values of one block answer one question.
#[must_use]
pub fn same_question(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.kind != right.kind
        || left.attribute != right.attribute
        || left.question.is_none()
        || right.question.is_none()
    {
        return None;
    }
    if left.place.claim_id == right.place.claim_id && left.place.sentence_id == right.place.sentence_id {
        return None; // one claim gives two answers to two questions
    }
    match left.kind {
        FactKind::QuoteWording => quotation(a, b),
        FactKind::Attribution => same_content(a, b),
        FactKind::Role | FactKind::Age => one_party(left, right, "one-person"),
        FactKind::Place if left.attribute.is_some() => one_described(left, right),
        FactKind::Response if contradicts_scope(left, right) && a.likeness(b) < LIKELY_ONE_MATTER => None,
        FactKind::Response if speak_of_two_things(left, right) => None,
        FactKind::Response => one_party(left, right, "one-party").or_else(|| same_head(left, right)),
        FactKind::Identity if left.attribute.as_deref() == Some("spelling") => one_name(left, right),
        FactKind::Identity if left.attribute.as_deref() == Some("nationality") => one_described(left, right),
        FactKind::Other if left.attribute.as_deref() == Some("course") => one_course(a, b),
        FactKind::Identity if left.attribute.as_deref() == Some("side") => one_crowd(a, b),
        FactKind::Other if left.attribute.is_some() => one_trait(a, b),
        FactKind::Quantity | FactKind::Casualties | FactKind::Money => counted(a, b),
        FactKind::Polarity if left.attribute.as_deref() == Some("deed") => done(a, b),
        FactKind::Polarity if left.attribute.as_deref().is_some_and(|kind| kind.starts_with("issue")) => disputed(a, b),
        FactKind::Date | FactKind::Place | FactKind::Identity | FactKind::Polarity => happened(a, b),
        FactKind::Cause | FactKind::Purpose | FactKind::Other => explained(a, b),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::comparing::answer::AnswerTerm;

    fn counted_answer(article: &str, text: &str, head: &str, predicate: &str, sentence: &str) -> Answer {
        let mut found = answer(FactKind::Quantity, article, text);
        found.head = Some(head.into());
        found.predicate = Some(predicate.into());
        found.place.sentence = sentence.into();
        found
    }

    fn joined(a: &Answer, b: &Answer) -> bool {
        same_question(&Prepared::of(a), &Prepared::of(b)).is_some()
    }

    #[test]
    fn counts_of_one_event_meet_and_others_do_not() {
        let first = counted_answer(
            "a",
            "forty",
            "passenger",
            "rescue",
            "Forty passengers of the Albatross were rescued off Kestrel Point",
        );
        let second = counted_answer(
            "b",
            "38",
            "passenger",
            "rescue",
            "Rescuers took 38 passengers from the Albatross near Kestrel Point",
        );
        let crew = counted_answer(
            "b",
            "six",
            "sailor",
            "rescue",
            "Six sailors of the Albatross were rescued off Kestrel Point",
        );
        let fees = counted_answer("b", "600", "passenger", "carry", "A tram in Dunmere carries 600 passengers a day");
        assert!(joined(&first, &second));
        assert!(!joined(&first, &crew) && !joined(&first, &fees));
    }

    #[test]
    fn another_nation_is_another_question() {
        let term = |word: &str| {
            vec![AnswerTerm { role: "modifier".into(), word: word.into(), entity: Some(word.len() as i64) }]
        };
        let text = "soldiers landed at Kestrel Point after the Albatross sank";
        let one = Answer { terms: term("norwegian"), ..counted_answer("a", "40", "soldier", "arrive", text) };
        let other = Answer { terms: term("danish"), ..counted_answer("b", "90", "soldier", "arrive", text) };
        assert!(!joined(&one, &other));
        assert!(joined(&one, &Answer { terms: vec![], ..other }));
    }
}
