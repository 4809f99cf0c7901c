//! The words of time that the grammar knows, from `data/lexicon/times.tsv`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::calendar::{Season, Unit};
use crate::lexicon;
use crate::reading::numerals::{Shape, Word};

/// Words that make a name of a weekday beside them, by their side.
static NAMED_DAYS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/lexicon/named_days.tsv")).map(|row| (row[0], row[1])).collect()
});

static TABLE: &str = include_str!("../../../data/lexicon/times.tsv");

/// What a word of time means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// A month; `short` for an abbreviation, which may carry a dot.
    Month { month: i8, short: bool },
    /// A weekday, Monday 1.
    Weekday { day: i8, short: bool },
    /// "Fridays".
    Weekdays(i8),
    /// A calendar unit, and how many of it ("fortnight" is two weeks).
    Unit { unit: Unit, plural: bool },
    /// A part of a day, as TIMEX3 writes it.
    Part { part: &'static str, plural: bool },
    /// A season.
    Season { season: Season, plural: bool },
    /// Days from today.
    Day(i32),
    /// "tonight", "overnight".
    Tonight,
    /// "noon", as TIMEX3 writes it.
    Clock(&'static str),
    /// `PRESENT_REF` and the like.
    Reference(&'static str),
    /// A recurring time: its value.
    Recurring(&'static str),
    /// "every".
    Every,
    /// "last", "this", "next": units from the publication.
    FromNow(i32),
    /// "previous", "that", "following": units from the time that the text speaks of.
    FromThen(i32),
    /// "early", "mid".
    Edge(Edge),
    /// "beginning", which needs an "of".
    EdgeOf(Edge),
    /// "ago", "later".
    Shift(i32),
    /// A time zone; whether it is UTC.
    Zone(bool),
    /// "nineties".
    Decade(i16),
    /// "nineteen" of "nineteen ninety-six".
    Century(i16),
    /// "a.m." (false), "p.m." (true), "o'clock".
    Hour(Option<bool>),
    /// "future" and the like, which need an article.
    Vague(&'static str),
    /// "almost", "about": in the span of a duration or not.
    Hedge(Hedge),
    /// What day of the year a feast is.
    Holiday(&'static str),
    /// "will": what follows lies ahead, surely or perhaps.
    Ahead(bool),
}

/// Which end of a stretch is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// Its first half.
    Start,
    /// Its middle half.
    Middle,
    /// Its second half.
    End,
}

/// How a hedge changes a length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hedge {
    /// Below it.
    Less,
    /// Around it.
    About,
    /// Above it.
    More,
}

static TERMS: LazyLock<FxHashMap<&'static str, Vec<Term>>> = LazyLock::new(|| {
    let mut terms: FxHashMap<_, Vec<Term>> = FxHashMap::default();
    for row in lexicon::rows(TABLE) {
        if let [word, class, value] = row[..]
            && let Some(term) = term_of(class, value)
        {
            terms.entry(word).or_default().push(term);
        }
    }
    terms
});

fn term_of(class: &str, value: &'static str) -> Option<Term> {
    let number = || value.parse::<i32>().ok();
    let edge = || match value {
        "start" => Some(Edge::Start),
        "middle" => Some(Edge::Middle),
        "end" => Some(Edge::End),
        _ => None,
    };
    Some(match class {
        "month" | "month-short" => Term::Month { month: number()? as i8, short: class != "month" },
        "weekday" | "weekday-short" => Term::Weekday { day: number()? as i8, short: class != "weekday" },
        "weekdays" => Term::Weekdays(number()? as i8),
        "unit" | "units" => Term::Unit { unit: value.parse().ok()?, plural: class == "units" },
        "part" | "parts" => Term::Part { part: value, plural: class == "parts" },
        "season" | "seasons" => Term::Season { season: value.parse().ok()?, plural: class == "seasons" },
        "day" => Term::Day(number()?),
        "tonight" => Term::Tonight,
        "clock" => Term::Clock(value),
        "reference" => Term::Reference(value),
        "recurring" => Term::Recurring(value),
        "every" => Term::Every,
        "from-now" => Term::FromNow(number()?),
        "from-then" => Term::FromThen(number()?),
        "edge" => Term::Edge(edge()?),
        "edge-of" => Term::EdgeOf(edge()?),
        "shift" => Term::Shift(number()?),
        "zone" => Term::Zone(value == "Z"),
        "decade" => Term::Decade(number()? as i16),
        "century" => Term::Century(number()? as i16),
        "hour" => Term::Hour(match value {
            "am" => Some(false),
            "pm" => Some(true),
            "-" => None,
            _ => return None,
        }),
        "vague" => Term::Vague(value),
        "hedge" => Term::Hedge(match value {
            "less" => Hedge::Less,
            "more" => Hedge::More,
            "about" => Hedge::About,
            _ => return None,
        }),
        "holiday" => Term::Holiday(value),
        "ahead" => Term::Ahead(value == "1"),
        _ => return None,
    })
}

/// What a word may mean as a word of time; most words nothing.
#[must_use]
pub fn terms(word: &Word<'_>) -> &'static [Term] {
    if word.shape == Shape::Letters { named(&word.lower) } else { &[] }
}

/// What a lower-case word or phrase of the list may mean.
#[must_use]
pub fn named(phrase: &str) -> &'static [Term] {
    TERMS.get(phrase).map_or(&[], Vec::as_slice)
}

/// Whether a word makes a name of a weekday before it (`after`) or after it (`before`): "Super Tuesday", "Sunday Telegraph".
#[must_use]
pub fn names_a_day(word: &Word<'_>, side: &str) -> bool {
    word.capital && NAMED_DAYS.get(&*word.lower).is_some_and(|found| *found == side)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        assert_eq!(lexicon::check(include_str!("../../../data/lexicon/named_days.tsv")), Ok(()));
        for row in lexicon::rows(TABLE) {
            assert!(term_of(row[1], row[2]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn a_word_may_mean_several_things() {
        assert!(named("may").contains(&Term::Month { month: 5, short: false }));
        assert!(named("second").contains(&Term::Unit { unit: Unit::Second, plural: false }));
        assert!(named("house").is_empty());
    }
}
