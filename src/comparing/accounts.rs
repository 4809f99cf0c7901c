//! Accounts: passages of several articles that tell of one thing and most likely differ in it, gathered into one question.
//!
//! What differs need not have a kind of its own ("was it an accident?", "who opened the gate?"): the passages themselves are
//! the answers. Nothing here reads words; it rests on how passages were weighed side by side.

use std::collections::{BTreeMap, BTreeSet};

use super::comparison::Comparison;
use super::same_question::Join;
use crate::reading::FactKind;

/// A question opens with two passages that differ so likely.
///
/// With this and the next two limits .62 of 92 questions in 50 groups of reports held a difference that a person had marked
/// (groups that trained the weights), and of 20 groups that trained nothing .71.
pub const OPENS: f64 = 0.365;
/// Passages are added to it, and two of its passages called a conflict, from here on.
pub const DIFFERS: f64 = 0.15;
/// Passages that less surely tell of one thing are in no question.
const ONE_THING: f64 = 0.7;
/// A question has at most so many passages,
const PASSAGES: usize = 8;
/// and of one article so many.
const OF_ARTICLE: usize = 2;

/// The kind of such a question,
pub const KIND: FactKind = FactKind::Other;
/// and its further kind.
pub const ATTRIBUTE: &str = "account";
/// What joins passages: as surely as anything does, for they were weighed before.
pub const JOIN: Join = Join { score: 9.0, rule: "accounts" };
/// What calls two of them a conflict.
pub const RULE: &str = "accounts-differ";

/// Passages that answer one question, and those pairs of them that differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Account {
    /// The sentences.
    pub sentences: BTreeSet<i64>,
    /// Which of them differ, the smaller row first.
    pub pairs: Vec<(i64, i64)>,
}

/// The accounts of a story from its comparisons, the likeliest difference first; `article_of` says where a sentence stands.
#[must_use]
pub fn accounts(rows: &[Comparison], article_of: impl Fn(i64) -> Option<i64>) -> Vec<Account> {
    let mut found: Vec<Account> = Vec::new();
    let mut places: BTreeMap<i64, usize> = BTreeMap::new();
    let likely: Vec<&Comparison> =
        rows.iter().filter(|row| row.score >= DIFFERS && row.alignment >= ONE_THING && row.a != row.b).collect();
    for row in &likely {
        match (places.get(&row.a).copied(), places.get(&row.b).copied()) {
            (None, None) if row.score >= OPENS => {
                places.extend([(row.a, found.len()), (row.b, found.len())]);
                found.push(Account { sentences: BTreeSet::from([row.a, row.b]), pairs: Vec::new() });
            }
            (Some(place), None) | (None, Some(place)) => {
                let new = if places.contains_key(&row.a) { row.b } else { row.a };
                let account = &mut found[place];
                let beside = account.sentences.iter().filter(|&&other| article_of(other) == article_of(new)).count();
                if account.sentences.len() < PASSAGES && beside < OF_ARTICLE {
                    account.sentences.insert(new);
                    places.insert(new, place);
                }
            }
            _ => {}
        }
    }
    for row in likely {
        if let (Some(one), Some(other)) = (places.get(&row.a), places.get(&row.b))
            && one == other
        {
            found[*one].pairs.push((row.a.min(row.b), row.a.max(row.b)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(a: i64, b: i64, score: f64) -> Comparison {
        Comparison { a, b, alignment: 0.9, score, differs: Vec::new() }
    }

    /// Sentences 10 to 19 stand in article 1, and so on.
    fn gathered(rows: &[Comparison]) -> Vec<Account> {
        accounts(rows, |sentence| Some(sentence / 10))
    }

    fn account(sentences: &[i64], pairs: &[(i64, i64)]) -> Account {
        Account { sentences: sentences.iter().copied().collect(), pairs: pairs.to_vec() }
    }

    #[test]
    fn passages_that_differ_from_one_another_are_one_question() {
        let rows = [row(10, 20, 0.6), row(20, 30, 0.25), row(10, 30, 0.1), row(40, 50, 0.25)];
        assert_eq!(gathered(&rows), [account(&[10, 20, 30], &[(10, 20), (20, 30)])]);
    }

    #[test]
    fn passages_that_perhaps_tell_of_two_things_are_none_and_one_article_does_not_fill_it() {
        assert_eq!(gathered(&[Comparison { alignment: 0.4, ..row(10, 20, 0.6) }]), []);
        let rows = [row(10, 20, 0.6), row(10, 21, 0.5), row(10, 22, 0.4)];
        assert_eq!(gathered(&rows), [account(&[10, 20, 21], &[(10, 20), (10, 21)])]);
    }
}
