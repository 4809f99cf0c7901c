//! The wording of quotations: every quoted stretch of some words is a value, to be laid beside other reports' wording.

use crate::reading::{ClaimKind, FactKind, Frame, Reading, Value};
use crate::span::Span;

use super::blank;
use super::frames::question;

/// Fewer words than this are a name or a scare quote.
const SHORTEST: usize = 4;
/// As many words of a quotation as its question shows.
const SHOWN: usize = 8;

pub(super) fn values(body: &str, reading: &Reading, into: &mut Vec<Value>) {
    for (at, claim) in reading.claims.iter().enumerate() {
        let stretches: Vec<Span> = match claim.kind {
            ClaimKind::Direct => claim.parts.clone(),
            ClaimKind::Mixed => claim.parts.iter().flat_map(|part| quoted(body, *part)).collect(),
            _ => continue,
        };
        let voice = claim.hops.last().and_then(|hop| reading.voices.get(hop.voice));
        for span in stretches {
            let words = span.of(body).split_whitespace().count();
            if words < SHORTEST {
                continue;
            }
            let mut value = blank(at, FactKind::QuoteWording, span);
            let start: Vec<_> = span.of(body).split_whitespace().take(SHOWN).collect();
            let dots = if words > SHOWN { " …" } else { "" };
            let who = voice.map_or("the speaker", |voice| voice.name.as_str());
            value.frame = Some(Frame {
                about: voice.and_then(|voice| voice.entity),
                question: question(&format!("what exactly did {who} say (“{}{dots}”)", start.join(" "))),
                ..Frame::default()
            });
            into.push(value);
        }
    }
}

/// The stretches of a span that stand in quotation marks, without the marks.
fn quoted(body: &str, span: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in span.of(body).char_indices() {
        let here = span.start + at;
        match (c, open) {
            ('“', _) => open = Some(here + c.len_utf8()),
            ('"', None) => open = Some(here + 1),
            ('”', Some(start)) | ('"', Some(start)) => {
                found.push(Span::new(start, here).trim(body));
                open = None;
            }
            _ => {}
        }
    }
    // A claim that ends inside the closing mark.
    if let Some(start) = open.filter(|&start| start < span.end) {
        found.push(Span::new(start, span.end).trim(body));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_quoted_stretches_of_a_mixed_claim_count() {
        let body = "the pier “will stand for years” and is \"safe\", she said";
        let found: Vec<_> = quoted(body, Span::new(0, body.len())).iter().map(|span| span.of(body)).collect();
        assert_eq!(found, ["will stand for years", "safe"]);
    }
}
