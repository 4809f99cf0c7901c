//! What parties answer when asked or accused: a value for each party, in the words that refuse, deny, confirm or tell.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::lexicon::rows;
use crate::reading::{
    Anonymity, Claim, ClaimKind, FactKind, Frame, Hop, LinkRelation, Modality, Polarity, Reading, SourceKind, Term,
    Value,
};
use crate::span::Span;

use super::blank;
use super::lexicons;
use super::questions::close;

/// The beginnings of words that have one role in an answer.
static WORDS: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let mut roles: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for row in rows(include_str!("../../../data/lexicon/answers.tsv")) {
        roles.entry(row[1]).or_default().push(row[0]);
    }
    roles
});

fn words_of(role: &str) -> &'static [&'static str] {
    WORDS.get(role).map_or(&[], Vec::as_slice)
}

/// Whether a word of a role stands, or begins, anywhere in words in lower case.
fn has_any(words: &str, role: &str) -> bool {
    words_of(role).iter().any(|word| words.contains(word))
}

/// Whether one of the words begins like a word of a role.
fn begins<'w>(mut words: impl Iterator<Item = &'w str>, role: &str) -> bool {
    words.any(|word| words_of(role).iter().any(|beginning| word.starts_with(beginning)))
}

pub(super) fn values(body: &str, reading: &Reading, into: &mut Vec<Value>) {
    let mut answered = FxHashSet::default();
    for at in 0..reading.claims.len() {
        of_claim(body, reading, at, &mut answered, into);
    }
}

/// "declined to comment", "did not reply", "confirmed", "denied": one value for each party that answers.
fn of_claim(body: &str, reading: &Reading, at: usize, answered: &mut FxHashSet<String>, into: &mut Vec<Value>) {
    let claim = &reading.claims[at];
    let Some(hop) = claim.hops.last() else { return };
    let cue = hop.cue.unwrap_or_else(|| claim.hull());
    let words = cue.of(body).to_lowercase();
    let has = |stem: &str| words.contains(stem);
    let silent = claim.kind == ClaimKind::Silence;
    let word = match silent {
        true if has_any(&words, "declines") => "declined",
        true if is_partial(&claim.hull().hull(cue).of(body).to_lowercase()) => "incomplete answer",
        true if has_any(&words, "replies") => "no reply",
        true => "no comment",
        // "not denying the story", "did not confirm it"
        false if (has("den") || has("confirm")) && !is_made(claim, &words) => return,
        false if claim.polarity == Polarity::Denied && claim.modality != Modality::Wanted => "denied",
        false if has("confirm") && confirms(body, reading, claim, hop) => "confirmed",
        false if answers(body, claim, hop) => "answered",
        false => return,
    };
    let general = !silent || is_general(&claim.hull().hull(cue).of(body).to_lowercase());
    let spoken_for = hop.source.and_then(|source| spoken_for(body, reading, source, hop.voice));
    let parties = spoken_for.map_or_else(
        || parties(reading, hop.voice, hop.source.map_or("", |span| span.of(body))),
        |entity| vec![(Some(entity), reading.entities[entity].name.clone())],
    );
    for (about, name) in parties {
        // That somebody speaks at all is an answer once.
        if word == "answered" && !answered.insert(name.to_lowercase()) {
            continue;
        }
        let mut value = blank(at, FactKind::Response, cue);
        value.word = Some(word.into());
        let mut frame = Frame { about, head: Some(name.to_lowercase()), ..Frame::default() };
        frame.question = close(&format!("what did {name} answer"));
        if !general {
            // A refusal of one thing says nothing of others.
            frame.terms.push(Term { role: "scope", word: "one matter".into(), entity: None });
        } else if silent && is_on_one_thing(&claim.hull().of(body).to_lowercase()) {
            frame.terms.push(Term { role: "topic", word: "one matter".into(), entity: None });
        }
        value.frame = Some(frame);
        into.push(value);
    }
}

/// Whether what is confirmed is named whole: not "confirmed the gun | was loaded" or "confirmed Tuesday".
fn confirms(body: &str, reading: &Reading, claim: &Claim, hop: &Hop) -> bool {
    let pronoun = hop.source.is_none_or(|source| source.of(body).to_lowercase().ends_with("which"));
    let hull = claim.hull();
    let a_time = reading.times.iter().any(|time| time.span.contains(hull));
    let next = body[hull.end..].split_whitespace().next().unwrap_or_default();
    let goes_on = matches!(
        next,
        "is" | "are" | "was" | "were" | "has" | "have" | "had" | "did" | "does" | "will" | "would" | "can" | "could"
    );
    let of_a_clause = claim.rule == "object" && goes_on;
    !(pronoun || a_time || of_a_clause)
}

/// Whether a denial or confirmation was given: not one that is planned, wished, open or negated, and no mere evidence
/// ("bodies were found, confirming the reports").
fn is_made(claim: &Claim, cue: &str) -> bool {
    let word = |wanted: &str| cue.split_whitespace().any(|word| word == wanted);
    let negated = word("not") || word("without") || word("never") || cue.contains("n't") || cue.contains("n’t");
    let open = word("to") || cue.ends_with("confirming");
    claim.modality == Modality::Asserted && !negated && !open
}

/// Silence on everything ("requests for comment"), not on one paper or summons.
fn is_general(words: &str) -> bool {
    begins(words.split_whitespace(), "general")
}

/// "would not comment on the means": perhaps on other things.
fn is_on_one_thing(words: &str) -> bool {
    let after = words.split_once("comment ").map_or("", |(_, after)| after);
    after.starts_with("on ") || after.starts_with("about ")
}

/// "has yet to reply fully": something was answered.
fn is_partial(words: &str) -> bool {
    let words = || words.split(' ');
    begins(words(), "partly") && begins(words(), "answers")
}

/// Words given to the press: a spokesman's, or what somebody told or stated.
fn answers(body: &str, claim: &Claim, hop: &Hop) -> bool {
    let Some((cue, source)) = hop.cue.zip(hop.source) else { return false };
    let cue = cue.of(body).to_lowercase();
    let to_the_press = has_any(&cue, "press");
    let says = has_any(&cue, "says");
    matches!(claim.kind, ClaimKind::Direct | ClaimKind::Mixed | ClaimKind::Indirect)
        && claim.modality == Modality::Asserted
        && claim.polarity == Polarity::Affirmed
        && (to_the_press || says && speaker_for(source.of(body)).is_some())
}

/// Where in the words of a source somebody is called a voice of another: "the port's spokesman", "a lawyer for Ms. Roe".
fn speaker_for(words: &str) -> Option<usize> {
    let lower = words.to_ascii_lowercase();
    lexicons::spokespeople().find_map(|(noun, alone)| {
        let at = lower.find(noun)?;
        let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let whole = ends(lower[..at].chars().next_back()) && ends(lower[at + noun.len()..].chars().next());
        let after = &lower[at + noun.len()..];
        let linked = after.starts_with(" for ") || after.starts_with(" of ") || {
            let before = lower[..at].trim_end();
            before.ends_with("'s") || before.ends_with("’s") || before.ends_with("s'") || before.ends_with("s’")
        };
        (whole && (alone || linked)).then_some(at)
    })
}

/// "his office", "her campaign": whose it is, where the article settles whom the pronoun means.
fn owner(body: &str, reading: &Reading, source: Span) -> Option<usize> {
    let (pronoun, staff) = source.of(body).split_once(' ')?;
    let owned = matches!(pronoun.to_lowercase().as_str(), "his" | "her" | "their");
    let staff = owned && words_of("staff").contains(&staff.to_lowercase().as_str());
    let first = reading.mentions.partition_point(|mention| mention.span.start < source.start);
    reading.mentions.get(first).filter(|mention| staff && mention.span.start == source.start)?.entity
}

/// The party whose spokesman or lawyer the words of a source name.
fn spoken_for(body: &str, reading: &Reading, source: Span, voice: usize) -> Option<usize> {
    if let Some(owner) = owner(body, reading, source) {
        return Some(owner);
    }
    let at = source.start + speaker_for(source.of(body))?;
    let own = reading.voices.get(voice).and_then(|voice| voice.entity);
    let first = reading.mentions.partition_point(|mention| mention.span.start < source.start);
    let inside = reading.mentions[first..].iter().take_while(|mention| mention.span.end <= source.end);
    // "campaign spokesman Ben Roe": the name right behind is the spokesman's own.
    let is_own = |mention: &&crate::reading::Mention| {
        let between = body.get(at..mention.span.start).unwrap_or_default();
        // "a spokeswoman, a veteran of the port": what stands behind a comma tells where she was.
        mention.span.start > at && (between.split_whitespace().count() == 1 || between.contains(','))
    };
    let others = inside.filter(|mention| mention.entity.is_some() && mention.entity != own && !is_own(mention));
    let near = others.min_by_key(|mention| (mention.span.start.abs_diff(at), mention.span.start))?;
    near.entity.map(|entity| principal(reading, entity))
}

/// For whom a voice answers: its state or body where it is an organ of one, else itself; of a joint voice each member; of
/// a collective without a name the nations that
/// its words name. One nameless official does not answer for a state.
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
        let organ = has_any(&name.to_lowercase(), "organ");
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
    // Whose answer it is stays open.
    if matches!(known.anonymity, Anonymity::Unresolved | Anonymity::Unnamed) {
        return Vec::new();
    }
    let one_person = known.anonymity == Anonymity::Described && known.kind != SourceKind::Organization;
    let mut nations = match state {
        Some(nation) => vec![nation],
        None if one_person => Vec::new(),
        None => lexicons::nations(&known.name),
    };
    // "Chad's ambassador to France" answers for Chad.
    if known.anonymity == Anonymity::Named {
        nations.truncate(1);
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::check;

    #[test]
    fn the_lists_are_sound() {
        assert_eq!(check(include_str!("../../../data/lexicon/spokespeople.tsv")), Ok(()));
        assert_eq!(check(include_str!("../../../data/lexicon/answers.tsv")), Ok(()));
    }

    #[test]
    fn part_of_an_answer_is_an_answer_and_caution_is_none() {
        assert!(is_partial("has yet to fully reply to the summons"));
        assert!(!is_partial("did not reply to the summons, which he weighed carefully"));
        assert!(!is_partial("was completely unreachable"));
    }

    #[test]
    fn a_spokesman_and_somebody_s_lawyer_speak_for_another_and_a_lawyer_does_not() {
        for words in [
            "Mark Tallis, the City Hall press secretary",
            "a spokeswoman for the port",
            "a lawyer for Ms. Roe",
            "Ms. Roe’s attorney, Ann Bell",
        ] {
            assert!(speaker_for(words).is_some(), "{words}");
        }
        for words in ["Ann Bell, a lawyer in Dunmere", "the mayor", "Attorney General Ann Bell"] {
            assert!(speaker_for(words).is_none(), "{words}");
        }
    }
}
