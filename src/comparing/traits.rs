//! Traits against traits: colours, charges, the first of whom somebody is.

use super::ages::names_a_year;
use super::answer::Answer;
use super::relation::Relation;

/// Crimes that no list of charges would leave out.
const GRAVE: [&str; 4] = ["murder", "terrorism", "treason", "genocide"];

/// Compares two answers about one trait.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.word == b.word {
        return Relation::AGREES;
    }
    match a.attribute.as_deref() {
        Some("colour") => Relation::soft("other-colour"),
        Some("first") => firsts(a, b),
        Some("direction") => directions(a, b),
        _ => crimes(a, b),
    }
}

/// In or out, north or south: both cannot be; north and west may be two stretches of one way.
fn directions(a: &Answer, b: &Answer) -> Relation {
    let pole = |answer: &Answer| answer.word.as_deref().and_then(|word| word.split(' ').nth(1).map(str::to_owned));
    match (pole(a).as_deref(), pole(b).as_deref()) {
        (Some("in"), Some("out"))
        | (Some("out"), Some("in"))
        | (Some("north"), Some("south"))
        | (Some("south"), Some("north"))
        | (Some("east"), Some("west"))
        | (Some("west"), Some("east")) => Relation::hard("other-way"),
        _ => Relation::soft("turned"),
    }
}

/// The same number of people: with arms here, without there.
pub(super) fn sides(a: &Answer, b: &Answer) -> Relation {
    let side = |answer: &Answer| answer.word.as_deref().and_then(|word| word.split(' ').next().map(str::to_owned));
    if a.word == b.word {
        Relation::AGREES
    } else if side(a) == side(b) {
        Relation::compatible("one-party-in-other-words")
    } else {
        Relation::soft("other-side")
    }
}

/// "the first woman" says more than "the first black woman".
fn firsts(a: &Answer, b: &Answer) -> Relation {
    let (left, right) = (parts(a, ' '), parts(b, ' '));
    let within = |one: &[&str], other: &[&str]| one.iter().all(|word| other.contains(word));
    if !a.same_article(b) && (within(&left, &right) || within(&right, &left)) {
        Relation::soft("first-of-more")
    } else {
        Relation::compatible("both-may-hold")
    }
}

/// Lists of charges are mostly told in part: they differ where only one has the gravest, or another degree of it.
fn crimes(a: &Answer, b: &Answer) -> Relation {
    let (left, right) = (parts(a, ','), parts(b, ','));
    let grave = |list: &[&str]| list.iter().any(|crime| GRAVE.iter().any(|grave| crime.ends_with(grave)));
    let bare = |crime: &str| crime.rsplit(' ').next().unwrap_or_default().to_owned();
    let shared = left.iter().any(|one| right.contains(one));
    let kin = left.iter().any(|one| right.iter().any(|other| bare(one) == bare(other)));
    // Held for one thing, charged with another; convicted of another crime, years ago.
    if a.same_article(b) || names_a_year(a) || names_a_year(b) {
        return Relation::compatible("both-may-hold");
    }
    match (shared, kin, grave(&left) == grave(&right)) {
        (_, _, false) => Relation::soft("graver-charge"),
        (false, true, _) if degrees_differ(&left, &right) => Relation::soft("other-degree"),
        (false, false, _) if a.attribute.as_deref() == Some("verdict") => Relation::soft("other-crimes"),
        _ => Relation::compatible("part-of-one-list"),
    }
}

/// "first-degree murder" against "second-degree murder"; not against "murder".
fn degrees_differ(a: &[&str], b: &[&str]) -> bool {
    let degrees = |list: &[&str]| -> Vec<String> {
        let words = list.iter().flat_map(|crime| crime.split(' ')).filter(|word| word.ends_with("-degree"));
        words.map(str::to_owned).collect()
    };
    let (one, other) = (degrees(a), degrees(b));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|degree| other.contains(degree))
}

fn parts(answer: &Answer, mark: char) -> Vec<&str> {
    let text = answer.word.as_deref().unwrap_or_default();
    text.split(mark).map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    #[test]
    fn the_same_people_bear_arms_or_do_not() {
        let told = |article: &str, words: &str| answer(FactKind::Identity, article, words);
        assert_eq!(sides(&told("a", "armed pirate"), &told("b", "unarmed sailor")), Relation::soft("other-side"));
        assert_eq!(
            sides(&told("a", "armed pirate"), &told("b", "armed brigand")),
            Relation::compatible("one-party-in-other-words")
        );
    }

    #[test]
    fn traits_of_one_thing_differ_softly() {
        let told = |article: &str, attribute: &str, words: &str| Answer {
            attribute: Some(attribute.into()),
            ..answer(FactKind::Other, article, words)
        };
        for (attribute, a, b, expected) in [
            ("colour", "grey", "silver", Relation::soft("other-colour")),
            ("first", "woman", "black woman", Relation::soft("first-of-more")),
            ("first", "young physician", "black physician", Relation::compatible("both-may-hold")),
            ("direction", "inward in", "inward out", Relation::hard("other-way")),
            ("direction", "compass north", "compass west", Relation::soft("turned")),
            ("charges", "arson, theft", "theft", Relation::compatible("part-of-one-list")),
            ("charges", "arson", "theft", Relation::compatible("part-of-one-list")),
            ("verdict", "arson", "theft", Relation::soft("other-crimes")),
            ("charges", "murder, theft", "theft", Relation::soft("graver-charge")),
            ("charges", "first-degree murder", "second-degree murder", Relation::soft("other-degree")),
            ("charges", "first-degree murder", "murder", Relation::compatible("part-of-one-list")),
        ] {
            assert_eq!(relation(&told("a", attribute, a), &told("b", attribute, b)), expected, "{a} / {b}");
        }
    }
}
