//! Which values of two passages that tell of one thing are one answer: equal or compatible, and alone in that.
//!
//! The passages were lined up before, so no question has to be found first. Nothing here makes a conflict: values that
//! differ are for `same_question` to join.

use super::answer::Answer;
use super::relation::{Verdict, relation};
use super::same_question::{JOINED, Join};
use crate::reading::FactKind;

/// Passages tell of one thing so surely that equal values in them are one answer. Of the questions that 20 groups of reports
/// answer alike, groups that trained nothing, .25 were one fact without this and .39 are with it; of look-alikes .01 as before.
pub const ALIGNED: f64 = 0.35;

/// A sentence with more values is a list or a table, in which equal values are no sign of one answer.
const VALUES: usize = 24;

/// What joins such values; they have too little in common to be called a conflict if one of them meets another value.
pub const JOIN: Join = Join { score: JOINED, rule: "aligned-passages" };

/// Kinds whose values say by themselves what they are.
#[must_use]
pub const fn is_plain(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Quantity
            | FactKind::Casualties
            | FactKind::Money
            | FactKind::Age
            | FactKind::Date
            | FactKind::Place
            | FactKind::Polarity
    )
}

/// The pairs of values, one of each passage, that give one answer; a value that could pair with two pairs with none.
#[must_use]
pub fn pairs(a: &[&Answer], b: &[&Answer]) -> Vec<(usize, usize)> {
    if a.len().max(b.len()) > VALUES {
        return Vec::new();
    }
    let mut found: Vec<(usize, usize)> = Vec::new();
    for (at, one) in a.iter().enumerate() {
        found.extend(b.iter().enumerate().filter(|(_, other)| is_one_answer(one, other)).map(|(to, _)| (at, to)));
    }
    let (mut of_a, mut of_b) = (vec![0_usize; a.len()], vec![0_usize; b.len()]);
    for &(at, to) in &found {
        of_a[at] += 1;
        of_b[to] += 1;
    }
    found.retain(|&(at, to)| of_a[at] == 1 && of_b[to] == 1);
    found
}

fn is_one_answer(a: &Answer, b: &Answer) -> bool {
    let is_one_kind = a.kind == b.kind && a.attribute == b.attribute && is_plain(a.kind);
    let is_one_thing = match a.kind {
        // "AK-47", "Nine Mile Road": a number of which neither says what it counts.
        FactKind::Quantity => {
            let says = |answer: &Answer| answer.head.is_some() || answer.unit.is_some();
            (says(a) || says(b)) && (a.head.is_none() || b.head.is_none() || a.head == b.head)
        }
        // "now", "recently": no day.
        FactKind::Date if a.attribute.is_none() => a.date_low.is_some() && b.date_low.is_some(),
        // "The ferry sank", said of one ferry in both passages.
        FactKind::Polarity => a.predicate.is_some() && a.predicate == b.predicate,
        FactKind::Place => a.entity.is_some() && a.entity == b.entity,
        _ => true,
    };
    is_one_kind && is_one_thing && a.unit == b.unit && {
        matches!(relation(a, b).verdict, Verdict::Agrees | Verdict::Compatible)
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;

    fn count(article: &str, text: &str, number: f64, head: &str) -> Answer {
        let mut found = answer(FactKind::Quantity, article, text);
        (found.low, found.high, found.head) = (Some(number), Some(number), Some(head.into()));
        found.answer = format!("{number}");
        found
    }

    #[test]
    fn equal_values_of_aligned_passages_are_one_answer_whatever_their_question() {
        let mut one = count("a", "27", 27.0, "booth");
        one.question = None;
        assert_eq!(pairs(&[&one], &[&count("b", "27", 27.0, "booth")]), [(0, 0)]);
    }

    #[test]
    fn other_things_other_numbers_and_what_could_be_either_are_none() {
        let one = count("a", "27", 27.0, "booth");
        assert!(pairs(&[&one], &[&count("b", "27", 27.0, "voter")]).is_empty());
        assert!(pairs(&[&one], &[&count("b", "28", 28.0, "booth")]).is_empty());
        let twice = [count("b", "27", 27.0, "booth"), count("b", "27", 27.0, "booth")];
        assert!(pairs(&[&one], &[&twice[0], &twice[1]]).is_empty());
        assert!(
            pairs(&[&answer(FactKind::Polarity, "a", "yes")], &[&answer(FactKind::Polarity, "b", "yes")]).is_empty()
        );
    }
}
