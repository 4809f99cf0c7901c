//! What a rejecting word rejects: an assertion ("denied the allegation"), or an act ("denied the request", "refused to
//! leave"). Only the first is a denial.
//!
//! It looks at the reports that the other rules found and changes their polarity and modality, nothing else.

use super::cues::reporting_verb;
use super::lexicon::Frame;
use super::rejected::{self, noun};
use super::report::Report;
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Modality, Polarity};

/// Settles a report whose word rejects something.
///
/// - An assertion is rejected: a clause, a quotation, "denied taking it", or a noun for something said or a misdeed
///   (`data/lexicon/assertions.tsv`). It stays denied.
/// - An act is refused ("denied the request", "ruled out a tour", "rejected the plan"): denied as what is not wanted, so
///   that it counts as no denial of a statement.
/// - "Dismissed the vote as a farce" puts forward that it is one: affirmed.
/// - "No one denies", "did not dispute", "would not deny", "tried to deny": neither put forward nor rejected.
pub fn settle(site: &Site, report: &mut Report) {
    if report.polarity != Polarity::Denied || report.content.is_empty() || report.sentence != site.sentence {
        return;
    }
    if report.rule != rejected::PLEA && is_not_made(site, report.at) {
        report.polarity = Polarity::Affirmed;
        report.modality = Modality::Possible;
        return;
    }
    if report.rule == "as" {
        report.polarity = Polarity::Affirmed;
        return;
    }
    // "declined to go", "refuses to go"
    if report.modality == Modality::Planned {
        report.modality = Modality::Wanted;
    }
    if report.modality == Modality::Asserted {
        // Words in quotation marks are the denier's own, not what is denied.
        if report.rule == "quotation-carried" {
            report.polarity = Polarity::Affirmed;
            return;
        }
        let alone = rejected::recut(site, report);
        if !rejects_an_assertion(site, report, alone) {
            report.modality = Modality::Wanted;
        }
    }
}

/// Whether no denial was made: the verb is negated, is an infinitive or stands under a modal, or no one is its subject.
fn is_not_made(site: &Site, at: usize) -> bool {
    if !matches!(site.upos(at), Upos::Verb | Upos::Aux) {
        return false;
    }
    let child = |fits: &dyn Fn(usize) -> bool| site.children(at).iter().copied().any(fits);
    let possible = child(&|child| {
        matches!(site.relation(child), Relation::Aux)
            && matches!(
                site.word(child),
                "would" | "will" | "could" | "can" | "may" | "might" | "should" | "must" | "'d" | "’d"
            )
    });
    let infinitive =
        site.tree.tokens[at].xpos == "VB" && at > 0 && child(&|child| child < at && site.word(child) == "to");
    let by_none = site.child(at, &[Relation::Nsubj, Relation::NsubjPass]).is_some_and(|who| {
        let (first, _) = site.reach(who);
        matches!(site.word(first), "no" | "none" | "nobody" | "neither" | "few" | "nothing")
    });
    site.is_negated(at) || possible || infinitive || by_none
}

/// Whether a statement is rejected; `alone`: it is an object without the clause that was taken for it.
fn rejects_an_assertion(site: &Site, report: &Report, alone: bool) -> bool {
    let lemma = site.lemma(report.at);
    // "dismissed a report that he had left" says how little he makes of it, "rejected the claim" that it is false.
    if lemma == "dismiss" && rejected::object(site, report.at).is_some_and(|object| site.lemma(object) == "report") {
        return false;
    }
    match report.rule {
        _ if !alone && (report.rule == "quotation" || report.rule.starts_with("clause")) => true,
        // "ruled out going" and "rejected leaving" are of what is to come.
        "gerund" => lemma == "deny",
        "infinitive" => false,
        rejected::BEFORE | rejected::PLEA => true,
        _ => {
            let first = report.content[0].start;
            let inside = |at: &usize| report.content.iter().any(|piece| piece.contains(site.token(*at)));
            // "denied him a visa": what is given to somebody is no statement.
            let given = site.child(report.at, &[Relation::Iobj]).is_some();
            let head = site
                .child(report.at, &[Relation::Obj, Relation::Nmod, Relation::Ccomp, Relation::Xcomp])
                .filter(inside)
                .or_else(|| site.tree.token_at(first));
            let that = || {
                (0..site.len()).filter(inside).take(12).any(|at| {
                    site.word(at) == "that"
                        && site.upos(at) == Upos::Sconj
                        && inside(&(at + 1))
                        && !site.is_mark(at + 1)
                })
            };
            let kind = head.and_then(|head| noun(site.lemma(head)));
            // "denied the charge", but "dismissed the charge" is an act.
            let denies = reporting_verb(site, report.at).is_none_or(|entry| entry.takes(Frame::Clause));
            let fits = if denies { kind.is_some() } else { kind == Some("statement") && !rules(site, report) };
            !given && (fits || that() && (denies || !rules(site, report)))
        }
    }
}

/// Whether the source rejects by ruling: "the judge rejected the argument that X".
fn rules(site: &Site, report: &Report) -> bool {
    let Some(words) = report.source.filter(|words| words.sentence == site.sentence) else { return false };
    (0..site.len()).any(|at| words.span.contains(site.token(at)) && noun(site.lemma(at)) == Some("bench"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::{ArticleText, read};

    /// Polarity and modality of the first attributed claim of a sentence.
    fn stance(sentence: &str) -> Option<(Polarity, Modality)> {
        let body =
            format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n\nThe road was dry.\n");
        let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
        reading.claims.iter().find(|claim| !claim.hops.is_empty()).map(|claim| (claim.polarity, claim.modality))
    }

    #[test]
    fn an_assertion_is_denied() {
        for sentence in [
            "The mayor denied that the bridge was unsafe.",
            "The mayor denied taking the money.",
            "The company rejected the allegations of fraud.",
            "The mayor denied any involvement in the deal.",
            "The agency disputed the report on the flood.",
        ] {
            assert_eq!(stance(sentence), Some((Polarity::Denied, Modality::Asserted)), "{sentence}");
        }
    }

    #[test]
    fn a_refused_act_and_a_denial_not_made_are_none() {
        for sentence in [
            "The board denied the request on Monday.",
            "The panel rejected the plan for a bridge.",
            "The driver refused to leave the car.",
            "The judge rejected the claim of the company.",
            "The prosecutor dismissed the charges of fraud.",
            "The mayor rejected the idea of a tour.",
            "The mayor did not dispute the report.",
            "The lawyers tried to deny the allegations.",
            "The mayor dismissed the vote as a farce.",
            "The mayor dismissed a report in the Post that he had left.",
        ] {
            assert_ne!(stance(sentence), Some((Polarity::Denied, Modality::Asserted)), "{sentence}");
        }
    }
}
