//! Narration: what of a sentence is in the outlet's own voice.
//!
//! It only subtracts: words that are in no attributed content, no cue and no source.

use super::site::Site;
use crate::language::Upos;
use crate::reading::kinds::{ClaimKind, Modality, Polarity, Section};
use crate::reading::{Claim, Sentence};
use crate::span::Span;

/// One claim for each sentence that has words of its own beside `taken` (sorted; content, cues and sources).
///
/// Beside a report, words without a verb of their own ("on Friday", "in a televised speech") belong to the reporting
/// clause: they are no one's claim.
pub fn narration(body: &str, sentences: &[Sentence], sites: &[Option<Site>], taken: &[Span]) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut next = 0;
    for (at, sentence) in sentences.iter().enumerate() {
        while next < taken.len() && taken[next].end <= sentence.span.start {
            next += 1;
        }
        if sentence.section == Section::Boilerplate {
            continue;
        }
        let mut parts = Vec::new();
        let mut from = sentence.span.start;
        for span in taken[next..].iter().take_while(|span| span.start < sentence.span.end) {
            if span.start > from {
                parts.extend(own_words(body, Span::new(from, span.start)));
            }
            from = from.max(span.end);
        }
        if from < sentence.span.end {
            parts.extend(own_words(body, Span::new(from, sentence.span.end)));
        }
        let whole = parts.first().is_some_and(|part| part.len() + 3 >= sentence.span.len());
        if !whole {
            parts.retain(|part| says_something(sites.get(at).and_then(Option::as_ref), *part));
        }
        if !parts.is_empty() {
            claims.push(Claim {
                sentence: at,
                parts,
                kind: ClaimKind::Narration,
                polarity: Polarity::Affirmed,
                modality: Modality::Asserted,
                hedge: None,
                hops: Vec::new(),
                rule: "narration",
            });
        }
    }
    claims
}

/// The stretch without marks and white space at its ends, if a word is left.
fn own_words(body: &str, span: Span) -> Option<Span> {
    let words = span.of(body);
    let start = words.find(|c: char| c.is_alphanumeric() || "([$€£#@".contains(c))?;
    let (at, last) = words.char_indices().rfind(|(_, c)| c.is_alphanumeric() || ")]%".contains(*c))?;
    let end = at + last.len_utf8();
    (start < end)
        .then(|| Span::new(span.start + start, span.start + end))
        .filter(|span| span.of(body).contains(char::is_alphanumeric))
}

/// Whether what is left beside a report says something: it has a verb, and more than a word or two.
fn says_something(site: Option<&Site>, part: Span) -> bool {
    let Some(site) = site else { return true };
    let from = site.tree.tokens.partition_point(|token| token.span.end <= part.start);
    let tokens = (from..site.len()).take_while(|&at| site.token(at).start < part.end);
    let verb = tokens.clone().any(|at| matches!(site.upos(at), Upos::Verb | Upos::Aux));
    verb && tokens.filter(|&at| !site.is_mark(at)).count() > 2
}
