//! The words that tell of the killed and the injured, from `data/lexicon/fates.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// What befell somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Dead.
    Killed,
    /// Hurt, and it is told that they live or lived on.
    Injured,
    /// Shot, stabbed or taken to hospital: the words leave open whether they live.
    Hit,
}

type Words = FxHashMap<&'static str, &'static str>;

static FATES: LazyLock<FxHashMap<&'static str, Words>> = LazyLock::new(|| {
    let mut classes: FxHashMap<&'static str, Words> = FxHashMap::default();
    for row in rows(include_str!("../../../data/lexicon/fates.tsv")) {
        classes.entry(row[2]).or_default().insert(row[0], row[1]);
    }
    classes
});

fn entry(class: &str, word: &str) -> Option<&'static str> {
    FATES.get(class)?.get(word).copied()
}

/// Whether a word in lower case stands in a class of the list ("doer", "limb").
pub(super) fn is(class: &str, word: &str) -> bool {
    entry(class, word).is_some()
}

/// What a word tells by way of its class.
pub(super) fn fate(class: &str, word: &str) -> Option<Fate> {
    match entry(class, word)? {
        "killed" => Some(Fate::Killed),
        "injured" => Some(Fate::Injured),
        "hit" => Some(Fate::Hit),
        _ => None,
    }
}

/// How many suffer in a "triple" shooting.
pub(super) fn multiple(word: &str) -> Option<f64> {
    entry("multiple", word)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_fates_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/fates.tsv")), Ok(()));
        assert_eq!((fate("dies", "drowned"), fate("done", "shot")), (Some(Fate::Killed), Some(Fate::Hit)));
        assert_eq!((multiple("triple"), multiple("single")), (Some(3.0), None));
        assert!(is("limb", "arm") && !is("limb", "army"));
    }
}
