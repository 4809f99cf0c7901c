//! Whether two values answer one question: the heart of comparing, where most false conflicts would be made.
//!
//! Each kind has what must be equal, what must not contradict (scope), and how much both have in common. Two measures
//! come out: enough to stand in one fact, and enough to be called a conflict when the answers differ.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::{Answer, AnswerTerm};
use super::{rarity, wordings};
use crate::lexicon;
use crate::reading::{ClaimKind, FactKind};

/// The kin of each class of happenings.
static KIN: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/lexicon/events.tsv")).map(|row| (row[1], row[2])).collect()
});

/// A value with what is needed to compare it with many others.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// The value.
    pub answer: &'a Answer,
    /// The rare words of its sentence, with their weights, sorted.
    context: Vec<(String, f64)>,
    length: f64,
}

/// How surely two values answer one question, and the rule that says so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Join {
    /// Points of evidence.
    pub score: f64,
    /// What joined them.
    pub rule: &'static str,
}

/// Points that put two values into one fact.
pub const JOINED: f64 = 1.6;
/// The same for other kinds.
const CERTAIN: f64 = 2.4;
/// The same for counts whose happenings are not known to be one.
const CERTAIN_WITHOUT_EVENT: f64 = 3.6;
/// The same for days: a day told of one event is rarely told of another.
const CERTAIN_DAY: f64 = 2.4;

/// Points from which different answers are called a conflict.
#[must_use]
pub fn certain(a: &Answer, b: &Answer) -> f64 {
    let one_event = a.predicate.is_some() && a.predicate.as_deref().map(kin) == b.predicate.as_deref().map(kin);
    match a.kind {
        FactKind::Date => CERTAIN_DAY,
        FactKind::Quantity | FactKind::Money if !one_event => CERTAIN_WITHOUT_EVENT,
        _ => CERTAIN,
    }
}

impl<'a> Prepared<'a> {
    /// Makes a value ready.
    #[must_use]
    pub fn of(answer: &'a Answer) -> Self {
        let own: FxHashSet<String> = rarity::words(&answer.text).map(|(word, _)| word).collect();
        let mut seen: FxHashMap<String, f64> = FxHashMap::default();
        for (word, _) in rarity::words(&answer.place.sentence) {
            let weight = rarity::weight(&word);
            if weight > 1.6 && (!own.contains(&word) || matches!(answer.kind, FactKind::Attribution)) {
                seen.insert(stem(&word), weight);
            }
        }
        let mut context: Vec<_> = seen.into_iter().collect();
        context.sort_by(|a, b| a.0.cmp(&b.0));
        let length = context.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        Self { answer, context, length }
    }

    /// How alike the two sentences are, 0 to 1.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < self.context.len() && j < other.context.len() {
            match self.context[i].0.cmp(&other.context[j].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.context[i].1 * other.context[j].1;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        let cosine = sum / (self.length * other.length);
        let overlap = sum / (self.length.min(other.length)).powi(2).max(60.0);
        f64::midpoint(cosine, overlap)
    }
}

/// "blocked", "blocks" and "blocking" are one word of the context.
fn stem(word: &str) -> String {
    let stripped = ["ing", "ed", "es", "s", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4));
    stripped.unwrap_or(word).to_owned()
}

/// Whether two values of one block answer one question.
#[must_use]
pub fn same_question(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.kind != right.kind
        || left.attribute != right.attribute
        || left.question.is_none()
        || right.question.is_none()
    {
        return None;
    }
    if left.place.claim_id == right.place.claim_id && left.place.sentence_id == right.place.sentence_id {
        return None; // one claim gives two answers to two questions
    }
    match left.kind {
        FactKind::QuoteWording => quotation(a, b),
        FactKind::Attribution => same_content(a, b),
        FactKind::Role | FactKind::Age => one_party(left, right, "one-person"),
        FactKind::Place if left.attribute.as_deref() == Some("home") => one_party(left, right, "one-person"),
        FactKind::Response if contradicts_scope(left, right) && a.likeness(b) < 0.2 => None,
        FactKind::Response => one_party(left, right, "one-party").or_else(|| same_head(left, right)),
        FactKind::Identity if left.attribute.as_deref() == Some("spelling") => one_party(left, right, "one-party"),
        FactKind::Quantity | FactKind::Casualties | FactKind::Money => counted(a, b),
        FactKind::Date | FactKind::Place | FactKind::Identity | FactKind::Polarity => happened(a, b),
        FactKind::Cause | FactKind::Purpose | FactKind::Other => explained(a, b),
    }
}

fn quotation(a: &Prepared, b: &Prepared) -> Option<Join> {
    let found = wordings::variation(&a.answer.text, &b.answer.text)?;
    let one_speaker = match (a.answer.voice.entity, b.answer.voice.entity) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    // Somebody who says a thing twice in one report mostly does so in other words.
    let near = !a.answer.same_article(b.answer) || found.matched * 10 >= found.a_words.min(found.b_words) * 8;
    let score = 4.0 + (found.matched as f64 / 100.0).min(1.0);
    (one_speaker && near).then_some(Join { score, rule: "one-remark" })
}

/// The same words, whoever is named for them.
fn same_content(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (&a.answer.place.sentence, &b.answer.place.sentence);
    let found = wordings::variation(left, right).filter(|_| !a.answer.same_article(b.answer))?;
    // Who is quoted is easily misread, so two quotations must be the same from end to end.
    let direct = a.answer.voice.kind == ClaimKind::Direct || b.answer.voice.kind == ClaimKind::Direct;
    let length = if direct { found.a_words.max(found.b_words) } else { found.a_words.min(found.b_words) };
    let whole = found.matched as f64 / length as f64;
    (found.matched >= 7 && whole >= 0.7).then_some(Join { score: 4.0 + whole, rule: "same-words" })
}

fn one_party(a: &Answer, b: &Answer, rule: &'static str) -> Option<Join> {
    let named = || a.head.is_some() && a.head == b.head && a.head.as_ref().is_some_and(|name| name.contains(' '));
    (a.about.is_some() && a.about == b.about || named()).then_some(Join { score: 5.0, rule })
}

fn same_head(a: &Answer, b: &Answer) -> Option<Join> {
    (a.head.is_some() && a.head == b.head).then_some(Join { score: 4.0, rule: "one-party" })
}

/// Counts of one thing in one event.
fn counted(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.unit.is_some() != right.unit.is_some() || out_of_scope(left, right) {
        return None;
    }
    if left.kind == FactKind::Quantity && left.head != right.head {
        return None;
    }
    if left.kind == FactKind::Casualties && other_occasion(left, right) {
        return None;
    }
    // "three boats", "26 pirates": both captured, but not one count.
    if left.head.is_some() && right.head.is_some() && left.head != right.head {
        return None;
    }
    let mut score = common(a, b) + predicates(left, right);
    if participants_differ(left, right) {
        score -= 1.5;
    }
    if left.kind == FactKind::Casualties
        && left.terms_of("time").next().is_some() != right.terms_of("time").next().is_some()
    {
        score -= 0.5; // the count of another day says which day
    }
    if left.kind == FactKind::Casualties {
        score += 1.5; // the kind itself says what happened
    }
    // Counts that could be one speak for one question: nothing is lost where they are not.
    let (low, high) = (larger(left.low, right.low), smaller(left.high, right.high));
    if low.is_some_and(|low| low > 20.0) && high.is_none_or(|high| low <= Some(high)) {
        score += 1.0;
    }
    (score >= JOINED).then_some(Join { score, rule: "same-count-of-one-event" })
}

/// The smaller of two ends, where an open one is none.
pub(super) fn smaller(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// The larger of two ends, where an open one is none.
pub(super) fn larger(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        _ => a.or(b),
    }
}

/// When, where, by whom, whether: one event.
fn happened(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    if left.predicate.is_none() || left.predicate != right.predicate {
        return None;
    }
    if participants_differ(left, right) || (left.kind != FactKind::Date && out_of_scope(left, right)) {
        return None;
    }
    if left.kind == FactKind::Date && contradicts(left, right, "patient") {
        return None; // "sent bombers in December", "sent medicine on Saturday"
    }
    // One report that tells two times of "the landing" mostly tells of two landings.
    let within = if left.same_article(right) && left.answer != right.answer { 1.5 } else { 0.0 };
    // "the home loss", "the road loss"; "signed the pact", "signed the bill".
    let apart = ["patient", "topic"].into_iter().filter(|role| contradicts(left, right, role)).count();
    let open = |answer: &Answer| answer.terms_of("patient").next().is_none();
    if left.kind == FactKind::Polarity && open(left) != open(right) {
        return None; // "never left" and "left the ministry"
    }
    let score = 1.0 + common(a, b) - within - apart as f64;
    (score >= JOINED).then_some(Join { score, rule: "one-event" })
}

/// Why, what for: one thing that is explained.
fn explained(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (a.answer, b.answer);
    let one_thing = left.head.is_some() && left.head == right.head;
    let one_event = left.predicate.is_some() && left.predicate == right.predicate;
    if !one_thing && !one_event {
        return None;
    }
    let score = if one_thing { 1.5 } else { 1.0 } + common(a, b);
    (score >= JOINED).then_some(Join { score, rule: "one-thing-explained" })
}

/// Points for the verb: the same event class speaks for one event, another against it.
fn predicates(a: &Answer, b: &Answer) -> f64 {
    match (&a.predicate, &b.predicate) {
        (Some(one), Some(other)) if one == other => 1.5,
        (Some(one), Some(other)) if kin(one) == kin(other) => 1.2,
        (Some(_), Some(_)) => -0.5,
        _ => 0.0,
    }
}

/// Happenings that a count may be told of alike: "found six rifles", "seized six rifles".
fn kin(class: &str) -> &str {
    KIN.get(class).copied().unwrap_or(class)
}

/// Points for what both questions share: whom they are about, terms, the words around.
fn common(a: &Prepared, b: &Prepared) -> f64 {
    let (left, right) = (a.answer, b.answer);
    let about = if left.about.is_some() && left.about == right.about { 1.0 } else { 0.0 };
    let shared: f64 =
        left.terms.iter().filter(|term| right.terms.iter().any(|other| alike(term, other))).map(term_points).sum();
    about + shared.min(2.0) + 3.0 * a.likeness(b)
}

fn alike(a: &AnswerTerm, b: &AnswerTerm) -> bool {
    (a.entity.is_some() && a.entity == b.entity) || a.word == b.word
}

fn term_points(term: &AnswerTerm) -> f64 {
    match term.entity {
        Some(_) => 0.8,
        None => (rarity::weight(&term.word) / 6.0).min(0.8),
    }
}

/// Another day, another place, another part: no conflict, another question.
fn out_of_scope(a: &Answer, b: &Answer) -> bool {
    contradicts(a, b, "modifier") || contradicts_scope(a, b) || other_time(a, b)
}

/// One is told of a month or a year ("in February a gunman killed five"), the other is not: an earlier event.
fn other_occasion(a: &Answer, b: &Answer) -> bool {
    let long_ago = |answer: &Answer| {
        answer.terms_of("time").any(|term| match term.word.split_once("..") {
            Some((low, high)) => low.get(..7) != high.get(..7) || (low.ends_with("-01") && high.get(8..) >= Some("28")),
            None => {
                matches!(term.word.len(), 4 | 7)
                    && term.word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'X' | b'-'))
            }
        })
    };
    long_ago(a) != long_ago(b)
}

/// Both name days, and none of them meet.
fn other_time(a: &Answer, b: &Answer) -> bool {
    let days = |answer: &Answer| -> Vec<(String, String)> {
        answer
            .terms_of("time")
            .filter_map(|term| term.word.split_once(".."))
            .map(|(low, high)| (low.to_owned(), high.to_owned()))
            .collect()
    };
    let (left, right) = (days(a), days(b));
    let meet = |one: &(String, String), other: &(String, String)| one.0 <= other.1 && other.0 <= one.1;
    !left.is_empty() && !right.is_empty() && !left.iter().any(|one| right.iter().any(|other| meet(one, other)))
}

/// One has a scope ("another", "one matter") that the other has not.
fn contradicts_scope(a: &Answer, b: &Answer) -> bool {
    let scopes = |answer: &Answer| answer.terms_of("scope").map(|term| term.word.clone()).collect::<Vec<_>>();
    scopes(a) != scopes(b)
}

/// Both name something for this part of the question, and nothing of it is shared.
fn contradicts(a: &Answer, b: &Answer, role: &str) -> bool {
    let mut left = a.terms_of(role).peekable();
    left.peek().is_some()
        && b.terms_of(role).next().is_some()
        && !left.any(|term| b.terms_of(role).any(|other| alike(term, other)))
}

/// Another doer or another sufferer, both named. Nouns say little: one man is a clerk here and a director there.
fn participants_differ(a: &Answer, b: &Answer) -> bool {
    if a.about.is_some() && a.about == b.about {
        return false;
    }
    ["agent", "patient"].into_iter().any(|role| {
        let named = |answer: &Answer| answer.terms_of(role).any(|term| term.entity.is_some());
        named(a) && named(b) && contradicts(a, b, role)
    })
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;

    fn counted_answer(article: &str, text: &str, head: &str, predicate: &str, sentence: &str) -> Answer {
        let mut found = answer(FactKind::Quantity, article, text);
        found.head = Some(head.into());
        found.predicate = Some(predicate.into());
        found.place.sentence = sentence.into();
        found
    }

    fn joined(a: &Answer, b: &Answer) -> bool {
        same_question(&Prepared::of(a), &Prepared::of(b)).is_some()
    }

    #[test]
    fn counts_of_one_event_meet_and_others_do_not() {
        let first = counted_answer(
            "a",
            "forty",
            "passenger",
            "rescue",
            "Forty passengers of the Albatross were rescued off Kestrel Point",
        );
        let second = counted_answer(
            "b",
            "38",
            "passenger",
            "rescue",
            "Rescuers took 38 passengers from the Albatross near Kestrel Point",
        );
        let crew = counted_answer(
            "b",
            "six",
            "sailor",
            "rescue",
            "Six sailors of the Albatross were rescued off Kestrel Point",
        );
        let fees = counted_answer("b", "600", "passenger", "carry", "A tram in Dunmere carries 600 passengers a day");
        assert!(joined(&first, &second));
        assert!(!joined(&first, &crew) && !joined(&first, &fees));
    }

    #[test]
    fn another_nation_is_another_question() {
        let term = |word: &str| vec![AnswerTerm { role: "modifier".into(), word: word.into(), entity: None }];
        let text = "soldiers landed at Kestrel Point after the Albatross sank";
        let one = Answer { terms: term("norwegian"), ..counted_answer("a", "40", "soldier", "arrive", text) };
        let other = Answer { terms: term("danish"), ..counted_answer("b", "90", "soldier", "arrive", text) };
        assert!(!joined(&one, &other));
        assert!(joined(&one, &Answer { terms: vec![], ..other }));
    }
}
