//! What keeps two questions apart: another day, another place, another part, another party.

use super::super::answer::Answer;
use super::evidence::alike;
use crate::reading::FactKind;

/// Another day, another place, another part: no conflict, another question.
pub(super) fn out_of_scope(a: &Answer, b: &Answer) -> bool {
    other_nation(a, b) || contradicts_scope(a, b) || other_time(a, b)
}

/// One is told of a month or a year ("in February a gunman killed five"), the other is not: an earlier event.
pub(super) fn other_occasion(a: &Answer, b: &Answer) -> bool {
    let long_ago = |answer: &Answer| {
        answer.terms_of("time").any(|term| match term.word.split_once("..") {
            Some((low, high)) => low.get(..7) != high.get(..7) || (low.ends_with("-01") && high.get(8..) >= Some("28")),
            None => {
                matches!(term.word.len(), 4 | 7)
                    && term.word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'-'))
            }
        })
    };
    long_ago(a) != long_ago(b)
}

/// Both name days, and none of them meet.
fn other_time(a: &Answer, b: &Answer) -> bool {
    let days = |answer: &Answer| -> Vec<(String, String)> {
        answer
            .terms_of("time")
            .filter_map(|term| term.word.split_once(".."))
            .map(|(low, high)| (low.to_owned(), high.to_owned()))
            .collect()
    };
    let (left, right) = (days(a), days(b));
    let meet = |one: &(String, String), other: &(String, String)| one.0 <= other.1 && other.0 <= one.1;
    !left.is_empty() && !right.is_empty() && !left.iter().any(|one| right.iter().any(|other| meet(one, other)))
}

/// One has a scope ("the second", "one matter") that the other has not. "Two other boats" are two boats beside something
/// else, which the other report need not tell.
pub(super) fn contradicts_scope(a: &Answer, b: &Answer) -> bool {
    let scopes = |answer: &Answer| -> Vec<String> {
        let words = answer.terms_of("scope").map(|term| term.word.clone());
        words.filter(|word| word != "told" && (answer.kind != FactKind::Quantity || word != "other")).collect()
    };
    scopes(a) != scopes(b)
}

/// Both name whose it is ("Chilean troops"), and nothing of it is shared.
fn other_nation(a: &Answer, b: &Answer) -> bool {
    let named = |answer: &Answer| answer.terms_of("modifier").any(|term| term.entity.is_some());
    named(a) && named(b) && contradicts(a, b, "modifier")
}

/// Both name something for this part of the question, and nothing of it is shared.
pub(super) fn contradicts(a: &Answer, b: &Answer, role: &str) -> bool {
    let mut left = a.terms_of(role).peekable();
    left.peek().is_some()
        && b.terms_of(role).next().is_some()
        && !left.any(|term| b.terms_of(role).any(|other| alike(term, other)))
}

/// Another doer or another sufferer, both named. Nouns say little: one man is a clerk here and a director there.
pub(super) fn participants_differ(a: &Answer, b: &Answer) -> bool {
    if a.about.is_some() && a.about == b.about {
        return false;
    }
    ["agent", "patient"].into_iter().any(|role| {
        let named = |answer: &Answer| answer.terms_of(role).any(|term| term.entity.is_some());
        named(a) && named(b) && contradicts(a, b, role)
    })
}
