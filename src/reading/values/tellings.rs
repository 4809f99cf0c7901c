//! Tellings: places of a sentence that tell that somebody was killed or hurt, with whom and how many.
//!
//! A telling is what the words say happened. What was tried, threatened, asked or denied is none; an event of another
//! time or place is marked, so that it is not counted with the one that is reported.

use crate::language::{Relation, Upos};
use crate::reading::{Modality, Polarity};
use crate::span::Span;

use super::fates::{self, Fate};
use super::happened::{is_elsewhere, is_so};
use super::scene::Scene;
use super::sufferers::{Line, Sufferer};

/// As many helping verbs and adverbs as may stand between a subject and its participle.
const HELPERS: usize = 7;

/// Somebody was killed or hurt.
#[derive(Debug, Clone)]
pub(super) struct Telling {
    pub fate: Fate,
    /// The word that tells it, as a token of its sentence.
    pub at: usize,
    pub sentence: usize,
    pub claim: usize,
    /// Its words, with those for the sufferer where they stand in one claim.
    pub span: Span,
    /// Who; `None` where the words tell only that somebody died ("a fatal shooting").
    pub who: Option<Sufferer>,
    /// "No one was hurt".
    pub no_one: bool,
    /// Told of another event.
    pub elsewhere: bool,
}

/// The tellings of a sentence, in text order.
pub(super) fn tellings(scene: &Scene, words: &[String]) -> Vec<Telling> {
    let line = Line { scene, words };
    let elsewhere = is_elsewhere(scene, words);
    let mut found = Vec::new();
    for at in 0..words.len() {
        let Some((fate, who)) = told_at(&line, at) else { continue };
        if !is_so(scene, words, at) {
            continue;
        }
        let no_one = who.iter().any(|one| is_no_one(&line, one));
        // "no one else was hurt", "no one was seriously hurt": some were.
        let rest = |one: &Sufferer| {
            words[one.start.min(at)..one.head.max(at)]
                .iter()
                .any(|word| word == "else" || matches!(word.as_str(), "other" | "others") || word.ends_with("ly"))
        };
        if no_one && who.iter().any(rest) {
            continue;
        }
        let whom: Vec<_> = if who.is_empty() { vec![None] } else { who.into_iter().map(Some).collect() };
        for who in whom {
            let own = scene.span(at);
            let wide = who.map_or(own, |who| own.hull(scene.span(who.start)).hull(scene.span(who.head)));
            let placed = scene.claim_at(wide).map(|claim| (claim, wide));
            let Some((claim, span)) = placed.or_else(|| scene.claim_at(own).map(|claim| (claim, own))) else {
                continue;
            };
            let claimed = &scene.reading.claims[claim];
            let real = !matches!(claimed.modality, Modality::Wanted | Modality::Planned | Modality::Possible);
            if real && claimed.polarity == Polarity::Affirmed {
                found.push(Telling { fate, at, sentence: scene.sentence, claim, span, who, no_one, elsewhere });
            }
        }
    }
    found
}

/// What the word at a place tells, and of whom.
fn told_at(line: &Line, at: usize) -> Option<(Fate, Vec<Sufferer>)> {
    let word = line.word(at);
    let near =
        |class: &str| at > 0 && fates::is(class, line.word(at - 1)) || at > 1 && fates::is(class, line.word(at - 2));
    if let Some(fate) = fates::fate("done", word) {
        let whom = done_to(line, at);
        let dead = line.word(at + 1) == "dead" || line.word(at + 1) == "to" && line.word(at + 2) == "death";
        let fatal = near("manner") || fates::is("manner", line.word(at + 1)) || dead;
        return (!whom.is_empty()).then_some((if fatal { Fate::Killed } else { fate }, whom));
    }
    // "was hit in the leg", "fired into the crowd, striking two men"; but not "hit a nerve".
    let by_fire =
        || word.ends_with("ing") && (at.saturating_sub(10)..at).any(|before| fates::is("fire", line.word(before)));
    if fates::is("struck", word) && ((at + 1..at + 6).any(|next| fates::is("limb", line.word(next))) || by_fire()) {
        let whom = done_to(line, at);
        return (!whom.is_empty()).then_some((Fate::Hit, whom));
    }
    if fates::is("dies", word) && !is_natural(line, at) {
        return Some((Fate::Killed, some(subject(line, at))?));
    }
    if let Some(fate) = fates::fate("state", word) {
        let whom = done_to(line, at);
        return (!whom.is_empty()).then_some((fate, whom));
    }
    if let Some(fate) = fates::fate("event", word) {
        return event(line, at, fate);
    }
    if fates::is("trace", word) {
        return trace(line, at).map(|whom| (Fate::Killed, whom));
    }
    if fates::is("wound", word) {
        if at > 0 && line.word(at - 1) == "no" {
            return Some((Fate::Injured, vec![Sufferer { start: at - 1, head: at - 1, quantity: None, count: None }]));
        }
        return wound(line, at).map(|whom| (Fate::Injured, whom));
    }
    if fates::is("carried", word) && is_to_hospital(line, at) || fates::is("treated", word) && line.word(at + 1) != "as"
    {
        return Some((
            Fate::Hit,
            some(passive(line, at).or_else(|| some(line.phrases_from(at + 1))).unwrap_or_default())?,
        ));
    }
    if word == "condition" && at > 1 && fates::is("condition", line.word(at - 1)) {
        let into = (at.saturating_sub(5)..at).rev().find(|&into| line.word(into) == "in")?;
        return Some((Fate::Hit, passive(line, into)?));
    }
    if fates::is("lives", word) && at > 1 && line.word(at - 1) == "to" && line.word(at - 2) == "expected" {
        return Some((Fate::Injured, passive(line, at - 2)?));
    }
    life(line, at).map(|whom| (Fate::Killed, whom))
}

/// "died of cancer", "died at 74", "died in her sleep": no one was killed, unless the sentence tells of violence, too.
fn is_natural(line: &Line, at: usize) -> bool {
    let violent = |word: &String| fates::is("done", word) || fates::is("fire", word);
    let illness = (at + 1..at + NEAR).any(|next| fates::is("illness", line.word(next)));
    let years = |place: usize| line.word(place).parse().is_ok_and(|years: u32| ADULT.contains(&years));
    let aged = matches!(line.word(at + 1), "at" | "aged") && years(at + 2) && !line.word(at + 3).ends_with("m.");
    (illness || aged) && !line.words.iter().any(violent)
}

/// So near behind "died" stands of what.
const NEAR: usize = 9;
/// "died at 74" gives an age, "died at 12" perhaps an hour.
const ADULT: std::ops::Range<u32> = 25..111;

/// "took his own life", "lost her life", "committed suicide", "turned the gun on himself".
fn life(line: &Line, at: usize) -> Option<Vec<Sufferer>> {
    let ends = match line.word(at) {
        "lost" => matches!(line.word(at + 2), "life" | "lives") && matches!(line.word(at + 1), "his" | "her" | "their"),
        took if fates::is("takes", took) => line.word(at + 2) == "own" && line.word(at + 3) == "life",
        committed if fates::is("commits", committed) => line.word(at + 1) == "suicide",
        turned if fates::is("turns", turned) => {
            (at + 1..at + 6).any(|on| line.word(on) == "on" && matches!(line.word(on + 1), "himself" | "herself"))
        }
        _ => false,
    };
    if !ends {
        return None;
    }
    some(subject(line, at))
}

fn some(whom: Vec<Sufferer>) -> Option<Vec<Sufferer>> {
    (!whom.is_empty()).then_some(whom)
}

/// Whom a verb's form or a state is said of: the subject of a passive, the object, or the noun right before it.
fn done_to(line: &Line, at: usize) -> Vec<Sufferer> {
    if let Some(whom) = passive(line, at) {
        return whom;
    }
    // "a wounded candidate", "his injured son": a trait, and often a figure of speech.
    if at > 0 && matches!(line.word(at - 1), "a" | "an" | "the" | "his" | "her" | "their" | "its" | "this") {
        return Vec::new();
    }
    let mut next = at + 1;
    // "shot and killed a man", "gunned down two men"
    while matches!(line.word(next), "and" | "or" | "down" | "then" | ",") && fates::is("done", line.word(next + 1))
        || fates::is("done", line.word(next))
        || fates::is("outcome", line.word(next))
    {
        next += 1;
    }
    if !fates::is("state", line.word(at)) {
        let objects = line.phrases_from(next);
        if let Some(first) = objects.first() {
            // "killed himself": told of the subject.
            if matches!(line.word(first.head), "himself" | "herself" | "themselves") {
                return subject(line, at);
            }
            if is_figure(line, at) {
                return Vec::new();
            }
            return objects;
        }
        if line.word(at).ends_with("ing") {
            return Vec::new();
        }
    }
    // "two people shot in a bar", "26 people fatally shot and killed"; "found the man dead".
    let mut end = at;
    while end > 0
        && (is_between(line.word(end - 1)) && line.word(end - 1) != "and"
            || fates::is("done", line.word(end - 1))
            || line.word(end - 1) == "found"
            || line.word(end - 1) == "and" && end > 1 && fates::is("done", line.word(end - 2)))
    {
        end -= 1;
    }
    line.phrases_before(end)
}

/// "the scandal hurt her rivals": what hurts is neither a human being nor a happening, nor what hits.
fn is_figure(line: &Line, at: usize) -> bool {
    if line.scene.lemma(at) != "hurt" {
        return false;
    }
    let subject = line.scene.child(at, &[Relation::Nsubj]);
    let noun = subject.filter(|&subject| line.scene.upos(subject) == Upos::Noun && !line.is_human(subject));
    let hits = |noun: usize| {
        let word = line.scene.lemma(noun);
        fates::is("incident", word) || fates::is("limb", word) || fates::is("fire", word) || fates::is("doer", word)
    };
    noun.is_some_and(|noun| !hits(noun))
        || subject.is_none() && line.word(at).ends_with("ing") && at > 0 && line.scene.upos(at - 1) == Upos::Noun
}

/// The subject of a passive or of a state, by the form of "be" before it.
fn passive(line: &Line, at: usize) -> Option<Vec<Sufferer>> {
    let mut now = at;
    let mut helper = None;
    while now > 0 && at - now < HELPERS {
        let before = line.word(now - 1);
        if is_be(before) || (matches!(before, "has" | "have" | "had") || is_s(before)) && helper.is_some() {
            helper = Some(now - 1);
        } else if helper.is_some() && !is_between(before)
            || !is_between(before)
                && !fates::is("done", before)
                && !fates::is("linking", before)
                && !fates::is("treated", before)
                && before != "and"
        {
            break;
        }
        now -= 1;
    }
    let helper = helper?;
    let whom = line.subject_before(at, helper);
    some(whom)
}

/// The subject of an active verb.
fn subject(line: &Line, at: usize) -> Vec<Sufferer> {
    let mut limit = at;
    while limit > 0 && (is_between(line.word(limit - 1)) || matches!(line.word(limit - 1), "has" | "have" | "had")) {
        limit -= 1;
    }
    line.subject_before(at, limit)
}

fn is_be(word: &str) -> bool {
    matches!(word, "was" | "were" | "is" | "are" | "been" | "being" | "be" | "got" | "gets" | "get")
        || word == "getting"
}

/// "'s" of "has" and of an owner.
fn is_s(word: &str) -> bool {
    matches!(word, "'s" | "’s")
}

/// What may stand between a subject's helping verb and the word that tells.
fn is_between(word: &str) -> bool {
    word.ends_with("ly") && word.len() > 4
        || matches!(
            word,
            "also"
                | "later"
                | "then"
                | "both"
                | "all"
                | "not"
                | "never"
                | "n't"
                | "n’t"
                | "soon"
                | "still"
                | "now"
                | "since"
                | "each"
                | "either"
                | "just"
        )
        || fates::is("repeated", word)
}

/// "the death of Ann Roe", "Roe's murder", "his shooting death"; "a fatal shooting" and "a homicide" tell of somebody.
fn event(line: &Line, at: usize, fate: Fate) -> Option<(Fate, Vec<Sufferer>)> {
    let deadly = |word: &str| matches!(word, "fatal" | "deadly");
    let fatal = at > 0 && deadly(line.word(at - 1)) || at > 1 && deadly(line.word(at - 2));
    let fate = if fatal { Fate::Killed } else { fate };
    // "a triple homicide", "the double shooting"
    if let Some(count) = at.checked_sub(1).and_then(|many| fates::multiple(line.word(many))) {
        return Some((fate, vec![Sufferer { start: at - 1, head: at, quantity: None, count: Some(count) }]));
    }
    if line.word(at + 1) == "of"
        && let Some(whom) = some(line.phrases_from(at + 2))
    {
        return Some((fate, whom));
    }
    // "Roe's murder trial" is perhaps the murderer's.
    let next_is_noun = at + 1 < line.words.len() && line.scene.upos(at + 1) == crate::language::Upos::Noun;
    let owner = |word: &str| is_s(word) || matches!(word, "his" | "her") || matches!(word, "’" | "'");
    let back = (at.saturating_sub(3)..at).rev().find(|&own| owner(line.word(own)));
    if let Some(own) = back.filter(|_| !next_is_noun && line.word(at) != "shooting" && line.word(at) != "homicide") {
        let whom = if matches!(line.word(own), "his" | "her") {
            vec![Sufferer { start: own, head: own, quantity: None, count: Some(1.0) }]
        } else {
            line.phrases_before(own)
        };
        if let Some(whom) = some(whom) {
            return Some((fate, whom));
        }
    }
    let somebody = fatal || fates::is("slaying", line.word(at)) && !next_is_noun;
    (somebody && fate == Fate::Killed).then(|| (Fate::Killed, Vec::new()))
}

/// "his body was found", "found the bodies of two men".
fn trace(line: &Line, at: usize) -> Option<Vec<Sufferer>> {
    if !line.words.iter().skip(at.saturating_sub(8)).take(20).any(|word| fates::is("finds", word)) {
        return None;
    }
    if line.word(at + 1) == "of" {
        return some(line.phrases_from(at + 2));
    }
    let own = at.checked_sub(1)?;
    if matches!(line.word(own), "his" | "her") {
        return Some(vec![Sufferer { start: own, head: own, quantity: None, count: Some(1.0) }]);
    }
    // "a body was found in the yard"
    let lies = (at + 1..at + 4).any(|next| fates::is("lies", line.word(next)));
    if lies && line.word(at) == "body" && matches!(line.word(own), "a" | "the") {
        return Some(vec![Sufferer { start: at, head: at, quantity: None, count: Some(1.0) }]);
    }
    is_s(line.word(own)).then(|| line.phrases_before(own)).and_then(some)
}

/// "suffered a gunshot wound", "was taken to hospital with injuries", "a man with a gunshot wound".
fn wound(line: &Line, at: usize) -> Option<Vec<Sufferer>> {
    let from = at.saturating_sub(9);
    let bears = (from..at).rev().find(|&verb| fates::is("bears", line.word(verb)));
    if let Some(verb) = bears {
        return passive(line, verb).or_else(|| {
            if line.word(verb).ends_with("ing") { some(line.phrases_before(verb)) } else { some(subject(line, verb)) }
        });
    }
    let with = (from..at).rev().find(|&case| matches!(line.word(case), "with" | "for"))?;
    let verb = (with.saturating_sub(12)..with).rev().find(|&verb| {
        fates::is("carried", line.word(verb))
            || fates::is("treated", line.word(verb))
            || fates::is("linking", line.word(verb))
            || line.word(verb) == "hospitalized"
    });
    some(line.phrases_before(with)).or_else(|| verb.and_then(|verb| passive(line, verb)))
}

fn is_to_hospital(line: &Line, at: usize) -> bool {
    (at + 1..at + 12).any(|next| fates::is("hospital", line.word(next)))
}

fn is_no_one(line: &Line, one: &Sufferer) -> bool {
    let front = line.word(one.start);
    front == "nobody" || matches!(front, "no" | "none" | "neither")
}
