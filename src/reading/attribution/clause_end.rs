//! Where the content of a reporting verb ends: with the sentence, with the clause that holds the verb, or where the next
//! report begins.
//!
//! How far a clause reaches is taken from the sentence, because a parser often hangs the end of a long clause elsewhere.

use super::clause_start::is_modifier;
use super::lexicon::{Class, Frame, reporting};
use super::site::Site;
use super::subjects::{is_nominal, is_participle};
use crate::language::{Relation, Upos};

/// The last token of content that starts at `start`.
pub fn end(site: &Site, verb: usize, start: usize) -> usize {
    let mut end = site.len() - 1;
    let embedded = embedded_end(site, verb);
    if let Some(limit) = embedded {
        // A subtree that breaks off at once is a slip of the parser.
        end = if limit > start + 1 { limit } else { end };
    }
    // "the state, which hinted that it was over, went on": the verb after a mark is that of the main clause.
    // "claimed that the valley, or the bay, has grown": the first verb is that of the content.
    let told = |at: usize| (start..at).any(|before| site.is_finite(before));
    let resumes = |&at: &usize| site.is_finite(at) && site.is_mark(at - 1) && site.word(at - 1) != "-" && told(at);
    if let Some(at) = (start + 2..=end).find(resumes).filter(|_| embedded.is_some() || in_relative(site, verb)) {
        end = at - 1;
    }
    if let Some(comma) = main_clause(site, verb, start) {
        end = end.min(comma - 1);
    }
    for at in start + 1..=end {
        if let Some(before) = begins_report(site, verb, start, at) {
            end = before;
            break;
        }
    }
    while end > start && matches!(site.word(end), "and" | "but" | "while" | "," | ";" | "as") {
        end -= 1;
    }
    end
}

/// Whether a relative word behind a comma opens the clause of the cue: "the boy, who neighbors said had left, …".
fn in_relative(site: &Site, verb: usize) -> bool {
    let mark = (1..verb).rev().find(|&at| site.word(at) == ",");
    mark.is_some_and(|at| matches!(site.word(at + 1), "who" | "which" | "whose" | "whom"))
}

/// "After the chief confirmed he knew of it, Ruiz asked why": the comma that ends a clause before the main one.
fn main_clause(site: &Site, verb: usize, start: usize) -> Option<usize> {
    let opening = (0..verb).find(|&at| !site.is_mark(at) && site.upos(at) != Upos::Cconj)?;
    let before = matches!(
        site.word(opening),
        "after" | "when" | "while" | "as" | "although" | "though" | "since" | "because" | "if" | "once" | "before"
    );
    let first =
        before && !(opening..verb).any(|at| site.word(at) == "," || site.is_finite(at) && site.head(at) != Some(verb));
    let main = |comma: &usize| {
        let near = (comma + 2..(comma + 10).min(site.len())).any(|at| site.is_finite(at));
        matches!(site.word(*comma), "," | "—" | "–")
            && (is_nominal(site, comma + 1) || is_modifier(site, comma + 1))
            && near
    };
    if first { (start + 2..site.len()).find(main) } else { None }
}

/// Where the content of a verb in a relative or adverbial clause ends: with that clause.
fn embedded_end(site: &Site, verb: usize) -> Option<usize> {
    let mut at = verb;
    while let Some(head) = site.head(at) {
        match site.relation(at) {
            Relation::Conj | Relation::Parataxis => at = head,
            Relation::Advcl if is_participle(site, at) && at > head => at = head,
            Relation::AclRelcl
            | Relation::Acl
            | Relation::Advcl
            | Relation::AdvclRelcl
            | Relation::Ccomp
            | Relation::Csubj => {
                return Some(site.reach(verb).1);
            }
            _ => return None,
        }
    }
    None
}

/// If the next report of the same level begins at `at`, the last token before it.
fn begins_report(site: &Site, verb: usize, start: usize, at: usize) -> Option<usize> {
    if site.word(at) == ";" {
        return Some(at - 1);
    }
    if site.word(at) == "according" && site.word(at + 1) == "to" && at > start + 2 {
        return Some(at - 1);
    }
    if site.is_quoted(at) || !matches!(site.upos(at), Upos::Verb) {
        return None;
    }
    let entry = reporting(Class::Verb, site.lemma(at));
    let mut before = at - 1;
    while before > start && matches!(site.upos(before), Upos::Adv | Upos::Aux) {
        before -= 1;
    }
    let of_verb = site.relation(at) == Relation::Conj && site.head(at) == Some(verb);
    if entry.is_some() && is_participle(site, at) && site.word(before) == "," {
        return Some(before - 1);
    }
    let coordinated = matches!(site.word(before), "and" | "but");
    let that = || site.word(at + 1) == "that" && entry.is_some_and(|entry| entry.takes(Frame::Quote));
    if entry.is_some() && coordinated && (of_verb || that() && site.xpos(at) == site.xpos(verb)) {
        return Some(before - 1);
    }
    // A clause beside the report: ", but officials told them otherwise".
    let own_subject = site.child(at, &[Relation::Nsubj, Relation::NsubjPass]).filter(|&who| who < at);
    let first = own_subject.map(|who| site.reach(who).0)?;
    let joint = first.checked_sub(2).filter(|&joint| joint > start)?;
    let contrast = site.word(joint) == "," && matches!(site.word(joint + 1), "but" | "while" | "and");
    (contrast && (of_verb || entry.is_some_and(|entry| entry.takes(Frame::Quote)))).then_some(joint.saturating_sub(1))
}
