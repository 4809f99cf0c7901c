//! Relative dates: "last week", "the same day", "three months earlier", "yesterday".

use super::calendar::Unit;
use super::dates::{Found, past_the};
use super::durations::length;
use super::line::Line;
use super::meaning::{From, InYear, Length, Meaning};
use super::terms::Term;
use super::years::holiday;
use crate::reading::numerals::{Shape, ordinal};

/// "last week", "this Friday", "next May", "that year", "the following spring", "the same day", "the year".
pub(super) fn directed(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    if line.is_any(start, &["day", "week", "month", "year", "night", "morning"])
        && start > at
        && let Some(found) = the_day_before(line, start)
    {
        return Some(found);
    }
    let (by, from) = line.term(start, |term| match term {
        Term::FromNow(by) => Some((by, From::Now)),
        Term::FromThen(by) => Some((by, From::Then)),
        _ => None,
    })?;
    let mut next = start + 1;
    let same = line.is(start, "same");
    // "that same day", "this past Friday", "this coming May"
    let (by, from) = if line.is_any(start, &["that", "this"]) {
        match line.words.get(next).map(|word| &*word.lower) {
            Some("same") => (next += 1, (0, From::Then)).1,
            Some("past") => (next += 1, (-1, From::Now)).1,
            Some("coming") => (next += 1, (1, From::Now)).1,
            _ => (by, from),
        }
    } else {
        (by, from)
    };
    if line.is_any(next, &["fiscal", "calendar", "school", "full"]) {
        next += 1;
    }
    if let Some((unit, false)) = line.unit(next) {
        let titled = line.words[next].capital && line.words[start].capital && start > 0;
        if titled
            || matches!(unit, Unit::Second | Unit::Minute | Unit::Hour)
            || (unit == Unit::Quarter && line.is(next + 1, "of"))
        {
            return None;
        }
        // "the next day" is one of the story, "next week" one of the reader.
        let from = if unit == Unit::Day && by != 0 { From::Then } else { from };
        let end = if line.is(next + 1, "or") && line.is(next + 2, "so") { next + 3 } else { next + 1 };
        return Some((end, Meaning::Near { unit, by, from }));
    }
    if same {
        return None;
    }
    let what = if let Some((end, day)) = line.weekday(next) {
        (end, Meaning::Weekday(day))
    } else if let Some((end, month)) = line.month(next) {
        if let Some((after, day)) = line.day_number(end) {
            (after, Meaning::InYear(InYear::Day(month, day)))
        } else {
            (end, Meaning::InYear(InYear::Month(month)))
        }
    } else if let Some(season) = line.season(next) {
        (next + 1, Meaning::InYear(InYear::Season(season)))
    } else if let Some((end, meaning)) = holiday(line, next) {
        (end, meaning)
    } else {
        let part = line.term(next, |term| match term {
            Term::Part { part, plural: false } => Some(part),
            _ => None,
        })?;
        let from = if start > at && by != 0 { From::Then } else { from };
        let day = Meaning::Near { unit: Unit::Day, by, from };
        return Some((next + 1, Meaning::Part { day: Box::new(day), part }));
    };
    Some((what.0, Meaning::Named { what: Box::new(what.1), by, from }))
}

/// "the day before", "the year after" at the end of a clause, "the year earlier".
fn the_day_before(line: &Line<'_>, unit_at: usize) -> Found {
    let (unit, _) =
        line.unit(unit_at).or_else(|| line.is_any(unit_at, &["night", "morning"]).then_some((Unit::Day, false)))?;
    let by = line.term(unit_at + 1, |term| if let Term::Shift(by) = term { Some(by) } else { None });
    let by = match by {
        Some(by) => by,
        None if line.is_any(unit_at + 1, &["previous", "prior"]) => -1,
        None => return None,
    };
    let open =
        line.words.get(unit_at + 2).is_none_or(|next| next.shape == Shape::Mark || next.is_any(&["and", "that"]));
    let free = line.is_any(unit_at + 1, &["earlier", "previous", "prior"]) || open;
    free.then_some((unit_at + 2, Meaning::Near { unit, by, from: From::Then }))
}

/// "today", "yesterday", "tonight", "overnight".
pub(super) fn day_word(line: &Line<'_>, at: usize) -> Found {
    if line.is(at, "day") && line.is_any(at + 1, &["before", "after"]) {
        let by = if line.is(at + 1, "before") { -1 } else { 1 };
        let day = line.is_any(at + 2, &["yesterday", "tomorrow"]).then_some(by * 2)?;
        return Some((at + 3, Meaning::Near { unit: Unit::Day, by: day, from: From::Now }));
    }
    // "World Today" is a name.
    if at > 0
        && at < line.words.len()
        && line.words[at].capital
        && line.words[at - 1].capital
        && line.words[at - 1].shape == Shape::Letters
    {
        return None;
    }
    line.term(at, |term| match term {
        Term::Day(by) => Some((at + 1, Meaning::Near { unit: Unit::Day, by, from: From::Now })),
        Term::Tonight => {
            let day = Meaning::Near { unit: Unit::Day, by: 0, from: From::Now };
            Some((at + 1, Meaning::Part { day: Box::new(day), part: "NI" }))
        }
        _ => None,
    })
}

/// "three months earlier", "a year ago", "the year-earlier quarter", "two weeks from now".
pub(super) fn shifted(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    // "year-ago", "the year-earlier quarter"
    if let Some((unit, false)) = line.unit(start)
        && line.past_hyphen(start + 1) == start + 2
        && line.is_any(start + 2, &["ago", "earlier"])
    {
        let length = Length { count: Some(1.0), unit, hedge: None };
        let shift = Meaning::Shift { length, by: -1, from: From::Then };
        let next = start + 3;
        let nth = ordinal(&line.words, next).map_or(next, |found| found.0);
        let end = match line.unit(nth) {
            Some((Unit::Quarter | Unit::Month, false)) => nth + 1,
            _ if line.is(next, "period") => next + 1,
            // "the year-ago results": an adjective, without the article.
            _ if start == at => return Some((start + 3, shift)),
            _ => return None,
        };
        return Some((end, shift));
    }
    let (end, length) = length(line, at)?;
    if line.is_any(end, &["from"]) && line.is_any(end + 1, &["now", "today"]) {
        return Some((end + 2, Meaning::Shift { length, by: 1, from: From::Now }));
    }
    let by = line.term(end, |term| if let Term::Shift(by) = term { Some(by) } else { None })?;
    if line.is_any(end, &["before", "after", "previously", "hence", "afterward", "afterwards"]) {
        let open = line.words.get(end + 1).is_none_or(|next| next.shape == Shape::Mark);
        if !open {
            return None;
        }
    }
    let from = if line.is(end, "ago") { From::Now } else { From::Then };
    Some((end + 1, Meaning::Shift { length, by, from }))
}
