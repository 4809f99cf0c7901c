//! Where people come from: homes, towns of birth, nations.

use super::answer::Answer;
use super::relation::Relation;
use crate::reading::names::gazetteer::{Place, PlaceClass, gazetteer};

/// Compares two places of one person's life.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.entity.is_some() && a.entity == b.entity || a.word == b.word {
        return Relation::AGREES;
    }
    if shares_a_word(a, b) {
        return Relation::compatible("one-place-in-other-words");
    }
    if a.same_article(b) {
        return Relation::compatible("both-may-hold"); // people move
    }
    let (left, right) = (gazetteer().place(&a.text), gazetteer().place(&b.text));
    match (left, right) {
        (Some(left), Some(right)) if left.canonical == right.canonical => Relation::AGREES,
        (Some(left), Some(right)) if lies_in(left, right) || lies_in(right, left) => {
            Relation::compatible("one-lies-in-the-other")
        }
        (Some(left), Some(right)) if is_town(left) && is_town(right) => {
            // Somebody without a name, of one age in both reports, is one person most likely.
            let named = a.about.is_some() && b.about.is_some();
            if named { Relation::hard("other-town") } else { Relation::soft("other-town") }
        }
        (Some(left), Some(right)) if left.class == right.class => Relation::soft("other-land"),
        _ => Relation::not_comparable("one-may-lie-in-the-other"),
    }
}

/// Compares two nations of one person.
pub(super) fn nations(a: &Answer, b: &Answer) -> Relation {
    if a.word == b.word {
        return Relation::AGREES;
    }
    let within = |one: &Answer, other: &Answer| {
        let lies = |place: Place| Some(place.within.to_lowercase()) == other.word;
        one.word.as_deref().and_then(of_lower).is_some_and(lies)
    };
    if within(a, b) || within(b, a) {
        return Relation::compatible("one-lies-in-the-other");
    }
    if a.same_article(b) {
        return Relation::compatible("both-may-hold");
    }
    Relation::soft("other-nation")
}

/// A land by its name in lower case.
fn of_lower(name: &str) -> Option<Place> {
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters.next().map(|first| first.to_uppercase().collect::<String>() + letters.as_str()).unwrap_or_default()
    };
    gazetteer().place(&name.split(' ').map(capital).collect::<Vec<_>>().join(" "))
}

fn lies_in(inner: Place, outer: Place) -> bool {
    inner.within == outer.canonical
}

fn is_town(place: Place) -> bool {
    matches!(place.class, PlaceClass::City | PlaceClass::Capital)
}

fn shares_a_word(a: &Answer, b: &Answer) -> bool {
    let words = |answer: &Answer| -> Vec<String> {
        let text = answer.word.as_deref().unwrap_or_default();
        text.split(' ').filter(|word| word.len() > 3).map(str::to_owned).collect()
    };
    let left = words(a);
    words(b).iter().any(|word| left.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn home(article: &str, words: &str) -> Answer {
        Answer { attribute: Some("home".into()), about: Some(1), ..answer(FactKind::Place, article, words) }
    }

    #[test]
    fn no_one_lives_in_two_towns_but_a_town_lies_in_a_land() {
        for (a, b, expected) in [
            ("Aachen", "Abadan", Relation::hard("other-town")),
            ("Aachen", "Germany", Relation::compatible("one-lies-in-the-other")),
            ("Norway", "Germany", Relation::soft("other-land")),
            ("Aachen", "Mill End", Relation::not_comparable("one-may-lie-in-the-other")),
            ("West Mill End", "Mill End", Relation::compatible("one-place-in-other-words")),
        ] {
            assert_eq!(relation(&home("a", a), &home("b", b)), expected, "{a} / {b}");
        }
        assert_eq!(relation(&home("a", "Aachen"), &home("a", "Abadan")), Relation::compatible("both-may-hold"));
    }

    #[test]
    fn england_lies_in_the_united_kingdom_and_chile_does_not() {
        let of = |article: &str, land: &str| answer(FactKind::Identity, article, land);
        assert_eq!(
            nations(&of("a", "england"), &of("b", "united kingdom")),
            Relation::compatible("one-lies-in-the-other")
        );
        assert_eq!(nations(&of("a", "chile"), &of("b", "united kingdom")), Relation::soft("other-nation"));
    }
}
