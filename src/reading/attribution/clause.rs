//! Reports with a clause after the verb: "said that X", "told them X", "asked whether X", ", adding that X".
//!
//! It joins a verb, its subject and its addressee to the clause; where that begins and ends is the work of `clause_start`
//! and `clause_end`.

use super::around;
use super::clause_end::end;
use super::clause_start::start;
use super::gap;
use super::lexicon::{Entry, Frame};
use super::parts::{cue, cue_tokens};
use super::report::{Report, Strength, Words};
use super::site::Site;
use super::sources::source;
use super::subjects::{
    behind_quotation, is_participle, subject, subject_beside, subject_of_verb_before, subject_over_commas,
};
use crate::language::{Relation, Upos};
use crate::span::Span;

/// The report of a verb that takes a clause or a quotation; its content is empty where only a quotation can give it.
pub fn report(site: &Site, verb: usize, entry: &Entry) -> Option<Report> {
    if !entry.takes_clause() && !entry.takes(Frame::Quote) {
        return None;
    }
    let mut report = Report::new("clause", site.sentence, (cue(site, verb), verb), entry);
    report.strength = if entry.takes(Frame::Quote) { Strength::Speech } else { Strength::Attitude };
    let inverted = || around::is_inverted(site, verb) || behind_quotation(site, verb).is_some();
    let start = start(site, verb, entry).filter(|_| !inverted());
    let after = start.and_then(|start| site.words(start, end(site, verb, start)));
    // "The argument would be aided, Ruiz said, by the weather": what a comma parts from the cue is no clause without a verb.
    // "…, Ruiz said, according to the Post": a source of the source.
    let next = cue_tokens(site, verb).1 + 1;
    let parted = site.word(next) == "," && !matches!(site.word(next + 1), "according" | "on");
    let told = |span: &Span| (0..site.len()).any(|at| span.contains(site.token(at)) && site.is_finite(at));
    let after = after.filter(|span| !parted || told(span));
    if let Some(found) = gap::content(site, verb, entry) {
        report.rule = "clause-around";
        report.content = found.content;
        report.source = source(site, found.subject, verb);
    } else if let Some(span) = after {
        report.rule = "clause-after";
        report.content = vec![span];
        // A noun inside the content is no speaker.
        let outside = |head: &usize| *head < verb || site.token(*head).start < span.start;
        let speaker = who(site, verb, entry)
            .filter(outside)
            .or_else(|| subject_beside(site, verb).filter(outside))
            .or_else(|| subject_over_commas(site, verb))
            .or_else(|| subject_of_verb_before(site, verb).filter(outside));
        report.source = speaker.and_then(|head| source(site, head, verb));
    } else if let Some(found) = around::content(site, verb, entry) {
        report.rule = "clause-around";
        report.content = found.content;
        report.source = source(site, found.subject, verb);
        if let (Some(words), Some(first)) = (report.source.as_mut(), found.joint) {
            words.span.start = site.token(first).start;
        }
    } else if entry.takes(Frame::Quote) {
        report.source = who(site, verb, entry).and_then(|head| source(site, head, verb));
    } else {
        return None;
    }
    if entry.takes(Frame::Tell) || entry.takes(Frame::Urge) {
        report.addressee = addressee(site, verb);
    }
    Some(report)
}

/// The subject by the tree, or for verbs of speech by its place.
fn who(site: &Site, verb: usize, entry: &Entry) -> Option<usize> {
    let infinitive = site.child(verb, &[Relation::Mark]).is_some_and(|mark| site.word(mark) == "to");
    let by_place = !is_participle(site, verb) && !infinitive && entry.takes(Frame::Quote);
    subject(site, verb)
        .or_else(|| subject_beside(site, verb).filter(|_| by_place))
        .or_else(|| subject_of_verb_before(site, verb).filter(|_| !infinitive))
}

/// The addressee: the name or pronoun behind the cue, or the object before the clause.
fn addressee(site: &Site, verb: usize) -> Option<Words> {
    let (_, cue_end) = cue_tokens(site, verb);
    let mut last = cue_end + 1;
    let is_name = |at: usize| {
        site.upos(at) == Upos::Propn
            || site.upos(at) == Upos::Noun && site.token(at).of(site.text).starts_with(char::is_uppercase)
    };
    while last < site.len() && is_name(last) {
        last += 1;
    }
    if last > cue_end + 1 {
        let span = site.words(cue_end + 1, last - 1)?;
        return Some(Words { span, sentence: site.sentence, head: last - 1 });
    }
    let object = site.child(verb, &[Relation::Iobj, Relation::Obj]).filter(|&at| at > verb)?;
    source(site, object, verb)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_clause_behind_its_verb_is_content() {
        check(
            "The mayor said the bridge would open in May.",
            &["clause-after: The mayor: the bridge would open in May"],
        );
        check(
            "Ana Ruiz wrote on Monday that the ship had sunk, adding that two sailors were missing.",
            &[
                "clause-after: Ana Ruiz: that the ship had sunk",
                "clause-after: Ana Ruiz: that two sailors were missing",
            ],
        );
        check(
            "Engineers told Reuters the pump had failed.",
            &["clause-after: Reuters > Engineers: the pump had failed"],
        );
        check(
            "The mayor, who lost the vote in May, said the count was wrong.",
            &["clause-after: The mayor: the count was wrong"],
        );
        check(
            "The mayor said it rained, but the coach said it was dry.",
            &["clause-after: The mayor: it rained", "clause-after: the coach: it was dry"],
        );
    }

    #[test]
    fn a_clause_keeps_its_subject_and_an_object_its_clause() {
        check(
            "The captain said the mate and his crew were awake.",
            &["clause-after: The captain: the mate and his crew were awake"],
        );
        check(
            "The mayor rejected the notion that the bridge was old.",
            &["object: The mayor: the notion that the bridge was old"],
        );
        check("The captain said on Sunday that it rained.", &["clause-after: The captain: that it rained"]);
    }

    #[test]
    fn a_clause_before_the_main_one_ends_with_it() {
        check(
            "After the chief confirmed he knew of the letter, Ana Ruiz left.",
            &["clause-after: the chief: he knew of the letter"],
        );
        check("The boy, who Ana Orr said was calm, had left.", &["clause-around: Ana Orr: who … was calm"]);
    }

    #[test]
    fn a_clause_that_a_parser_broke_is_content() {
        for (sentence, expected) in [
            ("Ana Ruiz’s office says it raised roughly $15 million in May.", "it raised roughly $15 million in May"),
            ("But he said bullying does not just happen to children.", "bullying does not just happen to children"),
            ("The mayor’s aide said the minister stood by his comments.", "the minister stood by his comments"),
            ("River rights advocates said the ruling was late.", "the ruling was late"),
        ] {
            let told = crate::reading::attribution::examples::reported(sentence);
            assert!(told.iter().any(|claim| claim.ends_with(expected)), "{sentence}: {told:?}");
        }
        check(
            "The bridge would be built, Ruiz said, by the clerks of the port.",
            &["clause-around: Ruiz: The bridge would be built … by the clerks of the port"],
        );
    }

    #[test]
    fn who_hears_is_no_content() {
        check(
            "The mayor told the harbor board three boats had sunk.",
            &["clause-after: The mayor: three boats had sunk"],
        );
    }

    #[test]
    fn a_clause_of_time_is_no_content() {
        check("The mayor spoke after the bridge was closed.", &[]);
    }
}
