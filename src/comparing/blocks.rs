//! Which values can meet at all: two values are compared only where they share a block.
//!
//! A block is made of a value alone, never of what else is loaded, so that a load finds the candidates of its articles
//! by an index, and any order of loading compares the same pairs. Blocks are wide: whether two values answer one
//! question is the work of `same_question`.

use super::answer::Answer;
use super::rarity;
use crate::reading::FactKind;
use crate::reading::names::likeness::keys;

/// A word of less weight opens no block of a quotation.
const TELLING: f64 = 1.2;
/// A word of more weight opens one together with its speaker.
const RARE: f64 = 3.0;

/// The blocks of a value, sorted; none where it answers no question.
#[must_use]
pub fn blocks(answer: &Answer) -> Vec<String> {
    if answer.question.is_none() {
        return Vec::new();
    }
    let mut start = answer.kind.as_str().to_owned();
    if let Some(attribute) = &answer.attribute {
        start = format!("{start} {attribute}");
    }
    let with = |word: &Option<String>| word.as_ref().map(|word| format!("{start} {word}"));
    let mut found: Vec<String> = match answer.kind {
        FactKind::QuoteWording => [pairs(&start, &answer.text), of_speaker(&start, answer)].concat(),
        FactKind::Attribution => pairs(&start, &answer.place.sentence),
        FactKind::Quantity => with(&answer.head).into_iter().collect(),
        FactKind::Identity if answer.attribute.as_deref() == Some("spelling") => {
            answer.word.iter().flat_map(|name| keys(name)).map(|word| format!("{start} {word}")).collect()
        }
        FactKind::Identity if answer.attribute.as_deref() == Some("side") => with(&answer.head).into_iter().collect(),
        FactKind::Other if matches!(answer.attribute.as_deref(), Some("charges" | "verdict" | "first")) => vec![start],
        FactKind::Date | FactKind::Place | FactKind::Polarity | FactKind::Identity => {
            vec![with(&answer.predicate).unwrap_or(start)]
        }
        FactKind::Cause | FactKind::Purpose | FactKind::Other => {
            with(&answer.head).into_iter().chain(with(&answer.predicate)).collect()
        }
        FactKind::Response => {
            let party = answer.head.as_deref().unwrap_or_default();
            party.split_whitespace().filter(|word| word.len() > 2).map(|word| format!("{start} {word}")).collect()
        }
        _ => vec![start],
    };
    found.sort();
    found.dedup();
    found
}

/// Telling words that stand side by side, or with one between them: what two wordings of one remark share.
fn pairs(start: &str, text: &str) -> Vec<String> {
    let words: Vec<String> =
        rarity::words(text).map(|(word, _)| word).filter(|word| rarity::weight(word) > TELLING).collect();
    let near =
        |gap: usize| words.iter().zip(words.iter().skip(gap)).map(|(one, other)| format!("{start} {one} {other}"));
    near(1).chain(near(2)).collect()
}

/// The surname of the speaker with each rare word: where one remark is quoted in other words.
fn of_speaker(start: &str, answer: &Answer) -> Vec<String> {
    let Some(surname) = answer.voice.name.as_deref().and_then(|name| name.split_whitespace().next_back()) else {
        return Vec::new();
    };
    let words = rarity::words(&answer.text).map(|(word, _)| word).filter(|word| rarity::weight(word) > RARE);
    words.map(|word| format!("{start} {} {word}", surname.to_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;

    fn share(a: &Answer, b: &Answer) -> bool {
        let other = blocks(b);
        blocks(a).iter().any(|block| other.contains(block))
    }

    #[test]
    fn two_wordings_of_one_remark_share_a_block_and_other_remarks_do_not() {
        let quote = |article: &str, words: &str| answer(FactKind::QuoteWording, article, words);
        let whole = quote("a", "We will mend the old bridge before winter comes");
        assert!(share(&whole, &quote("b", "mend the bridge before the winter")));
        assert!(!share(&whole, &quote("b", "The harbour bridge is a disgrace")));
    }

    #[test]
    fn counts_meet_by_what_is_counted_and_happenings_by_what_happened() {
        let mut boats = answer(FactKind::Quantity, "a", "six");
        boats.head = Some("boat".into());
        let mut more = answer(FactKind::Quantity, "b", "seven");
        more.head = Some("boat".into());
        assert!(share(&boats, &more));
        more.head = Some("sailor".into());
        assert!(!share(&boats, &more));
        assert_eq!(blocks(&Answer { question: None, ..boats }), Vec::<String>::new());
    }
}
