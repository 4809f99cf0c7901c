//! More sentences from the same ones: other quotation marks, headlines in capitals.

use super::corpus::{Sentence, Treebank};
use super::random::Random;

/// The sentences with quotation marks of either kind, and some again as headlines would print them.
pub fn augmented(bank: &Treebank) -> Treebank {
    let mut random = Random::new(11);
    let mut all = Treebank::default();
    for sentence in &bank.sentences {
        all.sentences.push(with_quotes(sentence, random.chance(50)));
        if sentence.words.len() > 3 {
            match random.below(16) {
                0 => all.sentences.push(respelled(sentence, str::to_uppercase)),
                1 => all.sentences.push(respelled(sentence, title_case)),
                _ => {}
            }
        }
    }
    all
}

fn respelled(sentence: &Sentence, spell: impl Fn(&str) -> String) -> Sentence {
    let mut other = sentence.clone();
    for word in &mut other.words {
        word.form = spell(&word.form);
    }
    other
}

fn title_case(word: &str) -> String {
    let mut letters = word.chars();
    let short = word.len() <= 3 && !word.starts_with(char::is_uppercase);
    match letters.next() {
        Some(first) if !short && first.is_alphabetic() => first.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// Curly marks and apostrophes, or straight ones.
fn with_quotes(sentence: &Sentence, curly: bool) -> Sentence {
    let mut other = sentence.clone();
    let mut open = false;
    for word in &mut other.words {
        let is_quote = matches!(word.form.as_str(), "\"" | "“" | "”" | "''" | "``");
        if is_quote {
            open = match word.xpos.as_str() {
                "``" => true,
                "''" => false,
                _ => !open,
            };
            let mark = match (curly, open) {
                (false, _) => "\"",
                (true, true) => "“",
                (true, false) => "”",
            };
            mark.clone_into(&mut word.form);
        } else if curly && word.form.contains('\'') && word.form.len() > 1 {
            word.form = word.form.replace('\'', "’");
        }
    }
    other
}
