//! How good a model is on the parts of the treebanks that it has not seen.

use crate::language::{Relation, Upos, tokens as cut};
use crate::span::Span;

use super::corpus::{Sentence, Treebank};
use super::parsing::Parsing;
use super::tagging::TagSet;

/// Agreement of the tokenizer with the treebanks, words by their place in the text.
pub fn tokens(bank: &Treebank) {
    for (name, of_gum) in [("EWT", false), ("GUM", true)] {
        let (mut same, mut ours, mut theirs) = (0, 0, 0);
        for sentence in bank.sentences.iter().filter(|sentence| sentence.is_gum == of_gum) {
            let Some(gold) = sentence.words.iter().map(|word| word.span).collect::<Option<Vec<Span>>>() else {
                continue;
            };
            let found = cut(&sentence.text, Span::new(0, sentence.text.len()));
            let right = found.iter().filter(|span| gold.binary_search(span).is_ok()).count();
            if std::env::var_os("TRAIN_SHOW_TOKENS").is_some() && (right < found.len() || right < gold.len()) {
                let wrong =
                    found.iter().filter(|span| gold.binary_search(span).is_err()).map(|span| span.of(&sentence.text));
                let missed =
                    gold.iter().filter(|span| found.binary_search(span).is_err()).map(|span| span.of(&sentence.text));
                eprintln!("  {} | {}", wrong.collect::<Vec<_>>().join(" "), missed.collect::<Vec<_>>().join(" "));
            }
            same += right;
            ours += found.len();
            theirs += gold.len();
        }
        eprintln!("tokens {name}: F1 {:.2}", 200.0 * same as f64 / (ours + theirs) as f64);
    }
}

/// Share of right tags.
pub fn tags(tagset: &TagSet, bank: &Treebank, tagged: &[Vec<u8>]) {
    for (name, of_gum) in [("EWT", false), ("GUM", true)] {
        let (mut upos, mut xpos, mut all) = (0, 0, 0);
        for (sentence, tags) in parts(bank, tagged, of_gum) {
            for (word, &tag) in sentence.words.iter().zip(tags) {
                let (fine, coarse) = tagset.get(usize::from(tag));
                xpos += usize::from(fine == word.xpos);
                upos += usize::from(coarse == word.upos.as_str());
                all += 1;
            }
        }
        eprintln!("tags {name}: UPOS {:.2}, XPOS {:.2}", percent(upos, all), percent(xpos, all));
    }
}

/// Share of right heads, and of right heads with right relation.
pub fn trees(parsing: &Parsing, actions: &'static [u8], labels: &'static [u8], bank: &Treebank, tagged: &[Vec<u8>]) {
    for (name, of_gum, news) in [("EWT", false, false), ("GUM", true, false), ("GUM news", true, true)] {
        let (mut heads, mut both, mut all, mut words_only, mut words) = (0, 0, 0, 0, 0);
        for (sentence, tags) in parts(bank, tagged, of_gum).filter(|(sentence, _)| !news || sentence.is_news) {
            let found = parsing.parse(actions, labels, sentence, tags);
            for (word, (head, relation)) in sentence.words.iter().zip(found) {
                let right = head.unwrap_or(sentence.words.len()) == word.head;
                let named = right && same(relation, word.relation);
                heads += usize::from(right);
                both += usize::from(named);
                all += 1;
                if word.upos != Upos::Punct {
                    words += 1;
                    words_only += usize::from(named);
                }
            }
        }
        eprintln!(
            "trees {name}: UAS {:.2}, LAS {:.2}, LAS without punctuation {:.2}",
            percent(heads, all),
            percent(both, all),
            percent(words_only, words)
        );
    }
}

/// The usual measure leaves subtypes out.
fn same(one: Relation, other: Relation) -> bool {
    let base = |relation: Relation| relation.as_str().split(':').next().unwrap_or_default();
    base(one) == base(other)
}

fn parts<'b>(
    bank: &'b Treebank,
    tagged: &'b [Vec<u8>],
    of_gum: bool,
) -> impl Iterator<Item = (&'b Sentence, &'b Vec<u8>)> {
    bank.sentences.iter().zip(tagged).filter(move |(sentence, _)| sentence.is_gum == of_gum)
}

fn percent(part: usize, all: usize) -> f64 {
    100.0 * part as f64 / all.max(1) as f64
}
