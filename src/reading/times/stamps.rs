//! Lines that say when what stands under them was written: "UPDATE (9:20 p.m. 5/21/16)".
//!
//! It knows the line and the day of publication, and nothing of what follows.

use jiff::civil::Date;

use super::calendar::{Stretch, days_after};
use super::line::Line;
use super::meaning::{InYear, Meaning};
use crate::reading::numerals::Shape;

/// A line names its day among its first words.
const EARLY: usize = 12;
/// An update comes so many days after the report at the latest.
const LATEST: i32 = 60;

/// What a line says of the text under it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stamp {
    /// It was added on this day.
    Added(Date),
    /// It is the report as it was first published.
    Original,
}

/// What the line says of the text under it, if it is such a line. `expression` reads words of time.
#[must_use]
pub fn stamp(
    line: &Line<'_>,
    published: Option<Date>,
    expression: impl Fn(&Line<'_>, usize) -> Option<(usize, Meaning)>,
) -> Option<Stamp> {
    if line.is(0, "original") && (line.words.len() <= 2 || line.is_any(1, &["story", "report", ":"])) {
        return Some(Stamp::Original);
    }
    // "Update the list by May 5" orders; "Updated May 5" dates a page of which no one knows what is new.
    let opens =
        line.is(0, "update") && line.words.get(1).is_some_and(|next| next.shape != Shape::Letters || next.capital);
    if !opens {
        return None;
    }
    let day = (1..line.words.len().min(EARLY)).find_map(|at| day(&expression(line, at)?.1, published))?;
    let fits = published.is_none_or(|first| {
        let last = days_after(first, LATEST).unwrap_or(first);
        (days_after(first, -LATEST).unwrap_or(first)..=last).contains(&day)
    });
    fits.then_some(Stamp::Added(day))
}

fn day(meaning: &Meaning, published: Option<Date>) -> Option<Date> {
    match meaning {
        Meaning::Stretch(Stretch::Day(day)) => Some(*day),
        Meaning::InYear(InYear::Day(month, day)) => Date::new(published?.year(), *month, *day).ok(),
        Meaning::Clock { day: Some(of), .. } | Meaning::Part { day: of, .. } => day(of, published),
        _ => None,
    }
}
