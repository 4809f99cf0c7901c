//! Times of day: "9:30 a.m. EST on Monday", "18:00 UTC", "noon", "five o'clock".

use super::dates::date;
use super::line::Line;
use super::meaning::{ClockTime, Meaning};
use super::terms::Term;
use crate::reading::numerals::{Neighbour, Shape, number};

/// A time of day at `at`, with zone and day where they follow.
#[must_use]
pub fn clock(line: &Line<'_>, at: usize) -> Option<(usize, Meaning)> {
    let (end, mut time) = reading(line, at)?;
    let mut end = end;
    if let Some((after, utc)) = zone(line, end) {
        end = after;
        time.utc = utc;
    }
    let day_at = if line.is_any(end, &["on", ","]) { end + 1 } else { end };
    // "6 p.m. on Tuesday night": the part of the day says nothing more.
    let whole = |(after, day): (usize, Meaning)| match day {
        Meaning::Part { day, .. } => (after, *day),
        day => (after, day),
    };
    if let Some((after, day)) = date(line, day_at).map(whole).filter(|(_, day)| day.is_day()) {
        return Some((after, Meaning::Clock { day: Some(Box::new(day)), time }));
    }
    Some((end, Meaning::Clock { day: None, time }))
}

/// Hours and minutes with "a.m.", or in 24 hours, or by name.
fn reading(line: &Line<'_>, at: usize) -> Option<(usize, ClockTime)> {
    if let Some(named) = line.term(at, |term| if let Term::Clock(named) = term { Some(named) } else { None }) {
        let (hour, minute) = named.split_once(':')?;
        let led = at == 0 || line.after(at, Neighbour::HourBefore) || line.weekday(at - 1).is_some();
        if !led && date(line, at + 1).is_none_or(|(_, day)| !day.is_day()) {
            return None;
        }
        return Some((at + 1, ClockTime { hour: hour.parse().ok()?, minute: minute.parse().ok(), utc: false }));
    }
    let word = line.words.get(at)?;
    if word.shape == Shape::Letters {
        let hour = number(&line.words, at).filter(|hour| !hour.vague && hour.low <= 12.0 && hour.end == at + 1)?;
        let (end, hour) = half_of_day(line, hour.end, hour.low as u32)?;
        return Some((end, ClockTime { hour, minute: None, utc: false }));
    }
    if at > 0 && line.glued(at) && !line.is_any(at - 1, &["(", "-", "–", "—"]) {
        return None;
    }
    let colon = line.glued(at + 1) && line.is(at + 1, ":") && line.glued(at + 2);
    let (hour, minute, end) = if colon {
        let minute = line.words.get(at + 2).filter(|word| word.lower.len() == 2)?.whole()?;
        (word.whole()?, Some(minute), at + 3)
    } else if let Some((hour, minute)) = word.lower.split_once('.') {
        (hour.parse().ok()?, minute.parse().ok().filter(|_| minute.len() == 2), at + 1)
    } else {
        (word.whole()?, None, at + 1)
    };
    if hour > 24 && word.lower.len() == 4 && !colon && zone(line, end).is_some() && hour < 2400 {
        return Some((end, ClockTime { hour: hour / 100, minute: Some(hour % 100), utc: false }));
    }
    if hour > 24 || minute.is_some_and(|minute| minute > 59) {
        return None;
    }
    if let Some((end, hour)) = half_of_day(line, end, hour) {
        return Some((end, ClockTime { hour, minute, utc: false }));
    }
    // "18:30" alone is a time; "3:1" and "2:45.3" are none; a bare number never is.
    let clear =
        colon && line.words.get(end).is_none_or(|next| !next.glued || next.shape == Shape::Mark && !next.is(":"));
    clear.then_some((end, ClockTime { hour, minute, utc: false }))
}

/// "a.m.", "pm", "o'clock", "in the morning": the hour of the day and the word after it.
fn half_of_day(line: &Line<'_>, at: usize, hour: u32) -> Option<(usize, u32)> {
    if line.is(at, "in") && line.is(at + 1, "the") && line.is_any(at + 2, &["morning", "afternoon", "evening"]) {
        return Some((at + 3, of_day(hour, !line.is(at + 2, "morning"))?));
    }
    match line.term(at, |term| if let Term::Hour(half) = term { Some(half) } else { None })? {
        Some(afternoon) => Some((at + 1, of_day(hour, afternoon)?)),
        None => Some((at + 1, hour)),
    }
}

fn of_day(hour: u32, afternoon: bool) -> Option<u32> {
    match (hour, afternoon) {
        (0 | 13.., _) => None,
        (12, false) => Some(0),
        (12, true) => Some(12),
        (hour, true) => Some(hour + 12),
        (hour, false) => Some(hour),
    }
}

/// "EST", "GMT", "(18:00 GMT)" is a time of its own; "local time", "Eastern time".
fn zone(line: &Line<'_>, at: usize) -> Option<(usize, bool)> {
    if line.is(at, "local") && line.is(at + 1, "time") {
        return Some((at + 2, false));
    }
    let word = line.words.get(at).filter(|word| word.capital)?;
    let utc = line.term(at, |term| if let Term::Zone(utc) = term { Some(utc) } else { None })?;
    let long = word.is_any(&["eastern", "pacific"]);
    let end = at + 1;
    if line.is_any(end, &["standard", "daylight"]) && line.is(end + 1, "time") {
        return Some((end + 2, utc));
    }
    if line.is(end, "time") {
        return Some((end + 1, utc));
    }
    (!long).then_some((end, utc))
}
