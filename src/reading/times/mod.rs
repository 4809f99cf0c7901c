//! Words of time: where they stand, their TIMEX3 values and the days they cover.
//!
//! A grammar of our own over the words of a sentence: `line` reads words, `dates`, `clock` and `durations` find what is
//! said, `resolve` anchors it. It knows no claims and no names. Ages ("34-year-old") are quantities, not times.

mod calendar;
mod clock;
mod dates;
mod durations;
mod from_report;
mod line;
mod meaning;
mod reckoning;
mod references;
mod relative;
mod resolve;
mod stamps;
mod tense;
mod terms;
mod unknown;
mod years;

pub use from_report::counted_days;

use self::calendar::{Stretch, Unit};
use self::line::Line;
use self::meaning::Meaning;
use self::resolve::{Anchors, resolve};
use self::stamps::{Stamp, stamp};
use self::terms::{Hedge, Term};
use super::numerals::Shape;
use super::{ArticleText, Section, Sentence, Time, TimeBasis, TimeType};
use crate::language::Tree;
use crate::span::Span;

/// The words of time in an article, in text order. `trees` stand beside the sentences; empty ones are allowed.
#[must_use]
pub fn times(article: &ArticleText<'_>, sentences: &[Sentence], trees: &[Tree]) -> Vec<Time> {
    let none = Tree::default();
    let mut anchors = Anchors { published: article.published, ..Anchors::default() };
    let mut times = Vec::new();
    for (sentence, placed) in sentences.iter().enumerate() {
        let line = Line::new(article.body, placed.span, trees.get(sentence).unwrap_or(&none));
        // What is added to a report counts from the day on which it was added.
        match stamp(&line, article.published, expression) {
            Some(Stamp::Added(day)) => anchors.published = Some(day),
            Some(Stamp::Original) => anchors.published = article.published,
            None => {}
        }
        if !line.may_hold_time() || (placed.section == Section::Boilerplate && !is_date_line(&line)) {
            continue;
        }
        let mut at = 0;
        while at < line.words.len() {
            let Some((end, meaning)) = expression(&line, at) else {
                at += 1;
                continue;
            };
            let span = Span::new(line.words[at].span.start, line.words[end - 1].span.end);
            times.push(anchored(&mut anchors, &line, at, span, sentence, &meaning));
            at = end.max(at + 1);
        }
        join_ranges(article.body, sentence, &mut times);
    }
    times
}

/// "from Monday to Thursday", "2010-2012": both ends of a range have its days.
fn join_ranges(body: &str, sentence: usize, times: &mut [Time]) {
    let first = times.partition_point(|time| time.sentence < sentence);
    for at in first + 1..times.len() {
        let (start, end) = (&times[at - 1], &times[at]);
        if start.kind != TimeType::Date || end.kind != TimeType::Date {
            continue;
        }
        let joint = body.get(start.span.end..end.span.start).unwrap_or_default().trim();
        let before = body.get(..start.span.start).unwrap_or_default().trim_end();
        let joined = match joint {
            "-" | "–" | "—" | "through" => true,
            "to" | "until" | "till" => before.ends_with("from") || before.ends_with("From"),
            "and" => before.ends_with("between") || before.ends_with("Between"),
            _ => false,
        };
        // "from September to December 2014": the year of the end is that of the start.
        let dated = joined && start.basis == TimeBasis::Published && end.basis == TimeBasis::Explicit;
        let near =
            end.high.filter(|_| dated && matches!(start.value.len(), 7 | 10)).zip(start.low).and_then(|(high, low)| {
                let year = if low.month() > high.month() { high.year() - 1 } else { high.year() };
                low.with().year(year).build().ok()
            });
        if let (true, Some(low), Some(high)) = (joined, near.or(start.low), end.high)
            && low <= high
        {
            if near.is_some() {
                let start = &mut times[at - 1];
                start.value = format!("{:04}{}", low.year(), start.value.get(4..).unwrap_or_default());
            }
            for time in &mut times[at - 1..=at] {
                (time.low, time.high) = (Some(low), Some(high));
            }
        }
    }
}

/// Whether a line of boilerplate is a date and nothing else: the day of the report is worth having.
fn is_date_line(line: &Line<'_>) -> bool {
    let whole = expression(line, 0).filter(|(end, _)| *end == line.words.len());
    whole.is_some_and(|(_, meaning)| matches!(meaning, Meaning::Stretch(_)))
}

/// The longest expression at `at`.
fn expression(line: &Line<'_>, at: usize) -> Option<(usize, Meaning)> {
    // An expression has a word of the list or digits among its first words.
    let mut near = at..(at + 5).min(line.words.len());
    if !near.any(|near| !line.terms[near].is_empty() || line.words[near].shape == Shape::Digits) {
        return None;
    }
    let found = [
        clock::clock(line, at),
        dates::date(line, at),
        durations::set(line, at),
        durations::duration(line, at),
        references::reference(line, at),
    ];
    let mut best: Option<(usize, Meaning)> = None;
    for (end, meaning) in found.into_iter().flatten() {
        if best.as_ref().is_none_or(|(longest, _)| end > *longest) {
            best = Some((end, meaning));
        }
    }
    best
}

fn anchored(anchors: &mut Anchors, line: &Line<'_>, at: usize, span: Span, sentence: usize, meaning: &Meaning) -> Time {
    let resolved = resolve(meaning, anchors, tense::tense(line, at), sentence);
    if let Some(stretch) = resolved.stretch {
        // A year back is what something is compared with, no step of the story.
        let compared = matches!(meaning, Meaning::Shift { length, .. } if length.unit >= Unit::Year);
        if !compared {
            anchors.then = Some(stretch);
            anchors.then_in = sentence;
        }
        let known = stretch.first().zip(anchors.published).is_none_or(|(first, published)| first <= published);
        if matches!(stretch, Stretch::Quarter(..)) && known {
            let year_before = matches!(meaning, Meaning::Shift { .. });
            let quarter = if year_before { anchors.quarter.map_or(stretch, |known| known.0) } else { stretch };
            anchors.quarter = Some((quarter, sentence));
        }
    }
    let hedged = at > 0 && line.terms[at - 1].contains(&Term::Hedge(Hedge::About));
    // "about Sunday's raid" tells of it; "about 11 p.m. Monday" is a Monday still.
    let about = hedged && is_rough(line, at, meaning);
    let (low, high) = if about { calendar::widened(resolved.days) } else { resolved.days };
    let (low, high) = if low.zip(high).is_some_and(|(low, high)| low > high) { (high, low) } else { (low, high) };
    Time { span, sentence, kind: resolved.kind, value: resolved.value, low, high, basis: resolved.basis }
}

/// Whether a word of approximation before a meaning makes its days rough, too.
fn is_rough(line: &Line<'_>, at: usize, meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Clock { .. }
        | Meaning::Part { .. }
        | Meaning::Weekday(_)
        | Meaning::Near { .. }
        | Meaning::Named { .. } => false,
        Meaning::InYear(_) | Meaning::End { .. } => !line.is(at - 1, "about"),
        _ => true,
    }
}

/// Whether a lower-case word names a month.
#[must_use]
pub fn is_month(word: &str) -> bool {
    terms::named(word).iter().any(|term| matches!(term, terms::Term::Month { .. }))
}

/// Whether a lower-case word names a day of the week.
#[must_use]
pub fn is_weekday(word: &str) -> bool {
    terms::named(word).iter().any(|term| matches!(term, Term::Weekday { .. }))
}

/// Whether a word means a stretch of time that a day may lie in: "night", "week".
#[must_use]
pub fn is_time_noun(word: &str) -> bool {
    terms::named(word).iter().any(|term| matches!(term, Term::Unit { .. } | Term::Part { .. } | Term::Edge(_)))
}

#[cfg(test)]
mod tests;
