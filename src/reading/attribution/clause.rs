//! Reports with a clause: "said that X", "X, she said", "X, said the minister", "told them X", "asked whether X".
//!
//! The tree says which clause hangs on the verb; how far the clause reaches is taken from the sentence, because a
//! parser often hangs the end of a long clause too high.

use super::lexicon::{Entry, Frame};
use super::parts::{cue, cue_tokens, is_participle, source, subject, subject_beside};
use super::report::{Report, Strength, Words};
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::span::Span;

/// The report of a verb that takes a clause.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if !entry.takes_clause() && !entry.takes(Frame::Quote) {
        return None;
    }
    let finite =
        !is_participle(site, verb) && site.child(verb, &[Relation::Mark]).is_none_or(|mark| site.word(mark) != "to");
    let beside = || subject_beside(site, verb).filter(|_| finite && entry.takes(Frame::Quote));
    let who = subject(site, verb).or_else(beside);
    let mut report = Report::new("clause", site.sentence, (cue(site, verb), verb), entry);
    report.strength = if entry.takes(Frame::Quote) { Strength::Speech } else { Strength::Attitude };
    report.source = who.and_then(|head| source(site, head, verb));
    if entry.takes(Frame::Tell) || entry.takes(Frame::Urge) {
        report.addressee = addressee(site, verb);
    }
    if let Some((rule, content)) = content(site, verb, entry, who) {
        report.rule = rule;
        report.content = content;
    } else if !entry.takes(Frame::Quote) {
        return None;
    }
    Some(report)
}

/// To whom it is told: the object before the clause, or "to reporters".
fn addressee(site: &Site, verb: usize) -> Option<Words> {
    let object = site.child(verb, &[Relation::Iobj, Relation::Obj])?;
    if object < verb {
        return None;
    }
    source(site, object, verb)
}

/// The content and the rule that found it.
fn content(site: &Site, verb: usize, entry: &Entry, who: Option<usize>) -> Option<(&'static str, Vec<Span>)> {
    if let Some(clause) = clause_after(site, verb, entry) {
        let (_, cue_end) = cue_tokens(site, verb);
        let first = site.reach(clause).0.max(cue_end + 1);
        let last = end_of_content(site, verb, clause);
        let span = site.words(first, last)?;
        return Some(("clause-after", vec![span]));
    }
    // "X, she said": the clause hangs on the verb, or the verb hangs loosely on the clause.
    let before = site.children(verb).iter().copied().find(|&at| {
        at < verb
            && matches!(site.relation(at), Relation::Ccomp | Relation::Parataxis | Relation::Dep)
            && is_clause(site, at)
    });
    let above = site.head(verb).filter(|&head| {
        matches!(site.relation(verb), Relation::Parataxis | Relation::Ccomp | Relation::Dep | Relation::Root)
            && is_clause(site, head)
    });
    let around = above.filter(|_| site.relation(verb) == Relation::Parataxis);
    let own = own_stretch(site, verb, who);
    let (first, last) = match (before, around) {
        (Some(clause), _) => {
            let (first, last) = site.reach(clause);
            (first, last.max(own.1))
        }
        (None, Some(head)) => site.reach(head),
        (None, None) => return None,
    };
    if !set_off(site, own) {
        return None;
    }
    let pieces = [(first, own.0.checked_sub(1)), (own.1 + 1, Some(last))];
    let content: Vec<_> = pieces
        .into_iter()
        .filter_map(|(first, last)| last.filter(|&last| first <= last).and_then(|last| site.words(first, last)))
        .collect();
    (!content.is_empty()).then_some(("clause-around", content))
}

/// Whether a reporting clause is set off from the rest by commas, dashes, quotation marks or the sentence's ends.
fn set_off(site: &Site, (first, last): (usize, usize)) -> bool {
    let before = first == 0 || site.is_mark(first - 1);
    let after = last + 1 >= site.len() || site.is_mark(last + 1);
    before && after
}

/// First and last token of the reporting clause itself: verb, subject, and what stands with them between marks.
fn own_stretch(site: &Site, verb: usize, who: Option<usize>) -> (usize, usize) {
    let (mut first, mut last) = cue_tokens(site, verb);
    if let Some((from, to)) = who.filter(|&head| site.head(head) == Some(verb)).map(|head| site.reach(head)) {
        first = first.min(from);
        last = last.max(to);
    }
    // Modifiers of the verb ("on Monday", "in Paris") up to the next mark.
    while last + 1 < site.len() && !site.is_mark(last + 1) {
        last += 1;
    }
    while first > 0 && !site.is_mark(first - 1) {
        first -= 1;
    }
    (first, last)
}

/// The clause that follows its verb.
fn clause_after(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    let is_right = |at: usize| at > verb && !site.is_quoted(at);
    let complement = site.children(verb).iter().copied().find(|&at| {
        is_right(at)
            && match site.relation(at) {
                Relation::Ccomp => true,
                Relation::Parataxis | Relation::Dep | Relation::Advcl => {
                    is_clause(site, at) && follows_closely(site, verb, at)
                }
                _ => false,
            }
    })?;
    let whether = site
        .children(complement)
        .iter()
        .any(|&at| site.relation(at) == Relation::Mark && matches!(site.word(at), "whether" | "if"));
    (entry.takes(Frame::Clause) || whether || site.relation(complement) == Relation::Ccomp).then_some(complement)
}

/// Whether no conjunction of reason or time introduces a clause: "spoke after the vote was lost" is no content.
fn introduced_as_content(site: &Site, clause: usize) -> bool {
    let marks = site.children(clause).iter().copied().filter(|&at| site.relation(at) == Relation::Mark);
    marks.take(1).all(|at| matches!(site.word(at), "that" | "whether" | "if" | "how" | "why" | "to" | "for"))
}

/// Whether only an addressee, a time or "that" stands between a verb and its clause.
fn follows_closely(site: &Site, verb: usize, clause: usize) -> bool {
    let first = site.reach(clause).0;
    first > verb && (verb + 1..first).all(|at| !site.is_mark(at))
}

/// Whether a token heads a clause: a finite verb, or a predicate with a subject.
fn is_clause(site: &Site, at: usize) -> bool {
    let has_subject = site.children(at).iter().any(|&child| site.relation(child).is_subject());
    has_subject || site.upos(at) == Upos::Verb && !is_participle(site, at)
}

/// The last token of a clause that follows its verb: to the end of the sentence, but not into what hangs on the verb
/// beside it ("…, adding that …", "…, and called for …").
fn end_of_content(site: &Site, verb: usize, clause: usize) -> usize {
    let (_, own_end) = site.reach(clause);
    let beside = site.children(verb).iter().copied().filter(|&at| at > clause && site.reach(at).0 > own_end.min(at));
    let mut end = site.len() - 1;
    for at in beside {
        let ends = match site.relation(at) {
            Relation::Conj | Relation::Parataxis => true,
            Relation::Advcl => is_participle(site, at) || site.child(at, &[Relation::Mark]).is_some(),
            _ => false,
        };
        if ends {
            end = end.min(site.reach(at).0.saturating_sub(1).max(own_end.min(site.reach(at).0.saturating_sub(1))));
        }
    }
    // The verb's own clause may be part of a larger sentence: it ends where its subtree does, but for loose ends.
    let (_, subtree_end) = site.reach(verb);
    if site.head(verb).is_some() {
        end = end.min(subtree_end);
    }
    while end > clause && matches!(site.word(end), "and" | "but" | "while" | "," | ";") {
        end -= 1;
    }
    end.max(clause)
}
