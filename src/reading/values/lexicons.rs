//! The word lists of values: classes of happenings and things, casualties, scopes, weak verbs, reasons.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::rows;

type Classes = LazyLock<FxHashMap<&'static str, &'static str>>;

static EVENTS: Classes =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/events.tsv")).map(|row| (row[0], row[1])).collect());
static NOUNS: Classes =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/nouns.tsv")).map(|row| (row[0], row[1])).collect());
static WEAK: Classes =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/weak_verbs.tsv")).map(|row| (row[0], row[1])).collect());
static SCOPES: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/scopes.tsv")).map(|row| row[0]).collect());
static CASUALTIES: LazyLock<FxHashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/casualties.tsv")).map(|row| ((row[0], row[2]), row[1])).collect()
});
/// Titles that are no office: "Mr.", "General".
static FORMS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/titles.tsv"))
        .filter(|row| matches!(row[1], "honorific" | "rank"))
        .map(|row| row[0])
        .collect()
});
/// The words of titles of office in lower case: "minister", "sen.", "mayor".
static OFFICES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/titles.tsv"))
        .filter(|row| row[1] == "office")
        .flat_map(|row| row[0].split(' ').map(str::to_lowercase))
        .collect()
});
/// Last words of what somebody can be: "chief", "spokeswoman".
static POSTS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/titles.tsv"))
        .filter(|row| matches!(row[1], "role" | "office"))
        .filter_map(|row| row[0].rsplit([' ', '-']).next().map(str::to_lowercase))
        .collect()
});
/// Nouns that mean one human being.
static PERSONS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/persons.tsv")).map(|row| row[0]).collect());
/// Units and their names.
static UNITS: Classes =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/measures.tsv")).map(|row| (row[0], row[3])).collect());
/// Where a group of people comes from: "Chilean" → "chile".
static NATIONS: LazyLock<FxHashMap<&'static str, String>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/groups.tsv"))
        .filter(|row| !row[2].is_empty())
        .map(|row| (row[0], row[2].to_lowercase()))
        .collect()
});

/// The lands that groups come from.
static LANDS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| NATIONS.values().map(String::as_str).collect());

/// Words for somebody who speaks for another, and whether they say so alone.
static SPOKESPEOPLE: LazyLock<Vec<(&'static str, bool)>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/spokespeople.tsv")).map(|row| (row[0], row[1] == "-")).collect()
});
static ANNOUNCING: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/announcing.tsv")).map(|row| row[0]).collect());

/// Words for somebody who speaks for another, and whether they say so without "for" or a possessive.
pub(super) fn spokespeople() -> impl Iterator<Item = (&'static str, bool)> {
    SPOKESPEOPLE.iter().copied()
}

/// Whether a cue makes a piece of news known.
pub(super) fn announces(cue: &str) -> bool {
    let cue = cue.to_lowercase();
    ANNOUNCING.iter().any(|beginning| cue.contains(beginning))
}

/// The class of a happening: "land" and "arrival" are "arrive"; a word of no class is its own.
pub(super) fn event(lemma: &str) -> &str {
    EVENTS.get(lemma).copied().unwrap_or(lemma)
}

/// Whether the lemma is listed as a happening.
pub(super) fn is_event(lemma: &str) -> bool {
    EVENTS.contains_key(lemma)
}

/// The class of a thing: "soldier" is "troop".
pub(super) fn noun(lemma: &str) -> &str {
    let singular = || lemma.strip_suffix('s').and_then(|singular| NOUNS.get(singular));
    NOUNS.get(lemma).or_else(singular).copied().unwrap_or(lemma)
}

/// Whether the lemma is listed as a thing.
pub(super) fn is_thing(lemma: &str) -> bool {
    NOUNS.contains_key(lemma)
}

/// "light" or "speech" for verbs that tell no happening of their own.
pub(super) fn weak(lemma: &str) -> Option<&'static str> {
    WEAK.get(lemma).copied()
}

/// Whether the word makes a count one of other things ("another").
pub(super) fn is_scope(lemma: &str) -> bool {
    SCOPES.contains(lemma)
}

/// What a verb says befell its object.
pub(super) fn casualty_verb(lemma: &str) -> Option<&'static str> {
    CASUALTIES.get(&(lemma, "verb")).copied()
}

/// What a noun or adjective says befell those it counts.
pub(super) fn casualty_noun(lemma: &str) -> Option<&'static str> {
    CASUALTIES.get(&(lemma, "noun")).copied()
}

/// Whether a title says what somebody is, not how to address them.
pub(super) fn is_office(title: &str) -> bool {
    !FORMS.contains(title)
}

/// Whether a word in lower case belongs to titles of office.
pub(super) fn is_word_of_office(word: &str) -> bool {
    OFFICES.contains(word)
}

/// Whether a noun says what somebody is.
pub(super) fn is_post(lemma: &str) -> bool {
    POSTS.contains(lemma)
}

/// Whether a noun means one human being, by kin, trade, post or part in an event.
pub(super) fn is_person(lemma: &str) -> bool {
    PERSONS.contains(lemma) || is_post(lemma)
}

/// The name of a unit in the plural.
pub(super) fn unit_name(unit: &str) -> Option<&'static str> {
    UNITS.get(unit).copied()
}

/// The place a group comes from, in lower case.
pub(super) fn nation(name: &str) -> Option<&'static str> {
    NATIONS.get(name).map(String::as_str)
}

/// The nations that words name: "Neither Chilean nor Peruvian authorities".
pub(super) fn nations(words: &str) -> Vec<&'static str> {
    let land = |word: &str| LANDS.get(word.to_lowercase().as_str()).copied();
    let words = words.split(|c: char| !c.is_alphanumeric()).filter_map(|word| nation(word).or_else(|| land(word)));
    words.fold(Vec::new(), |mut found, nation| {
        if !found.contains(&nation) {
            found.push(nation);
        }
        found
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::check;

    #[test]
    fn the_lists_of_values_are_sound() {
        for list in [
            include_str!("../../../data/lexicon/events.tsv"),
            include_str!("../../../data/lexicon/nouns.tsv"),
            include_str!("../../../data/lexicon/weak_verbs.tsv"),
            include_str!("../../../data/lexicon/scopes.tsv"),
            include_str!("../../../data/lexicon/casualties.tsv"),
            include_str!("../../../data/lexicon/persons.tsv"),
        ] {
            assert_eq!(check(list), Ok(()));
        }
    }

    #[test]
    fn words_meet_in_their_class() {
        assert_eq!((event("land"), event("arrival"), event("yodel")), ("arrive", "arrive", "yodel"));
        assert_eq!((noun("soldier"), noun("anvil")), ("troop", "anvil"));
        assert_eq!(
            (casualty_verb("wound"), casualty_noun("death"), casualty_verb("sing")),
            (Some("injured"), Some("killed"), None)
        );
        assert_eq!(nation("Russian"), Some("russia"));
    }
}
