//! Which pairs of values of a fact are told: one for each pair of differing answers and pair of articles.

use rustc_hash::FxHashMap;

use super::answer::Answer;
use super::facts::Joins;
use super::names;
use super::relation::{Relation, Strength, Verdict, relation};
use super::same_question::{Join, LIKELY, certain};
use super::why::why;
use crate::reading::FactKind;

/// No pair of answers has more rows than this, however many articles give them.
const ROWS: usize = 20;

/// Two values of one fact that do not agree.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// Index of the one value.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// How strong it is.
    pub strength: Strength,
    /// The rule that compared them.
    pub rule: &'static str,
    /// One readable sentence.
    pub why: String,
    /// How likely it is right as labelled, 0 to 1.
    pub score: f64,
}

/// Two values of one fact that are compatible, or that cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// Index of the one value.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// Compatible or not comparable.
    pub verdict: Verdict,
    /// The rule that compared them.
    pub rule: &'static str,
}

/// Compares the values of a fact, given by index in the order of their keys.
pub(super) fn compare(answers: &[Answer], joins: &Joins, values: &[usize]) -> (Vec<Conflict>, Vec<Pair>) {
    let mut told: Vec<((usize, usize), Relation)> = Vec::new();
    let mut of_articles: FxHashMap<_, usize> = FxHashMap::default();
    let mut values = values.to_vec();
    // Each article's first value stands for the others of one answer; its headline only where its text gives none.
    values.sort_by(|&a, &b| {
        let order = |at: usize| {
            let place = &answers[at].place;
            (&place.article, place.headline, place.start, &answers[at].key)
        };
        order(a).cmp(&order(b))
    });
    for (at, &a) in values.iter().enumerate() {
        for &b in &values[at + 1..] {
            let (left, right) = (&answers[a], &answers[b]);
            if left.answer == right.answer {
                continue;
            }
            let found = told_relation(left, right, joins.get(&(a.min(b), a.max(b))));
            if found.verdict == Verdict::Agrees {
                continue;
            }
            let (one, other) = if left.answer <= right.answer { (left, right) } else { (right, left) };
            let group = (&one.answer, one.place.article_id, &other.answer, other.place.article_id);
            match of_articles.get(&group) {
                None => {
                    of_articles.insert(group, told.len());
                    told.push(((a, b), found));
                }
                Some(&known) if weight(found) > weight(told[known].1) => told[known] = ((a, b), found),
                Some(_) => {}
            }
        }
    }
    let mut rows: FxHashMap<_, usize> = FxHashMap::default();
    let (mut conflicts, mut relations) = (Vec::new(), Vec::new());
    for ((a, b), found) in told {
        let mut pair = [&answers[a].answer, &answers[b].answer];
        pair.sort();
        let count = rows.entry(pair).or_default();
        *count += 1;
        if *count > ROWS {
            continue;
        }
        match found.verdict {
            Verdict::Conflict(strength) => {
                let why = why(&answers[a], &answers[b], found);
                conflicts.push(Conflict {
                    a,
                    b,
                    strength,
                    rule: found.rule,
                    why,
                    score: score(answers[a].kind, found.rule, 0.0),
                });
            }
            verdict => relations.push(Pair { a, b, verdict, rule: found.rule }),
        }
    }
    (conflicts, relations)
}

/// A conflict is only called one where the two values themselves have enough in common.
fn told_relation(a: &Answer, b: &Answer, join: Option<&Join>) -> Relation {
    let found = relation(a, b);
    match join {
        _ if !found.is_conflict() => found,
        Some(join) if join.rule == LIKELY && join.score >= certain(a, b) => {
            found.softened("perhaps-another-occasion-counted")
        }
        Some(join) if join.score >= certain(a, b) || found.rule == "other-unit" => found,
        _ => Relation::not_comparable("perhaps-another-question"),
    }
}

/// Passages tell of one thing so surely that values in them which cannot both be true are called a hard conflict.
const ONE_THING: f64 = 0.85;
/// Below this, passages are more likely to tell of different things.
const PERHAPS: f64 = 0.5;
/// Below this score no conflict is called hard.
const HARD: f64 = 0.8;

/// How likely a conflict is right as labelled, 0 to 1, by how surely its two passages tell of one thing.
///
/// Rows right in 66 groups of articles marked by hand, most of them in the 16 that comparing was built on: names in two
/// spellings 19 of 26, and all that were read on fresh texts (people had left 6 of the others unmarked); wordings of a
/// quotation in passages that tell of one thing 18 of 19, elsewhere 5 of 7; other answers in passages that surely tell of one
/// thing 25 of 26, probably 6 of 13, elsewhere 12 of 28.
#[must_use]
pub fn score(kind: FactKind, rule: &str, alignment: f64) -> f64 {
    match kind {
        _ if rule == names::RULE => 0.9,
        FactKind::QuoteWording if alignment >= PERHAPS => 0.9,
        FactKind::QuoteWording => 0.7,
        _ if alignment >= ONE_THING => 0.85,
        _ if alignment >= PERHAPS => 0.45,
        _ => 0.35,
    }
}

/// The strength of a conflict with this score.
#[must_use]
pub fn strength(found: Strength, score: f64) -> Strength {
    if score < HARD { Strength::Soft } else { found }
}

fn weight(relation: Relation) -> u8 {
    match relation.verdict {
        Verdict::Conflict(Strength::Hard) => 4,
        Verdict::Conflict(Strength::Soft) => 3,
        Verdict::Compatible => 2,
        Verdict::NotComparable => 1,
        Verdict::Agrees => 0,
    }
}
