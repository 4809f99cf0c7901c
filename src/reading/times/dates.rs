//! Dates: the grammar of points and stretches of the calendar, explicit and relative.
//!
//! Each rule takes a place in the line and gives the word after its last one and a meaning; the longest wins.

use super::calendar::{Stretch, Unit};
use super::durations::length;
use super::line::Line;
use super::meaning::{From, InYear, Length, Meaning, Which};
use super::references::the_unit;
use super::terms::{Edge, Term, named};
use crate::reading::numerals::{Shape, ordinal};

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

fn past_the(line: &Line<'_>, at: usize) -> usize {
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
    let Some(c) = third.and_then(|word| word.whole()) else {
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
const fn two_digits(year: u32) -> i16 {
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
fn whole_after(line: &Line<'_>, end: usize, part: Meaning) -> (usize, Meaning) {
    let at = if line.is_any(end, &["of", "in"]) { end + 1 } else { end };
    let direct = line.year(at).filter(|_| at == end).map(|year| (at + 1, Meaning::Stretch(Stretch::Year(year))));
    let year = direct.or_else(|| year(line, at)).or_else(|| directed(line, at).filter(|(_, whole)| whole.is_year()));
    let year = year.or_else(|| shifted(line, at).filter(|(_, whole)| whole.is_year()));
    match year {
        Some((end, whole)) => (end, Meaning::Of { part: Box::new(part), whole: Box::new(whole) }),
        None => (end, part),
    }
}

/// "2019", "fiscal 2018", "the year 2000", "'98", "nineteen ninety-seven"; a bare number must look like a year.
fn year(line: &Line<'_>, at: usize) -> Found {
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
    if line.follows(
        at,
        &[
            "$", "£", "€", "#", "no.", "rs", "flight", "boeing", "airbus", "route", "highway", "than", "about", "some",
            "nearly", "almost", "around",
        ],
    ) {
        return false;
    }
    if line.glued(at + 1) && line.is_any(at + 1, &["%", ":"]) {
        return false;
    }
    let led = line.follows(
        at,
        &[
            "in", "since", "by", "until", "till", "from", "of", "during", "before", "after", "through", "mid", "early",
            "late", "for", "and", "between", "to", "-", "–", "(", "the", "or",
        ],
    );
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
    let rest = crate::reading::numerals::number(&line.words, at + 1).filter(|rest| !rest.digits && !rest.vague)?;
    let two = rest.low >= 10.0 && rest.low < 100.0 && rest.low.fract() == 0.0;
    two.then(|| (rest.end, century * 100 + rest.low as i16))
}

/// "1980s", "the '80s", "the mid-nineties", "the 18th century", "19th-century".
fn decade(line: &Line<'_>, at: usize) -> Found {
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
fn nth(line: &Line<'_>, at: usize) -> Found {
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
fn season(line: &Line<'_>, at: usize) -> Found {
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

/// "last week", "this Friday", "next May", "that year", "the following spring", "the same day", "the year".
fn directed(line: &Line<'_>, at: usize) -> Found {
    let start = past_the(line, at);
    if line.is_any(start, &["day", "week", "month", "year", "night", "morning"]) && start > at {
        if let Some(found) = the_day_before(line, start) {
            return Some(found);
        }
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
fn day_word(line: &Line<'_>, at: usize) -> Found {
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
fn shifted(line: &Line<'_>, at: usize) -> Found {
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

/// "year-end", "year end", "year's end": the last day of the year.
fn year_end(line: &Line<'_>, at: usize) -> Found {
    let possessive = line.is_any(at + 1, &["'", "’"]) && line.is(at + 2, "s");
    let end = if possessive { at + 3 } else { line.past_hyphen(at + 1) };
    let said = line.is(at, "year") && line.is(end, "end");
    said.then_some((end + 1, Meaning::InYear(InYear::Day(12, 31))))
}

/// "Christmas Eve", "Thanksgiving 2018", "last Easter" is `directed`.
fn holiday(line: &Line<'_>, at: usize) -> Found {
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

fn joined<'w>(words: impl Iterator<Item = &'w crate::reading::numerals::Word<'w>>) -> String {
    words.map(|word| &*word.lower).collect::<Vec<_>>().join(" ")
}
