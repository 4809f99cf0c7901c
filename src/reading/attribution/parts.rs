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
        let own = if site.is_passive(at) { agent(site, at) } else { nearest_subject(site, at) };
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

/// The subject that stands nearest to its verb: in "the mine, which Clarke says is open" a parser may see two.
fn nearest_subject(site: &Site, verb: usize) -> Option<usize> {
    let is_subject =
        |at: &usize| matches!(site.relation(*at), Relation::Nsubj | Relation::NsubjOuter | Relation::Csubj);
    let subjects = || site.children(verb).iter().copied().filter(is_subject);
    subjects().take_while(|&at| at < verb).last().or_else(|| subjects().next())
}

/// The subject by position alone, where the tree has none: the noun right before the cue, or right after a verb that
/// follows a mark ("“X,” said the mayor").
pub fn subject_beside(site: &Site, verb: usize) -> Option<usize> {
    let (first, last) = cue_tokens(site, verb);
    let nominal = |at: usize| matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Pron) && !site.is_quoted(at);
    let top = |mut at: usize, fits: &dyn Fn(usize) -> bool| {
        while let Some(head) = site.head(at).filter(|&head| fits(head) && nominal(head)) {
            at = head;
        }
        at
    };
    if let Some(before) = first.checked_sub(1).filter(|&at| nominal(at)) {
        // "the mayor of Oslo": back over the preposition to the noun that it modifies.
        let mut noun = top(before, &|head| head < first);
        while let Some(case) =
            site.child(noun, &[Relation::Case]).filter(|&case| case > 0 && case < noun && site.word(case) != "'s")
        {
            if !nominal(case - 1) || site.relation(noun) == Relation::NmodPoss {
                break;
            }
            noun = top(case - 1, &|head| head < first);
        }
        return Some(noun);
    }
    // "Ana Ruiz, who runs the port, said": over the clause between the commas.
    if let Some(comma) = first.checked_sub(1).filter(|&at| site.word(at) == ",") {
        let opens = |at: &usize| {
            site.word(*at) == ","
                && (matches!(site.word(at + 1), "who" | "which" | "whose") || !starts_clause(site, at + 1, comma))
        };
        let opening = (1..comma).rev().find(opens)?;
        return Some(opening - 1).filter(|&at| nominal(at)).map(|at| top(at, &|head| head < opening));
    }
    let inverted = first == 0 || site.is_mark(first - 1);
    let starts = |at: usize| nominal(at) || matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Num);
    let next = (last + 1 < site.len() && inverted && starts(last + 1)).then_some(last + 1)?;
    let noun = (next..site.len()).take_while(|&at| !site.is_mark(at)).find(|&at| nominal(at))?;
    Some(top(noun, &|head| head > last && (last + 1..head).all(|at| !site.is_mark(at))))
}

/// Whether a finite verb stands between two tokens.
fn starts_clause(site: &Site, from: usize, to: usize) -> bool {
    (from..to).any(|at| matches!(site.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP" | "MD"))
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
    let last = with_apposition(site, head, last, beyond);
    Some(Words { span: site.words(first, last)?, sentence: site.sentence, head })
}

/// How far a voice reaches with the apposition behind it: "Ana Ruiz, head of the port authority, said" and
/// "said Ana Ruiz, head of the port authority."
fn with_apposition(site: &Site, head: usize, last: usize, verb: usize) -> usize {
    let is_comma = |at: usize| site.word(at) == ",";
    let quiet = |from: usize, to: usize| {
        (from..to).all(|at| {
            !matches!(site.upos(at), Upos::Verb | Upos::Aux | Upos::Cconj | Upos::Pron) && !site.is_quoted(at)
        })
    };
    if last + 1 >= site.len() || !is_comma(last + 1) {
        return last;
    }
    if head < verb {
        // Up to the comma before the cue.
        let (cue, _) = cue_tokens(site, verb);
        let closes = cue.checked_sub(1).filter(|&at| at > last + 1 && is_comma(at));
        return closes.filter(|&at| quiet(last + 2, at)).map_or(last, |at| at - 1);
    }
    let end = (last + 2..site.len())
        .find(|&at| site.is_mark(at) && !matches!(site.word(at), "'" | "’" | "-"))
        .unwrap_or(site.len());
    let starts = last + 2 < end && matches!(site.upos(last + 2), Upos::Det | Upos::Adj | Upos::Noun);
    if starts && quiet(last + 2, end) { end - 1 } else { last }
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
