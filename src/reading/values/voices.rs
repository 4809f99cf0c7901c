//! On whose word something stands: a value for each attributed claim, in its source.

use crate::reading::{Anonymity, Claim, ClaimKind, FactKind, Frame, Reading, SourceKind, Value};

use super::blank;
use super::lexicons;
use super::questions::close;

/// Content of fewer words is not worth asking who said it.
const SHORTEST: usize = 6;

pub(super) fn values(body: &str, reading: &Reading, into: &mut Vec<Value>) {
    for (at, claim) in reading.claims.iter().enumerate() {
        if let Some(value) = attribution(body, reading, at, claim) {
            into.push(value);
        }
    }
}

/// On whose word a claim stands.
fn attribution(body: &str, reading: &Reading, at: usize, claim: &Claim) -> Option<Value> {
    let hop = claim.hops.last()?;
    let unnamed = reading.voices.get(hop.voice).is_some_and(|voice| voice.anonymity == Anonymity::Unnamed);
    let span = hop.source.or_else(|| hop.cue.filter(|_| unnamed))?;
    let text: Vec<_> = claim.hull().of(body).split_whitespace().collect();
    if claim.kind == ClaimKind::Silence || text.len() < SHORTEST {
        return None;
    }
    let voice = reading.voices.get(hop.voice)?;
    if voice.anonymity == Anonymity::Unresolved || is_pronoun(&voice.name) || is_pronoun(span.of(body)) {
        return None;
    }
    let mut value = blank(at, FactKind::Attribution, span);
    value.entity = voice.entity;
    value.word = Some(voice.name.to_lowercase());
    if voice.anonymity == Anonymity::Unnamed && hop.source.is_none() {
        value.word = Some("unattributed".into());
    }
    let dots = if text.len() > 9 { " …" } else { "" };
    let start = text.iter().take(9).copied().collect::<Vec<_>>().join(" ");
    let mut frame = Frame { question: close(&format!("who says that “{start}{dots}”")), ..Frame::default() };
    // What is asked for is a voice of this kind.
    frame.head = Some(kind(voice.kind).into());
    frame.predicate = hop.cue.filter(|cue| lexicons::announces(cue.of(body))).map(|_| "announce".into());
    value.frame = Some(frame);
    Some(value)
}

/// What kind of voice it is: somebody, a medium, a paper, or a body and all others.
const fn kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Person => "person",
        SourceKind::Outlet | SourceKind::Agency => "medium",
        SourceKind::Document | SourceKind::Data => "document",
        _ => "other",
    }
}

/// "you know", "they say": no one in particular.
fn is_pronoun(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "one" | "who" | "that" | "this" | "which" | "people"
    )
}
