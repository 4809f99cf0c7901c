//! The parts of a report that every rule needs: who the subject of a verb is, how far a source and a cue reach.
//!
//! It reads one sentence's tree; which verbs report is not its business.

use super::lexicon::attribution_phrase;
use super::report::Words;
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::span::Span;

/// The subject of a verb: its own, or the one that it inherits as a conjunct or participle.
///
/// `She said it rained, adding that …`: "She" for both verbs. `the minister saying …`: the noun that it modifies.
pub fn subject(site: &Site, verb: usize) -> Option<usize> {
    let mut at = verb;
    for _ in 0..6 {
        let own = if site.is_passive(at) {
            agent(site, at)
        } else {
            site.child(at, &[Relation::Nsubj, Relation::NsubjOuter, Relation::Csubj])
        };
        if own.is_some() {
            return own;
        }
        let head = site.head(at)?;
        match site.relation(at) {
            Relation::Conj | Relation::Xcomp if !site.is_passive(at) => at = head,
            Relation::Advcl | Relation::Parataxis | Relation::Dep if is_participle(site, at) => at = head,
            Relation::Acl if is_participle(site, at) => return Some(head),
            _ => return None,
        }
        if site.is_passive(at) {
            return site.child(at, &[Relation::NsubjPass]);
        }
    }
    None
}

/// Who does it in a passive: "by the ministry".
pub fn agent(site: &Site, verb: usize) -> Option<usize> {
    let by = |&at: &usize| {
        matches!(site.relation(at), Relation::OblAgent | Relation::Obl)
            && site.preposition(at).is_some_and(|case| site.word(case) == "by")
    };
    site.children(verb).iter().copied().find(by)
}

/// Whether a verb is a form in -ing without an auxiliary.
pub fn is_participle(site: &Site, at: usize) -> bool {
    site.tree.tokens[at].xpos == "VBG" && site.child(at, &[Relation::Aux]).is_none()
}

/// The words that stand for a voice whose head is `head`: title, apposition, modifiers, without `beyond`, a token that
/// cannot belong to them.
pub fn source(site: &Site, head: usize, beyond: usize) -> Option<Words> {
    let (mut first, mut last) = site.reach(head);
    if site.child(head, &[Relation::Case]).is_some_and(|case| case < head) {
        first = first.max(site.child(head, &[Relation::Case])? + 1);
    }
    if first <= beyond && beyond < head {
        first = beyond + 1;
    }
    if head < beyond && beyond <= last {
        last = beyond - 1;
    }
    for at in head + 1..=last {
        let ends = matches!(site.word(at), ";" | ":" | "\"" | "“" | "”") || site.is_quoted(at);
        if ends {
            last = at - 1;
            break;
        }
    }
    if let Some(at) =
        (first..head).rev().find(|&at| matches!(site.word(at), ";" | "\"" | "“" | "”") || site.is_quoted(at))
    {
        first = at + 1;
    }
    Some(Words { span: site.words(first, last)?, sentence: site.sentence, head })
}

/// The words of a cue: the verb with its auxiliaries, negation and adverbs beside it, and a set phrase after it
/// ("in a statement").
pub fn cue(site: &Site, verb: usize) -> Span {
    let (first, last) = cue_tokens(site, verb);
    site.token(first).hull(site.token(last))
}

/// First and last token of a cue.
pub fn cue_tokens(site: &Site, verb: usize) -> (usize, usize) {
    let mut first = verb;
    while let Some(before) = first.checked_sub(1) {
        let hangs =
            site.head(before) == Some(verb) || site.head(before).is_some_and(|head| (before..=verb).contains(&head));
        let small =
            matches!(site.upos(before), Upos::Aux | Upos::Adv | Upos::Part) || site.relation(before) == Relation::Aux;
        if !(hangs && small) || site.is_quoted(before) {
            break;
        }
        first = before;
    }
    // An adverb alone before its verb belongs to the cue; one at the start of the sentence does not.
    let mut last = verb;
    if let Some(particle) = site.child(verb, &[Relation::CompoundPrt]).filter(|&at| at == verb + 1) {
        last = particle;
    }
    if let Some((length, "medium")) =
        attribution_phrase(|at| Some(site.word(last + 1 + at)).filter(|word| !word.is_empty()))
    {
        last += length;
    }
    (first, last)
}
