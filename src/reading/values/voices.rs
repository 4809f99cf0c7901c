//! Values that lie in the cue or the source: what a party answered, and on whose word something stands.

use crate::reading::{Anonymity, Claim, ClaimKind, FactKind, Frame, LinkRelation, Polarity, Reading, Value};

use super::blank;
use super::frames::question;

/// Content of fewer words is not worth asking who said it.
const SHORTEST: usize = 6;

pub(super) fn values(body: &str, reading: &Reading, into: &mut Vec<Value>) {
    for (at, claim) in reading.claims.iter().enumerate() {
        if let Some(value) = response(body, reading, at, claim) {
            into.push(value);
        }
        if let Some(value) = attribution(body, reading, at, claim) {
            into.push(value);
        }
    }
}

/// "declined to comment", "did not reply", "confirmed", "denied".
fn response(body: &str, reading: &Reading, at: usize, claim: &Claim) -> Option<Value> {
    let hop = claim.hops.last()?;
    let cue = hop.cue.unwrap_or_else(|| claim.hull());
    let words = cue.of(body).to_lowercase();
    let has = |stem: &str| words.contains(stem);
    let word = match claim.kind {
        ClaimKind::Silence
            if has("declin") || has("refus") || has("not comment") || has("n't comment") || has("n’t comment") =>
        {
            "declined"
        }
        ClaimKind::Silence if has("repl") || has("respon") || has("answer") || has("return") || has("reach") => {
            "no reply"
        }
        ClaimKind::Silence => "no comment",
        _ if claim.polarity == Polarity::Denied || has("denied") || has("denies") || has("deny") => "denied",
        _ if has("confirm") || has("acknowledg") || has("admit") => "confirmed",
        _ => return None,
    };
    let voice = reading.voices.get(hop.voice)?;
    let party = party(reading, hop.voice);
    let name = party.map_or(voice.name.as_str(), |entity| reading.entities[entity].name.as_str());
    let mut value = blank(at, FactKind::Response, cue);
    value.word = Some(word.into());
    value.frame = Some(Frame {
        about: party,
        head: party.is_none().then(|| voice.name.to_lowercase()),
        question: question(&format!("what did {name} answer")),
        ..Frame::default()
    });
    Some(value)
}

/// For whom a voice answers: its state or body where it is an organ of one, else itself; of a joint voice what its
/// members share, or its first member.
fn party(reading: &Reading, voice: usize) -> Option<usize> {
    let voice = reading.voices.get(voice)?;
    let own = voice.entity.or_else(|| voice.members.iter().find_map(|&member| reading.voices.get(member)?.entity))?;
    let mut now = own;
    for _ in 0..3 {
        let up = reading
            .links
            .iter()
            .find(|link| link.entity == now && matches!(link.relation, LinkRelation::SpeaksFor | LinkRelation::PartOf));
        match up {
            Some(link) if link.of != own => now = link.of,
            _ => break,
        }
    }
    Some(now)
}

/// On whose word a claim stands.
fn attribution(body: &str, reading: &Reading, at: usize, claim: &Claim) -> Option<Value> {
    let hop = claim.hops.last()?;
    let span = hop.source.or(hop.cue)?;
    let text: Vec<_> = claim.hull().of(body).split_whitespace().collect();
    if claim.kind == ClaimKind::Silence || text.len() < SHORTEST {
        return None;
    }
    let voice = reading.voices.get(hop.voice)?;
    let mut value = blank(at, FactKind::Attribution, span);
    value.entity = voice.entity;
    value.word = Some(voice.name.to_lowercase());
    if voice.anonymity == Anonymity::Unnamed && hop.source.is_none() {
        value.word = Some("nobody".into());
    }
    let dots = if text.len() > 9 { " …" } else { "" };
    let start = text.iter().take(9).copied().collect::<Vec<_>>().join(" ");
    value.frame = Some(Frame { question: question(&format!("who says that “{start}{dots}”")), ..Frame::default() });
    Some(value)
}
