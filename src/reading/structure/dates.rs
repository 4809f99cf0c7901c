//! Dates as lines and datelines of news write them: "March 27, 2019", "27 Mar 2019", "2019-03-27".
//!
//! Only whole calendar days; what a sentence's words of time mean is the work of `times`.

use std::sync::LazyLock;

use jiff::civil::Date;

use crate::lexicon;
use crate::span::Span;

/// A date and the words that write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// Its words, in bytes of the text that was searched.
    pub span: Span,
    /// The day.
    pub date: Date,
}

const TIMES: &str = include_str!("../../../data/lexicon/times.tsv");

/// The names of the months, with their numbers.
static MONTHS: LazyLock<Vec<(&str, i8)>> = LazyLock::new(|| named("month"));

/// The names of the days of the week, with their numbers.
static WEEKDAYS: LazyLock<Vec<(&str, i8)>> = LazyLock::new(|| named("weekday"));

/// The words of a class in the list of words of time, with their numbers.
fn named(class: &str) -> Vec<(&'static str, i8)> {
    let numbered = lexicon::rows(TIMES).filter_map(|row| match row[..] {
        [word, of, number] if of == class => Some((word, number.parse().ok()?)),
        _ => None,
    });
    numbered.collect()
}

/// Whether a word is the name of a day of the week, written with one capital.
pub fn is_weekday(word: &str) -> bool {
    let Some(rest) = word.strip_prefix(|first: char| first.is_ascii_uppercase()) else { return false };
    WEEKDAYS.iter().any(|(day, _)| day.ends_with(rest) && word.eq_ignore_ascii_case(day))
}

/// The first full date (day, month and year) of a short text.
pub fn date_in(text: &str) -> Option<WrittenDate> {
    let words = words(text);
    (0..words.len()).find_map(|at| {
        let numeric = numeric(words[at].of(text)).map(|date| (date, 1));
        let (date, used) = numeric.or_else(|| written(text, &words[at..]))?;
        Some(WrittenDate { span: words[at].hull(words[at + used - 1]), date })
    })
}

/// The number of a month by its name or a usual short form of it.
pub fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let means = |full: &str| full.starts_with(&word) && (matches!(word.len(), 3 | 4) || word == full);
    MONTHS.iter().find(|(full, _)| means(full)).map(|&(_, number)| number)
}

/// Words and numbers, with the marks that hold a numeric date together.
fn words(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, c) in text.char_indices() {
        let joins = c.is_alphanumeric() || c == '-' || c == '/' || c == '.';
        match found.last_mut() {
            _ if !joins => {}
            Some(word) if word.end == at => word.end = at + c.len_utf8(),
            _ => found.push(Span::new(at, at + c.len_utf8())),
        }
    }
    found
}

/// "March 27, 2019", "27 March 2019", "27th of March 2019".
fn written(text: &str, words: &[Span]) -> Option<(Date, usize)> {
    let word = |at: usize| words.get(at).map(|span| span.of(text));
    let first = word(0)?;
    if let Some(month) = month(first) {
        return Some((Date::new(year(word(2)?)?, month, day(word(1)?)?).ok()?, 3));
    }
    let day = day(first)?;
    let skip = usize::from(word(1)? == "of");
    let month = month(word(1 + skip)?)?;
    Some((Date::new(year(word(2 + skip)?)?, month, day).ok()?, 3 + skip))
}

fn day(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches('.').trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = &word.trim_end_matches('.')[digits.len()..];
    (digits.len() <= 2 && (tail.is_empty() || ["st", "nd", "rd", "th"].contains(&tail))).then(|| digits.parse().ok())?
}

fn year(word: &str) -> Option<i16> {
    let word = word.trim_end_matches('.');
    let year: i16 = (word.len() == 4).then(|| word.parse().ok())??;
    (1800..2200).contains(&year).then_some(year)
}

/// "2019-03-27" with or without a time; "27/03/2019" and "27.03.2019" where day and month cannot be confused.
fn numeric(word: &str) -> Option<Date> {
    let word = word.trim_end_matches(['.', '-', '/']);
    let word = word.split(['T', 't']).next().unwrap_or(word);
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [a, b, c] = parts[..] else { return None };
    if let Some(year) = year(a) {
        return Date::new(year, b.parse().ok()?, c.parse().ok()?).ok();
    }
    let (first, second): (i8, i8) = (a.parse().ok()?, b.parse().ok()?);
    let (day, month) = match (first, second) {
        (1..=12, 13..=31) => (second, first),
        (13..=31, 1..=12) => (first, second),
        (same, other) if same == other => (first, second),
        _ => return None,
    };
    Date::new(year(c)?, month, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_dates_are_read_in_their_usual_forms() {
        for (text, wanted) in [
            ("March 27, 2019", Some("2019-03-27")),
            ("Published: 12 May 2020 10:31 GMT", Some("2020-05-12")),
            ("By Ann Orr - Nov. 19, 2019, 10:31 pm", Some("2019-11-19")),
            ("Tuesday, 3rd of Sept 2013", Some("2013-09-03")),
            ("2019-03-27T10:00:00Z", Some("2019-03-27")),
            ("27/03/2019", Some("2019-03-27")),
            ("03/04/2019", None),
            ("March 27", None),
            ("February 30, 2019", None),
            ("marched 27 2019", None),
            ("a score of 12 may 2020", Some("2020-05-12")),
        ] {
            assert_eq!(date_in(text).map(|found| found.date.to_string()).as_deref(), wanted, "{text}");
        }
    }

    #[test]
    fn a_weekday_is_written_with_one_capital() {
        assert!(["Monday", "Wednesday", "Sunday"].into_iter().all(is_weekday));
        assert!(!["monday", "MONDAY", "Mondays", "Mon", "Day", "Tuesday.", ""].into_iter().any(is_weekday));
    }
}
