//! Questions about one party: a person's post or age, an answer to a request.

use super::super::answer::Answer;
use super::Join;

pub(super) fn one_party(a: &Answer, b: &Answer, rule: &'static str) -> Option<Join> {
    let named = || a.head.is_some() && a.head == b.head && a.head.as_ref().is_some_and(|name| name.contains(' '));
    (a.about.is_some() && a.about == b.about || named()).then_some(Join { score: 5.0, rule })
}

pub(super) fn same_head(a: &Answer, b: &Answer) -> Option<Join> {
    (a.head.is_some() && a.head == b.head).then_some(Join { score: 4.0, rule: "one-party" })
}
