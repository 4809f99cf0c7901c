//! Turns of transcripts and posts: all of their words are a direct claim of the voice that a label or a signature names.
//!
//! Reports inside a turn have its voice before theirs, and what is said of oneself there is no level of its own.

use super::report::{Report, Strength};
use super::voices::Voices;
use crate::reading::kinds::{Anonymity, ClaimKind, EntityKind, Modality, Polarity, SourceKind};
use crate::reading::names::fold::is_capitals;
use crate::reading::structure::{Turn, TurnKind};
use crate::reading::{Claim, Entity, Hop, Reading};
use crate::span::Span;

/// How likely a label or a signature names the right voice.
const CONFIDENCE: f32 = 0.95;

/// Drops the reports in turns that are no level of their own: attitudes and what the voice says of itself.
pub fn drop_own(body: &str, turns: &[Turn], reports: &mut Vec<Report>) {
    let spoken = spoken(turns);
    reports.retain(|report| {
        let inside = holding(&spoken, report.cue).is_some();
        let own = report.source.is_none_or(|source| is_first_person(source.span.of(body)));
        !inside || report.strength != Strength::Attitude && !own
    });
}

fn is_first_person(words: &str) -> bool {
    ["i", "we", "me", "us"].contains(&words.to_lowercase().as_str())
}

/// The words of turns in text order, each with its turn.
fn spoken(turns: &[Turn]) -> Vec<(Span, usize)> {
    let words = turns.iter().enumerate().flat_map(|(at, turn)| turn.words.iter().map(move |&words| (words, at)));
    let mut spoken: Vec<_> = words.collect();
    spoken.sort_unstable();
    spoken
}

/// The turn whose words hold a place.
fn holding(spoken: &[(Span, usize)], place: Span) -> Option<usize> {
    let at = spoken.partition_point(|(words, _)| words.end <= place.start);
    spoken.get(at).filter(|(words, _)| words.contains(place)).map(|&(_, turn)| turn)
}

/// The claims of turns; those that reports inside them made get the turn's voice before their own.
pub fn claims(body: &str, turns: &[Turn], reading: &Reading, voices: &mut Voices, others: &mut [Claim]) -> Vec<Claim> {
    let hops: Vec<Hop> = turns
        .iter()
        .map(|turn| Hop {
            voice: voice(body, turn, &reading.entities, voices),
            cue: None,
            source: Some(turn.by),
            confidence: CONFIDENCE,
            voice_confidence: CONFIDENCE,
        })
        .collect();
    let places = self::spoken(turns);
    for claim in others.iter_mut() {
        let Some(turn) = holding(&places, claim.hull()) else { continue };
        if claim.hops.first().is_some_and(|first| first.voice != hops[turn].voice) {
            claim.hops.insert(0, hops[turn]);
        }
    }
    let posts: Vec<(String, Hop)> = turns
        .iter()
        .zip(&hops)
        .filter(|(turn, _)| turn.kind == TurnKind::Post)
        .map(|(turn, hop)| (turn.words.iter().map(|words| bare(words.of(body))).collect(), *hop))
        .collect();
    for claim in others.iter_mut().filter(|claim| claim.kind == ClaimKind::Direct && claim.hops.len() == 1) {
        let said: String = claim.parts.iter().map(|part| bare(part.of(body))).collect();
        let same = posts.iter().find(|(post, _)| said.len() >= LEAST && post.contains(&said));
        if let (Some((_, hop)), Some(own)) = (same, claim.hops.first_mut()) {
            own.voice = hop.voice;
        }
    }
    let spoken = turns.iter().zip(hops).filter(|(turn, _)| !turn.words.is_empty());
    spoken.map(|(turn, hop)| claim(&reading.sentences, turn, hop)).collect()
}

/// Words of a post of fewer letters than this may be anybody's.
const LEAST: usize = 20;

fn claim(sentences: &[crate::reading::Sentence], turn: &Turn, hop: Hop) -> Claim {
    let from = turn.words[0].start;
    let sentence = sentences.partition_point(|sentence| sentence.span.end <= from);
    Claim {
        sentence: sentence.min(sentences.len().saturating_sub(1)),
        parts: turn.words.clone(),
        kind: ClaimKind::Direct,
        polarity: Polarity::Affirmed,
        modality: Modality::Asserted,
        hedge: None,
        hops: vec![hop],
        rule: if turn.kind == TurnKind::Post { "post" } else { "turn" },
    }
}

/// The voice of a turn: the one person of the article whose name ends as the label does, or the label's own words.
fn voice(body: &str, turn: &Turn, entities: &[Entity], voices: &mut Voices) -> usize {
    let words = turn.by.of(body);
    match turn.kind {
        TurnKind::Question => return voices.described("the one who asks", SourceKind::Unnamed, Anonymity::Unnamed),
        TurnKind::Answer => return voices.described("the one who answers", SourceKind::Unnamed, Anonymity::Described),
        TurnKind::Speaker | TurnKind::Post => {}
    }
    let named = |exact: bool| {
        let mut found = entities.iter().enumerate().filter(|(_, entity)| {
            let fits = |name: &String| if exact { bare(name) == bare(words) } else { ends_alike(words, name) };
            (exact || entity.kind == EntityKind::Person) && entity.names.iter().any(fits)
        });
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    };
    let known = named(true).or_else(|| named(false).filter(|_| turn.kind == TurnKind::Speaker));
    if let Some(entity) = known {
        return voices.of_entity(entity);
    }
    // "— KCFD (@kcfd)": an acronym signs for a body.
    if turn.kind == TurnKind::Post && !words.contains(' ') && is_capitals(words) && words.len() <= LONGEST_ACRONYM {
        return voices.described(words, SourceKind::Organization, Anonymity::Named);
    }
    let office = words.to_lowercase().starts_with("the ");
    let anonymity = if office { Anonymity::Described } else { Anonymity::Named };
    voices.described(&in_small(words), SourceKind::Person, anonymity)
}

/// Longer words in capitals are shouted names.
const LONGEST_ACRONYM: usize = 6;

/// `SEC. ORR` and `Ann Orr`: one surname.
fn ends_alike(label: &str, name: &str) -> bool {
    let last = |words: &str| words.split_whitespace().last().map(bare).unwrap_or_default();
    last(label).len() > 1 && last(label) == last(name) && name.contains(' ')
}

/// A label in capitals as a name is written: `SEC. ORR` as `Sec. Orr`; other words as they are.
fn in_small(words: &str) -> String {
    if words.chars().any(char::is_lowercase) {
        return words.to_owned();
    }
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        if word.contains('.') && word.len() < 3 { word.to_owned() } else { first + &letters.as_str().to_lowercase() }
    };
    words.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// Letters and digits only, small.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use crate::reading::{ArticleText, ClaimKind, read};

    /// The direct claims of a text, each behind its voices.
    fn direct(body: &str) -> Vec<String> {
        let reading = read(&ArticleText { body, ..ArticleText::default() });
        let claims = reading.claims.iter().filter(|claim| claim.kind == ClaimKind::Direct);
        claims
            .map(|claim| {
                let voices: Vec<&str> = claim.hops.iter().map(|hop| reading.voices[hop.voice].name.as_str()).collect();
                format!("{}: {}", voices.join(" > "), claim.hull().of(body).replace('\n', " "))
            })
            .collect()
    }

    #[test]
    fn a_turn_is_the_claim_of_the_voice_that_its_label_names() {
        let body = "Captain Ann Orr spoke to reporters in Kelso about the ferry on Monday.\n\
                    Q Why did the ferry sink off the pier?\n\
                    CAPT. ORR: It was the storm that sank her.\n\
                    We could not hold her in the wind.\n\
                    Q Was she an old ship?\n\
                    CAPT. ORR: No, she was built last year in Norway.";
        assert_eq!(
            direct(body),
            [
                "the one who asks: Why did the ferry sink off the pier?",
                "Ann Orr: It was the storm that sank her. We could not hold her in the wind.",
                "the one who asks: Was she an old ship?",
                "Ann Orr: No, she was built last year in Norway.",
            ]
        );
    }

    #[test]
    fn a_post_is_the_claim_of_its_signer_and_its_stamp_is_none() {
        let body = "The ferry sank at dawn on Friday, a few miles off the harbour of Kelso, the coast guard said.\n\
                    We are all safe and on our way home now.\n— Ann Orr (@annorr) March 4, 2031\n\
                    The storm had closed the port for two days, and ferries had waited in the bay until Thursday.";
        assert_eq!(direct(body), ["Ann Orr: We are all safe and on our way home now."]);
    }
}
