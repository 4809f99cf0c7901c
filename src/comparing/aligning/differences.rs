//! In what two passages that tell of one thing differ: a number, a day, the words of a quotation, the voice, yes or no.

use super::beside::{Beside, aligned};
use super::passage::Prepared;
use crate::reading::{FactKind, Number, When};

/// Passages that share more of their words than this are the same,
pub(super) const SAME: f64 = 0.95;
/// and than this, nearly the same.
pub(super) const NEAR: f64 = 0.7;
/// Quotations that share fewer words in one order are not one remark.
const REMARK: usize = 4;
/// A time that means more days than this is no day.
const MONTH: i32 = 31;
/// A count of years that stands beside a name is an age.
const YEARS: &str = "year";
/// Passages by two voices tell one thing where they share so much of their words.
const ONE_THING: f64 = 0.4;

/// How many values of one sort are equal, and how many differ.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub equal: usize,
    pub differ: usize,
}

/// Numbers of one unit and, where there is none, of one noun.
pub(super) fn numbers(beside: &Beside<'_>) -> Tally {
    let mut tally = Tally::default();
    for (one, other) in pairs(&beside.a.passage.numbers, &beside.b.passage.numbers) {
        if one.unit != other.unit {
            continue;
        }
        if (one.low, one.high) == (other.low, other.high) {
            tally.equal += 1;
        } else if differ(one, other) {
            tally.differ += 1;
        }
    }
    tally
}

/// Times that overlap, and times of a month at most that do not.
pub(super) fn times(beside: &Beside<'_>) -> Tally {
    let mut tally = Tally::default();
    for (one, other) in pairs(&beside.a.passage.times, &beside.b.passage.times) {
        let (Some(days), Some(others)) = (days(one), days(other)) else {
            tally.equal += usize::from(one.value == other.value);
            continue;
        };
        if days.1 >= others.0 && others.1 >= days.0 {
            tally.equal += 1;
        } else if is_short(days) && is_short(others) {
            tally.differ += 1;
        }
    }
    tally
}

/// Whether both quote one remark in other words.
pub(super) fn is_edited(beside: &Beside<'_>) -> bool {
    let (a, b) = (&beside.a.quoted, &beside.b.quoted);
    let (common, _) = aligned(a, b);
    // Words cut from either end are no edit, so that the remark is what lies between the first and last shared words.
    let shared = |words: &[String], others: &[String]| {
        let first = words.iter().position(|word| others.contains(word))?;
        let last = words.iter().rposition(|word| others.contains(word))?;
        Some(last + 1 - first)
    };
    let (Some(inner), Some(other)) = (shared(a, b), shared(b, a)) else { return false };
    let inner = inner.max(other);
    common >= REMARK && common < inner && common * 2 > inner
}

/// Whether a passage says that something is not so.
pub(super) fn is_negated(passage: &Prepared<'_>) -> bool {
    passage.passage.predicates.iter().any(|predicate| predicate.negated)
}

/// The kinds of what differs, each once; empty where nothing that can be named does.
pub(super) fn kinds(beside: &Beside<'_>) -> Vec<FactKind> {
    let (a, b) = (beside.a.passage, beside.b.passage);
    let mut found: Vec<FactKind> = Vec::new();
    let equal = |one: &Number| b.numbers.iter().any(|other| !differ(one, other) && one.unit == other.unit);
    for (one, other) in pairs(&a.numbers, &b.numbers) {
        if differ(one, other) && !equal(one) && !a.numbers.iter().any(|number| number == other) {
            found.push(kind(one));
        }
    }
    let times = times(beside);
    if times.differ > 0 && times.equal == 0 {
        found.push(FactKind::Date);
    }
    let is_turned = |predicate: &crate::reading::Predicate| {
        b.predicates.iter().any(|other| other.lemma == predicate.lemma && other.negated != predicate.negated)
    };
    if a.predicates.iter().any(is_turned) {
        found.push(FactKind::Polarity);
    }
    if is_edited(beside) {
        found.push(FactKind::QuoteWording);
    }
    let apart = !a.voices.is_empty() && !b.voices.is_empty() && !a.voices.iter().any(|voice| b.voices.contains(voice));
    if apart && beside.common_share() >= ONE_THING {
        found.push(FactKind::Attribution);
    }
    found.sort_unstable_by_key(|kind| kind.as_str());
    found.dedup();
    found
}

fn kind(number: &Number) -> FactKind {
    match number.unit.as_deref() {
        Some(YEARS) => FactKind::Age,
        Some(unit) if unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) => FactKind::Money,
        _ => FactKind::Quantity,
    }
}

fn pairs<'a, T>(a: &'a [T], b: &'a [T]) -> impl Iterator<Item = (&'a T, &'a T)> {
    a.iter().flat_map(move |one| b.iter().map(move |other| (one, other)))
}

/// Whether two numbers count one thing and do not overlap.
fn differ(one: &Number, other: &Number) -> bool {
    let same = if one.unit.is_none() && other.unit.is_none() {
        one.noun.is_some() && one.noun == other.noun
    } else {
        one.unit == other.unit
    };
    let below = |high: Option<f64>, low: Option<f64>| matches!((high, low), (Some(high), Some(low)) if high < low);
    same && (below(one.high, other.low) || below(other.high, one.low))
}

fn days(time: &When) -> Option<(jiff::civil::Date, jiff::civil::Date)> {
    time.low.zip(time.high)
}

fn is_short((first, last): (jiff::civil::Date, jiff::civil::Date)) -> bool {
    (last - first).get_days() <= MONTH
}
