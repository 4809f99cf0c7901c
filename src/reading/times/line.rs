//! A sentence as the grammar of times reads it: words, what they may mean as words of time, and their classes.

use super::calendar::{Season, Unit};
use super::terms::{Term, names_a_day, terms};
use crate::language::{Tree, Upos};
use crate::reading::numerals::{Neighbour, Shape, Word, is_neighbour, scan};
use crate::span::Span;

/// The words of one sentence.
#[derive(Debug)]
pub struct Line<'a> {
    /// In text order.
    pub words: Vec<Word<'a>>,
    /// What each may mean.
    pub terms: Vec<&'static [Term]>,
    tree: &'a Tree,
}

impl<'a> Line<'a> {
    /// Scans a sentence; the tree may be empty.
    #[must_use]
    pub fn new(text: &'a str, sentence: Span, tree: &'a Tree) -> Self {
        let words = scan(text, sentence);
        let terms = words.iter().map(terms).collect();
        Self { words, terms, tree }
    }

    /// Whether any word may be one of time.
    #[must_use]
    pub fn may_hold_time(&self) -> bool {
        self.terms.iter().any(|terms| !terms.is_empty()) || self.words.iter().any(|word| word.shape == Shape::Digits)
    }

    /// The tree, empty where there is none.
    #[must_use]
    pub const fn tree(&self) -> &'a Tree {
        self.tree
    }

    /// The token of a word, if the sentence has a tree.
    #[must_use]
    pub fn token(&self, at: usize) -> Option<usize> {
        self.tree.token_at(self.words.get(at)?.span.start)
    }

    /// The word class, if the sentence has a tree.
    #[must_use]
    pub fn class(&self, at: usize) -> Option<Upos> {
        Some(self.tree.tokens[self.token(at)?].upos)
    }

    /// Whether word `at` is `word`.
    #[must_use]
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.words.get(at).is_some_and(|found| found.is(word))
    }

    /// Whether word `at` is one of `words`.
    #[must_use]
    pub fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.words.get(at).is_some_and(|found| found.is_any(words))
    }

    /// Whether the word before `at` is one of `words`.
    #[must_use]
    pub fn follows(&self, at: usize, words: &[&str]) -> bool {
        at > 0 && self.is_any(at - 1, words)
    }

    /// Whether the word before `at` is a neighbour of that kind.
    #[must_use]
    pub fn after(&self, at: usize, kind: Neighbour) -> bool {
        at.checked_sub(1).and_then(|before| self.words.get(before)).is_some_and(|word| is_neighbour(word, kind))
    }

    /// `at`, or the word after it where that is a hyphen (after a space only if `loose`).
    #[must_use]
    pub fn past_hyphen(&self, at: usize) -> usize {
        if self.words.get(at).is_some_and(|word| word.is_hyphen() && word.glued) { at + 1 } else { at }
    }

    /// Whether word `at` hangs on the one before without a space.
    #[must_use]
    pub fn glued(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.glued)
    }

    /// The first reading of word `at` that `pick` takes.
    pub fn term<T>(&self, at: usize, pick: impl Fn(Term) -> Option<T>) -> Option<T> {
        self.terms.get(at)?.iter().find_map(|&term| pick(term))
    }

    /// A month at `at`, with the word after it and its dot. "may" and "march" must look like a month.
    #[must_use]
    pub fn month(&self, at: usize) -> Option<(usize, i8)> {
        let (month, short) = self.term(at, |term| match term {
            Term::Month { month, short } => Some((month, short)),
            _ => None,
        })?;
        let word = &self.words[at];
        if !word.capital {
            return None;
        }
        let dot = short && self.is(at + 1, ".") && self.glued(at + 1);
        let end = if dot { at + 2 } else { at + 1 };
        if (short && !dot || word.is_any(&["may", "march", "april", "june", "august"])) && !self.looks_dated(at, end) {
            return None;
        }
        Some((end, month))
    }

    /// Whether the words around an ambiguous month speak for one.
    fn looks_dated(&self, at: usize, end: usize) -> bool {
        let number = self.words.get(end).is_some_and(|next| next.shape == Shape::Digits && next.lower.len() <= 4);
        let led = self.after(at, Neighbour::MonthBefore)
            || (at > 0 && (self.words[at - 1].shape == Shape::Digits || self.words[at - 1].is("-")));
        match &*self.words[at].lower {
            "may" => {
                let verb = matches!(self.class(at), Some(Upos::Aux | Upos::Verb));
                number || (led && !verb)
            }
            "april" | "june" | "august" => number || led || at == 0 || !self.words[at - 1].capital,
            _ => number || led,
        }
    }

    /// A weekday at `at`; abbreviations only where a date follows.
    #[must_use]
    pub fn weekday(&self, at: usize) -> Option<(usize, i8)> {
        let (day, short) = self.term(at, |term| match term {
            Term::Weekday { day, short } => Some((day, short)),
            _ => None,
        })?;
        if !self.words[at].capital || self.is_named_day(at) {
            return None;
        }
        if !short {
            return Some((at + 1, day));
        }
        let end = if self.is(at + 1, ".") && self.glued(at + 1) { at + 2 } else { at + 1 };
        let date = if self.is(end, ",") { end + 1 } else { end };
        self.month(date).map(|_| (end, day))
    }

    /// "Super Tuesday", "the Sunday Telegraph", "Monday Night Football": a name, no day.
    fn is_named_day(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.words.get(before));
        let part = self.term(at + 1, |term| if let Term::Part { plural: false, .. } = term { Some(()) } else { None });
        let next = self.words.get(if part.is_some() && self.words[at + 1].capital { at + 2 } else { at + 1 });
        before.is_some_and(|word| names_a_day(word, "before")) || next.is_some_and(|word| names_a_day(word, "after"))
    }

    /// A unit at `at`, singular or plural.
    #[must_use]
    pub fn unit(&self, at: usize) -> Option<(Unit, bool)> {
        self.term(at, |term| match term {
            Term::Unit { unit, plural } => Some((unit, plural)),
            _ => None,
        })
    }

    /// A season at `at`; "fall" and "spring" as verbs are left to the caller.
    #[must_use]
    pub fn season(&self, at: usize) -> Option<Season> {
        self.term(at, |term| match term {
            Term::Season { season, plural: false } => Some(season),
            _ => None,
        })
    }

    /// A year in four digits at `at`.
    #[must_use]
    pub fn year(&self, at: usize) -> Option<i16> {
        let word = self.words.get(at)?;
        let year = word.whole().filter(|_| word.lower.len() == 4)?;
        // Something glued to digits ("2000m", "2019.5") is no year; "1980s" is read elsewhere.
        let clear = self.words.get(at + 1).is_none_or(|next| !next.glued || next.shape == Shape::Mark);
        (clear && (1000..=2199).contains(&year)).then_some(year as i16)
    }

    /// A small whole number at `at` (a day of a month), with the word after it and its "st", "nd", "rd", "th".
    #[must_use]
    pub fn day_number(&self, at: usize) -> Option<(usize, i8)> {
        let word = self.words.get(at)?;
        let day = word.whole().filter(|day| (1..=31).contains(day) && word.lower.len() <= 2)?;
        let suffix = self.glued(at + 1) && self.is_any(at + 1, &["st", "nd", "rd", "th"]);
        let end = if suffix { at + 2 } else { at + 1 };
        let clear = self.words.get(end).is_none_or(|next| !next.glued || next.shape == Shape::Mark);
        let clock = self.glued(end) && self.is(end, ":") && self.glued(end + 1);
        (clear && !clock).then_some((end, day as i8))
    }
}
