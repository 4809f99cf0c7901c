//! The word lists of people and things: human beings, ways into a post, crimes, colours.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexicons;
use crate::lexicon::rows;

type Words = LazyLock<FxHashMap<&'static str, &'static str>>;

static HUMANS: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/humans.tsv")));
static POST_VERBS: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/post_verbs.tsv")));
static RANKS: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/ranks.tsv")));
static COLOURS: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/colours.tsv")));
static THINGS: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/things.tsv")));
static CRIMES: LazyLock<FxHashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/crimes.tsv"))
        .map(|row| ((row[0], row[1].split(' ').next().unwrap_or_default()), row[2]))
        .collect()
});
static DIRECTIONS: LazyLock<FxHashMap<(&'static str, &'static str), &'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/directions.tsv")).map(|row| ((row[1], row[0]), row[2])).collect()
});
static SIDES: Words = LazyLock::new(|| pairs(include_str!("../../../data/lexicon/sides.tsv")));
/// The stage of a case that a cue stands for.
static STAGES: Words = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/crimes.tsv"))
        .filter_map(|row| Some((row[0], row[1].strip_prefix("cue ")?)))
        .collect()
});
/// The states of the list of places, in lower case.
static STATES: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/places.tsv"))
        .filter(|row| row[1] == "country")
        .map(|row| row[2].to_lowercase())
        .collect()
});

fn pairs(table: &'static str) -> FxHashMap<&'static str, &'static str> {
    rows(table).map(|row| (row[0], row[1])).collect()
}

/// Whether a noun means a human being.
pub(super) fn is_human(lemma: &str) -> bool {
    HUMANS.contains_key(lemma) || lexicons::is_post(lemma)
}

/// What "a Belmont native", "a Belmont man" says of Belmont: `born` or `home`.
pub(super) fn dweller(lemma: &str) -> Option<&'static str> {
    HUMANS.get(lemma).copied().filter(|way| !way.is_empty())
}

/// Whether a verb names somebody to a post, or somebody takes one: `names` or `takes`.
pub(super) fn post_verb(lemma: &str) -> Option<&'static str> {
    POST_VERBS.get(lemma).copied()
}

/// Whether a word before a post tells that it is not simply held: "former", "acting".
pub(super) fn is_of_another_time(word: &str) -> bool {
    matches!(RANKS.get(word).copied(), Some("former" | "interim"))
}

/// The shade of a word of colour.
pub(super) fn colour(word: &str) -> Option<&'static str> {
    COLOURS.get(word).copied()
}

/// The class of a vehicle or garment.
pub(super) fn thing(word: &str) -> Option<&'static str> {
    THINGS.get(word).copied()
}

/// The class of a crime.
pub(super) fn crime(word: &str) -> Option<&'static str> {
    CRIMES.get(&(word, "crime")).copied()
}

/// What makes another crime of it: "attempted", "second" of "second-degree".
pub(super) fn degree(word: &str) -> Option<&'static str> {
    CRIMES.get(&(word, "degree")).copied()
}

/// The stage of a case that a word speaks of, and the words that come between it and the crimes.
pub(super) fn charge_cue(lemma: &str) -> Option<(&'static str, &'static str)> {
    Some((STAGES.get(lemma).copied()?, CRIMES.get(&(lemma, "cue")).copied()?))
}

/// What a word tells of the way somebody moves, by its part: `verb`, `way`, `compass`, `motion`.
pub(super) fn direction(part: &'static str, word: &str) -> Option<&'static str> {
    DIRECTIONS.get(&(part, word)).copied()
}

/// Whether a noun is used of people with arms: `armed` or `unarmed`.
pub(super) fn side(noun: &str) -> Option<&'static str> {
    SIDES.get(noun).copied()
}

/// Whether a land in lower case is a state.
pub(super) fn is_state(land: &str) -> bool {
    STATES.contains(land)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::check;

    #[test]
    fn the_lists_of_people_and_things_are_sound() {
        for list in [
            include_str!("../../../data/lexicon/humans.tsv"),
            include_str!("../../../data/lexicon/post_verbs.tsv"),
            include_str!("../../../data/lexicon/colours.tsv"),
            include_str!("../../../data/lexicon/things.tsv"),
            include_str!("../../../data/lexicon/crimes.tsv"),
            include_str!("../../../data/lexicon/directions.tsv"),
            include_str!("../../../data/lexicon/sides.tsv"),
        ] {
            assert_eq!(check(list), Ok(()));
        }
    }

    #[test]
    fn words_of_people_and_things_have_their_classes() {
        assert!(is_human("climber") && !is_human("ladder"));
        assert_eq!((dweller("native"), dweller("climber")), (Some("born"), None));
        assert_eq!((colour("gray"), thing("sedan")), (Some("grey"), Some("car")));
        assert_eq!(charge_cue("charge"), Some(("charges", "with of")));
        assert_eq!(
            (crime("DWI"), crime("dwi"), degree("second")),
            (None, Some("drunk driving"), Some("second-degree"))
        );
        assert!(is_state("chile") && !is_state("belmont"));
    }
}
