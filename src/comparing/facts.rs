//! Facts: the values of a story that answer one question, joined; the same whatever order they came in.
//!
//! Values are taken in the order of their keys, pairs by their points and then by key, so nothing depends on rows.

use std::fmt::Write;

use rustc_hash::{FxHashMap, FxHashSet};
use sha2::{Digest, Sha256};

use super::accounts;
use super::answer::Answer;
use super::blocks::blocks;
use super::conflicts::{self, Conflict, Pair};
use super::same_question::{Join, Prepared, larger, same_question, smaller};
use crate::reading::FactKind;

/// One question with every answer of the story.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// By content only: the key of its first value.
    pub key: String,
    /// As a reader would put it.
    pub question: String,
    /// What kind of question.
    pub kind: FactKind,
    /// Its further kind.
    pub attribute: Option<String>,
    /// Whom or what it is about.
    pub about: Option<i64>,
    /// What joined its values.
    pub rule: &'static str,
    /// Indexes of its values, in the order of their keys.
    pub values: Vec<usize>,
    /// What does not agree.
    pub conflicts: Vec<Conflict>,
    /// What is compatible or cannot be compared.
    pub relations: Vec<Pair>,
}

/// Pairs of values that answer one question, the smaller index first.
pub type Joins = FxHashMap<(usize, usize), Join>;

/// The facts of one story: what `joins` connects. `answers` must be sorted by key; values without a question that nothing
/// joins are left out. The facts of some values are the same whether others stand beside them or not, as long as no join leads there.
#[must_use]
pub fn facts(answers: &[Answer], joins: &Joins) -> Vec<Fact> {
    let mut groups = Groups::new(answers);
    let mut ordered: Vec<_> = joins.iter().map(|(&pair, join)| (pair, *join)).collect();
    ordered.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then(a.0.cmp(&b.0)));
    for ((a, b), join) in ordered {
        groups.unite(a, b, join.rule);
    }
    let joined: FxHashSet<usize> = joins.keys().flat_map(|&(a, b)| [a, b]).collect();
    let mut found: Vec<Fact> = groups
        .of_at_least_one(|at| is_phrased(&answers[at]) || joined.contains(&at))
        .into_iter()
        .filter(|(values, _)| is_worth_asking(answers, values) && is_named(answers, values))
        .map(|(values, rule)| fact(answers, joins, values, rule))
        .filter(|fact| fact.attribute.as_deref() != Some("spelling") || !fact.conflicts.is_empty())
        .collect();
    found.sort_by(|a, b| a.key.cmp(&b.key));
    found
}

/// Whether a value's question could be put in words; one that has none is compared all the same.
fn is_phrased(answer: &Answer) -> bool {
    answer.question.as_deref().is_some_and(|question| !question.is_empty())
}

/// Whether a question can be put, or several articles give what no question fits.
fn is_named(answers: &[Answer], values: &[usize]) -> bool {
    let first = &answers[values[0]].place;
    values.iter().any(|&at| is_phrased(&answers[at]) || answers[at].place.article_id != first.article_id)
}

/// Numbers, days, posts, ages, charges and quotations are facts even where one article alone gives them. Whether, where,
/// from where and how something happened is one where several articles say it, or one says it and denies or doubts it; on
/// whose word something stands only where several say it; how a name is written only where it is written in two ways.
/// (Every clause, claim and name would be a fact otherwise.)
fn is_worth_asking(answers: &[Answer], values: &[usize]) -> bool {
    let first = &answers[values[0]];
    let told_again = values.iter().any(|&at| answers[at].place.article_id != first.place.article_id);
    let differs = values.iter().any(|&at| answers[at].word != first.word);
    match first.kind {
        FactKind::Polarity => {
            told_again
                || differs && values.iter().any(|&at| !matches!(answers[at].word.as_deref(), Some("yes" | "wants")))
        }
        FactKind::Identity if first.attribute.as_deref() == Some("side") => told_again || differs,
        FactKind::Identity if first.attribute.as_deref() == Some("nationality") => told_again,
        FactKind::Other if first.attribute.is_some() && !is_charge(first) => told_again || differs,
        FactKind::Place if first.attribute.is_none() => told_again,
        FactKind::Attribution => values.len() > 1,
        FactKind::Response => values.iter().any(|&at| answers[at].word.as_deref() != Some("answered")),
        _ => true,
    }
}

/// What somebody is charged with or found guilty of.
fn is_charge(answer: &Answer) -> bool {
    let kind = answer.attribute.as_deref();
    kind == Some("charges") || kind == Some("verdict")
}

/// The pairs of one story that share a block and answer one question, where at least one of the two is fresh.
#[must_use]
pub fn joins(answers: &[Answer], is_fresh: impl Fn(usize) -> bool) -> Joins {
    let mut members: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (at, answer) in answers.iter().enumerate() {
        for block in blocks(answer) {
            members.entry(block).or_default().push(at);
        }
    }
    let mut pairs = FxHashSet::default();
    for block in members.values() {
        for (position, &a) in block.iter().enumerate() {
            let fresh = is_fresh(a);
            pairs.extend(block[position + 1..].iter().filter(|&&b| fresh || is_fresh(b)).map(|&b| (a, b)));
        }
    }
    joins_of(answers, pairs)
}

/// Those of the pairs that answer one question.
#[must_use]
pub fn joins_of(answers: &[Answer], pairs: impl IntoIterator<Item = (usize, usize)>) -> Joins {
    let prepared: Vec<_> = answers.iter().map(Prepared::of).collect();
    let joined = |(a, b): (usize, usize)| Some(((a, b), same_question(&prepared[a], &prepared[b])?));
    pairs.into_iter().filter_map(joined).collect()
}

fn fact(answers: &[Answer], joins: &Joins, values: Vec<usize>, rule: &'static str) -> Fact {
    let first = &answers[values[0]];
    let (conflicts, relations) = conflicts::compare(answers, joins, &values);
    Fact {
        key: fact_key(&first.key),
        question: commonest(
            values.iter().filter(|&&at| is_phrased(&answers[at])).filter_map(|&at| answers[at].question.clone()),
        )
        .unwrap_or_else(|| label(first)),
        kind: first.kind,
        attribute: first.attribute.clone(),
        about: commonest(values.iter().filter_map(|&at| answers[at].about)),
        rule,
        values,
        conflicts,
        relations,
    }
}

/// A plain label where no question could be phrased: what is asked for, and the first words of where it stands.
fn label(answer: &Answer) -> String {
    let asked = match answer.kind {
        FactKind::Date => "When",
        FactKind::Age => "How old",
        FactKind::Money => "How much",
        FactKind::Polarity => "Whether",
        FactKind::Place => "Where",
        FactKind::Quantity | FactKind::Casualties => "How many",
        accounts::KIND if answer.attribute.as_deref() == Some(accounts::ATTRIBUTE) => "Accounts of",
        kind => kind.as_str(),
    };
    let words: Vec<&str> = answer.place.sentence.split_whitespace().collect();
    let more = if words.len() > LABEL { " …" } else { "" };
    format!("{asked}: “{}{more}”", words[..words.len().min(LABEL)].join(" "))
}

/// So many words of a sentence are shown in a label.
const LABEL: usize = 12;

/// The key of the fact whose first value has this key.
#[must_use]
pub fn fact_key(first_value: &str) -> String {
    let digest = Sha256::digest(format!("fact {first_value}").as_bytes());
    digest.iter().take(8).fold(String::new(), |mut key, byte| {
        // Writing to a string cannot fail.
        let _ = write!(key, "{byte:02x}");
        key
    })
}

/// The commonest item; of equally common ones the one that came first.
fn commonest<T: PartialEq + Clone>(items: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for item in items {
        match counts.iter_mut().find(|(known, _)| *known == item) {
            Some((_, count)) => *count += 1,
            None => counts.push((item, 1)),
        }
    }
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(item, _)| item)
}

/// Disjoint groups of values. One sentence gives no two answers to one question ("six rifles, 12 magazines"), and a report
/// that gives two counts or two days mostly knows that they are two things; so groups that would bring such answers
/// together stay apart.
struct Groups<'a> {
    parent: Vec<usize>,
    rule: Vec<&'static str>,
    said: Vec<FxHashMap<i64, Said<'a>>>,
}

/// What one article or sentence answers.
#[derive(Debug, Clone, Copy)]
struct Said<'a> {
    answer: &'a str,
    low: Option<f64>,
    high: Option<f64>,
}

impl<'a> Said<'a> {
    fn by(answer: &'a Answer) -> Self {
        Self { answer: &answer.answer, low: answer.low, high: answer.high }
    }

    /// Whether the two cannot be one answer: "dozens" and "almost 60" of one report can, "six" and "12" cannot.
    fn differs(self, other: Self) -> bool {
        let numbers = self.low.or(self.high).is_some() && other.low.or(other.high).is_some();
        let (low, high) = (larger(self.low, other.low), smaller(self.high, other.high));
        self.answer != other.answer && !(numbers && low.zip(high).is_none_or(|(low, high)| low <= high))
    }
}

impl<'a> Groups<'a> {
    fn new(answers: &'a [Answer]) -> Self {
        let said = answers.iter().map(|answer| {
            let within = match answer.kind {
                FactKind::Quantity | FactKind::Money | FactKind::Date => Some(-answer.place.article_id),
                FactKind::Other if answer.attribute.as_deref() == Some("course") => Some(-answer.place.article_id),
                FactKind::Casualties | FactKind::QuoteWording | FactKind::Place | FactKind::Polarity => {
                    Some(answer.place.sentence_id)
                }
                _ => None,
            };
            within.map(|within| (within, Said::by(answer))).into_iter().collect()
        });
        Self { parent: (0..answers.len()).collect(), rule: vec!["alone"; answers.len()], said: said.collect() }
    }

    fn find(&mut self, mut at: usize) -> usize {
        while self.parent[at] != at {
            self.parent[at] = self.parent[self.parent[at]];
            at = self.parent[at];
        }
        at
    }

    /// The smaller index leads, so that the result does not depend on the order of equal pairs.
    fn unite(&mut self, a: usize, b: usize, rule: &'static str) {
        let (a, b) = (self.find(a), self.find(b));
        let (leader, other) = (a.min(b), a.max(b));
        if leader == other || self.would_clash(leader, other) {
            return;
        }
        let moved = std::mem::take(&mut self.said[other]);
        self.said[leader].extend(moved);
        self.parent[other] = leader;
        if self.rule[leader] == "alone" {
            self.rule[leader] = if self.rule[other] == "alone" { rule } else { self.rule[other] };
        }
    }

    fn would_clash(&self, a: usize, b: usize) -> bool {
        let (few, many) = if self.said[a].len() < self.said[b].len() { (a, b) } else { (b, a) };
        self.said[few]
            .iter()
            .any(|(sentence, answer)| self.said[many].get(sentence).is_some_and(|other| other.differs(*answer)))
    }

    fn of_at_least_one(mut self, wanted: impl Fn(usize) -> bool) -> Vec<(Vec<usize>, &'static str)> {
        let mut groups: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for at in (0..self.parent.len()).filter(|&at| wanted(at)) {
            let leader = self.find(at);
            groups.entry(leader).or_default().push(at);
        }
        let mut found: Vec<_> = groups.into_iter().map(|(leader, values)| (values, self.rule[leader])).collect();
        found.sort();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::super::relation::Strength;
    use super::*;

    fn quote(article: &str, words: &str) -> Answer {
        answer(FactKind::QuoteWording, article, words)
    }

    #[test]
    fn a_fact_holds_every_answer_and_tells_each_conflict_once() {
        let mut answers = vec![
            quote("a", "we will mend the bridge by winter"),
            quote("b", "we will just mend the bridge by winter"),
            quote("c", "we will mend the bridge by winter"),
            quote("d", "parking fees are a matter for the council"),
        ];
        answers.sort_by(|x, y| x.key.cmp(&y.key));
        let found = facts(&answers, &joins(&answers, |_| true));
        assert_eq!(found.len(), 2);
        let bridge = found.iter().find(|fact| fact.values.len() == 3).unwrap();
        assert_eq!(bridge.conflicts.len(), 2);
        assert!(bridge.conflicts.iter().all(|conflict| conflict.strength == Strength::Soft));
    }

    #[test]
    fn the_commonest_item_wins_and_of_equals_the_first() {
        assert_eq!(commonest(["x", "y", "y"].into_iter()), Some("y"));
        assert_eq!(commonest(["x", "y"].into_iter()), Some("x"));
    }
}
