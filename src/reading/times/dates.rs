//! Dates: the grammar of days, months and what stands around them; it asks `years` and `relative` for the rest.
//!
//! Each rule takes a place in the line and gives the word after its last one and a meaning; the longest wins.

use super::calendar::Stretch;
use super::line::Line;
use super::meaning::{InYear, Meaning, Which};
use super::references::the_unit;
use super::relative::{day_word, directed, shifted};
use super::terms::{Edge, Term};
use super::years::{decade, holiday, nth, season, year, year_end};
use crate::reading::numerals::{Shape, Word, ordinal};

/// What a rule gives.
pub type Found = Option<(usize, Meaning)>;

/// The longest date at `at`, with the words that place it ("early", "the end of").
#[must_use]
pub fn date(line: &Line<'_>, at: usize) -> Found {
    longest([edged(line, at), core(line, at)])
}

/// The longest of several readings.
fn longest<const N: usize>(found: [Found; N]) -> Found {
    let mut best: Found = None;
    for (end, meaning) in found.into_iter().flatten() {
        if best.as_ref().is_none_or(|(longest, _)| end > *longest) {
            best = Some((end, meaning));
        }
    }
    best
}

pub(super) fn past_the(line: &Line<'_>, at: usize) -> usize {
    if line.is(at, "the") { at + 1 } else { at }
}

/// "early March", "mid-2019", "the very end of last year", "earlier this month", "late on Friday".
fn edged(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    let start = if start > at && line.is(start, "very") { start + 1 } else { start };
    if line.is(start, "sometime") {
        return directed(line, start + 1);
    }
    let edge = |pick: fn(Term) -> Option<Edge>| line.term(start, pick);
    if let Some(edge) = edge(|term| if let Term::Edge(edge) = term { Some(edge) } else { None }) {
        let next = line.past_hyphen(start + 1);
        let next = if line.is_any(next, &["in", "on"]) { next + 1 } else { next };
        let (end, of) = core(line, next)?;
        return of.is_stretch().then(|| (end, of.end(Which::Edge(edge))));
    }
    if let Some(edge) = edge(|term| if let Term::EdgeOf(edge) = term { Some(edge) } else { None }) {
        let next = if line.is(start + 1, "of") { start + 2 } else { return None };
        let (end, of) = core(line, next).or_else(|| the_unit(line, past_the(line, next)))?;
        return of.is_stretch().then(|| (end, of.end(Which::Edge(edge))));
    }
    let which = match &*line.words.get(start)?.lower {
        "earlier" => Which::BeforeNow,
        "later" => Which::AfterNow,
        _ => return None,
    };
    let next = if line.is_any(start + 1, &["in", "on"]) { start + 2 } else { start + 1 };
    let (end, of) = core(line, next).or_else(|| the_unit(line, past_the(line, next)))?;
    (of.is_stretch() && !matches!(of, Meaning::Weekday(_))).then(|| (end, of.end(which)))
}

/// A date without edges, with the part of the day that follows a day.
fn core(line: &Line<'_>, at: usize) -> Found {
    let found = longest([
        numeric(line, at),
        weekday(line, at),
        month(line, at),
        day_first(line, at),
        year(line, at),
        decade(line, at),
        nth(line, at),
        season(line, at),
        directed(line, at),
        day_word(line, at),
        shifted(line, at),
        holiday(line, at),
        year_end(line, at),
    ]);
    let (end, meaning) = found?;
    Some(part_of_day(line, end, meaning))
}

/// "Monday" + "night": the part of the day after a day.
fn part_of_day(line: &Line<'_>, end: usize, meaning: Meaning) -> (usize, Meaning) {
    if !meaning.is_day() {
        return (end, meaning);
    }
    let at = if line.is_any(end, &["early", "late", "mid"]) { line.past_hyphen(end + 1) } else { end };
    let part = line.term(at, |term| match term {
        Term::Part { part, plural: false } => Some(part),
        _ => None,
    });
    match part {
        Some(part) => (at + 1, Meaning::Part { day: Box::new(meaning), part }),
        None => (end, meaning),
    }
}

/// "2019-03-23", "3/23/19", "23.03.2019".
fn numeric(line: &Line<'_>, at: usize) -> Found {
    let first = line.words.get(at).filter(|word| word.shape == Shape::Digits)?;
    if let Some(found) = dotted_date(&first.lower) {
        return Some((at + 1, Meaning::Stretch(Stretch::Day(found))));
    }
    let mark = line.words.get(at + 1).filter(|mark| mark.glued && mark.is_any(&["-", "/"]))?;
    let second = line.words.get(at + 2).filter(|word| word.glued)?;
    let third_mark = line.words.get(at + 3).filter(|other| other.glued && other.lower == mark.lower);
    let third = line.words.get(at + 4).filter(|word| word.glued && third_mark.is_some());
    let (a, b) = (first.whole()?, second.whole()?);
    let Some(c) = third.and_then(Word::whole) else {
        let year_month = first.lower.len() == 4 && second.lower.len() == 2 && (1..=12).contains(&b) && a < 2200;
        return (year_month && mark.is("-") && a > 1000)
            .then(|| (at + 3, Meaning::Stretch(Stretch::Month(a as i16, b as i8))));
    };
    let lengths = (first.lower.len(), second.lower.len(), third?.lower.len());
    let (year, month, day) = match lengths {
        (4, _, 1..=2) => (a as i16, b, c),
        (1..=2, 1..=2, 2 | 4) => {
            let year = if lengths.2 == 4 { c as i16 } else { two_digits(c) };
            if a > 12 { (year, b, a) } else { (year, a, b) }
        }
        _ => return None,
    };
    let day = jiff::civil::Date::new(year, month as i8, day as i8).ok()?;
    Some((at + 5, Meaning::Stretch(Stretch::Day(day))))
}

/// "23.03.2019": day first, as where dots are used.
fn dotted_date(digits: &str) -> Option<jiff::civil::Date> {
    let mut parts = digits.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let whole = parts.next().is_none() && year.len() == 4;
    whole.then(|| jiff::civil::Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())?
}

/// '98 is 1998, '12 is 2012.
pub(super) const fn two_digits(year: u32) -> i16 {
    if year < 40 { 2000 + year as i16 } else { 1900 + year as i16 }
}

/// "Friday", "Friday, March 5", "Fri., 5 March 2019".
fn weekday(line: &Line<'_>, at: usize) -> Found {
    let (end, day) = line.weekday(at)?;
    let date_at = if line.is(end, ",") { end + 1 } else { end };
    let date_at = if line.is(date_at, "the") { date_at + 1 } else { date_at };
    let dated = [month(line, date_at), day_first(line, date_at), numeric(line, date_at)];
    if let Some((end, meaning)) = longest(dated)
        && matches!(meaning, Meaning::Stretch(Stretch::Day(_)) | Meaning::InYear(InYear::Day(..)))
    {
        return Some((end, meaning));
    }
    Some((end, Meaning::Weekday(day)))
}

/// "March", "March 23", "March 23, 2019", "March 2019", "March of last year", "March this year".
fn month(line: &Line<'_>, at: usize) -> Found {
    let (end, month) = line.month(at)?;
    let spelled = ordinal(&line.words, end).filter(|(_, day)| (1..=31).contains(day));
    let spelled = spelled.map(|(end, day)| (end, day as i8));
    if let Some((after, day)) = line.day_number(end).or(spelled) {
        if let Some((after, last)) = last_day(line, after, day) {
            return Some(through(line, after, month, day, last));
        }
        let comma = line.is(after, ",");
        if let Some(year) = line.year(if comma { after + 1 } else { after }) {
            let end = after + 1 + usize::from(comma);
            return full(year, month, day).map(|meaning| (end, meaning));
        }
        return Some(whole_after(line, after, Meaning::InYear(InYear::Day(month, day))));
    }
    let year_at = if line.is_any(end, &[",", "of"]) { end + 1 } else { end };
    let year_at = if line.is(year_at, "'") || line.is(year_at, "’") { end } else { year_at };
    if let Some(year) = line.year(year_at) {
        return Some((year_at + 1, Meaning::Stretch(Stretch::Month(year, month))));
    }
    Some(whole_after(line, end, Meaning::InYear(InYear::Month(month))))
}

/// The last day of "March 3-5", "March 3 to 5", "March 3 through 5", and the word after it.
fn last_day(line: &Line<'_>, at: usize, first: i8) -> Option<(usize, i8)> {
    let joined = line.words.get(at)?.is_hyphen() || line.is_any(at, &["–", "to", "through"]);
    let (end, last) = line.day_number(at + 1).filter(|&(_, last)| joined && last > first)?;
    // "March 3 to 5 p.m.", "March 3 to 5 people"
    let counts = line.words.get(end).is_some_and(|next| next.shape == Shape::Letters && !next.glued);
    let glued = line.words[at].is_hyphen() || line.is(at, "–");
    (glued || !counts || line.is_any(end, &["in", "at", "on", "and", "for", "by", "with", "of", "among", "to"]))
        .then_some((end, last))
}

/// Days of one month as one interval, with the year where it follows.
fn through(line: &Line<'_>, after: usize, month: i8, first: i8, last: i8) -> (usize, Meaning) {
    let comma = line.is(after, ",");
    let year = line.year(if comma { after + 1 } else { after });
    let dated = year.and_then(|year| full(year, month, first)).map(|of| (after + 1 + usize::from(comma), of));
    let (end, of) = dated.unwrap_or((after, Meaning::InYear(InYear::Day(month, first))));
    (end, of.end(Which::Through(last)))
}

fn full(year: i16, month: i8, day: i8) -> Option<Meaning> {
    jiff::civil::Date::new(year, month, day).ok().map(|day| Meaning::Stretch(Stretch::Day(day)))
}

/// "23 March 2019", "23rd of March", "the 23rd of March".
fn day_first(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    let (after, day) = line.day_number(start)?;
    let month_at = if line.is(after, "of") { after + 1 } else { line.past_hyphen(after) };
    let (end, month) = line.month(month_at)?;
    let year_at = line.past_hyphen(if line.is(end, ",") { end + 1 } else { end });
    if let Some(year) = line.year(year_at) {
        return full(year, month, day).map(|meaning| (year_at + 1, meaning));
    }
    // "5 March 7": the day belongs to the month that it follows only if no other day comes.
    if line.day_number(end).is_some() && start == at && after == month_at {
        return None;
    }
    Some(whole_after(line, end, Meaning::InYear(InYear::Day(month, day))))
}

/// The year after a part of one: "… of 2018", "… last year", "… of the following year", ", 2018".
pub(super) fn whole_after(line: &Line<'_>, end: usize, part: Meaning) -> (usize, Meaning) {
    let at = if line.is_any(end, &["of", "in"]) { end + 1 } else { end };
    let direct = line.year(at).filter(|_| at == end).map(|year| (at + 1, Meaning::Stretch(Stretch::Year(year))));
    let year = direct.or_else(|| year(line, at)).or_else(|| directed(line, at).filter(|(_, whole)| whole.is_year()));
    let year = year.or_else(|| shifted(line, at).filter(|(_, whole)| whole.is_year()));
    match year {
        Some((end, whole)) => (end, Meaning::Of { part: Box::new(part), whole: Box::new(whole) }),
        None => (end, part),
    }
}
