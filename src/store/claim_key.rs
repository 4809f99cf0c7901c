//! Keys of claims: the same over reloads, orders and machines, because they are made of content only.

use sha2::{Digest, Sha256};

use crate::reading::{Claim, Reading, TextOf};
use crate::span::Span;

/// Collects what a key is made of, with lengths so that no two lists of parts read alike.
struct Ingredients(Sha256);

impl Ingredients {
    fn words(&mut self, words: &str) {
        self.number(words.len());
        self.0.update(words.as_bytes());
    }

    fn number(&mut self, number: usize) {
        self.0.update((number as u64).to_le_bytes());
    }

    /// A span by its place in its own text.
    fn span(&mut self, reading: &Reading, span: Option<Span>) {
        let span = span.map_or(Span::new(0, 0), |span| reading.locate(span).1);
        self.number(span.start);
        self.number(span.end);
    }
}

/// The key of a claim: outlet, file, kind, words at their place, and the way they came; `words` are the claim's own.
///
/// `apart` distinguishes what would otherwise be alike: an article's second claim on the same words, or another article
/// of the same name.
pub fn claim_key(outlet: &str, file: &str, words: &str, reading: &Reading, claim: &Claim, apart: &str) -> String {
    let mut key = Ingredients(Sha256::new());
    key.words(outlet);
    key.words(file);
    key.words(apart);
    key.words(claim.kind.as_str());
    key.words(words);
    if reading.locate(claim.hull()).0 == TextOf::Headline {
        key.words(TextOf::Headline.as_str());
    }
    key.number(claim.parts.len());
    for part in &claim.parts {
        key.span(reading, Some(*part));
    }
    for hop in &claim.hops {
        key.words(reading.voices.get(hop.voice).map_or("", |voice| voice.name.as_str()));
        key.span(reading, hop.cue);
        key.span(reading, hop.source);
    }
    hexadecimal(&key.0.finalize()[..10])
}

/// The SHA-256 of a text, as the tables keep it.
#[must_use]
pub fn sha256(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{ClaimKind, Modality, Polarity};

    fn claim(start: usize) -> Claim {
        Claim {
            sentence: 0,
            parts: vec![Span::new(start, 4)],
            kind: ClaimKind::Narration,
            polarity: Polarity::Affirmed,
            modality: Modality::Asserted,
            hedge: None,
            hops: Vec::new(),
            rule: "narration",
        }
    }

    #[test]
    fn a_key_depends_on_content_only() {
        let key =
            |outlet, file, start, apart| claim_key(outlet, file, "Rain", &Reading::default(), &claim(start), apart);
        let plain = key("Herald", "a.txt", 0, "");
        assert_eq!(plain, key("Herald", "a.txt", 0, ""));
        assert_eq!(plain.len(), 20);
        for other in [
            key("Courier", "a.txt", 0, ""),
            key("Herald", "b.txt", 0, ""),
            key("Herald", "a.txt", 1, ""),
            key("Herald", "a.txt", 0, "2"),
        ] {
            assert_ne!(plain, other);
        }
    }

    #[test]
    fn a_text_has_its_usual_sha256() {
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
