//! Words that point to the present, the past or the future at large: "now", "recently", "in the future".

use super::calendar::Unit;
use super::line::Line;
use super::meaning::{From, Length, Meaning};
use super::terms::{Term, named};
use crate::language::Upos;

/// A reference at `at`, or "the weekend", "the quarter", "the day".
#[must_use]
pub fn reference(line: &Line<'_>, at: usize) -> Option<(usize, Meaning)> {
    let found = |end: usize, value: &'static str| Some((end, Meaning::Reference(value)));
    if let Some(value) = line.term(at, |term| if let Term::Reference(value) = term { Some(value) } else { None }) {
        return found(at + 1, value);
    }
    if line.is(at, "right") && line.is(at + 1, "now") {
        return found(at + 2, "PRESENT_REF");
    }
    let start = if line.is(at, "the") { at + 1 } else { at };
    if line.is(start, "current") && start == at && line.class(at) != Some(Upos::Noun) {
        return found(at + 1, "PRESENT_REF");
    }
    if line.is(start, "future") && start == at && line.class(at) == Some(Upos::Adj) {
        return found(start + 1, "FUTURE_REF");
    }
    if line.is(at, "these") && line.is(at + 1, "days") {
        return found(at + 2, "PRESENT_REF");
    }
    if start == at {
        return None;
    }
    let vague =
        |terms: &[Term]| terms.iter().find_map(|term| if let Term::Vague(value) = term { Some(*value) } else { None });
    if let Some(value) = line.terms.get(start).and_then(|terms| vague(terms)) {
        if value != "-" {
            return found(start + 1, value);
        }
        let phrase = format!("{} {}", line.words[start].lower, line.words.get(start + 1)?.lower);
        return vague(named(&phrase)).and_then(|value| found(start + 2, value));
    }
    if line.is(start, "past")
        && line.follows(at, &["in", "from", "of"])
        && line.terms.get(start + 1).is_none_or(|terms| terms.is_empty())
    {
        return found(start + 1, "PAST_REF");
    }
    the_unit(line, start)
}

/// "the weekend", "the quarter", "the year" of what the text speaks of.
pub fn the_unit(line: &Line<'_>, at: usize) -> Option<(usize, Meaning)> {
    if line.is(at, "latest") && line.is(at + 1, "period") {
        return Some((at + 2, Meaning::Near { unit: Unit::Quarter, by: 0, from: From::Then }));
    }
    // "in the morning", "during the evening"
    if let Some(part) =
        line.term(at, |term| if let Term::Part { part, plural: false } = term { Some(part) } else { None })
        && at > 1
        && line.follows(at - 1, &["in", "during", "by"])
    {
        let day = Meaning::Near { unit: Unit::Day, by: 0, from: From::Then };
        return Some((at + 1, Meaning::Part { day: Box::new(day), part }));
    }
    let at = if line.is_any(at, &["latest", "fiscal", "current", "entire", "full"]) { at + 1 } else { at };
    let (unit, plural) = line.unit(at)?;
    let fits = match unit {
        Unit::Weekend | Unit::Quarter | Unit::Year | Unit::Week | Unit::Month => true,
        Unit::Day => line.follows(at - 1, &["on", "of", "in", "for", "during"]),
        _ => false,
    };
    let compound = line.is_any(at + 1, &["-", "when", "of", "that"]) && unit != Unit::Weekend;
    (fits && !plural && !compound).then(|| {
        if unit == Unit::Year && line.is_any(at + 1, &["ended", "ending", "to"]) {
            let length = Length { count: Some(1.0), unit, hedge: None };
            return (at + 1, Meaning::Duration { length, towards: 0 });
        }
        let from = if unit == Unit::Weekend { From::Now } else { From::Either };
        (at + 1, Meaning::Near { unit, by: 0, from })
    })
}
