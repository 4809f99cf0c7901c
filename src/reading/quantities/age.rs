//! Ages: "34-year-old", "34 years old", "aged 34", "a man, 34, was".

use crate::reading::numerals::{Neighbour, Number, Shape, Word, is_neighbour, number};

/// An age as the words give it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Age {
    /// First word.
    pub start: usize,
    /// The word after the last.
    pub end: usize,
    /// Lower end.
    pub low: f64,
    /// Upper end.
    pub high: f64,
    /// `year`, `month`, `week` or `day`.
    pub unit: &'static str,
    /// The unit's words, half-open.
    pub unit_words: Option<(usize, usize)>,
}

/// The age whose number, or the "aged" before it, begins at word `at`.
#[must_use]
pub fn age(words: &[Word<'_>], at: usize, body: &str) -> Option<Age> {
    if words[at].is_any(&["aged", "age"]) {
        let found = number(words, at + 1).filter(plausible)?;
        let (end, high) = range(words, found.end).unwrap_or((found.end, found.high));
        return Some(Age { start: at, end, low: found.low, high, unit: "year", unit_words: None });
    }
    let found = number(words, at).filter(|found| !found.vague)?;
    if let Some(age) = with_unit(words, at, &found) {
        return Some(age);
    }
    apposed(words, at, &found, body)
}

fn plausible(found: &Number) -> bool {
    !found.vague && found.low.fract() == 0.0 && (0.0..=120.0).contains(&found.low)
}

/// "aged 18 to 24", "aged 18-24".
fn range(words: &[Word<'_>], at: usize) -> Option<(usize, f64)> {
    let joins = words.get(at)?.is_any(&["to", "-", "–", "and"]);
    let second = number(words, at + 1).filter(|second| joins && plausible(second))?;
    Some((second.end, second.high))
}

/// "34-year-old", "6-month-old", "34 years old", "34 years of age".
fn with_unit(words: &[Word<'_>], at: usize, found: &Number) -> Option<Age> {
    let skip = |at: usize| if words.get(at).is_some_and(Word::is_hyphen) { at + 1 } else { at };
    let unit_at = skip(found.end);
    let unit = match &*words.get(unit_at)?.lower {
        "year" | "years" => "year",
        "month" | "months" => "month",
        "week" | "weeks" => "week",
        "day" | "days" => "day",
        _ => return None,
    };
    let old = skip(unit_at + 1);
    let end = if words.get(old)?.is_any(&["old", "olds"]) {
        old + 1
    } else if words[old].is("of") && words.get(old + 1)?.is("age") {
        old + 2
    } else {
        return None;
    };
    Some(Age { start: at, end, low: found.low, high: found.high, unit, unit_words: Some((unit_at, end)) })
}

/// ", 34," after a name or a noun, before a comma or a full stop: a bare number between commas.
fn apposed(words: &[Word<'_>], at: usize, found: &Number, body: &str) -> Option<Age> {
    let two = words[at].shape == Shape::Digits && words[at].lower.len() <= 2 && found.end == at + 1;
    let comma = at > 1 && words[at - 1].is(",") && words[at - 1].glued;
    let name = at > 1
        && words[at - 2].shape == Shape::Letters
        && (words[at - 2].capital || is_neighbour(&words[at - 2], Neighbour::Person));
    let closed = words.get(at + 1).is_some_and(|next| next.glued && next.is_any(&[",", ".", ";", ")"]))
        || words
            .get(at + 1)
            .is_some_and(|next| next.is_any(&["of", "and", "from", "was", "who"]) && name && words[at - 2].capital);
    let listed = words.get(at + 1).is_some_and(|next| next.is(","))
        && words.get(at + 2).is_some_and(|next| next.shape == Shape::Digits);
    let month = body.get(words[at.checked_sub(2)?].span.start..).is_some_and(starts_with_month);
    let fits = two && comma && name && closed && !listed && !month && plausible(found) && found.low >= 1.0;
    fits.then(|| Age { start: at, end: at + 1, low: found.low, high: found.high, unit: "year", unit_words: None })
}

fn starts_with_month(rest: &str) -> bool {
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    crate::reading::times::is_month(&word)
}
