//! One remark of one speaker in other words: two quoted sentences that share nearly all that the shorter one has to tell.
//!
//! It looks at telling words only, not at their order; whether both are of one speaker is asked elsewhere.

use super::rarity;
use crate::span::Span;

/// A word of less weight tells nothing.
const TELLING: f64 = 1.2;
/// As many telling words both sentences must have in common.
const FEWEST: usize = 4;
/// One less is enough where the sentences share so many words in a row.
const RUN: usize = 5;
/// So much must they weigh together.
const LIGHTEST: f64 = 8.0;
/// Such a share of the shorter sentence, and such a share of the longer one.
const OF_SHORTER: f64 = 0.7;
const OF_LONGER: f64 = 0.4;

/// The two sentences, one of each text, that say one thing.
pub(super) fn paraphrase(a: &str, b: &str) -> Option<(Span, Span)> {
    let (left, right) = (sentences(a), sentences(b));
    let mut best: Option<(f64, (Span, Span))> = None;
    for (span, words) in &left {
        for (other, others) in &right {
            if let Some(shared) = shared(words, others, || run(span.of(a), other.of(b)) >= RUN)
                && best.is_none_or(|(most, _)| shared > most)
            {
                best = Some((shared, (*span, *other)));
            }
        }
    }
    best.map(|(_, pair)| pair)
}

/// The weight of the words that both have, where it is enough.
fn shared(a: &[(String, f64)], b: &[(String, f64)], in_one_run: impl Fn() -> bool) -> Option<f64> {
    let both = || a.iter().filter(|(word, _)| b.iter().any(|(other, _)| word == other));
    let sum = |words: &[(String, f64)]| words.iter().map(|(_, weight)| weight).sum::<f64>();
    let weight: f64 = both().map(|(_, weight)| weight).sum();
    let (shorter, longer) = (sum(a).min(sum(b)), sum(a).max(sum(b)));
    let count = both().count();
    let enough = (count >= FEWEST || count + 1 == FEWEST && in_one_run())
        && weight >= LIGHTEST
        && weight >= OF_SHORTER * shorter
        && weight >= OF_LONGER * longer;
    enough.then_some(weight)
}

/// How many words in a row both have.
fn run(a: &str, b: &str) -> usize {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    let (left, right) = (words(a), words(b));
    let mut longest = 0;
    let mut before = vec![0; right.len() + 1];
    for word in &left {
        let mut now = vec![0; right.len() + 1];
        for (at, _) in right.iter().enumerate().filter(|(_, other)| *other == word) {
            now[at + 1] = before[at] + 1;
            longest = longest.max(now[at + 1]);
        }
        before = now;
    }
    longest
}

/// The sentences of a quotation with their telling words, each once.
fn sentences(text: &str) -> Vec<(Span, Vec<(String, f64)>)> {
    let mut found = Vec::new();
    let mut start = 0;
    let ends = text.match_indices(['.', '!', '?', '\n']).map(|(at, mark)| at + mark.len()).chain([text.len()]);
    for end in ends {
        let whole = text[end..].chars().next().is_none_or(char::is_whitespace);
        if !whole || end <= start {
            continue;
        }
        let span = Span::new(start, end).trim(text);
        let mut words: Vec<(String, f64)> = rarity::words(span.of(text))
            .map(|(word, _)| (rarity::weight(&word), word))
            .filter(|(weight, _)| *weight > TELLING)
            .map(|(weight, word)| (word, weight))
            .collect();
        words.sort_by(|a, b| a.0.cmp(&b.0));
        words.dedup_by(|a, b| a.0 == b.0);
        if words.len() + 1 >= FEWEST {
            found.push((span, words));
        }
        start = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_in_other_words_is_found_and_one_topic_is_not() {
        let cases = [
            (
                "The tram is late. I believe a harbour belongs to fishermen and sailors.",
                "My view is that the harbour itself belongs to the fishermen and the sailors, and that is mine alone",
                true,
            ),
            (
                "I believe a harbour belongs to fishermen and sailors.",
                "The harbour will be closed to fishermen by winter",
                false,
            ),
            (
                "I say a ferry is for sailors and for gulls.",
                "Mine is the view that a ferry is for sailors and for gulls, too",
                true,
            ),
            ("We will do it", "We will do it again", false),
        ];
        for (a, b, expected) in cases {
            assert_eq!(paraphrase(a, b).is_some(), expected, "{a} / {b}");
        }
    }
}
