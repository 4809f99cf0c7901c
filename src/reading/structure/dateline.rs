//! Datelines, bylines and date lines: where and when an article was filed, and whose copy it is.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::dates::{date_in, month};
use crate::lexicon;
use crate::span::Span;

const AGENCIES: &str = include_str!("../../../data/lexicon/agencies.tsv");

/// Agencies by their words in small letters, with their usual names.
static NAMES: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::rows(AGENCIES).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());

const DATE_LABELS: &str = include_str!("../../../data/lexicon/date_labels.tsv");

/// The small words of date lines and what they say of the date.
static LABELS: LazyLock<FxHashMap<&str, &str>> =
    LazyLock::new(|| lexicon::rows(DATE_LABELS).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());

/// The opening of a report that says where, when and by whom it was filed: `CARACAS, March 3 (Reuters) -`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, the dash included.
    pub span: Span,
    /// The agency's words.
    pub credit: Option<Span>,
    /// Month and day, where they stand in it.
    pub day: Option<(i8, i8)>,
    /// The full date, where it stands in it.
    pub date: Option<Date>,
}

/// No dateline is longer than this, in bytes.
const LONGEST: usize = 110;

/// The dateline at the start of a paragraph.
pub fn dateline(body: &str, paragraph: Span) -> Option<Dateline> {
    let text = paragraph.of(body);
    let limit = text.char_indices().map(|(at, _)| at).take_while(|&at| at <= LONGEST).last()?;
    let (head_end, end) = dash(&text[..limit])?;
    let head = Span::new(0, head_end).trim(text);
    let words = head.of(text);
    let credit = bracketed(text, head).or_else(|| agency_at_end(text, head));
    let place =
        credit.map_or(words, |credit| words[..credit.start.saturating_sub(head.start)].trim_end_matches(['(', ' ']));
    let capitals = place.split([',', '(']).next().is_some_and(is_all_capitals);
    let named = place.split_whitespace().all(is_name_part) && place.split_whitespace().count() <= 9;
    if !named || !(credit.is_some() || capitals) {
        return None;
    }
    let shift = |span: Span| Span::new(span.start + paragraph.start, span.end + paragraph.start);
    let day = month_and_day(words);
    Some(Dateline {
        span: shift(Span::new(0, end)),
        credit: credit.map(shift),
        day,
        date: date_in(words).map(|d| d.date),
    })
}

/// Where the dash or colon after a dateline begins and ends.
fn dash(text: &str) -> Option<(usize, usize)> {
    let mut found: Option<(usize, usize)> = None;
    for mark in [" - ", " – ", " — ", "—", "--", ") -", ") –", ": "] {
        if let Some(at) = text.find(mark) {
            let at = at + usize::from(mark.starts_with(')'));
            if found.is_none_or(|(earlier, _)| at < earlier) {
                found = Some((at, at + mark.trim_start_matches(')').len()));
            }
        }
    }
    let (at, mut end) = found?;
    end += text[end..].len() - text[end..].trim_start_matches(['-', '–', '—', ' ']).len();
    Some((at, at.max(text[..end].trim_end().len())))
}

/// `(Reuters)` at the end of the head.
fn bracketed(text: &str, head: Span) -> Option<Span> {
    let words = head.of(text).strip_suffix(')')?;
    let open = words.rfind('(')?;
    let inside = &words[open + 1..];
    let fits = inside.split_whitespace().count() <= 4 && inside.starts_with(char::is_uppercase);
    (fits && month_and_day(inside).is_none()).then(|| Span::new(head.start + open + 1, head.start + words.len()))
}

/// `CARACAS, March 24, Reuters` and `Reuters, Caracas` alike: an agency after the last comma or slash.
fn agency_at_end(text: &str, head: Span) -> Option<Span> {
    let words = head.of(text);
    let start = words.rfind([',', '/', '|']).map_or(0, |at| at + 1);
    let tail = Span::new(head.start + start, head.end).trim(text);
    agency(tail.of(text)).map(|_| tail)
}

/// The usual name of an agency, by the words that a byline or dateline uses.
fn agency(words: &str) -> Option<&'static str> {
    NAMES.get(words.to_lowercase().as_str()).copied()
}

fn is_all_capitals(words: &str) -> bool {
    let letters = || words.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 3 && letters().all(char::is_uppercase)
}

fn is_name_part(word: &str) -> bool {
    let small = ["in", "of", "de", "del", "la", "al", "el", "and", "the", "on", "du", "sur"];
    word.starts_with(|c: char| !c.is_lowercase()) || small.contains(&word)
}

/// The first month and day of a dateline: "March 3", "3 March".
fn month_and_day(words: &str) -> Option<(i8, i8)> {
    let words: Vec<&str> = words.split([' ', ',', '(', ')']).filter(|word| !word.is_empty()).collect();
    let day = |word: &str| word.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
    words.windows(2).find_map(|pair| match (month(pair[0]), month(pair[1])) {
        (Some(month), _) => Some((month, day(pair[1])?)),
        (_, Some(month)) => Some((month, day(pair[0])?)),
        _ => None,
    })
}

/// The agency that a byline or a line of its own names: `By Ann Orr, Associated Press`, `Reuters`, `- AFP`.
pub fn agency_in_line(body: &str, line: Span) -> Option<Span> {
    let text = line.of(body);
    let mut words: Vec<Span> = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| c.is_whitespace() || "|/,()–—•·;".contains(c)) {
        if !word.is_empty() {
            words.push(Span::new(at, at + word.len()));
        }
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
    }
    let longest_first = (1..=4).rev().flat_map(|count| words.windows(count));
    let named = longest_first.map(|run| run[0].hull(run[run.len() - 1])).find(|span| {
        let words = span.of(text).trim_end_matches('.');
        words.starts_with(char::is_uppercase) && agency(words).is_some()
    })?;
    Some(Span::new(line.start + named.start, line.start + named.end))
}

/// Whether a line says who wrote the article: `By Ann Orr and Tom Lee, Kelso Mirror`.
pub fn is_byline(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let by = words.first().is_some_and(|word| ["By", "BY", "by"].contains(&word.trim_end_matches(':')));
    let named = words.iter().skip(1).filter(|word| word.starts_with(char::is_uppercase)).count();
    by && words.len() <= 20 && named * 2 >= words.len() - 1 && named > 0 && !(text.ends_with('.') && words.len() > 12)
}

/// Whether a line is nothing but a date or a time, with its labels: "March 27, 2019", "2 days ago", "11:03 PM".
pub fn is_time_line(text: &str) -> bool {
    let words = || text.split(|c: char| !c.is_alphanumeric() && c != '.').filter(|word| !word.is_empty());
    let counted = text.contains(|c: char| c.is_ascii_digit()) && words().count() <= 8;
    let timed = || words().any(|word| LABELS.get(word.trim_matches('.').to_lowercase().as_str()) == Some(&"time"));
    counted && timed() && !text.ends_with(['.', '"', '”']) || date_line(text).is_some()
}

/// How good a date line is as the day of publication, best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateRank {
    /// "Updated: …".
    Updated,
    /// A date without a label.
    Plain,
    /// "Published: …".
    Published,
}

/// The date of a line that is nothing but a date, with its label, a time, a name.
pub fn date_line(text: &str) -> Option<(Date, DateRank)> {
    if text.len() > 160 {
        return None;
    }
    let found = date_in(text)?;
    let rest = [&text[..found.span.start], &text[found.span.end..]];
    let mut rank = DateRank::Plain;
    for word in rest.iter().flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '.')) {
        match LABELS.get(word.trim_matches('.').to_lowercase().as_str()) {
            Some(&"published") => rank = DateRank::Published,
            Some(&"updated") if rank == DateRank::Plain => rank = DateRank::Updated,
            None if word.starts_with(char::is_lowercase) => return None,
            _ => {}
        }
    }
    if text.split_whitespace().count() > 16 {
        return None;
    }
    Some((found.date, rank))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_well_formed() {
        assert_eq!(lexicon::check(AGENCIES), Ok(()));
        assert_eq!(lexicon::check(DATE_LABELS), Ok(()));
    }

    #[test]
    fn a_dateline_ends_with_its_dash_and_may_name_an_agency() {
        for (text, wanted) in [
            ("KELSO, Norway (Reuters) - A ferry sank.", Some(("KELSO, Norway (Reuters) -", Some("Reuters")))),
            ("KELSO, March 3 (Xinhua) -- A ferry sank.", Some(("KELSO, March 3 (Xinhua) --", Some("Xinhua")))),
            ("(AP) — A ferry sank.", Some(("(AP) —", Some("AP")))),
            ("KELSO — A ferry sank.", Some(("KELSO —", None))),
            ("Kelso: March 3, (PTI): A ferry sank.", None),
            ("NEW KELSO: A ferry sank.", Some(("NEW KELSO:", None))),
            ("Kelso (AFP) – A ferry sank.", Some(("Kelso (AFP) –", Some("AFP")))),
            ("Kelso - the town of ferries - mourns.", None),
            ("The ferry (built in 1990) - sank.", None),
            ("Mr Orr – who saw it – wept.", None),
            ("A ferry sank.", None),
            ("", None),
        ] {
            let found = dateline(text, Span::new(0, text.len()));
            let found = found.map(|line| (line.span.of(text), line.credit.map(|credit| credit.of(text))));
            assert_eq!(found, wanted, "{text}");
        }
    }

    #[test]
    fn a_dateline_keeps_its_day() {
        let text = "KELSO, March 3 (Reuters) - A ferry sank.";
        assert_eq!(dateline(text, Span::new(0, text.len())).and_then(|line| line.day), Some((3, 3)));
    }

    #[test]
    fn bylines_are_told_from_sentences() {
        assert!(is_byline("By Ann Orr and Tom Lee, Associated Press"));
        assert!(is_byline("BY ANN ORR"));
        assert!(!is_byline("By the time the coast guard came, the ferry had sunk."));
        assert!(!is_byline("Ann Orr"));
    }

    #[test]
    fn the_agency_of_a_line_is_found_in_its_words() {
        for (text, wanted) in [
            ("By Ann Orr, The Associated Press", Some("The Associated Press")),
            ("Reuters November 18, 2031 11:03 PM", Some("Reuters")),
            ("- AFP", Some("AFP")),
            ("By Ann Orr, Kelso Mirror", None),
        ] {
            assert_eq!(agency_in_line(text, Span::new(0, text.len())).map(|span| span.of(text)), wanted, "{text}");
        }
    }

    #[test]
    fn a_date_line_is_a_date_and_little_else() {
        for (text, wanted) in [
            ("March 27, 2019", Some(DateRank::Plain)),
            ("Published: 12 May 2020 10:31 GMT", Some(DateRank::Published)),
            ("Last updated on 12 May 2020 at 10:31 am", Some(DateRank::Updated)),
            ("Ann Orr - Nov 19, 2019, 10:31 pm CST", Some(DateRank::Plain)),
            ("The mayor opens a bridge in Kelso, July 2, 2013.", None),
            ("Ferry sinks off Kelso", None),
        ] {
            assert_eq!(date_line(text).map(|(_, rank)| rank), wanted, "{text}");
        }
    }
}
