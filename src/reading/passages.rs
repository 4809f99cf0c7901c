//! What comparing needs to know of a sentence, as plain data: its telling words and names, its predicates, its numbers
//! and times, what of it is quoted, and who speaks in it.
//!
//! Made once, when an article is read, from the trees and from all else that was found; nothing later reads English
//! again. It knows one article only: a name stands for itself here, by its last word.

use serde::{Deserialize, Serialize};

use super::article_reading::{Firmness, Mention, Quantity, Reading, Time};
use super::kinds::{Anonymity, ClaimKind, MentionKind, Modality, Section, TimeType};
use crate::language::{Syntax, Upos};
use crate::span::Span;

/// A sentence of fewer words tells nothing that could be laid beside another.
const SHORTEST: usize = 3;

/// A sentence with more numbers, times or quotations is a list or a table: the first ones stand for it, so that what two
/// sentences cost side by side is bounded.
const MOST: usize = 24;

/// One sentence as comparing sees it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// Index into the sentences of the reading.
    #[serde(skip)]
    pub sentence: usize,
    /// Lemmas of nouns, verbs, adjectives, adverbs and numbers in lower case, and `@` with the last word of each entity
    /// that is named or meant; sorted, each once.
    pub terms: Vec<String>,
    /// What is said to happen or to be.
    pub predicates: Vec<Predicate>,
    /// Its numbers.
    pub numbers: Vec<Number>,
    /// Its times, without durations.
    pub times: Vec<When>,
    /// What it quotes: bytes of the sentence.
    pub quoted: Vec<(usize, usize)>,
    /// Whose word it gives: the last words of their names, in lower case, sorted.
    pub voices: Vec<String>,
    /// Whether anything in it is hedged, possible, planned or only reported.
    pub hedged: bool,
    /// Where the values begin whose own clause is hedged: code points of the sentence.
    #[serde(default)]
    pub doubted: Vec<usize>,
    /// Where the values begin whose own clause is told as a fact: code points of the sentence.
    #[serde(default)]
    pub stated: Vec<usize>,
}

/// The predicate of a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Predicate {
    /// Its lemma, in lower case.
    pub lemma: String,
    /// Whether it is negated.
    pub negated: bool,
}

/// A number as an inclusive interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Number {
    /// Lower end; `None` is open.
    pub low: Option<f64>,
    /// Upper end; `None` is open.
    pub high: Option<f64>,
    /// Normalised unit; `None` for a count.
    pub unit: Option<String>,
    /// What is counted, its head in the singular.
    pub noun: Option<String>,
}

/// A time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// TIMEX3 value.
    pub value: String,
    /// First day; `None` without an anchor.
    pub low: Option<jiff::civil::Date>,
    /// Last day.
    pub high: Option<jiff::civil::Date>,
}

/// The passages of an article: its sentences but for boilerplate and lines of one or two words.
pub(super) fn passages(text: &str, grammar: &[Syntax<'_>], reading: &Reading) -> Vec<Passage> {
    let names: Vec<String> = reading.entities.iter().map(|entity| last_word(&entity.name)).collect();
    let count = reading.sentences.len();
    let mentions = by_sentence(count, usize::MAX, reading.mentions.iter().map(|mention| (mention.sentence, mention)));
    let numbers =
        by_sentence(count, MOST, reading.quantities.iter().map(|number| (number.sentence, Number::of(number))));
    let times =
        by_sentence(count, MOST, reading.times.iter().filter_map(|time| Some((time.sentence, When::of(time)?))));
    let mut found: Vec<Passage> = Vec::new();
    for (at, (sentence, tree)) in reading.sentences.iter().zip(grammar).enumerate() {
        let words = (0..tree.len()).filter(|&token| has_letters(tree.word(token))).count();
        if sentence.section == Section::Boilerplate || words < SHORTEST {
            continue;
        }
        let predicate = |clause: &crate::language::clause::Clause| Predicate {
            lemma: tree.lemma(clause.predicate).to_lowercase(),
            negated: clause.negation.is_some(),
        };
        found.push(Passage {
            sentence: at,
            terms: terms(&mentions[at], &names, tree),
            predicates: tree.clauses().iter().map(predicate).collect(),
            numbers: numbers[at].clone(),
            times: times[at].clone(),
            ..Passage::default()
        });
    }
    said(reading, &mut found);
    told(text, reading, &mut found);
    for passage in &mut found {
        passage.voices.sort();
        passage.voices.dedup();
        passage.voices.truncate(MOST);
        passage.quoted.truncate(MOST);
        passage.quoted.retain(|&(from, to)| has_letters(text.get(from..to).unwrap_or_default()));
        let start = reading.sentences[passage.sentence].span.start;
        for (from, to) in &mut passage.quoted {
            (*from, *to) = (*from - start, *to - start);
        }
    }
    found
}

/// What stands in each of so many sentences, at most `most` in one.
fn by_sentence<T: Clone>(count: usize, most: usize, all: impl Iterator<Item = (usize, T)>) -> Vec<Vec<T>> {
    let mut found = vec![Vec::new(); count];
    for (sentence, one) in all {
        if let Some(place) = found.get_mut(sentence).filter(|place| place.len() < most) {
            place.push(one);
        }
    }
    found
}

fn terms(mentions: &[&Mention], names: &[String], tree: &Syntax<'_>) -> Vec<String> {
    let mut terms = Vec::new();
    let mut meant = vec![false; tree.len()];
    for mention in mentions {
        let Some(name) = mention.entity.and_then(|entity| names.get(entity)) else { continue };
        terms.push(format!("@{name}"));
        if mention.kind != MentionKind::Name {
            for (at, meant) in meant.iter_mut().enumerate() {
                *meant |= mention.span.contains(tree.span(at));
            }
        }
    }
    for at in (0..tree.len()).filter(|&at| !meant[at]) {
        let tells = matches!(tree.upos(at), Upos::Noun | Upos::Propn | Upos::Verb | Upos::Adj | Upos::Adv | Upos::Num);
        if tells && has_letters(tree.lemma(at)) {
            terms.push(tree.lemma(at).to_lowercase());
        }
    }
    terms.sort();
    terms.dedup();
    terms
}

/// Adds to each passage who speaks in it, what it quotes, and whether anything in it is hedged.
fn said(reading: &Reading, passages: &mut [Passage]) {
    for claim in &reading.claims {
        let hull = claim.hull();
        let first = passages.partition_point(|passage| reading.sentences[passage.sentence].span.end <= hull.start);
        for passage in &mut passages[first..] {
            let sentence = reading.sentences[passage.sentence].span;
            if sentence.start >= hull.end {
                break;
            }
            let here = |part: &Span| {
                let (from, to) = (part.start.max(sentence.start), part.end.min(sentence.end));
                (from < to).then_some((from, to))
            };
            if !claim.parts.iter().any(|part| here(part).is_some()) {
                continue;
            }
            passage.hedged |= !matches!(claim.modality, Modality::Asserted | Modality::Wanted);
            let Some(voice) = claim.hops.last().and_then(|hop| reading.voices.get(hop.voice)) else { continue };
            if voice.anonymity != Anonymity::Unresolved {
                passage.voices.push(last_word(&voice.name));
            }
            if matches!(claim.kind, ClaimKind::Direct | ClaimKind::Mixed) {
                passage.quoted.extend(claim.parts.iter().filter_map(here));
            }
        }
    }
}

/// Adds to each passage which of its values are hedged and which are told as facts.
fn told(text: &str, reading: &Reading, passages: &mut [Passage]) {
    for value in &reading.values {
        let Some(firmness) = value.firmness else { continue };
        let at = passages.partition_point(|passage| reading.sentences[passage.sentence].span.end <= value.span.start);
        let Some(passage) = passages.get_mut(at) else { continue };
        let start = reading.sentences[passage.sentence].span.start;
        let Some(before) = text.get(start..value.span.start) else { continue };
        let list = match firmness {
            Firmness::Hedged => &mut passage.doubted,
            Firmness::Plain => &mut passage.stated,
        };
        if list.len() < MOST {
            list.push(before.chars().count());
        }
    }
}

impl Number {
    fn of(quantity: &Quantity) -> Self {
        Self { low: quantity.low, high: quantity.high, unit: quantity.unit.clone(), noun: quantity.noun.clone() }
    }
}

impl When {
    fn of(time: &Time) -> Option<Self> {
        let is_point = !matches!(time.kind, TimeType::Duration | TimeType::Set);
        is_point.then(|| Self { value: time.value.clone(), low: time.low, high: time.high })
    }
}

/// "Doe" of "Ann Doe's", in lower case.
fn last_word(name: &str) -> String {
    let name = name.trim_end_matches("'s").trim_end_matches("’s");
    let word = name.split_whitespace().rev().find(|word| has_letters(word)).unwrap_or(name);
    word.to_lowercase()
}

fn has_letters(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, read};

    #[test]
    fn a_sentence_becomes_its_words_names_numbers_and_voices() {
        let body = "Mayor Ann Doe said the flood killed 12 people on 3 March 2020.\n\n\"We did not sleep,\" she said.";
        let reading = read(&ArticleText { body, ..ArticleText::default() });
        let [first, second] = reading.passages.as_slice() else { panic!("{:?}", reading.passages) };
        assert!(first.terms.iter().any(|term| term == "flood") && first.terms.iter().any(|term| term == "@doe"));
        assert!(first.terms.iter().all(|term| term != "the" && term != "on"));
        assert_eq!((first.numbers[0].low, first.numbers[0].noun.as_deref()), (Some(12.0), Some("people")));
        assert_eq!(first.times[0].value, "2020-03-03");
        assert_eq!(first.voices, ["doe"]);
        assert!(first.quoted.is_empty());
        // Whom "she" means stands in for the pronoun.
        assert!(second.terms.iter().any(|term| term == "@doe") && second.terms.iter().all(|term| term != "she"));
        assert!(second.predicates.iter().any(|predicate| predicate.lemma == "sleep" && predicate.negated));
        let (from, to) = second.quoted[0];
        assert_eq!(&body[reading.sentences[second.sentence].span.start..][from..to], "We did not sleep,");
    }

    #[test]
    fn boilerplate_and_short_lines_are_no_passages() {
        let body = "Two people died in the fire.\n\nRead more: Ten tips for the summer";
        let reading = read(&ArticleText { body, ..ArticleText::default() });
        assert_eq!(reading.passages.len(), 1);
    }
}
