//! Verbs beside a quotation that no list knows: "“X,” the coach joked.", "Ruiz grinned: “X.”"
//!
//! It finds who might speak; whether they do is weighed with every other candidate for the quotation.

use super::candidates::Place;
use super::lexicon::voice_noun;
use super::parts::cue;
use super::quotation::is_speech;
use super::report::{Report, Words};
use super::site::Site;
use super::sources::source;
use super::subjects::{noun_ending_at, subject, subject_beside};
use crate::language::{NameKind, NameTag, Upos};
use crate::reading::Sentence;
use crate::reading::structure::Quotation;

/// The rule of a voice before a colon.
const COLON: &str = "colon";
/// The most words of a voice before a colon.
const LONGEST: usize = 14;
/// The most verbs that are taken from one sentence.
const MOST: usize = 3;

/// The sentences with a quotation of whole sentences in them, beside them in its paragraph, or behind their colon, in
/// order.
pub fn sentences(body: &str, sentences: &[Sentence], quotations: &[Quotation]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for quotation in quotations.iter().filter(|quotation| is_speech(quotation)) {
        let place = Place::of(sentences, quotation);
        let paragraph = |at: usize| sentences.get(at).map(|sentence| sentence.paragraph);
        let beside = (place.first.saturating_sub(1)..=place.last + 1).filter(|&at| {
            (place.first..=place.last).contains(&at)
                || at + 1 == place.first
                    && sentences.get(at).is_some_and(|one| one.span.of(body).trim_end().ends_with(':'))
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
    unknown.filter_map(report).take(MOST).chain(before_colon(site)).collect()
}

/// "Ana Ruiz: “X.”", "Fair hides its debts - Valley Research: “X.”": who stands between a mark and the colon before a
/// quotation.
fn before_colon(site: &Site) -> Option<Report> {
    let opens = |at: usize| site.is_quoted(at + 1) || site.is_mark(at + 1) && site.is_quoted(at + 2);
    let colon = (1..site.len()).find(|&at| site.word(at) == ":" && !site.is_quoted(at) && opens(at))?;
    let parts = |at: usize| {
        matches!(site.word(at), ";" | "—" | "–" | "--" | "“" | "”" | "\"" | ":")
            || site.word(at) == "-" && site.text[..site.token(at).start].ends_with(char::is_whitespace)
    };
    let first = (0..colon).rev().find(|&at| parts(at) || site.is_quoted(at)).map_or(0, |at| at + 1);
    let inside = first..colon;
    if inside.is_empty()
        || inside.len() > LONGEST
        || inside.clone().any(|at| site.is_finite(at) || site.xpos(at) == "VBG")
    {
        return None;
    }
    let person = |at: &usize| site.at(*at).name == NameTag::Begin(NameKind::Person);
    let last = inside.clone().rev().find(|&at| site.is_nominal(at))?;
    let head = inside.rev().find(person).unwrap_or_else(|| noun_ending_at(site, last).max(first));
    let words = Words { span: site.words(first, colon - 1)?, sentence: site.sentence, head };
    can_speak(site, head).then(|| Report::introducing(COLON, site.sentence, (site.token(colon), colon), Some(words)))
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
    fn who_stands_before_a_colon_speaks_behind_it() {
        check(
            "Ana Ruiz: “We learned of the flood from the port itself, not from the town.”",
            &["colon: Ana Ruiz: We learned of the flood from the port itself, not from the town."],
        );
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
