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
    if beside(a, b) || beside(b, a) {
        return None;
    }
    let one = a.head == b.head && a.word == b.word || a.about.is_some() && a.about == b.about || is_respelled(a, b);
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

/// That somebody said two things is no question, and who refuses one thing may speak of another.
pub(super) fn speak_of_two_things(a: &Answer, b: &Answer) -> bool {
    let word = |answer: &Answer| answer.word.clone().unwrap_or_default();
    let apart = |one: &Answer, other: &Answer| match word(one).as_str() {
        "answered" => word(other) == "answered" || other.terms.iter().any(|term| term.word == "one matter"),
        "confirmed" | "denied" => other.terms_of("scope").next().is_some(),
        _ => false,
    };
    apart(a, b) || apart(b, a)
}

#[cfg(test)]
mod tests {
    use super::super::super::answer::{AnswerTerm, sample::answer};
    use super::*;
    use crate::reading::FactKind;

    #[test]
    fn who_refuses_one_thing_may_speak_of_another() {
        let said = |word: &str, role: Option<&str>| {
            let mut made = answer(FactKind::Response, "a", word);
            made.terms.extend(role.map(|role| AnswerTerm {
                role: role.into(),
                word: "one matter".into(),
                entity: None,
            }));
            made
        };
        let apart = |a: &Answer, b: &Answer| speak_of_two_things(a, b) && speak_of_two_things(b, a);
        assert!(apart(&said("answered", None), &said("answered", None)));
        assert!(apart(&said("answered", None), &said("declined", Some("topic"))));
        assert!(apart(&said("confirmed", None), &said("declined", Some("scope"))));
        assert!(!apart(&said("answered", None), &said("declined", None)));
        assert!(!apart(&said("confirmed", None), &said("declined", Some("topic"))));
    }
}
