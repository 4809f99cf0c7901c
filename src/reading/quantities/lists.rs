//! The word lists of quantities: units and words of approximation.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;
use crate::reading::numerals::Word;

static UNITS: &str = include_str!("../../../data/lexicon/units.tsv");
static APPROXIMATIONS: &str = include_str!("../../../data/lexicon/approximations.tsv");

/// The longest phrase of the lists, in words.
const LONGEST: usize = 5;

/// A unit of measure or money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// Its normalised form.
    pub name: &'static str,
    /// What the number is multiplied by.
    pub factor: f64,
    /// Whether it stands before the number.
    pub sign: bool,
}

/// How a number is softened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approximation {
    /// 5 % either way.
    About,
    /// From 90 % up to it.
    Below,
    /// From it up to 110 %.
    Above,
    /// It or more, open.
    Least,
    /// It or less, open.
    Most,
}

static UNIT_OF: LazyLock<FxHashMap<&'static str, Unit>> = LazyLock::new(|| {
    let rows = lexicon::rows(UNITS).filter_map(|row| match row[..] {
        [phrase, name, factor, class] => {
            Some((phrase, Unit { name, factor: factor.parse().ok()?, sign: class == "sign" }))
        }
        _ => None,
    });
    rows.collect()
});

static BEFORE: LazyLock<FxHashMap<&'static str, Approximation>> = LazyLock::new(|| approximations("before"));
static AFTER: LazyLock<FxHashMap<&'static str, Approximation>> = LazyLock::new(|| approximations("after"));

fn approximations(wanted: &str) -> FxHashMap<&'static str, Approximation> {
    let rows = lexicon::rows(APPROXIMATIONS).filter_map(|row| match row[..] {
        [phrase, kind, side] if side == wanted => Some((phrase, kind_of(kind)?)),
        _ => None,
    });
    rows.collect()
}

fn kind_of(word: &str) -> Option<Approximation> {
    Some(match word {
        "about" => Approximation::About,
        "below" => Approximation::Below,
        "above" => Approximation::Above,
        "least" => Approximation::Least,
        "most" => Approximation::Most,
        _ => return None,
    })
}

/// The unit that begins at word `at`, with the word after it; the longest phrase wins.
#[must_use]
pub fn unit(words: &[Word<'_>], at: usize) -> Option<(usize, Unit)> {
    longest_after(words, at, |phrase| UNIT_OF.get(phrase).copied().filter(|unit| !unit.sign))
}

/// The sign or code of a currency that ends before word `at`, and its first word.
#[must_use]
pub fn sign(words: &[Word<'_>], at: usize) -> Option<(usize, Unit)> {
    let before = at.checked_sub(1)?;
    let lookup = |from: usize| {
        let phrase = joined(&words[from..at], true);
        UNIT_OF.get(&*phrase).copied().filter(|unit| unit.sign).map(|unit| (from, unit))
    };
    let letters = before.checked_sub(1).filter(|_| words[before].glued);
    letters.and_then(lookup).or_else(|| lookup(before))
}

/// The words of approximation that end before word `at`, and their first word.
#[must_use]
pub fn approximation_before(words: &[Word<'_>], at: usize) -> Option<(usize, Approximation)> {
    (at.saturating_sub(LONGEST)..at).find_map(|from| {
        let phrase = joined(&words[from..at], false);
        BEFORE.get(&*phrase).map(|kind| (from, *kind))
    })
}

/// The words of approximation after a number ("or more"), with the word after them.
#[must_use]
pub fn approximation_after(words: &[Word<'_>], at: usize) -> Option<(usize, Approximation)> {
    longest_after(words, at, |phrase| AFTER.get(phrase).copied())
}

fn longest_after<T>(words: &[Word<'_>], at: usize, find: impl Fn(&str) -> Option<T>) -> Option<(usize, T)> {
    let last = (at + LONGEST).min(words.len());
    (at + 1..=last).rev().find_map(|end| find(&joined(&words[at..end], false)).map(|found| (end, found)))
}

/// The words with single spaces; where `tight`, as they stand together.
fn joined(words: &[Word<'_>], tight: bool) -> String {
    let mut phrase = String::with_capacity(24);
    for (at, word) in words.iter().enumerate() {
        if at > 0 && !(tight && word.glued) {
            phrase.push(' ');
        }
        phrase.push_str(&word.lower);
    }
    phrase
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::numerals::scan;
    use crate::span::Span;

    #[test]
    fn the_lists_are_sound() {
        for table in [UNITS, APPROXIMATIONS] {
            assert_eq!(lexicon::check(table), Ok(()));
        }
        for row in lexicon::rows(UNITS) {
            assert!(row[2].parse::<f64>().is_ok() && ["measure", "money", "sign"].contains(&row[3]), "{row:?}");
            assert!(row[0].split(' ').count() <= LONGEST);
        }
        for row in lexicon::rows(APPROXIMATIONS) {
            assert!(kind_of(row[1]).is_some() && ["before", "after"].contains(&row[2]), "{row:?}");
        }
    }

    #[test]
    fn the_longest_phrase_wins() {
        let text = "square miles more than US$ 5";
        let words = scan(text, Span::new(0, text.len()));
        assert_eq!(unit(&words, 0).map(|found| (found.0, found.1.name)), Some((2, "mi2")));
        assert_eq!(approximation_before(&words, 4), Some((2, Approximation::Least)));
        assert_eq!(sign(&words, 6).map(|found| (found.0, found.1.name)), Some((4, "USD")));
    }
}
