//! Whose verb it is: the subject by the tree, by place, or inherited from the verb before.
//!
//! It finds the head of a noun phrase; how far the phrase reaches is the work of `sources`.

use super::lexicon::{Class, Frame, reporting};
use super::parts::cue_tokens;
use super::site::Site;
use crate::language::clause::{Form, Link, Origin};
use crate::language::{Relation, Upos};

/// The subject of a verb: its own, or the one that it inherits as a conjunct or participle.
///
/// `She said it rained, adding that …`: "She" for both verbs. `the minister saying …`: the noun that it modifies.
pub fn subject(site: &Site, verb: usize) -> Option<usize> {
    if let Some(speaker) = is_participle(site, verb).then(|| speaker_before(site, verb)).flatten() {
        return Some(speaker);
    }
    let clause = site.clause(verb)?;
    if site.is_passive(verb) {
        return clause.agent;
    }
    let found = clause.subject?;
    let borrowed = found.origin == Origin::Controlled && clause.form == Form::Infinitive;
    // "left the hall to tell …": a purpose is no report; "Ruiz was quick to retort" is one.
    let purpose = borrowed && matches!(clause.link, Link::Adverbial | Link::Beside);
    let quick = || clause.above.is_some_and(|above| above < verb && site.upos(above) == Upos::Adj);
    (!purpose || quick()).then_some(found.head)
}

/// Who spoke before a participle that goes on: "Ruiz wrote that the ship sank, adding that …" is Ruiz, not the ship.
fn speaker_before(site: &Site, participle: usize) -> Option<usize> {
    let mut before = participle.checked_sub(1)?;
    while before > 0 && site.upos(before) == Upos::Adv {
        before -= 1;
    }
    if site.word(before) != "," {
        return None;
    }
    let speaks = |&at: &usize| {
        let verb = site.upos(at) == Upos::Verb && !site.is_quoted(at) && !is_participle(site, at);
        verb && reporting(Class::Verb, site.lemma(at)).is_some_and(|entry| entry.takes(Frame::Quote))
    };
    let first = (0..before).find(speaks)?;
    let relative = site.relation(first) == Relation::AclRelcl;
    subject(site, first).or_else(|| subject_beside(site, first)).filter(|_| !relative)
}

/// The subject by position alone, where the tree has none: the noun right before the cue, or right after a verb that
/// follows a mark ("“X,” said the mayor").
pub fn subject_beside(site: &Site, verb: usize) -> Option<usize> {
    let (first, last) = cue_tokens(site, verb);
    if let Some(before) = first.checked_sub(1).filter(|&at| is_nominal(site, at)) {
        return Some(noun_ending_at(site, before));
    }
    let inverted = first == 0 || site.is_mark(first - 1);
    let starts = |at: usize| is_nominal(site, at) || matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Num);
    if last + 1 < site.len() && inverted && starts(last + 1) && !site.is_quoted(last + 1) {
        let noun = (last + 1..site.len()).take_while(|&at| !site.is_mark(at)).find(|&at| is_nominal(site, at))?;
        return Some(top(site, noun, |head| head > last && (last + 1..head).all(|at| !site.is_mark(at))));
    }
    subject_over_commas(site, verb)
}

/// "Ana Ruiz, who runs the port, said": the noun before the clause between the commas.
pub fn subject_over_commas(site: &Site, verb: usize) -> Option<usize> {
    let (first, _) = cue_tokens(site, verb);
    let comma = first.checked_sub(1).filter(|&at| site.word(at) == ",")?;
    let opens = |at: &usize| {
        let relative = matches!(site.word(at + 1), "who" | "which" | "whose");
        site.word(*at) == "," && (relative || !has_finite(site, at + 1, comma))
    };
    let opening = (1..comma).rev().find(opens)?;
    Some(opening - 1).filter(|&at| is_nominal(site, at)).map(|at| noun_ending_at(site, at))
}

/// The head of the noun phrase whose last token is `end`: "the mayor of Oslo" is headed by "mayor".
pub fn noun_ending_at(site: &Site, end: usize) -> usize {
    let mut noun = top(site, end, |head| head <= end);
    for _ in 0..4 {
        let case = site.child(noun, &[Relation::Case]).filter(|&case| case > 0 && case < noun);
        // "a source | close to the inquiry": an adjective may stand between the noun and what it is tied to.
        let adjective = case.is_some_and(|case| case > 1 && site.upos(case - 1) == Upos::Adj);
        let before = case.map(|case| case - 1 - usize::from(adjective)).filter(|&at| is_nominal(site, at));
        let ties = case.is_some_and(|case| {
            let word = site.word(case);
            matches!(word, "of" | "in" | "at" | "for" | "on" | "from" | "with") || adjective && word == "to"
        });
        match before {
            Some(before) if ties && site.relation(noun) != Relation::NmodPoss => {
                noun = top(site, before, |head| head <= end);
            }
            _ => break,
        }
    }
    noun
}

fn top(site: &Site, mut at: usize, fits: impl Fn(usize) -> bool) -> usize {
    while let Some(head) = site.head(at).filter(|&head| fits(head) && is_nominal(site, head)) {
        at = head;
    }
    at
}

/// Whether a token is a noun, name or pronoun outside quotations.
pub fn is_nominal(site: &Site, at: usize) -> bool {
    site.is_nominal(at) && !site.is_quoted(at)
}

fn has_finite(site: &Site, from: usize, to: usize) -> bool {
    (from..to).any(|at| site.is_finite(at))
}

/// Whether a verb is a form in -ing without an auxiliary.
pub fn is_participle(site: &Site, at: usize) -> bool {
    site.xpos(at) == "VBG" && site.child(at, &[Relation::Aux]).is_none()
}
