//! What is rejected, word for word: "denied the claim that X", "X, a charge that she denied", "pleaded not guilty to X".
//!
//! It cuts the content of denials and finds those that stand behind what they deny; whether a denial was made at all is
//! the work of `denial`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::clause_end;
use super::extent;
use super::lexicon::Entry;
use super::object::OBJECT;
use super::parts::cue;
use super::report::{Report, Strength};
use super::site::Site;
use super::sources::source;
use super::subjects::subject;
use crate::language::clause::Form;
use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::kinds::{Modality, Polarity};
use crate::span::Span;

/// The rule of a denial behind what it denies.
pub const BEFORE: &str = "denied-before";
/// The rule of a plea.
pub const PLEA: &str = "plea";

const NOUNS: &str = include_str!("../../../data/lexicon/assertions.tsv");

static KINDS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(NOUNS).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());

/// What a noun is to a denial: `statement`, `topic`, `deed`, `bench` (`data/lexicon/assertions.tsv`).
pub fn noun(lemma: &str) -> Option<&'static str> {
    KINDS.get(lemma).copied()
}

/// The object of a verb behind it.
pub fn object(site: &Site, verb: usize) -> Option<usize> {
    site.children(verb).iter().copied().find(|&at| at > verb && site.relation(at) == Relation::Obj)
}

/// The "that" of a clause that says what a noun means: "the notion that X", not "the man that left".
pub fn that_clause(site: &Site, noun: usize) -> Option<usize> {
    let near = (noun + 1..site.len().min(noun + 12)).take_while(|&at| !site.is_mark(at) && !site.is_finite(at));
    let near = near.take_while(|&at| !(site.word(at) == "by" && site.xpos(at + 1) == "VBG"));
    near.filter(|&at| site.word(at) == "that" && site.upos(at) != Upos::Det).find(|&at| !site.is_finite(at + 1))
}

/// Ends what another reports before what says that it is denied: "said that X | , a claim that the mayor denied".
pub fn part(reports: &mut [Report]) {
    let denials: Vec<(Span, Span)> = reports
        .iter()
        .filter(|report| report.rule == BEFORE)
        .filter_map(|report| Some((report.cue, report.hull()?)))
        .collect();
    for (cue, denied) in denials {
        for outer in reports.iter_mut().filter(|report| report.holds(cue)) {
            outer.content.retain(|piece| piece.start < denied.end);
            if let Some(last) = outer.content.last_mut() {
                last.end = last.end.min(denied.end);
            }
        }
    }
}

/// Cuts the content of a denial where its words begin and end; whether it is the object alone now.
pub fn recut(site: &Site, report: &mut Report) -> bool {
    let verb = report.at;
    let Some(first) = report.content.first().and_then(|piece| site.tree.token_at(piece.start)) else {
        return false;
    };
    let Some(last) = report.content.last().and_then(|piece| site.tree.token_at(piece.end.saturating_sub(1))) else {
        return false;
    };
    if report.content.len() != 1 || first <= verb || site.is_quoted(first) {
        return false;
    }
    let mut alone = false;
    let object = object(site, verb);
    let cut = match report.rule {
        "clause-after" => match object.filter(|&object| object < first) {
            // "denied the report that said X": the report with all that tells which one.
            Some(object) if site.word(first) == "that" && site.is_finite(first + 1) => {
                site.words(site.reach(object).0.max(verb + 1), extent::of_clause(site, first, last))
            }
            None if site.word(first) == "that" && site.is_finite(first + 1) && first > verb + 1 => {
                site.words(verb + 1, extent::of_clause(site, first, last))
            }
            // "disputed that when she spoke in May": a pronoun.
            None if is_pronoun(site, first, last) => site.words(first, first),
            // "denied any role and pointed out that X", "denied the report even before X": the object alone.
            Some(object) if that_clause(site, object) != Some(first) => {
                let from = site.reach(object).0.max(verb + 1);
                alone = true;
                site.words(from, extent::of_denied(site, from, first - 1))
            }
            _ => {
                let last = extent::of_clause(site, first, last);
                let last = second_verb(site, verb, first, last).map_or(last, |and| and - 1);
                // "denied any role and points out that X": the object alone.
                let end = opens_second(site, verb, first, last);
                alone = end.is_some();
                site.words(first, end.map_or(last, |and| and - 1))
            }
        },
        "object" => match object.and_then(|object| that_clause(site, object)) {
            Some(that) => site.words(first, extent::of_clause(site, that, clause_end::end(site, verb, that))),
            None => site.words(first, extent::of_denied(site, first, last)),
        },
        _ => None,
    };
    if let Some(cut) = cut {
        report.content = vec![cut];
    }
    if alone {
        report.rule = OBJECT;
    }
    alone
}

/// The "and" behind which the denier goes on, by the tense of the verb: "denies that it was a crime | and calls it a war".
fn second_verb(site: &Site, verb: usize, first: usize, last: usize) -> Option<usize> {
    let own = (first..=last).find(|&at| site.is_finite(at) && site.xpos(at) != "MD")?;
    let tense = site.xpos(verb);
    let goes_on = |and: &usize| {
        let next = (and + 1..=last).find(|&at| site.upos(at) != Upos::Adv);
        site.word(*and) == "and" && next.is_some_and(|next| site.is_finite(next) && site.xpos(next) == tense)
    };
    (own + 1..=last).find(goes_on).filter(|_| matches!(tense, "VBZ" | "VBP" | "VBD") && site.xpos(own) != tense)
}

/// The "and" before a verb in the tense of the denial where no clause has begun: "denies any role | and points out that X".
fn opens_second(site: &Site, verb: usize, first: usize, last: usize) -> Option<usize> {
    let finite = (first..=last).find(|&at| site.is_finite(at))?;
    let and = finite.checked_sub(1).filter(|&at| at > first && site.word(at) == "and")?;
    (site.xpos(finite) == site.xpos(verb) && site.word(first) != "that").then_some(and)
}

/// Whether a "that" stands for something said before: no clause of its own follows, but when or where it was said.
fn is_pronoun(site: &Site, that: usize, last: usize) -> bool {
    let circumstance = matches!(site.word(that + 1), "when" | "after" | "before" | "while" | "as" | "too" | ",");
    site.word(that) == "that" && circumstance && !(that + 2..last).any(|at| site.is_mark(at))
}

/// "X, a charge that the mayor denied", "X, something she has denied", "X, which she denies".
pub fn before(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if entry.polarity != Polarity::Denied
        || entry.modality != Modality::Asserted
        || site.child(verb, &[Relation::AuxPass]).is_some()
    {
        return None;
    }
    let who = site.child(verb, &[Relation::Nsubj]).filter(|&who| who < verb && !site.word(who).starts_with("which"))?;
    let relative = matches!(site.relation(verb), Relation::AclRelcl | Relation::AdvclRelcl | Relation::Acl);
    let head = site.head(verb).filter(|&head| relative && head < who)?;
    let opening = (head..who).rev().find(|&at| at > 0 && site.word(at) == "which" && site.word(at - 1) == ",");
    let named = noun(site.lemma(head)).is_some() || site.word(head) == "something";
    let first = opening.or_else(|| named.then(|| (0..=head).rev().find(|&at| site.is_mark(at)).map(|at| at + 1))?)?;
    let mark = first.checked_sub(1).filter(|&mark| head - first.min(head) < 4 && site.is_mark(mark))?;
    // What was put forward: the clause behind the last "that" or "because", or all from the start.
    let finite = |from: usize| (from..mark).any(|at| site.is_finite(at));
    let opens = |at: &usize| match site.word(*at) {
        "that" => site.upos(*at) == Upos::Sconj && finite(*at),
        "because" | "whether" => finite(*at + 1),
        _ => false,
    };
    let start = (0..mark).rev().find(opens).unwrap_or(0);
    let start = if site.word(start) == "because" { start + 1 } else { start };
    let accused = opening.and_then(|_| accusation_before(site, mark));
    let content = match accused {
        Some(noun) => site.words(noun, mark.checked_sub(1)?)?,
        None => site.words(start, mark.checked_sub(1)?).filter(|_| finite(start) && mark - start < 40)?,
    };
    let mut report = Report::new(BEFORE, site.sentence, (cue(site, verb), verb), entry);
    report.source = source(site, who, verb);
    report.content = vec![content];
    Some(report)
}

/// Where the noun phrase of an accusation starts that ends at a mark: "the details of | the allegations of fraud".
fn accusation_before(site: &Site, mark: usize) -> Option<usize> {
    let near = (mark.saturating_sub(10)..mark).rev().take_while(|&at| !site.is_mark(at) && !site.is_finite(at));
    let noun =
        near.filter(|&at| matches!(noun(site.lemma(at)), Some("statement" | "topic")) && site.upos(at) == Upos::Noun);
    let noun = noun.last()?;
    let belongs = |at: usize| matches!(site.upos(at), Upos::Adj | Upos::Det | Upos::Num) || site.xpos(at) == "PRP$";
    Some((0..noun).rev().find(|&at| !belongs(at)).map_or(0, |at| at + 1))
}

/// "pleaded not guilty to X": the one charged denies X.
pub fn plea(site: &Site, verb: usize) -> Option<Report> {
    let guilty =
        (verb + 1..site.len().min(verb + 4)).find(|&at| site.word(at) == "guilty" && site.word(at - 1) == "not")?;
    let form = site.clause(verb)?;
    if !(site.lemma(verb) == "plead" || site.word(verb) == "pled")
        || form.modal.is_some()
        || form.form == Form::Infinitive
    {
        return None;
    }
    let to = (guilty + 1..site.len().min(guilty + 5))
        .take_while(|&at| !site.is_mark(at))
        .find(|&at| site.word(at) == "to")?;
    let first = to + 1;
    let content = site.words(first, extent::of_phrase(site, first, site.clause(verb)?.extent.1.max(first)))?;
    Some(Report {
        rule: PLEA,
        sentence: site.sentence,
        cue: cue(site, verb).hull(site.token(guilty)),
        at: verb,
        source: Some(source(site, subject(site, verb)?, verb)?),
        content: vec![content],
        polarity: Polarity::Denied,
        modality: Modality::Asserted,
        addressee: None,
        strength: Strength::Attitude,
        quotes: false,
        quoted: None,
    })
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::reported;

    /// The first claim of a sentence.
    #[track_caller]
    fn first(sentence: &str, expected: &str) {
        assert_eq!(reported(sentence).first().map(String::as_str), Some(expected), "{sentence}");
    }

    #[test]
    fn the_list_is_sound() {
        assert_eq!(crate::lexicon::check(super::NOUNS), Ok(()));
    }

    #[test]
    fn what_is_denied_is_whole_and_ends_before_the_next_clause() {
        first(
            "The mayor rejected the claim that the bridge, built in May, was unsafe.",
            "clause-after: The mayor: the claim that the bridge, built in May, was unsafe",
        );
        first("The company denied the report and the shares rose.", "object: The company: the report");
        first(
            "The mayor dismissed the allegations of fraud by pointing to the accounts.",
            "object: The mayor: the allegations of fraud",
        );
        first("Ana Ruiz denied the charges through her lawyer.", "object: Ana Ruiz: the charges");
        first("Ana Ruiz denied the error in the statement.", "object: Ana Ruiz: the error in the statement");
        first(
            "The state denies that the raid was a crime and spends large sums to hide it.",
            "clause-after: The state: that the raid was a crime",
        );
    }

    #[test]
    fn what_is_denied_may_stand_before() {
        let told = reported("The workers said that the dam had cracked, a claim that the mayor denied.");
        assert_eq!(
            told,
            [
                "clause-after: The workers: that the dam had cracked",
                "denied-before: the mayor: that the dam had cracked"
            ]
        );
        let details = reported("The workers shared the details of the allegations, which the mayor denied.");
        assert_eq!(details, ["denied-before: the mayor: the allegations"]);
        assert!(reported("The workers left the dam, a place that the mayor avoided.").is_empty());
    }

    #[test]
    fn a_plea_denies_the_charge_and_a_plan_to_plead_does_not() {
        first("Ana Ruiz pleaded not guilty to two counts of arson.", "plea: Ana Ruiz: two counts of arson");
        assert!(reported("Ana Ruiz will plead not guilty to two counts of arson.").is_empty());
        assert!(reported("Ana Ruiz pleaded guilty to two counts of arson.").is_empty());
    }
}
