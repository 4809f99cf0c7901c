//! Numbers against numbers: counts, measures, money, ages, as inclusive intervals.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::answer::Answer;
use super::relation::Relation;
use crate::lexicon;
use crate::reading::FactKind;

/// Units that measure one thing, with their size in a common one.
static MEASURES: LazyLock<FxHashMap<&'static str, (&'static str, f64)>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/lexicon/measures.tsv"))
        .filter_map(|row| Some((row[0], (row[1], row[2].parse().ok()?))))
        .collect()
});

/// Rounding that no one would call a difference.
const ROUNDING: f64 = 0.03;
/// How far apart approximated numbers ("about 100") may lie and still be one.
const APPROXIMATION: f64 = 0.15;

/// Compares two numbers of one unit.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.unit != b.unit && a.low.is_some() && a.low == b.low && a.high == b.high {
        return other_unit(a, b);
    }
    let Some((left, right)) = in_one_unit(a, b) else { return other_unit(a, b) };
    if a.unit == b.unit && left == right {
        return if same_unit_words(a, b) { Relation::AGREES } else { Relation::soft("other-unit") };
    }
    let gap = left.gap(right);
    if gap <= 0.0 {
        return Relation::compatible("intervals-overlap");
    }
    let one_of_them = is_indefinite(a) || is_indefinite(b);
    if !one_of_them && (left.is_vague() || right.is_vague()) {
        let within = gap <= 1.0; // the farther end is at most twice the nearer one
        return if within {
            Relation::compatible("vague-word-within-factor-two")
        } else {
            Relation::soft("vague-word-far-off")
        };
    }
    let rough = a.approx.is_some() || b.approx.is_some() || a.unit != b.unit;
    let tolerance = if rough { APPROXIMATION } else { ROUNDING };
    let large = left.nearest().min(right.nearest()) >= 30.0 && a.kind != FactKind::Age;
    if large && gap <= tolerance {
        return Relation::compatible("rounded");
    }
    if a.kind == FactKind::Casualties && at_another_time(a, b) {
        return Relation::soft("early-and-later-count");
    }
    if left.is_open() || right.is_open() {
        return Relation::soft("open-count");
    }
    if one_of_them {
        return Relation::soft("one-against-several");
    }
    Relation::hard("numbers-differ")
}

/// "a parked car": one, though no one counted.
pub(super) fn is_indefinite(answer: &Answer) -> bool {
    let first = answer.text.split(' ').next().unwrap_or_default().to_lowercase();
    answer.low == Some(1.0) && answer.high == Some(1.0) && matches!(first.as_str(), "a" | "an" | "another")
}

/// Both intervals in one unit, where their units measure one thing.
fn in_one_unit(a: &Answer, b: &Answer) -> Option<(Interval, Interval)> {
    let (left, right) = (Interval::of(a), Interval::of(b));
    if a.unit == b.unit {
        return Some((left, right));
    }
    let (one, other) = (MEASURES.get(a.unit.as_deref()?)?, MEASURES.get(b.unit.as_deref()?)?);
    (one.0 == other.0).then(|| (left.times(one.1), right.times(other.1)))
}

fn other_unit(a: &Answer, b: &Answer) -> Relation {
    let same_number = a.low.is_some() && a.low == b.low && a.high == b.high;
    let both_measured = a.unit.is_some() && b.unit.is_some();
    if same_number && both_measured { Relation::soft("other-unit") } else { Relation::not_comparable("other-unit") }
}

/// "tons" and "tonnes" are written differently and are not the same; "km" and "kilometres" are.
fn same_unit_words(a: &Answer, b: &Answer) -> bool {
    let (Some(left), Some(right)) = (&a.unit_text, &b.unit_text) else { return true };
    let ambiguous = |word: &str| matches!(word.trim().to_lowercase().trim_end_matches('s'), "ton" | "gallon" | "mile");
    !(ambiguous(left) ^ ambiguous(right))
}

/// Reports of different days count at different times.
fn at_another_time(a: &Answer, b: &Answer) -> bool {
    matches!((a.place.published, b.place.published), (Some(one), Some(other)) if one != other)
}

/// Inclusive, open ends as infinities.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Interval {
    low: f64,
    high: f64,
}

impl Interval {
    fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }

    fn of(answer: &Answer) -> Self {
        Self { low: answer.low.unwrap_or(f64::NEG_INFINITY), high: answer.high.unwrap_or(f64::INFINITY) }
    }

    fn is_open(self) -> bool {
        self.low.is_infinite() || self.high.is_infinite()
    }

    /// "dozens", "hundreds", "several": the upper end is half as much again as the lower one, or more.
    fn is_vague(self) -> bool {
        !self.is_open() && self.high >= 1.5 * self.low
    }

    fn nearest(self) -> f64 {
        if self.low.is_finite() { self.low.abs() } else { self.high.abs() }
    }

    /// How far the two lie apart, as a share of the smaller facing end; 0 or less where they overlap.
    fn gap(self, other: Self) -> f64 {
        let (below, above) = if self.low <= other.low { (self, other) } else { (other, self) };
        let distance = above.low - below.high;
        if distance <= 0.0 { distance.min(0.0) } else { distance / below.high.abs().max(1e-9) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;

    fn counted(low: f64, high: f64) -> Answer {
        Answer { low: Some(low), high: Some(high), ..answer(FactKind::Quantity, "a", "n") }
    }

    #[test]
    fn intervals_that_meet_are_compatible_and_others_differ() {
        let cases = [
            ((100.0, 100.0), (100.0, 100.0), Relation::AGREES),
            ((99.0, 99.0), (90.0, 100.0), Relation::compatible("intervals-overlap")),
            ((24.0, 96.0), (100.0, 100.0), Relation::compatible("vague-word-within-factor-two")),
            ((24.0, 96.0), (900.0, 900.0), Relation::soft("vague-word-far-off")),
            ((700.0, 700.0), (710.0, 710.0), Relation::compatible("rounded")),
            ((2.0, 2.0), (4.0, 4.0), Relation::hard("numbers-differ")),
            ((31.0, 31.0), (32.0, 32.0), Relation::hard("numbers-differ")),
        ];
        for ((a, b), (c, d), expected) in cases {
            let mut left = counted(a, b);
            let mut right = counted(c, d);
            if b < 40.0 && d < 40.0 {
                (left.kind, right.kind) = (FactKind::Age, FactKind::Age);
            }
            assert_eq!(relation(&left, &right), expected, "{a}-{b} against {c}-{d}");
            assert_eq!(relation(&right, &left), expected, "{c}-{d} against {a}-{b}");
        }
    }

    #[test]
    fn feet_and_metres_measure_one_thing() {
        assert_eq!(lexicon::check(include_str!("../../data/lexicon/measures.tsv")), Ok(()));
        let long = |low: f64, unit: &str| Answer { unit: Some(unit.into()), ..counted(low, low) };
        assert_eq!(relation(&long(2000.0, "ft"), &long(609.0, "m")), Relation::compatible("rounded"));
        assert_eq!(relation(&long(200.0, "ft"), &long(150.0, "m")), Relation::hard("numbers-differ"));
        assert_eq!(relation(&long(200.0, "ft"), &long(150.0, "kg")), Relation::not_comparable("other-unit"));
    }

    #[test]
    fn tons_are_not_tonnes() {
        let tons = Answer { unit: Some("t".into()), unit_text: Some("tons".into()), ..counted(35.0, 35.0) };
        let tonnes = Answer { unit_text: Some("tonnes".into()), ..tons.clone() };
        assert_eq!(relation(&tons, &tonnes), Relation::soft("other-unit"));
        assert_eq!(relation(&tons, &tons), Relation::AGREES);
    }

    #[test]
    fn a_toll_of_another_day_is_an_early_or_a_later_count() {
        let count = |day: i8, dead: f64| {
            let mut found = Answer { kind: FactKind::Casualties, ..counted(dead, dead) };
            found.place.published = jiff::civil::Date::new(2020, 5, day).ok();
            found
        };
        assert_eq!(relation(&count(1, 10.0), &count(2, 14.0)), Relation::soft("early-and-later-count"));
        assert_eq!(relation(&count(1, 10.0), &count(1, 14.0)), Relation::hard("numbers-differ"));
    }
}
