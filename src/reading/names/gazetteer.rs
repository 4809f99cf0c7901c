//! The lists of known names and of the words beside names (`data/lexicon/`), ready for look-up.
//!
//! It knows spellings, not articles: what a name means in its context is weighed elsewhere.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::fold::{capitalised, fold, is_capitals};
pub use super::known::{Body, Gender, Group, HeadPlace, Known, Medium, NameWord, Place, PlaceClass, Title, TitleClass};
use crate::lexicon;
use crate::reading::kinds::{EntityKind, SourceKind};

type Table<T> = FxHashMap<Cow<'static, str>, T>;

/// All lists.
#[derive(Debug)]
pub struct Gazetteer {
    names: Table<Known>,
    /// By the first letters of a name up to its first mark: the length in bytes of the longest name that begins so.
    longest: Table<usize>,
    titles: FxHashMap<&'static str, Title>,
    longest_title: Table<usize>,
    given: Table<Option<Gender>>,
    heads: FxHashMap<&'static str, (EntityKind, HeadPlace)>,
    relations: FxHashMap<&'static str, Option<Gender>>,
    not_names: FxHashSet<&'static str>,
    words: FxHashMap<&'static str, u32>,
}

const PLACES: &str = include_str!("../../../data/lexicon/places.tsv");
const GROUPS: &str = include_str!("../../../data/lexicon/groups.tsv");
const BODIES: &str = include_str!("../../../data/lexicon/bodies.tsv");
const MEDIA: &str = include_str!("../../../data/lexicon/media.tsv");
const TITLES: &str = include_str!("../../../data/lexicon/titles.tsv");
const GIVEN: &str = include_str!("../../../data/lexicon/given_names.tsv");
const HEADS: &str = include_str!("../../../data/lexicon/name_heads.tsv");
const RELATIONS: &str = include_str!("../../../data/lexicon/relations.tsv");
const WORDS: &str = include_str!("../../../data/lexicon/name_words.tsv");
const NOT_NAMES: &str = include_str!("../../../data/lexicon/not_names.tsv");

/// The lists, read at the first use.
#[must_use]
pub fn gazetteer() -> &'static Gazetteer {
    static LISTS: LazyLock<Gazetteer> = LazyLock::new(Gazetteer::read);
    &LISTS
}

impl Gazetteer {
    fn read() -> Self {
        let mut names = Table::default();
        names.reserve(14_000);
        let mut longest = Table::default();
        let mut add = |name: &'static str, known: Known| {
            note_length(&mut longest, name);
            if let Cow::Owned(plain) = fold(name) {
                names.entry(Cow::Owned(plain)).or_insert(known);
            }
            names.insert(Cow::Borrowed(name), known);
        };
        for row in lexicon::rows(PLACES) {
            if let [name, class, canonical, within] = row[..] {
                let class = class.parse().unwrap_or(PlaceClass::Region);
                add(name, Known::Place(Place { class, canonical, within }));
            }
        }
        for row in lexicon::rows(MEDIA) {
            if let [name, canonical, kind] = row[..] {
                add(name, Known::Medium(Medium { canonical, kind: kind.parse().unwrap_or(SourceKind::Outlet) }));
            }
        }
        for row in lexicon::rows(GROUPS) {
            if let [name, canonical, place] = row[..] {
                add(name, Known::Group(Group { canonical, place }));
            }
        }
        for row in lexicon::rows(BODIES) {
            if let [name, canonical, kind] = row[..] {
                add(name, Known::Body(Body { canonical, kind: kind.parse().unwrap_or(EntityKind::Other) }));
            }
        }
        let mut titles = FxHashMap::default();
        let mut longest_title = Table::default();
        for row in lexicon::rows(TITLES) {
            if let [name, class, gender] = row[..] {
                note_length(&mut longest_title, name);
                let class = class.parse().unwrap_or(TitleClass::Role);
                titles.insert(name, Title { class, gender: gender.parse().ok() });
            }
        }
        let mut given = Table::default();
        for row in lexicon::rows(GIVEN) {
            if let [name, gender] = row[..] {
                given.insert(fold(name), gender.parse().ok());
            }
        }
        let heads = lexicon::rows(HEADS).filter_map(|row| match row[..] {
            [word, kind, place] => Some((word, (kind.parse().ok()?, place.parse().ok()?))),
            _ => None,
        });
        let relations = lexicon::rows(RELATIONS).filter_map(|row| match row[..] {
            [noun, gender] => Some((noun, gender.parse().ok())),
            _ => None,
        });
        let mut words: FxHashMap<&'static str, u32> = FxHashMap::default();
        for row in lexicon::rows(WORDS) {
            if let [word, role] = row[..] {
                let role = role.parse::<NameWord>().map_or(0, |role| 1 << role as u32);
                *words.entry(word).or_default() |= role;
            }
        }
        let not_names = lexicon::rows(NOT_NAMES).filter_map(|row| row.first().copied());
        Self {
            names,
            longest,
            titles,
            longest_title,
            given,
            heads: heads.collect(),
            relations: relations.collect(),
            not_names: not_names.collect(),
            words,
        }
    }

    /// What the lists know under exactly this name; a shouted name ("VENEZUELA") is tried in small letters too.
    #[must_use]
    pub fn known(&self, name: &str) -> Option<Known> {
        let name = fold(name);
        let found = self.names.get(&*name).copied();
        found.or_else(|| {
            let shouted = name.len() > 4 && is_capitals(&name);
            shouted.then(|| self.names.get(capitalised(&name).as_str()).copied()).flatten()
        })
    }

    /// The place of that name.
    #[must_use]
    pub fn place(&self, name: &str) -> Option<Place> {
        match self.known(name)? {
            Known::Place(place) => Some(place),
            _ => None,
        }
    }

    /// The longest length in bytes that a known name beginning with `word` can have.
    #[must_use]
    pub fn longest_from(&self, word: &str) -> Option<usize> {
        let word = fold(word);
        let found = self.longest.get(beginning(&word)).copied();
        found.or_else(|| self.longest.get(beginning(&capitalised(&word))).copied().filter(|_| is_capitals(&word)))
    }

    /// The title of exactly these words.
    #[must_use]
    pub fn title(&self, words: &str) -> Option<Title> {
        self.titles.get(words).copied()
    }

    /// The longest length in bytes that a title beginning with `word` can have.
    #[must_use]
    pub fn longest_title_from(&self, word: &str) -> Option<usize> {
        self.longest_title.get(beginning(word)).copied()
    }

    /// Whether it is a given name, and of whom: `Some(None)` is a name of both.
    #[must_use]
    pub fn given_name(&self, word: &str) -> Option<Option<Gender>> {
        let word = fold(word);
        let found = self.given.get(&*word).copied();
        found.or_else(|| is_capitals(&word).then(|| self.given.get(capitalised(&word).as_str()).copied()).flatten())
    }

    /// What a word inside a name tells of it, and where it must stand.
    #[must_use]
    pub fn head(&self, word: &str) -> Option<(EntityKind, HeadPlace)> {
        self.heads.get(word).copied()
    }

    /// Whether the noun says what one person is to another, and of whom it is used.
    #[must_use]
    pub fn relation(&self, noun: &str) -> Option<Option<Gender>> {
        self.relations.get(noun).copied()
    }

    /// Whether a word in small letters plays a part in or beside names.
    #[must_use]
    pub fn is(&self, word: &str, role: NameWord) -> bool {
        self.words.get(word).is_some_and(|roles| roles & (1 << role as u32) != 0)
    }

    /// Whether the capitalised word is no name by itself.
    #[must_use]
    pub fn is_no_name(&self, word: &str) -> bool {
        self.not_names.contains(word) || is_misspelt_day(word)
    }
}

/// Long names of days and months, from the words of time.
static DAYS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = lexicon::rows(include_str!("../../../data/lexicon/times.tsv"));
    rows.filter(|row| matches!(row[1], "weekday" | "month") && row[0].len() >= SHORTEST_DAY).map(|row| row[0]).collect()
});
/// Shorter days and months lie too near to surnames ("Munday").
const SHORTEST_DAY: usize = 7;

/// "Wendesday": one slip of the pen away from a day or a month.
pub(super) fn is_misspelt_day(word: &str) -> bool {
    if !(SHORTEST_DAY - 1..=10).contains(&word.len()) || !word.is_ascii() {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let near = |day: &str| day.as_bytes()[0] == lower.as_bytes()[0] && day.len().abs_diff(lower.len()) <= 1;
    DAYS.iter().any(|day| near(day) && strsim::osa_distance(day, &lower) <= 1)
}

fn note_length(longest: &mut Table<usize>, name: &'static str) {
    let length = longest.entry(fold(beginning(name))).or_default();
    *length = (*length).max(name.len());
}

/// The letters before the first space or mark; a dot or an apostrophe belongs to them.
fn beginning(name: &str) -> &str {
    let end = name.find(|c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'')).unwrap_or(name.len());
    &name[..end]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_is_sound() {
        let lists = [PLACES, GROUPS, BODIES, MEDIA, TITLES, GIVEN, HEADS, RELATIONS, NOT_NAMES, WORDS];
        for list in lists {
            assert_eq!(lexicon::check(list), Ok(()));
        }
    }

    #[test]
    fn a_misspelt_day_is_no_name_and_a_surname_near_a_short_one_is() {
        assert!(["Wendesday", "Thurdsay", "Febuary"].iter().all(|word| gazetteer().is_no_name(word)));
        assert!(!["Munday", "Tuesman", "Marsh"].iter().any(|word| gazetteer().is_no_name(word)));
    }

    #[test]
    fn every_word_of_a_closed_class_is_one() {
        for row in lexicon::rows(PLACES) {
            assert!(row[1].parse::<PlaceClass>().is_ok(), "{row:?}");
        }
        for row in lexicon::rows(MEDIA) {
            assert!(row[2].parse::<SourceKind>().is_ok(), "{row:?}");
        }
        for row in lexicon::rows(BODIES) {
            assert!(row[2].parse::<EntityKind>().is_ok(), "{row:?}");
        }
        for row in lexicon::rows(TITLES) {
            assert!(
                row[1].parse::<TitleClass>().is_ok() && (row[2].is_empty() || row[2].parse::<Gender>().is_ok()),
                "{row:?}"
            );
        }
        for row in lexicon::rows(WORDS) {
            assert!(row[1].parse::<NameWord>().is_ok(), "{row:?}");
        }
        for row in lexicon::rows(HEADS) {
            assert!(row[1].parse::<EntityKind>().is_ok() && row[2].parse::<HeadPlace>().is_ok(), "{row:?}");
        }
    }

    #[test]
    fn spellings_of_a_state_meet() {
        let lists = gazetteer();
        let state = |name| lists.place(name).map(|place| place.canonical);
        for name in ["U.S.", "US", "United States of America", "America"] {
            assert_eq!(state(name), Some("United States"), "{name}");
        }
        assert_eq!(state("Russian Federation"), state("RUSSIA"));
        assert_ne!(state("Iran"), state("Iraq"));
        assert_eq!(lists.place("Paris").map(|place| place.class), Some(PlaceClass::Capital));
    }

    #[test]
    fn titles_and_given_names_tell_gender() {
        let lists = gazetteer();
        assert_eq!(lists.title("Mrs.").and_then(|title| title.gender), Some(Gender::Female));
        assert_eq!(lists.given_name("José"), Some(Some(Gender::Male)));
        assert_eq!(lists.given_name("Banana"), None);
        assert_eq!(lists.relation("wife"), Some(Some(Gender::Female)));
    }
}
