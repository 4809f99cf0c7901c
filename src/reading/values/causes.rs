//! Why it happened, and what it was for.

use std::sync::LazyLock;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::{FactKind, Frame, Value};
use crate::span::Span;

use super::blank;
use super::frames::{push, term};
use super::lexicons;
use super::questions::{self, close};
use super::scene::Scene;

/// Something explained by something else.
struct Explained {
    kind: FactKind,
    /// The noun or verb that is explained.
    what: usize,
    /// The words that explain it.
    by: Span,
}

/// Words before a reason ("due to"), and words that say that none is known ("unclear why").
static REASONS: LazyLock<Vec<(Vec<&'static str>, bool)>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lexicon/reasons.tsv"))
        .map(|row| (row[0].split(' ').collect(), row[1] == "unknown"))
        .collect()
});

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        into.extend(unknown(scene, at));
        let Some(found) = explained(scene, at).or_else(|| after_words(scene, at)) else { continue };
        let Some(claim) = scene.claim_at(found.by) else { continue };
        let mut value = blank(claim, found.kind, found.by);
        value.word = Some(content(scene, found.by));
        value.frame = frame(scene, &found);
        into.push(value);
    }
}

fn explained(scene: &Scene, at: usize) -> Option<Explained> {
    let lemma = scene.lemma(at);
    let cause = |what: usize, by: usize| Some(Explained { kind: FactKind::Cause, what, by: scene.tree.extent(by) });
    match lemma {
        // "was caused by a fault", "the fault caused the outage"
        "cause" | "trigger" | "spark" if scene.is_verb(at) => match scene.is_passive(at) {
            true => cause(resolved(scene, scene.object(at)?, at)?, by_agent(scene, at)?),
            // "causing people to flee" explains no people.
            false if scene.child(at, &[Relation::Xcomp]).is_some() => None,
            false => cause(scene.child(at, &[Relation::Obj])?, subject(scene, at)?),
        },
        // "blamed the outage on sabotage", "blamed sabotage for the outage"
        "blame" if scene.is_verb(at) && !scene.is_passive(at) => {
            let object = scene.child(at, &[Relation::Obj])?;
            let oblique = |word: &str| with_case(scene, at, word).or_else(|| with_case(scene, object, word));
            match oblique("on") {
                Some(by) => cause(object, by),
                None => cause(oblique("for")?, object),
            }
        }
        "attribute" if scene.is_verb(at) && !scene.is_passive(at) => {
            cause(scene.child(at, &[Relation::Obj])?, with_case(scene, at, "to")?)
        }
        // "the outage was the result of neglect"
        "result" | "consequence" if scene.upos(at) == Upos::Noun && scene.child(at, &[Relation::Cop]).is_some() => {
            let subject = scene.child(at, &[Relation::Nsubj])?;
            let of = with_case(scene, at, "of").or_else(|| scene.child(at, &[Relation::Nmod]))?;
            cause(resolved(scene, subject, at)?, of)
        }
        // "the visit was for training", "aimed at training"
        "aim" if scene.is_verb(at) => {
            let by = with_case(scene, at, "at")?;
            Some(Explained { kind: FactKind::Purpose, what: scene.subject(at)?.0, by: scene.tree.extent(by) })
        }
        _ if matches!(scene.upos(at), Upos::Noun) && scene.child(at, &[Relation::Cop]).is_some() => {
            let case = scene.child(at, &[Relation::Case])?;
            (scene.lower(case) == "for").then_some(())?;
            let what = scene.child(at, &[Relation::Nsubj])?;
            (scene.upos(what) == Upos::Noun).then_some(())?;
            let by = scene.span(case + 1).hull(Span::new(scene.span(at).start, scene.tree.extent(at).end));
            Some(Explained { kind: FactKind::Purpose, what, by })
        }
        _ => None,
    }
    .and_then(|found| Some(Explained { what: substance(scene, found.what)?, ..found }))
    .map(|found| Explained { by: trimmed(scene, found.by, found.what), ..found })
}

/// No noun is taken for the subject of a relative clause that begins further off.
const NEAR: usize = 8;

/// The subject of the verb itself, not of one that it hangs on: "officials estimate the fire caused …".
fn subject(scene: &Scene, verb: usize) -> Option<usize> {
    let own = scene
        .child(verb, &[Relation::Nsubj])
        .is_some_and(|own| !matches!(scene.lower(own).as_str(), "that" | "which" | "who"));
    let found = scene.subject(verb).map(|(subject, _)| subject)?;
    // "repairs were done on a cable that caused …": what a clause far off describes is a guess.
    let near = found.max(verb) - found.min(verb) < NEAR
        && !(found.min(verb) + 1..found.max(verb)).any(|between| scene.is_verb(between));
    (own || near && matches!(scene.relation(verb), Relation::Acl | Relation::AclRelcl | Relation::Conj))
        .then_some(found)
}

/// "five days of rioting": the rioting, not the days.
fn substance(scene: &Scene, what: usize) -> Option<usize> {
    let measure = scene.is_time(what) || !scene.lemma(what).starts_with(char::is_alphabetic);
    if measure { scene.child(what, &[Relation::Nmod]) } else { Some(what) }
}

/// The words of the list that stand at a token; whether they say that no reason is known.
fn reason_words(scene: &Scene, at: usize) -> Option<(usize, bool)> {
    REASONS.iter().find_map(|(words, unknown)| {
        let end = at + words.len();
        let all = || words.iter().zip(at..end).all(|(word, token)| scene.lower(token) == *word);
        (end < scene.tree.tokens.len() && all()).then_some((end, *unknown))
    })
}

/// As far before its words as a thing that they explain may stand.
const REACH: usize = 16;

/// "could not reach the boat due to the swell": the phrase behind the words explains the last verb before them.
fn after_words(scene: &Scene, at: usize) -> Option<Explained> {
    let (first, _) = reason_words(scene, at).filter(|(_, unknown)| !unknown)?;
    let phrase = |token: &usize| {
        matches!(scene.upos(*token), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num | Upos::Pron)
    };
    let last = (first..scene.tree.tokens.len()).take_while(phrase).last()?;
    // "the threat from warming": what hangs on it belongs to it.
    let linked =
        scene.tree.tokens.get(last + 1).is_some_and(|_| matches!(scene.lower(last + 1).as_str(), "of" | "from" | "in"));
    let last =
        if linked { (last + 2..scene.tree.tokens.len()).take_while(phrase).last().unwrap_or(last) } else { last };
    let named = matches!(scene.upos(last), Upos::Noun | Upos::Propn);
    let before = || {
        let clause = |token: &usize| !matches!(scene.lower(*token).as_str(), ";" | ":" | "." | "”" | "\"");
        (at.saturating_sub(REACH)..at).rev().take_while(clause).find(|&token| scene.is_verb(token))
    };
    let what = scene.governor(last).filter(|&what| scene.is_verb(what)).or_else(before)?;
    let by = scene.span(first).hull(scene.span(last));
    named.then_some(Explained { kind: FactKind::Cause, what, by })
}

/// "it was not clear why the boats had come": a reason that no one knows, for causes and purposes alike.
fn unknown(scene: &Scene, at: usize) -> Vec<Value> {
    let Some((first, true)) = reason_words(scene, at) else { return Vec::new() };
    let Some(what) = (first..scene.tree.tokens.len()).find(|&token| scene.is_verb(token)) else { return Vec::new() };
    let by = scene.span(at).hull(scene.span(what));
    let value = |kind| {
        let mut value = blank(scene.claim_at(by)?, kind, by);
        value.word = Some("unknown".into());
        value.frame = frame(scene, &Explained { kind, what, by });
        Some(value)
    };
    [FactKind::Cause, FactKind::Purpose].into_iter().filter_map(value).collect()
}

fn by_agent(scene: &Scene, verb: usize) -> Option<usize> {
    scene.child(verb, &[Relation::OblAgent]).or_else(|| with_case(scene, verb, "by"))
}

/// A dependent that is marked by a preposition.
fn with_case(scene: &Scene, at: usize, word: &str) -> Option<usize> {
    scene.children(at).iter().copied().find(|&child| {
        matches!(scene.relation(child), Relation::Obl | Relation::Nmod | Relation::OblAgent)
            && scene.child(child, &[Relation::Case]).is_some_and(|case| scene.lower(case) == word)
    })
}

/// "it was caused by …": the last noun before that something was said of.
fn resolved(scene: &Scene, what: usize, before: usize) -> Option<usize> {
    if scene.upos(what) != Upos::Pron {
        return Some(what);
    }
    (0..what.min(before)).rev().find(|&at| {
        scene.upos(at) == Upos::Noun
            && matches!(scene.relation(at), Relation::Obj | Relation::NsubjPass)
            && scene.entity(at).is_none()
    })
}

/// Without the preposition at the front, and nothing of what is explained.
fn trimmed(scene: &Scene, span: Span, what: usize) -> Span {
    let mut tokens = scene.tokens_in(span);
    while tokens.len() > 1
        && matches!(
            scene.upos(tokens.start),
            Upos::Adp | Upos::Punct | Upos::Adv | Upos::Sconj | Upos::Aux | Upos::Pron
        )
    {
        tokens.start += 1;
    }
    if tokens.contains(&what) && what > tokens.start + 1 {
        tokens.end = what;
    }
    // The phrase alone, without the clause that describes it.
    let clause = |token: &usize| {
        matches!(scene.upos(*token), Upos::Verb | Upos::Aux)
            || matches!(scene.lower(*token).as_str(), "which" | "who" | "that")
    };
    if !scene.is_verb(tokens.start)
        && let Some(end) = (tokens.start + 1..tokens.end).find(clause)
    {
        tokens.end = end;
    }
    while tokens.len() > 1 && scene.upos(tokens.end - 1) == Upos::Punct {
        tokens.end -= 1;
    }
    scene.span(tokens.start).hull(scene.span(tokens.end - 1))
}

fn content(scene: &Scene, span: Span) -> String {
    let words: Vec<_> = scene
        .tokens_in(span)
        .filter(|&at| matches!(scene.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb))
        .map(|at| scene.lemma(at).to_lowercase())
        .collect();
    words.join(" ")
}

fn frame(scene: &Scene, found: &Explained) -> Option<Frame> {
    let mut frame = Frame { head: Some(lexicons::noun(scene.lemma(found.what)).to_lowercase()), ..Frame::default() };
    if scene.is_verb(found.what) || lexicons::is_event(scene.lemma(found.what)) {
        frame.predicate = Some(lexicons::event(scene.lemma(found.what)).to_owned());
    }
    if scene.is_verb(found.what) {
        if let Some(object) = scene.object(found.what) {
            push(&mut frame.terms, term(scene, "patient", object));
        }
        if let Some((subject, _)) = scene.subject(found.what) {
            push(&mut frame.terms, term(scene, "agent", subject));
            frame.about = scene.entity(subject);
        }
    }
    let what = format!("the {}", questions::bare(scene, found.what));
    frame.question = match (found.kind, scene.is_verb(found.what)) {
        (FactKind::Purpose, true) => questions::explained(scene, "to what end", found.what)?,
        (FactKind::Purpose, false) => close(&format!("what was {what} for")),
        (_, true) => questions::explained(scene, "why", found.what)?,
        (_, false) => close(&format!("what caused {what}")),
    };
    Some(frame)
}

#[cfg(test)]
mod tests {
    use super::super::examples::check;

    #[test]
    fn the_reason_explains_the_verb_before_it() {
        for (sentence, found) in [
            (
                "Rescuers were unable to reach the trawler due to the swell.",
                "cause  swell: Why did rescuers reach the trawler?",
            ),
            ("It was not clear why the trawlers had come.", "cause  unknown: Why did the trawlers come?"),
            ("The rent is due on Friday.", ""),
        ] {
            check(sentence, "cause", found);
        }
    }

    #[test]
    fn the_list_of_reasons_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/reasons.tsv")), Ok(()));
    }
}
