//! Reports in the passive and reports of reports: "was quoted as saying X", "is said to have left", "it was reported
//! that X", "the agency quoted him as saying X".

use super::lexicon::{Class, Entry, Frame, reporting};
use super::object::is_infinitive;
use super::parts::cue;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::{clause_end, clause_start};
use crate::language::Relation;

/// The rule of words that one voice carries for another.
pub const CARRIED: &str = "quoted-as-saying";
/// The rule of an object that a passive makes its subject: "the plan was rejected by the board".
pub const OBJECT: &str = "passive-object";

/// The rule of what a passive says of its subject: "was described as a joke by the mayor".
const OF: &str = "passive-of";

/// The report of a passive verb.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if !site.is_passive(verb) {
        return None;
    }
    let by = site.clause(verb).and_then(|clause| clause.agent).and_then(|head| source(site, head, verb));
    let clause = site.children(verb).iter().copied().find(|&at| {
        at > verb
            && matches!(site.relation(at), Relation::Ccomp | Relation::Csubj | Relation::CsubjPass | Relation::Xcomp)
    });
    let subject = site.child(verb, &[Relation::NsubjPass, Relation::Expl, Relation::Nsubj]);
    let impersonal = subject.is_none_or(|at| site.word(at) == "it" || site.relation(at) == Relation::Expl);
    let mut report = Report::new("passive", site.sentence, (cue(site, verb), verb), entry);
    report.strength = Strength::Speech;
    report.source = by;
    let it = site
        .child(verb, &[Relation::NsubjPass, Relation::Nsubj, Relation::Expl])
        .is_some_and(|at| site.word(at) == "it");
    if let Some(first) = clause_start::introduced_by_that(site, verb, entry).filter(|_| it) {
        report.rule = "it-was-said";
        report.content = vec![site.words(first, clause_end::end(site, verb, first))?];
        return Some(report);
    }
    // "The plan was praised by the mayor": the mayor praises the plan.
    if report.source.is_some() && clause.is_none() && entry.takes(Frame::Object) {
        let (from, to) = site.reach(subject?);
        report.rule = OBJECT;
        report.strength = Strength::Attitude;
        report.content = vec![site.words(from, to.min(verb.saturating_sub(1)))?];
        return Some(report);
    }
    if let Some(found) = said_of(site, verb, entry, subject) {
        return Some(found);
    }
    let clause = clause?;
    let (first, last) = site.reach(clause);
    if impersonal && entry.takes_clause() && !is_infinitive(site, clause) {
        report.rule = "it-was-said";
        report.content = vec![site.words(first, last)?];
        return Some(report);
    }
    // "Two soldiers are said to have fled": what is said is the subject and the infinitive.
    let asks = entry.takes(Frame::Whether) || entry.takes(Frame::Tell);
    if entry.takes_clause() && is_infinitive(site, clause) && !asks {
        let (from, to) = site.reach(subject?);
        report.rule = "is-said-to";
        report.content = vec![site.words(from, to)?, site.words(first, last)?];
        return Some(report);
    }
    None
}

/// "The plan was described as a joke by the mayor", "Ruiz was accused of theft by the clerks": who does it, by place.
fn said_of(site: &Site, verb: usize, entry: &Entry, subject: Option<usize>) -> Option<Report> {
    let subject = subject.filter(|&at| at < verb)?;
    let behind = site.word(verb + 1);
    let of = entry.object_prepositions().any(|own| own == behind) || behind == "as" && entry.takes(Frame::As);
    let names = entry.takes(Frame::Naming) && !site.is_mark(verb + 1) && behind != "by";
    if !(of || names) {
        return None;
    }
    let end = (verb + 2..site.len())
        .find(|&at| matches!(site.word(at), "," | ";" | ":" | "." | "—" | "–") || site.is_finite(at))
        .unwrap_or(site.len());
    let by = (verb + 2..end).rev().find(|&at| site.word(at) == "by")?;
    let who = (by + 1..end).find(|&at| site.is_nominal(at) && site.head(at).is_none_or(|head| head <= by))?;
    let mut report = Report::new(OF, site.sentence, (cue(site, verb), verb), entry);
    report.strength = Strength::Attitude;
    report.source = source(site, who, verb);
    let (from, to) = site.reach(subject);
    report.content = vec![site.words(from, to.min(verb - 1))?, site.words(verb + 1, by - 1)?];
    Some(report)
}

/// "X was quoted as saying Y", "Z quoted X as saying Y", "X as saying": the voice is X, whoever carries it.
///
/// Gives the report, and where somebody else quotes, whoever that is as its addressee.
pub fn quoted_as_saying(site: &Site, verb: usize) -> Option<Report> {
    if !matches!(site.lemma(verb), "quote" | "cite") {
        return None;
    }
    let as_saying = (verb + 1..site.len().saturating_sub(1)).take_while(|&at| site.word(at) != ".").find(|&at| {
        site.word(at) == "as"
            && reporting(Class::Verb, site.lemma(at + 1)).is_some_and(Entry::takes_clause)
            && site.word(at + 1).ends_with("ing")
    })?;
    let saying = as_saying + 1;
    let entry = reporting(Class::Verb, site.lemma(saying))?;
    let mut report = Report::new(CARRIED, site.sentence, (cue(site, verb).hull(site.token(saying)), saying), entry);
    report.strength = Strength::Speech;
    if site.is_passive(verb) || site.child(verb, &[Relation::Obj]).is_none() {
        let who = site.child(verb, &[Relation::NsubjPass, Relation::Nsubj]);
        report.source = who.and_then(|head| source(site, head, verb));
        report.addressee = site.clause(verb).and_then(|clause| clause.agent).and_then(|head| source(site, head, verb));
    } else {
        let quoted = site.child(verb, &[Relation::Obj])?;
        let mut words = source(site, quoted, verb)?;
        words.span.end = words.span.end.min(site.token(as_saying - 1).end);
        report.source = Some(words);
        report.cue = site.token(as_saying).hull(site.token(saying));
        report.addressee = site.child(verb, &[Relation::Nsubj]).and_then(|head| source(site, head, verb));
    }
    if saying + 1 < site.len() && !site.is_quoted(saying + 1) {
        report.content = site.words(saying + 1, site.len() - 1).into_iter().collect();
    }
    Some(report)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn no_one_and_carriers_report() {
        check(
            "It was reported on Friday that the dam had burst.",
            &["it-was-said: unspecified: that the dam had burst"],
        );
        check(
            "Tass quoted the general as saying the troops had left.",
            &["quoted-as-saying: Tass > the general: the troops had left"],
        );
    }

    #[test]
    fn what_is_believed_by_no_one_named_and_what_is_praised_by_someone() {
        check("Two soldiers are believed to have fled.", &["is-said-to: unspecified: Two soldiers … to have fled"]);
        check(
            "The plan to close the port was praised by the mayor.",
            &["passive-object: the mayor: The plan to close the port"],
        );
    }

    #[test]
    fn a_plain_passive_reports_nothing() {
        check("The dam was repaired on Friday.", &[]);
    }
}
