//! Verbs beside a quotation that no list knows: "“X,” the coach joked.", "Ruiz grinned: “X.”"
//!
//! It finds who might speak; whether they do is weighed with every other candidate for the quotation.

use super::candidates::Place;
use super::lexicon::voice_noun;
use super::parts::cue;
use super::quotation::is_speech;
use super::report::Report;
use super::site::Site;
use super::sources::source;
use super::subjects::{subject, subject_beside};
use crate::language::Upos;
use crate::reading::Sentence;
use crate::reading::structure::Quotation;

/// The most verbs that are taken from one sentence.
const MOST: usize = 3;

/// The sentences with a quotation of whole sentences in them or beside them in its paragraph, in order.
pub fn sentences(sentences: &[Sentence], quotations: &[Quotation]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for quotation in quotations.iter().filter(|quotation| is_speech(quotation)) {
        let place = Place::of(sentences, quotation);
        let paragraph = |at: usize| sentences.get(at).map(|sentence| sentence.paragraph);
        let beside = (place.first.saturating_sub(1)..=place.last + 1).filter(|&at| {
            (place.first..=place.last).contains(&at)
                || paragraph(at)
                    .is_some_and(|own| Some(own) == paragraph(place.first) || Some(own) == paragraph(place.last))
        });
        found.extend(beside);
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// A report without content for every finite verb outside the quotations of a sentence beside one that `found` has not.
pub fn reports(site: &Site, found: &[Report]) -> Vec<Report> {
    let verbs = (0..site.len()).filter(|&at| {
        let finite = matches!(site.tree.tokens[at].xpos, "VBD" | "VBZ" | "VBP");
        site.upos(at) == Upos::Verb && finite && !site.is_quoted(at) && !site.is_passive(at)
    });
    let unknown = verbs.filter(|&at| found.iter().all(|report| report.at != at));
    let report = |verb: usize| {
        let outside = |head: &usize| !site.is_quoted(*head);
        let who = subject(site, verb).filter(outside).or_else(|| subject_beside(site, verb).filter(outside))?;
        let words = source(site, who, verb).filter(|_| can_speak(site, who))?;
        Some(Report::introducing("beside", site.sentence, (cue(site, verb), verb), Some(words)))
    };
    unknown.filter_map(report).take(MOST).collect()
}

/// Whether a noun or pronoun can speak at all: a fence that bears a sign cannot.
fn can_speak(site: &Site, who: usize) -> bool {
    match site.upos(who) {
        Upos::Propn => true,
        Upos::Pron => matches!(site.word(who), "he" | "she" | "they" | "we" | "i" | "who"),
        _ => voice_noun(site.lemma(who)).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_verb_that_no_list_knows_can_introduce_a_quotation() {
        check(
            "“Our roof is older than the town itself,” Ana Ruiz giggled.",
            &["beside: Ana Ruiz: Our roof is older than the town itself,"],
        );
        check("The band played “Dust and Rain” at noon.", &[]);
    }

    #[test]
    fn the_subject_before_a_colon_speaks_the_quotation_behind_it() {
        check(
            "Ana Ruiz released a short response to the vote: “I am glad to be here again.”",
            &["beside: Ana Ruiz: I am glad to be here again."],
        );
        check("The fence bore a new sign in red: “Nobody may enter this yard.”", &[]);
    }
}
