//! Lengths of time and recurring times: "three years", "the past few weeks", "every Friday", "a year" in a rate.

use super::calendar::Unit;
use super::line::Line;
use super::meaning::{Length, Meaning};
use super::terms::{Hedge, Term};
use crate::reading::numerals::{Neighbour, Shape, fraction, is_neighbour, number, ordinal, vague_plural};

/// What a rule gives.
type Found = Option<(usize, Meaning)>;

/// A length of time at `at`, with its hedge: "nearly two years", "an hour and a half", "six-month", "several days".
#[must_use]
pub fn length(line: &Line<'_>, at: usize) -> Option<(usize, Length)> {
    let (start, hedge) = hedge(line, at);
    let start = if hedge.is_none() && line.is(start, "the") { return None } else { start };
    let (end, count) = count(line, start)?;
    let (end, count) = alternative(line, end).unwrap_or((end, count));
    let filler = line.words.get(end).is_some_and(|word| is_neighbour(word, Neighbour::UnitBefore));
    let end = if filler { end + 1 } else { end };
    let hyphen = line.past_hyphen(end);
    let (unit, plural) = line.unit(hyphen)?;
    // "a second" of a ranking is no length, "two second" neither.
    if unit == Unit::Second && !plural && hyphen == end {
        return None;
    }
    if unit == Unit::Weekend && count == Some(1.0) {
        return None;
    }
    let after = line.past_hyphen(hyphen + 1);
    if plural && count == Some(1.0) && line.is_any(start, &["a", "an"]) {
        return None;
    }
    let titled = line.words[hyphen].capital && hyphen > 1;
    let compound = after > hyphen + 1 && line.is_any(after, &["ago", "earlier", "end"]);
    let share = unit == Unit::Quarter
        && (count == Some(1.0) || hyphen > end || line.is(after, "of") || line.year(start).is_some());
    if titled || compound || share {
        return None;
    }
    let hedge = if count.is_none() && line.is(at, "over") { return None } else { hedge };
    let mut length = Length { count, unit, hedge };
    let mut end = if after > hyphen + 1 && line.is(after, "long") { after + 1 } else { hyphen + 1 };
    if line.is(end, "or") && line.is(end + 1, "so") {
        end += 2;
    }
    if line.is(end, "and") && line.is(end + 1, "a") && line.is_any(end + 2, &["half", "quarter"]) {
        let part = if line.is(end + 2, "half") { 0.5 } else { 0.25 };
        length.count = length.count.map(|count| count + part);
        end += 3;
    }
    Some((end, length))
}

/// How many: a number, "a", "half a", "several"; vague ones count as unknown.
fn count(line: &Line<'_>, at: usize) -> Option<(usize, Option<f64>)> {
    if let Some(found) = number(&line.words, at) {
        let plural = vague_plural(&line.words[at]);
        let end = if plural && line.is(found.end, "of") { found.end + 1 } else { found.end };
        let exact = (found.low - found.high).abs() < f64::EPSILON
            && (!found.vague || line.is_any(found.end.saturating_sub(1), &["couple", "of"]));
        return Some((end, exact.then_some(found.low)));
    }
    if line.is(at, "half") && line.is_any(at + 1, &["a", "an"]) {
        return Some((at + 2, Some(0.5)));
    }
    if line.is_any(at, &["a", "an"]) {
        if line.is(at + 1, "half") {
            return Some((line.past_hyphen(at + 2), Some(0.5)));
        }
        return Some((at + 1, Some(1.0)));
    }
    if line.is(at, "many") {
        return Some((at + 1, None));
    }
    let (end, part) = fraction(&line.words, at)?;
    Some((if line.is(end, "of") && line.is_any(end + 1, &["a", "an"]) { end + 2 } else { return None }, Some(part)))
}

/// The second of two counts: "two to three", "12 or 18", "10-15"; TIMEX3 takes the first, so does this.
fn alternative(line: &Line<'_>, end: usize) -> Option<(usize, Option<f64>)> {
    let joined = line.is_any(end, &["to", "or"]) || (line.words.get(end)?.is_hyphen());
    let second = number(&line.words, if joined { end + 1 } else { return None })?;
    let unit = line.past_hyphen(second.end);
    line.unit(unit)?;
    Some((second.end, None))
}

/// A hedge before a length: those of TIMEX3 lie in the span ("nearly", "at least", "more than").
fn hedge(line: &Line<'_>, at: usize) -> (usize, Option<Hedge>) {
    let word = |at: usize| line.words.get(at).map(|word| &*word.lower);
    match (word(at), word(at + 1)) {
        (Some("almost" | "nearly"), _) => (at + 1, Some(Hedge::Less)),
        (Some("more" | "longer"), Some("than")) | (Some("at"), Some("least")) => (at + 2, Some(Hedge::More)),
        (Some("less" | "fewer"), Some("than")) | (Some("up"), Some("to")) | (Some("at"), Some("most")) => {
            (at + 2, Some(Hedge::Less))
        }
        (Some("no"), Some("more")) if line.is(at + 2, "than") => (at + 3, Some(Hedge::Less)),
        (Some("over"), _) if number(&line.words, at + 1).is_some() || line.is_any(at + 1, &["a", "an"]) => {
            (at + 1, Some(Hedge::More))
        }
        _ => (at, None),
    }
}

/// Lengths in the sentence: counted, bare ("for years"), or next to the publication ("the past three years").
#[must_use]
pub fn duration(line: &Line<'_>, at: usize) -> Found {
    if let Some(found) = directed(line, at) {
        return Some(found);
    }
    let the = usize::from(line.is(at, "the"));
    if the == 1
        && let Some(found) = number(&line.words, at + 1)
    {
        // "the nine months", "the first two weeks" is below
        let unit = line.past_hyphen(found.end);
        let (unit_word, plural) = line.unit(unit)?;
        let count = (!found.vague).then_some(found.low);
        return plural.then(|| (unit + 1, plain(count, unit_word)));
    }
    let first = at + the;
    if the == 1
        && let Some((unit, true)) = line.unit(first)
        && unit >= Unit::Day
        && (line.is(first + 1, "ahead") || (unit != Unit::Day && line.follows(at, &["over", "through", "in"])))
    {
        let ahead = usize::from(line.is(first + 1, "ahead"));
        return Some((first + 1 + ahead, plain(None, unit)));
    }
    if line.is_any(first, &["first", "final", "latest", "full", "entire"])
        || (the == 1 && ordinal(&line.words, first).is_some())
    {
        let found = number(&line.words, first + 1)?;
        let (unit, plural) = line.unit(line.past_hyphen(found.end))?;
        let count = (!found.vague).then_some(found.low);
        return (plural && unit != Unit::Second).then(|| (line.past_hyphen(found.end) + 1, plain(count, unit)));
    }
    if let Some((end, length)) = length(line, at) {
        return (!is_age(line, at, end)).then_some((end, Meaning::Duration { length, towards: 0 }));
    }
    bare(line, at)
}

fn plain(count: Option<f64>, unit: Unit) -> Meaning {
    Meaning::Duration { length: Length { count, unit, hedge: None }, towards: 0 }
}

/// "34-year-old", "34 years old", "aged six months": an age is a quantity.
fn is_age(line: &Line<'_>, at: usize, end: usize) -> bool {
    let next = line.past_hyphen(end);
    line.is_any(next, &["old", "olds"])
        || (line.is(next, "of") && line.is(next + 1, "age"))
        || line.follows(at, &["aged"])
}

/// "years", "for months", "decades-long".
fn bare(line: &Line<'_>, at: usize) -> Found {
    let (unit, plural) = line.unit(at)?;
    let counted =
        at > 0 && (line.words[at - 1].shape == Shape::Digits || (line.words[at - 1].is_hyphen() && line.glued(at)));
    let named = line.words[at].capital && at > 0;
    let fits = plural && !counted && !named && !matches!(unit, Unit::Second | Unit::Quarter | Unit::Weekend);
    let long = line.past_hyphen(at + 1) > at + 1 && line.is(at + 2, "long");
    let end = if long { at + 3 } else { at + 1 };
    (fits && !is_age(line, at, at + 1)).then(|| (end, plain(None, unit)))
}

/// "the past three years", "the next few weeks", "coming months", "recent days".
fn directed(line: &Line<'_>, at: usize) -> Found {
    let start = if line.is(at, "the") { at + 1 } else { at };
    let towards = if line.is(start, "recent") {
        -1
    } else {
        line.term(start, |term| match term {
            Term::FromNow(by) if by != 0 => Some(by),
            _ => None,
        })?
    };
    let (next, count) = match number(&line.words, start + 1) {
        Some(found) => {
            let (end, count) = (found.end, (found.low - found.high).abs() < f64::EPSILON);
            let count = count.then_some(found.low);
            alternative(line, end).unwrap_or((end, count))
        }
        None => (start + 1, None),
    };
    let next = if line.is_any(next, &["trading", "fiscal", "consecutive"]) { next + 1 } else { next };
    let (unit, plural) = line.unit(line.past_hyphen(next))?;
    let length = Length { count, unit, hedge: None };
    plural.then(|| (line.past_hyphen(next) + 1, Meaning::Duration { length, towards }))
}

/// "every Friday", "each year", "daily", "on Fridays", "twice a week", "40 a year", "per month".
#[must_use]
pub fn set(line: &Line<'_>, at: usize) -> Found {
    if let Some(value) = line.term(at, |term| if let Term::Recurring(value) = term { Some(value) } else { None }) {
        let named = line.words[at].capital && (at > 0 || line.words.get(at + 1).is_some_and(|next| next.capital));
        let named = named || line.words.get(at + 1).is_some_and(|next| next.capital && !next.glued);
        return (!named && line.words[at].lower != "annual").then(|| (at + 1, Meaning::Set(value.into())));
    }
    if line.term(at, |term| (term == Term::Every).then_some(())).is_some() {
        return every(line, at + 1);
    }
    if let Some(day) = line.term(at, |term| if let Term::Weekdays(day) = term { Some(day) } else { None })
        && line.words[at].capital
    {
        return Some((at + 1, Meaning::Set(format!("XXXX-WXX-{day}"))));
    }
    if let Some((end, day)) = line.weekday(at)
        && let Some(part) = line.term(end, |term| match term {
            Term::Part { part, plural: true } => Some(part),
            _ => None,
        })
    {
        return Some((end + 1, Meaning::Set(format!("XXXX-WXX-{day}T{part}"))));
    }
    let per = line.is(at, "per");
    let rate = line.follows(at, &["once", "twice", "times"])
        || (at > 0 && number(&line.words, at - 1).is_some_and(|found| found.end == at));
    if per || (line.is_any(at, &["a", "an"]) && rate) {
        let (unit, plural) = line.unit(at + 1)?;
        let calendar = !plural && unit >= Unit::Hour && unit != Unit::Weekend;
        return calendar.then(|| (at + 2, Meaning::Set(period(Some(1.0), unit))));
    }
    None
}

fn every(line: &Line<'_>, at: usize) -> Found {
    let set = |end: usize, value: String| Some((end, Meaning::Set(value)));
    if let Some((end, day)) = line.weekday(at) {
        return set(end, format!("XXXX-WXX-{day}"));
    }
    if let Some((end, month)) = line.month(at) {
        return set(end, format!("XXXX-{month:02}"));
    }
    if let Some(part) = line.term(at, |term| if let Term::Part { part, .. } = term { Some(part) } else { None }) {
        return set(at + 1, format!("XXXX-XX-XXT{part}"));
    }
    let (at, count) = match number(&line.words, at) {
        Some(found) => (found.end, found.low),
        None if line.is(at, "other") => (at + 1, 2.0),
        None => (at, 1.0),
    };
    let (unit, _) = line.unit(line.past_hyphen(at))?;
    set(line.past_hyphen(at) + 1, period(Some(count), unit))
}

/// A length as TIMEX3 writes it: "P3M", "PT1H30M", "PXY"; decades and centuries count in years.
#[must_use]
pub fn period(count: Option<f64>, unit: Unit) -> String {
    let (clock, letter, scale, half) = match unit {
        Unit::Second => ("T", "S", 1.0, None),
        Unit::Minute => ("T", "M", 1.0, Some((30, "S"))),
        Unit::Hour => ("T", "H", 1.0, Some((30, "M"))),
        Unit::Day => ("", "D", 1.0, None),
        Unit::Weekend => ("", "D", 2.0, None),
        Unit::Week => ("", "W", 1.0, None),
        Unit::Fortnight => ("", "W", 2.0, None),
        Unit::Month => ("", "M", 1.0, None),
        Unit::Quarter => ("", "Q", 1.0, None),
        Unit::Year => ("", "Y", 1.0, Some((6, "M"))),
        Unit::Decade => ("", "Y", 10.0, None),
        Unit::Century => ("", "Y", 100.0, None),
    };
    let Some(count) = count else {
        let letter = match unit {
            Unit::Decade => "E",
            Unit::Century => "C",
            _ => letter,
        };
        return format!("P{clock}X{letter}");
    };
    match (unit, half) {
        // Half an hour is thirty minutes, a year and a half a year and six months.
        (_, Some((of, smaller))) if (count.fract() - 0.5).abs() < 1e-9 => {
            let whole = count.trunc();
            if whole > 0.0 { format!("P{clock}{whole}{letter}{of}{smaller}") } else { format!("P{clock}{of}{smaller}") }
        }
        _ => format!("P{clock}{}{letter}", count * scale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_timex_does() {
        for (count, unit, value) in [
            (Some(3.0), Unit::Month, "P3M"),
            (None, Unit::Year, "PXY"),
            (Some(0.5), Unit::Hour, "PT30M"),
            (Some(1.5), Unit::Year, "P1Y6M"),
            (Some(2.0), Unit::Decade, "P20Y"),
            (Some(2.0), Unit::Fortnight, "P4W"),
            (Some(2.5), Unit::Day, "P2.5D"),
        ] {
            assert_eq!(period(count, unit), value);
        }
    }
}
