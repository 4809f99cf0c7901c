//! Headlines and transcripts with a colon: "Minister: X", "X: report", "SMITH: X".

use super::lexicon::voice_noun;
use super::report::{Report, Words};
use super::site::Site;
use crate::language::{NameTag, Upos};
use crate::reading::kinds::Section;
use crate::reading::names::coreference::human_noun;
use crate::reading::structure::labels;

/// The rule of a headline with a voice beside its colon.
pub const HEADLINE: &str = "headline-colon";

/// The rule of a line that opens with its speaker in capitals.
pub const TRANSCRIPT: &str = "transcript";

/// The longest voice beside a colon, in words.
const LONGEST: usize = 6;

/// The report of a line with a colon between a voice and what it says.
pub fn report(site: &Site, section: Section) -> Option<Report> {
    let colon = (1..site.len().saturating_sub(1)).find(|&at| site.word(at) == ":")?;
    let (before, after) = ((0, colon - 1), (colon + 1, site.len() - 1));
    // "UPDATE: X", "NEWS BLOG: X": a label of the page says nothing. Names in capitals and small letters may hold such
    // a word.
    let label = site.words(before.0, before.1)?.of(site.text).trim_matches(['(', ')', '[', ']']);
    let shouts = !label.chars().any(char::is_lowercase);
    if labels::is_of_page(label) && (shouts || before.0 == before.1) {
        return None;
    }
    let is_headline = matches!(section, Section::Headline | Section::Subhead);
    let (rule, voice, content) = if is_headline && is_voice(site, after, true) {
        (HEADLINE, after, before)
    } else if is_headline && is_voice(site, before, false) {
        (HEADLINE, before, after)
    } else if !is_headline && is_transcript(site, before) {
        (TRANSCRIPT, before, after)
    } else {
        return None;
    };
    let head = head_of(site, voice);
    let words = Words { span: site.words(voice.0, voice.1)?, sentence: site.sentence, head };
    let report = Report::introducing(rule, site.sentence, (site.token(colon), colon), Some(words));
    Some(Report { content: vec![site.words(content.0, content.1)?], ..report })
}

/// Whether the words are a name or a noun that speaks; behind the colon only such a noun counts.
fn is_voice(site: &Site, (first, last): (usize, usize), behind: bool) -> bool {
    if last - first >= LONGEST || (first..=last).any(|at| matches!(site.upos(at), Upos::Verb | Upos::Aux)) {
        return false;
    }
    let noun = voice_noun(site.lemma(last)).is_some() || voice_noun(site.word(last)).is_some();
    let tagged = |at: usize| site.at(at).name != NameTag::Outside;
    let named = (first..=last).all(|at| tagged(at) || site.upos(at) == Upos::Propn);
    // "Murderer: Ann Lee killed two" is a caption: a word alone is a voice where it is a name.
    noun || named && !behind && (first < last || tagged(first) || human_noun(site.word(first)).is_none())
}

/// Whether a line starts with a speaker's name in capitals.
fn is_transcript(site: &Site, (first, last): (usize, usize)) -> bool {
    let shouts = |at: usize| {
        let word = site.token(at).of(site.text);
        word.chars().any(char::is_alphabetic) && word.chars().all(|c| !c.is_lowercase())
    };
    first == 0 && last < 4 && (first..=last).all(|at| shouts(at) || site.is_mark(at)) && site.token(last).len() > 2
}

fn head_of(site: &Site, (first, last): (usize, usize)) -> usize {
    (first..=last).find(|&at| site.head(at).is_none_or(|head| !(first..=last).contains(&head))).unwrap_or(last)
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::reported;

    #[test]
    fn a_label_of_the_page_is_no_voice() {
        for line in ["UPDATE: The dam is closed", "RAW VIDEO: The dam on Sunday", "NEWS BLOG: The dam is closed"] {
            assert!(reported(line).is_empty(), "{line}");
        }
        assert!(!crate::reading::structure::labels::is_of_page("ANA RUIZ"));
    }
}
