//! Years and their parts: "fiscal 2018", "the 1980s", "the third quarter of 1989", "summer 2018", "Christmas Eve".

use super::calendar::{Stretch, Unit};
use super::dates::{Found, past_the, two_digits, whole_after};
use super::line::Line;
use super::meaning::{InYear, Meaning};
use super::relative::directed;
use super::terms::{Term, named};
use crate::reading::numerals::{Neighbour, Shape, Word, number, ordinal};

/// "2019", "fiscal 2018", "the year 2000", "'98", "nineteen ninety-seven"; a bare number must look like a year.
pub(super) fn year(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    let said = |end: usize, year: i16| Some((end, Meaning::Stretch(Stretch::Year(year))));
    if line.is_any(start, &["fiscal", "year", "calendar", "financial", "fy"]) {
        let next = if line.is(start + 1, "year") { start + 2 } else { start + 1 };
        if let Some(year) = line.year(next).or_else(|| spelled_year(line, next).map(|found| found.1)) {
            let end = spelled_year(line, next).map_or(next + 1, |found| found.0);
            return said(end, year);
        }
        return None;
    }
    if line.is_any(at, &["'", "’", "‘"]) && line.glued(at + 1) {
        let word = line.words.get(at + 1)?;
        let year = word.whole().filter(|_| word.lower.len() == 2)?;
        let free = !line.glued(at) && !line.glued(at + 2);
        return if free { said(at + 2, two_digits(year)) } else { None };
    }
    if let Some((end, year)) = spelled_year(line, at) {
        return said(end, year);
    }
    if let Some(year) = line.year(start).filter(|_| start > at && line.is(start + 1, "period")) {
        return said(start + 2, year);
    }
    let year = line.year(at).filter(|_| bare_year(line, at))?;
    said(at + 1, year)
}

/// Whether four digits stand where a year does: not behind a sign or a name, not before what is counted.
fn bare_year(line: &Line<'_>, at: usize) -> bool {
    let year = line.year(at).unwrap_or_default();
    if at > 0 && line.glued(at) && !line.is_any(at - 1, &["(", "-", "–", "—", "/", "[", "\"", "“", "‘", "'"]) {
        return false;
    }
    if line.after(at, Neighbour::CountBefore) || line.follows(at, &["$", "£", "€", "#"]) {
        return false;
    }
    if line.glued(at + 1) && line.is_any(at + 1, &["%", ":"]) {
        return false;
    }
    let led = line.after(at, Neighbour::YearBefore) || line.follows(at, &["-", "–", "("]);
    let named = |place: Option<usize>| {
        let word = place.and_then(|place| line.words.get(place));
        word.is_some_and(|word| word.capital && word.shape == Shape::Letters)
    };
    let month = at > 1 && line.month(at - 1).is_some();
    if !led && !month && ((at > 1 && named(Some(at - 1))) || named(Some(at + 1))) {
        return false;
    }
    let next = line.words.get(at + 1);
    let closed = next.is_none_or(|next| next.shape == Shape::Mark);
    // "in 2019 troops came" and "2,500 troops": a year counts nothing unless a preposition leads it.
    if (1900..=2100).contains(&year) {
        led || closed || at == 0 || counts_nothing(line, at)
    } else {
        year >= 1400 && led && (closed || line.follows(at, &["in", "since", "until"]))
    }
}

/// Whether the word after `at` cannot be counted by it.
fn counts_nothing(line: &Line<'_>, at: usize) -> bool {
    let plural = line.words.get(at + 1).is_some_and(|next| next.lower.ends_with('s') && !next.lower.ends_with("ss"));
    !plural || line.is_any(at + 1, &["was", "has", "is"])
}

/// "nineteen ninety-seven", "two thousand eight".
fn spelled_year(line: &Line<'_>, at: usize) -> Option<(usize, i16)> {
    if line.is(at, "two") && line.is(at + 1, "thousand") && line.follows(at, &["year", "in", "since", "of"]) {
        return Some((at + 2, 2000));
    }
    let century = line.term(at, |term| if let Term::Century(century) = term { Some(century) } else { None })?;
    let rest = number(&line.words, at + 1).filter(|rest| !rest.digits && !rest.vague)?;
    let two = rest.low >= 10.0 && rest.low < 100.0 && rest.low.fract() == 0.0;
    two.then(|| (rest.end, century * 100 + rest.low as i16))
}

/// "1980s", "the '80s", "the mid-nineties", "the 18th century", "19th-century".
pub(super) fn decade(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    let edged = line.term(start, |term| if let Term::Edge(edge) = term { Some(edge) } else { None });
    if start > at && edged.is_some() {
        return None;
    }
    let said = |end, decade| Some((end, Meaning::Stretch(Stretch::Decade(decade))));
    if let Some(tens) = line.term(start, |term| if let Term::Decade(tens) = term { Some(tens) } else { None }) {
        let led = start > at || line.follows(at, &["mid", "early", "late", "-"]);
        return if led { said(start + 1, 190 + tens) } else { None };
    }
    if let Some((after, century)) = ordinal(&line.words, start) {
        let unit = line.past_hyphen(after);
        let fits = matches!(line.unit(unit), Some((Unit::Century, _))) && (1..=21).contains(&century);
        return fits.then(|| (unit + 1, Meaning::Stretch(Stretch::Century(century as i16 - 1))));
    }
    let quote = usize::from(line.is_any(start, &["'", "’", "‘"]));
    let digits = line.words.get(start + quote)?;
    let value = digits.whole().filter(|value| value % 10 == 0)?;
    let mut end = start + quote + 1;
    if line.glued(end) && line.is_any(end, &["'", "’"]) {
        end += 1;
    }
    if !(line.glued(end) && line.is(end, "s")) {
        return None;
    }
    match digits.lower.len() {
        4 if (1000..2100).contains(&value) => said(end + 1, value as i16 / 10),
        2 if quote == 1 || start > at => said(end + 1, two_digits(value) / 10),
        _ => None,
    }
}

/// "the third quarter of 1989", "Q3 2018", "first-half", "the fiscal first quarter", "the last week of May".
pub(super) fn nth(line: &Line<'_>, at: usize) -> Found {
    if let Some(word) = line.words.get(at)
        && word.is_any(&["q", "h"])
        && line.glued(at + 1)
    {
        let which = line.words.get(at + 1)?.whole()? as i8;
        let part = match (&*word.lower, which) {
            ("q", 1..=4) => InYear::Quarter(which),
            ("h", 1..=2) => InYear::Half(which),
            _ => return None,
        };
        return Some(whole_after(line, at + 2, Meaning::InYear(part)));
    }
    let start = past_the(line, at);
    // "the 1989 third quarter", "this year's third quarter", "last year's first half"
    let (leading, start) = match year_before(line, start) {
        Some((next, whole)) => (Some(whole), next),
        None => (None, start),
    };
    let start = if line.is(start, "fiscal") { line.past_hyphen(start + 1) } else { start };
    let (after, which) =
        if line.is_any(start, &["final", "last"]) { (start + 1, 0) } else { ordinal(&line.words, start)? };
    if start > at && line.is(at, "the") && line.past_hyphen(after) > after {
        return None;
    }
    let after = if line.is(after, "fiscal") { after + 1 } else { line.past_hyphen(after) };
    let part = if line.is(after, "half") {
        InYear::Half(match which {
            0 => 2,
            1 | 2 => which as i8,
            _ => return None,
        })
    } else {
        match line.unit(after)? {
            (Unit::Quarter, false) => InYear::Quarter(match which {
                0 if line.is(start, "final") => 4,
                1..=4 => which as i8,
                _ => return None,
            }),
            _ => return None,
        }
    };
    let part = Meaning::InYear(part);
    match leading {
        Some(whole) => Some((after + 1, Meaning::Of { part: Box::new(part), whole: Box::new(whole) })),
        None if matches!(part, Meaning::InYear(InYear::Half(_))) => {
            // A half without a year may be one of a match.
            let found = whole_after(line, after + 1, part);
            matches!(found.1, Meaning::Of { .. }).then_some(found)
        }
        None => Some(whole_after(line, after + 1, part)),
    }
}

/// A year that stands before its part, with "'s" or without.
fn year_before(line: &Line<'_>, at: usize) -> Option<(usize, Meaning)> {
    let (end, whole) = match line.year(at) {
        Some(year) => (at + 1, Meaning::Stretch(Stretch::Year(year))),
        None => directed(line, at).filter(|(_, whole)| whole.is_year())?,
    };
    let possessive = line.glued(end) && line.is_any(end, &["'", "’"]);
    match possessive {
        true if line.is(end + 1, "s") => Some((end + 2, whole)),
        true => None,
        false => matches!(whole, Meaning::Stretch(_)).then_some((end, whole)),
    }
}

/// "summer 2018", "the summer of 2018", "in spring": a season needs "the", a preposition or a year.
pub(super) fn season(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    let season = line.season(start)?;
    let (end, meaning) = whole_after(line, start + 1, Meaning::InYear(InYear::Season(season)));
    let whole = matches!(meaning, Meaning::Of { .. });
    let verb = line.is_any(start, &["spring", "fall"]);
    let led = line.follows(start, &["in", "by", "since", "until", "during", "early", "late", "mid", "-"]);
    (whole
        || (start > at && !verb)
        || (led && (!verb || line.follows(start, &["in", "by", "since", "early", "late", "mid", "-"]))))
    .then_some((end, meaning))
}

/// "year-end", "year end", "year's end": the last day of the year.
pub(super) fn year_end(line: &Line<'_>, at: usize) -> Found {
    let possessive = line.is_any(at + 1, &["'", "’"]) && line.is(at + 2, "s");
    let end = if possessive { at + 3 } else { line.past_hyphen(at + 1) };
    let said = line.is(at, "year") && line.is(end, "end");
    said.then_some((end + 1, Meaning::InYear(InYear::Day(12, 31))))
}

/// "Christmas Eve", "Thanksgiving 2018", "last Easter" is `directed`.
pub(super) fn holiday(line: &Line<'_>, at: usize) -> Found {
    line.words.get(at).filter(|word| word.capital && word.shape == Shape::Letters)?;
    for more in (0..4).rev() {
        let Some(words) = line.words.get(at..=at + more) else { continue };
        let possessive = words.iter().position(|word| word.is_any(&["'", "’"]));
        let phrase = match possessive {
            Some(mark) if words.len() > mark + 1 => {
                let rest = if words[mark + 1].is("s") { mark + 2 } else { mark + 1 };
                joined(words[..mark].iter().chain(&words[rest..]))
            }
            Some(_) => continue,
            None => joined(words.iter()),
        };
        let rule =
            named(&phrase).iter().find_map(|&term| if let Term::Holiday(rule) = term { Some(rule) } else { None });
        if let Some(rule) = rule {
            return Some(whole_after(line, at + more + 1, Meaning::InYear(InYear::Holiday(rule))));
        }
    }
    None
}

fn joined<'w>(words: impl Iterator<Item = &'w Word<'w>>) -> String {
    words.map(|word| &*word.lower).collect::<Vec<_>>().join(" ")
}
