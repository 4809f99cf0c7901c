//! Reports by a noun or an adjective: "his claim that X", "the threat of X", "is confident that X", "critical of X".

use super::lexicon::{Entry, Frame};
use super::object::is_infinitive;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::Relation;
use crate::span::Span;

/// The rule of a noun that reports.
pub const RULE: &str = "noun";

/// The report of a noun that has its own source: "his claim that X", "a warning by officials that X".
pub fn noun(site: &Site, at: usize, entry: &Entry) -> Option<Report> {
    let (content, case) =
        content(site, at, entry, &[Relation::Acl, Relation::AclRelcl, Relation::Ccomp, Relation::Nmod])?;
    let owner = site.child(at, &[Relation::NmodPoss]).or_else(|| by_whom(site, at));
    let is_clause = case.is_none();
    owner?;
    // "his criticism of her" tells of a stance, not what it is.
    if !content.of(site.text).contains(' ') && !is_clause {
        return None;
    }
    let mut cue = site.token(at);
    if let Some(case) = case {
        cue = cue.hull(site.token(case));
    }
    let mut report = Report::new(RULE, site.sentence, (cue, at), entry);
    report.source = match owner {
        Some(owner) => source(site, owner, at).map(|mut words| {
            // "Macron's": the possessive mark is no part of the name.
            if let Some(mark) = site.child(owner, &[Relation::Case]).filter(|&mark| mark > owner) {
                words.span.end = words.span.end.min(site.token(mark).start);
            }
            words
        }),
        None => None,
    };
    report.content = vec![content];
    report.strength = if entry.takes(Frame::Clause) && is_clause { Strength::Speech } else { Strength::Attitude };
    Some(report)
}

/// The report of a predicative adjective: "is confident that X".
pub fn adjective(site: &Site, at: usize, entry: &Entry) -> Option<Report> {
    let (content, case) =
        content(site, at, entry, &[Relation::Ccomp, Relation::Advcl, Relation::Xcomp, Relation::Obl])?;
    let who = subject(site, at)?;
    let mut cue = site.token(at);
    if let Some(copula) = site.child(at, &[Relation::Cop]).filter(|&copula| copula < at) {
        let first = site.child(at, &[Relation::Aux]).filter(|&aux| aux < copula).unwrap_or(copula);
        cue = cue.hull(site.token(first));
    }
    if let Some(case) = case {
        cue = cue.hull(site.token(case));
    }
    let mut report = Report::new("adjective", site.sentence, (cue, at), entry);
    report.source = source(site, who, at);
    report.content = vec![content];
    Some(report)
}

/// The content and, where a preposition introduces it, that token.
fn content(site: &Site, at: usize, entry: &Entry, relations: &[Relation]) -> Option<(Span, Option<usize>)> {
    for &child in site.children(at) {
        if child < at || !relations.contains(&site.relation(child)) {
            continue;
        }
        let (first, last) = site.reach(child);
        let mark = site.child(child, &[Relation::Mark]).map_or("", |mark| site.word(mark));
        if mark == "that" && entry.takes(Frame::Clause) {
            return site.words(first, last).map(|span| (span, None));
        }
        if is_infinitive(site, child) && entry.takes(Frame::Infinitive) {
            return site.words(first, last).map(|span| (span, None));
        }
        let Some(case) = site.preposition(child).filter(|&case| case < child) else { continue };
        if entry.takes_preposition(site.word(case)) {
            return site.words(case + 1, phrase_end(site, case + 1, last)).map(|span| (span, Some(case)));
        }
    }
    None
}

/// "worried about the vote | , Ruiz left": a phrase ends before the subject of another clause.
fn phrase_end(site: &Site, first: usize, last: usize) -> usize {
    let main = |comma: &usize| {
        let subject = (comma + 1..site.len()).take(5).find(|&at| site.relation(at).is_subject());
        site.word(*comma) == "," && subject.is_some_and(|at| !matches!(site.word(at), "who" | "which" | "that"))
    };
    (first + 1..=last).find(main).map_or(last, |comma| comma - 1)
}

/// Who stands behind a noun: "by officials", "from the ministry".
fn by_whom(site: &Site, at: usize) -> Option<usize> {
    site.children(at).iter().copied().find(|&child| {
        child > at
            && site.relation(child) == Relation::Nmod
            && site.preposition(child).is_some_and(|case| matches!(site.word(case), "by" | "from"))
    })
}

impl Entry {
    fn takes_preposition(&self, preposition: &str) -> bool {
        self.prepositions().any(|own| own == preposition)
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn an_adjective_of_belief_reports() {
        check("The coach is confident that the team will win.", &["adjective: The coach: that the team will win"]);
    }

    #[test]
    fn a_noun_without_content_reports_nothing() {
        check("The claim was settled.", &[]);
    }
}
