//! Reports of what stands in a survey: "In the poll, X", "X in a Valley Post poll."
//!
//! Asked only where nothing else reports in a sentence: the survey stands at one end of it, the rest is its content.

use super::lexicon::{Class, reporting, voice_noun};
use super::report::{Report, Words};
use super::site::Site;
use crate::language::Upos;
use crate::reading::kinds::SourceKind;

/// The rule of a survey that tells.
pub const RULE: &str = "in-document";
/// The most words of the phrase.
const PHRASE: usize = 14;

/// The report of a sentence with a survey at one of its ends.
pub fn report(site: &Site) -> Option<Report> {
    let end = site.len().checked_sub(1)?;
    let opening = (0..site.len()).find(|&at| !site.is_mark(at))?;
    let comma = (opening..site.len().min(opening + PHRASE)).find(|&at| site.word(at) == ",");
    let first = comma.filter(|_| site.word(opening) == "in").and_then(|comma| phrase(site, opening, comma - 1));
    let closing = || {
        let case = (end.saturating_sub(PHRASE)..end).rev().find(|&at| site.word(at) == "in")?;
        // "is leading in the polls" tells of no survey.
        phrase(site, case, end - 1).filter(|&(_, head, _)| site.xpos(head) == "NN")
    };
    let (case, head, last) = first.or_else(closing)?;
    let content = if case == opening { site.words(last + 1, end) } else { site.words(opening, case - 1) }?;
    let finite = (0..site.len()).any(|at| content.contains(site.token(at)) && site.is_finite(at));
    // "In the polls, he does not."
    let few = (0..site.len()).filter(|&at| content.contains(site.token(at)) && !site.is_mark(at)).count() < 5;
    if !finite || few || (0..site.len()).any(|at| site.is_quoted(at)) || site.word(end) == "?" {
        return None;
    }
    let words = Words { span: site.words(case + 1, last)?, sentence: site.sentence, head };
    let report = Report::introducing(RULE, site.sentence, (site.token(case), case), Some(words));
    Some(Report { content: vec![content], quotes: false, ..report })
}

/// "in a Valley Post poll": the preposition, the noun and the last token, where nothing but names and modifiers stand
/// between them.
fn phrase(site: &Site, case: usize, last: usize) -> Option<(usize, usize, usize)> {
    let noun = (case + 1..=last).rev().find(|&at| site.upos(at) == Upos::Noun)?;
    let survey = voice_noun(site.lemma(noun)).is_some_and(|voice| voice.kind == SourceKind::Data);
    // A site shows what others put forward; an estimate or figure is no survey of its own.
    let asked = reporting(Class::Noun, site.lemma(noun)).is_none();
    let part = |at: usize| {
        matches!(site.upos(at), Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num)
            || matches!(site.word(at), "/" | "-" | "'s" | "’s")
    };
    let opened = case + 1 < noun && matches!(site.upos(case + 1), Upos::Det | Upos::Adj | Upos::Propn | Upos::Noun);
    (survey && asked && noun == last && opened && (case + 1..noun).all(part)).then_some((case, noun, last))
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::check;

    #[test]
    fn a_survey_tells_the_rest_of_its_sentence() {
        check(
            "In the poll, support for the dam has risen to 60 percent.",
            &["in-document: the poll: support for the dam has risen to 60 percent"],
        );
    }

    #[test]
    fn a_place_does_not() {
        check("In the harbor, three boats sank.", &[]);
    }
}
