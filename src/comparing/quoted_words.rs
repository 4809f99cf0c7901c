//! The words of a quotation, made ready to be laid beside another wording: marks, capitals and spellings left out.

use super::rarity;
use crate::span::Span;

/// Longer quotations are compared by their first words only.
const LONGEST: usize = 400;

/// "don't" and "do not" are one wording.
const CONTRACTIONS: [(&str, &str); 5] =
    [("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am")];

/// British letters and American ones, inside a word.
const SPELLINGS: [(&str, &str); 7] =
    [("our", "or"), ("isa", "iza"), ("ise", "ize"), ("isi", "izi"), ("yse", "yze"), ("ence", "ense"), ("ll", "l")];

/// A word of a quotation, normalised.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    /// As both sides of the Atlantic could spell it.
    pub norm: String,
    /// How much it tells; nothing where it is marked.
    pub weight: f64,
    pub span: Span,
    /// Dots, or words in brackets: the outlet says that it changed something here.
    pub marked: bool,
}

/// Dots for words left out.
fn dots(start: usize, end: usize) -> Word {
    Word { norm: "…".into(), weight: 0.0, span: Span::new(start, end), marked: true }
}

/// The words of a quotation with its dots, in order.
pub(super) fn tokens(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut bracketed = false;
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        let inside = c.is_alphanumeric() || (matches!(c, '\'' | '’') && start.is_some());
        if inside {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let norm = text[from..at].replace('’', "'").trim_matches('\'').to_lowercase();
            let span = Span::new(from, at);
            let mut push = |word: &str| {
                let weight = if bracketed { 0.0 } else { rarity::weight(word) };
                found.push(Word { norm: spelled(word), weight, span, marked: bracketed });
            };
            match CONTRACTIONS.iter().find_map(|(ending, word)| Some((norm.strip_suffix(ending)?, word))) {
                Some((stem, word)) if stem.len() > 1 || stem == "i" => {
                    push(stem);
                    push(word);
                }
                // "I ’ m", as some pages have it.
                _ => push(
                    CONTRACTIONS
                        .iter()
                        .find(|(ending, _)| ending[1..] == *norm)
                        .map_or(norm.as_str(), |(_, word)| word),
                ),
            }
        }
        match c {
            '[' | '(' => bracketed = true,
            ']' | ')' => bracketed = false,
            '…' => found.push(dots(at, at + c.len_utf8())),
            '.' if text[at..].starts_with("..") => {
                found.push(dots(at, at + 1));
            }
            _ => {}
        }
    }
    found.truncate(LONGEST);
    found
}

/// The letters of a gap: "web site" is "website", "time 's" is "time's", "harbour" is "harbor", and "6:00" is "6".
pub(super) fn letters(gap: &[Word]) -> String {
    gap.iter().filter(|word| word.norm != "00").map(|word| word.norm.replace('\'', "")).collect()
}

/// A word as both sides of the Atlantic could spell it.
fn spelled(word: &str) -> String {
    let mut plain = word.to_owned();
    for (british, american) in SPELLINGS {
        plain = plain.replace(british, american);
    }
    match plain.strip_suffix("re").or_else(|| plain.strip_suffix("res")) {
        Some(stem) if stem.len() > 2 => format!("{stem}er"),
        _ => plain,
    }
}
