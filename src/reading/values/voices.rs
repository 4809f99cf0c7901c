//! Values that lie in the cue or the source: what a party answered, and on whose word something stands.

use crate::reading::{Anonymity, Claim, ClaimKind, FactKind, Frame, LinkRelation, Reading, Term, Value};

use super::blank;
use super::lexicons;
use super::questions::close;

/// Content of fewer words is not worth asking who said it.
const SHORTEST: usize = 6;

pub(super) fn values(body: &str, reading: &Reading, into: &mut Vec<Value>) {
    for (at, claim) in reading.claims.iter().enumerate() {
        responses(body, reading, at, claim, into);
        if let Some(value) = attribution(body, reading, at, claim) {
            into.push(value);
        }
    }
}

/// "declined to comment", "did not reply", "confirmed", "denied": one value for each party that answers.
fn responses(body: &str, reading: &Reading, at: usize, claim: &Claim, into: &mut Vec<Value>) {
    let Some(hop) = claim.hops.last() else { return };
    let cue = hop.cue.unwrap_or_else(|| claim.hull());
    let words = cue.of(body).to_lowercase();
    let has = |stem: &str| words.contains(stem);
    let silent = claim.kind == ClaimKind::Silence;
    let word = match silent {
        true if has("declin") || has("refus") => "declined",
        true if has("repl") || has("respon") || has("answer") || has("return") || has("reach") => "no reply",
        true => "no comment",
        false if has("denied") || has("denies") || has("deny") => "denied",
        false if has("confirm") => "confirmed",
        false => return,
    };
    let general = !silent || is_general(&claim.hull().hull(cue).of(body).to_lowercase());
    let named = hop.source.map_or("", |span| span.of(body));
    for (about, name) in parties(reading, hop.voice, named) {
        let mut value = blank(at, FactKind::Response, cue);
        value.word = Some(word.into());
        let mut frame = Frame { about, head: Some(name.to_lowercase()), ..Frame::default() };
        frame.question = close(&format!("what did {name} answer"));
        if !general {
            // A refusal of one thing says nothing of others.
            frame.terms.push(Term { role: "scope", word: "one matter".into(), entity: None });
        }
        value.frame = Some(frame);
        into.push(value);
    }
}

/// Silence on everything ("requests for comment"), not on one paper or summons.
fn is_general(words: &str) -> bool {
    ["comment", "message", "call", "request", "inquir", "question", "statement", "email", "e-mail"]
        .iter()
        .any(|word| words.contains(word))
}

/// For whom a voice answers: its state or body where it is an organ of one, else itself; of a joint voice each member; of
/// a voice without a name the nations that its words name.
fn parties(reading: &Reading, voice: usize, words: &str) -> Vec<(Option<usize>, String)> {
    let Some(known) = reading.voices.get(voice) else { return Vec::new() };
    let voices = std::iter::once(known).chain(known.members.iter().filter_map(|&member| reading.voices.get(member)));
    let mut found: Vec<usize> = Vec::new();
    for entity in voices.filter_map(|voice| voice.entity) {
        let party = principal(reading, entity);
        if !found.contains(&party) {
            found.push(party);
        }
    }
    let of_state = |name: &str| {
        let organ =
            ["ministry", "embassy", "government", "kremlin"].iter().any(|word| name.to_lowercase().contains(word));
        lexicons::nations(words).first().or(lexicons::nations(name).first()).copied().filter(|_| organ)
    };
    // "the Chilean Foreign Ministry" answers for Chile, even where nothing links the two.
    let state = found.first().and_then(|&entity| of_state(&reading.entities[entity].name));
    if !found.is_empty() && state.is_none() {
        return found.into_iter().map(|entity| (Some(entity), reading.entities[entity].name.clone())).collect();
    }
    let of_nation = |nation: &str| {
        reading.entities.iter().position(|entity| entity.names.iter().any(|name| name.eq_ignore_ascii_case(nation)))
    };
    let nations = state.map_or_else(|| lexicons::nations(&known.name), |nation| vec![nation]);
    if nations.is_empty() {
        return vec![(None, known.name.clone())];
    }
    let named = |nation: &str| {
        of_nation(nation).map_or_else(|| capitals(nation), |entity| reading.entities[entity].name.clone())
    };
    nations.into_iter().map(|nation| (of_nation(nation), named(nation))).collect()
}

fn capitals(words: &str) -> String {
    words.split(' ').map(|word| word[..1].to_uppercase() + &word[1..]).collect::<Vec<_>>().join(" ")
}

/// The state or body that an organ or spokesman speaks for; of a group of people their land.
fn principal(reading: &Reading, entity: usize) -> usize {
    let mut now = entity;
    for _ in 0..3 {
        let up = reading
            .links
            .iter()
            .find(|link| link.entity == now && matches!(link.relation, LinkRelation::SpeaksFor | LinkRelation::PartOf));
        match up {
            Some(link) if link.of != entity => now = link.of,
            _ => break,
        }
    }
    now
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
    if is_pronoun(&voice.name) || is_pronoun(span.of(body)) {
        return None;
    }
    let mut value = blank(at, FactKind::Attribution, span);
    value.entity = voice.entity;
    value.word = Some(voice.name.to_lowercase());
    if voice.anonymity == Anonymity::Unnamed && hop.source.is_none() {
        value.word = Some("nobody".into());
    }
    let dots = if text.len() > 9 { " …" } else { "" };
    let start = text.iter().take(9).copied().collect::<Vec<_>>().join(" ");
    value.frame = Some(Frame { question: close(&format!("who says that “{start}{dots}”")), ..Frame::default() });
    Some(value)
}

/// "you know", "they say": nobody in particular.
fn is_pronoun(name: &str) -> bool {
    matches!(
        name.to_lowercase().as_str(),
        "i" | "you" | "he" | "she" | "it" | "we" | "they" | "one" | "who" | "that" | "this" | "which" | "people"
    )
}
