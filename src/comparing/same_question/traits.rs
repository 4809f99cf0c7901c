//! Questions about one trait: the colour of one car, the charges against one person, the first of whom somebody is.

use super::super::answer::Answer;
use super::Join;
use super::evidence::{alike, common};
use super::parties::one_party;
use super::prepared::Prepared;

/// How alike the sentences around two directions must be.
const ONE_MOMENT: f64 = 0.12;

/// Points that two mentions of a thing without a name of its own must have to mean one thing.
const ONE_THING: f64 = 1.2;

/// Words that two firsts must share to be the first of one thing.
const SCOPE: usize = 2;

/// Whether both ask for one trait of one thing or person.
pub(super) fn one_trait(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    match left.attribute.as_deref() {
        Some("colour") => one_thing(a, b),
        Some("direction") => one_way(a, b),
        Some("first") => {
            let shared =
                left.terms_of("topic").filter(|term| right.terms_of("topic").any(|other| other.word == term.word));
            let one_person = left.about.is_some() && left.about == right.about;
            (one_person && left.head == right.head && shared.count() >= SCOPE)
                .then_some(Join { score: 5.0, rule: "one-person" })
        }
        _ => one_party(left, right, "one-person"),
    }
}

/// "the silver Lumen Estate", "the grey Lumen Estate": one make, or one kind of thing in one happening.
fn one_thing(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.head != right.head || left.same_article(right) {
        return None;
    }
    let make = |answer: &Answer| answer.terms_of("modifier").next().map(|term| term.word.clone());
    if make(left).is_some() && make(left) == make(right) {
        return Some(Join { score: 4.0, rule: "one-make" });
    }
    let score = common(a, b);
    (score >= ONE_THING).then_some(Join { score: 2.0 + score, rule: "one-thing" })
}

/// "was walking into the shop", "was walking out of the shop": one walker, one place, one moment.
fn one_way(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let axis = |answer: &Answer| answer.word.as_deref().and_then(|word| word.split(' ').next().map(str::to_owned));
    let walker = || left.terms_of("agent").any(|one| right.terms_of("agent").any(|other| alike(one, other)));
    let one_walker = left.about.is_some() && left.about == right.about || walker();
    let near = a.likeness(b) >= ONE_MOMENT;
    (left.head == right.head && axis(left) == axis(right) && one_walker && near && !left.same_article(right))
        .then_some(Join { score: 3.0, rule: "one-way" })
}

/// The same number of people of one nation, or at one place: one crowd.
pub(super) fn one_crowd(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let shared = |role: &str| left.terms_of(role).any(|one| right.terms_of(role).any(|other| alike(one, other)));
    let alike = shared("modifier") || shared("place") && a.likeness(b) >= ONE_MOMENT;
    (left.head == right.head && alike && !left.same_article(right)).then_some(Join { score: 3.0, rule: "one-crowd" })
}
