//! The words beside a number that tell what it is, from `data/lexicon/number_neighbours.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Word;
use crate::lexicon;
use crate::vocabulary::vocabulary;

static TABLE: &str = include_str!("../../../data/lexicon/number_neighbours.tsv");

vocabulary! {
    /// What a word does to a number beside it.
    Neighbour {
        /// Makes the number after it a name.
        Label = "label",
        /// May be followed by an age between commas.
        Person = "person",
        /// Follows a score, not a range.
        ScoreAfter = "score-after",
        /// "one" after it counts nothing.
        OneBefore = "one-before",
        /// "one" before it counts nothing.
        OneAfter = "one-after",
        /// Four digits after it are no year.
        CountBefore = "count-before",
        /// A month may follow.
        MonthBefore = "month-before",
        /// A year may follow.
        YearBefore = "year-before",
        /// "noon" may follow.
        HourBefore = "hour-before",
        /// May stand between a number and its unit.
        UnitBefore = "unit-before",
        /// The number before it is that of a barrel.
        Calibre = "calibre",
        /// A width in millimetres before it is that of a barrel.
        CalibreAfter = "calibre-after",
        /// "one" of it is one among others, none that is counted.
        OneAmong = "one-among",
    }
}

static NEIGHBOURS: LazyLock<FxHashMap<&'static str, Vec<Neighbour>>> = LazyLock::new(|| {
    let mut neighbours: FxHashMap<_, Vec<Neighbour>> = FxHashMap::default();
    for row in lexicon::rows(TABLE) {
        if let [word, class] = row[..]
            && let Ok(class) = class.parse()
        {
            neighbours.entry(word).or_default().push(class);
        }
    }
    neighbours
});

/// Whether the word in small letters is a neighbour of that kind.
#[must_use]
pub fn is_neighbouring(word: &str, kind: Neighbour) -> bool {
    NEIGHBOURS.get(word).is_some_and(|kinds| kinds.contains(&kind))
}

/// Whether `word` is a neighbour of that kind.
#[must_use]
pub fn is_neighbour(word: &Word<'_>, kind: Neighbour) -> bool {
    NEIGHBOURS.get(&*word.lower).is_some_and(|kinds| kinds.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        for row in lexicon::rows(TABLE) {
            assert!(row[1].parse::<Neighbour>().is_ok(), "{row:?}");
        }
    }
}
