//! Whether it is so: one issue, put to one party or to no one in particular.

use super::super::answer::Answer;
use super::super::rarity;
use super::evidence::common;
use super::prepared::Prepared;
use super::scope::{contradicts, other_occasion, out_of_scope, participants_differ};
use super::{JOINED, Join};

/// An issue that has contrary words, or what something is said to be.
pub(super) fn disputed(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let issue = left.predicate.as_deref().filter(|issue| right.predicate.as_deref() == Some(issue))?;
    if participants_differ(left, right) || contradicts(left, right, "patient") || named_apart(left, right) {
        return None;
    }
    let open = |answer: &Answer| answer.terms_of("patient").next().is_none();
    if open(left) != open(right) {
        return None; // "supports the plan", "is supportive"
    }
    let one_party = left.about.is_some() && left.about == right.about;
    if !one_party && left.about.is_some() && right.about.is_some() {
        return None;
    }
    let contradicted = |role: &str| contradicts(left, right, role) && !(one_party && role == "agent");
    let apart = ["agent", "topic"].into_iter().filter(|role| contradicted(role)).count();
    // What one report says and denies of nothing in particular it mostly says of two things.
    let within = if left.same_article(right) && !one_party { 0.5 } else { 0.0 };
    // No one in particular may be two people.
    let no_one = if left.about.is_none() && right.about.is_none() && !issue.starts_with("be ") { 0.6 } else { 0.0 };
    let score = 1.0 + telling(issue) + common(a, b) - 0.5 * apart as f64 - within - no_one;
    (score >= JOINED).then_some(Join { score, rule: "one-issue" })
}

/// A deed of which somebody is accused.
pub(super) fn done(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let other_party = left.about.is_some() && right.about.is_some() && left.about != right.about;
    if left.predicate != right.predicate
        || other_party
        || participants_differ(left, right)
        || contradicts(left, right, "patient")
        || out_of_scope(left, right)
        || other_occasion(left, right)
    {
        return None;
    }
    // Without its sufferer a deed is known by its doer alone: "was charged with murder".
    let open = |answer: &Answer| answer.terms_of("patient").next().is_none();
    if (open(left) || open(right)) && (left.about.is_none() || left.about != right.about) {
        return None;
    }
    let score = 1.2 + common(a, b);
    (score >= JOINED).then_some(Join { score, rule: "one-deed" })
}

/// How a thing went for one party: the job that was lost, the plan that was put off.
pub(super) fn one_course(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let other_party = left.about.is_some() && right.about.is_some() && left.about != right.about;
    if left.head != right.head
        || other_party
        || participants_differ(left, right)
        || out_of_scope(left, right)
        || other_occasion(left, right)
    {
        return None;
    }
    let nameless = left.about.is_none() && right.about.is_none() && contradicts(left, right, "patient");
    let score = 1.2 + common(a, b) - if nameless { 1.0 } else { 0.0 };
    (score >= JOINED).then_some(Join { score, rule: "one-course" })
}

/// Points for what is said of a thing: "amnesty" is rarely said of two things in one story, "ready" often.
fn telling(issue: &str) -> f64 {
    issue.strip_prefix("be ").map_or(0.5, |word| if rarity::is_common(word) { 0.0 } else { 1.5 })
}

/// "an invitation from the mayor", "an invitation from the guild".
fn named_apart(a: &Answer, b: &Answer) -> bool {
    let named = |answer: &Answer| answer.terms_of("topic").any(|term| term.entity.is_some());
    named(a) && named(b) && contradicts(a, b, "topic")
}
