//! Questions about one party: a person's post, age, home or name, an answer to a request.

use super::super::answer::Answer;
use super::super::names::is_respelled;
use super::Join;

pub(super) fn one_party(a: &Answer, b: &Answer, rule: &'static str) -> Option<Join> {
    let named = || a.head.is_some() && a.head == b.head && a.head.as_ref().is_some_and(|name| name.contains(' '));
    (a.about.is_some() && a.about == b.about || named()).then_some(Join { score: 5.0, rule })
}

pub(super) fn same_head(a: &Answer, b: &Answer) -> Option<Join> {
    (a.head.is_some() && a.head == b.head).then_some(Join { score: 4.0, rule: "one-party" })
}

/// One name, written alike or with a slip; never two names that one report keeps apart.
pub(super) fn one_name(a: &Answer, b: &Answer) -> Option<Join> {
    let beside =
        |one: &Answer, other: &Answer| one.terms_of("modifier").any(|term| Some(&term.word) == other.word.as_ref());
    if a.head != b.head || beside(a, b) || beside(b, a) {
        return None;
    }
    let one = a.word == b.word || a.about.is_some() && a.about == b.about || is_respelled(a, b);
    one.then_some(Join { score: 5.0, rule: "one-name" })
}

/// One person: by name, or one without a name by the age that both reports give.
pub(super) fn one_described(a: &Answer, b: &Answer) -> Option<Join> {
    if a.about.is_some() && b.about.is_some() {
        return one_party(a, b, "one-person");
    }
    let age = |answer: &Answer| answer.terms_of("topic").next().map(|term| term.word.clone());
    (age(a).is_some() && age(a) == age(b)).then_some(Join { score: 4.0, rule: "one-age" })
}
