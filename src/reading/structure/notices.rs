//! Notices: sentences of a page that are no part of its article wherever they stand: how to reach a reporter, whose
//! rights a text is, the head of a letter.
//!
//! They are told sentence by sentence, since they stand at the end of a paragraph as often as in a line of their own.

use std::sync::LazyLock;

use super::captions::is_credit;
use crate::lexicon;

const NOTICES: &str = include_str!("../../../data/lexicon/notices.tsv");

/// Openings of each kind, in small letters.
static OPENINGS: LazyLock<[Vec<&'static str>; 4]> = LazyLock::new(|| {
    ["reach", "notice", "head", "dated"].map(|kind| {
        lexicon::rows(NOTICES).filter(|row| row.get(1) == Some(&kind)).filter_map(|row| row.first().copied()).collect()
    })
});

/// Notices are short.
const LONGEST: usize = 320;

/// Whether a sentence is such a notice.
pub fn is_notice(sentence: &str) -> bool {
    if sentence.len() > LONGEST || sentence.starts_with(['"', '“', '‘', '\'']) {
        return false;
    }
    let head: String = sentence.chars().skip_while(|c| !c.is_alphanumeric() && *c != '©').take(60).collect();
    let lower = head.to_lowercase();
    let opens = |kind: usize| OPENINGS[kind].iter().any(|opening| starts_with(&lower, opening));
    let dated = OPENINGS[3].iter().filter_map(|opening| lower.strip_prefix(opening)).any(starts_with_year);
    opens(1)
        || dated
        || is_credit(sentence)
        || opens(0) && has_address(sentence)
        || reachable(sentence)
        || opens(2) && is_head(sentence)
}

/// `[9]`, `[Kelso Mirror]`: the mark of a footnote or a source as a sentence of its own. As a line it may be a title.
pub fn is_mark(sentence: &str) -> bool {
    let inside = sentence.strip_prefix('[').and_then(|rest| rest.trim_end_matches(['.', ',']).strip_suffix(']'));
    inside.is_some_and(|inside| inside.len() <= 40 && inside.split_whitespace().count() <= 4)
}

fn starts_with(text: &str, opening: &str) -> bool {
    text.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// ` 2031 Kelso Radio`.
fn starts_with_year(rest: &str) -> bool {
    let word = rest.split_whitespace().next().unwrap_or_default().trim_end_matches([',', '.']);
    word.len() == 4 && word.starts_with(['1', '2']) && word.chars().all(|c| c.is_ascii_digit())
}

/// `Tom Lee can be reached at tlee@example.org`: with the address of a person, so that a hotline is none.
fn reachable(sentence: &str) -> bool {
    let reached = sentence.contains(" be reached ") && sentence.split_whitespace().count() <= 20;
    reached && sentence.split_whitespace().any(is_mail)
}

/// An address of mail, a handle or a telephone number.
fn has_address(sentence: &str) -> bool {
    let handle = |word: &str| word.trim_start_matches(['(', '[']).strip_prefix('@').is_some_and(|rest| rest.len() > 2);
    let number = |word: &str| word.chars().filter(char::is_ascii_digit).count() >= 7;
    sentence.split_whitespace().any(|word| is_mail(word) || handle(word) || number(word))
}

fn is_mail(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

/// `Subject: Ferry` and `From: Ann Orr <orr@example.org>`: a line of a letter's head, not a sentence behind a label.
fn is_head(line: &str) -> bool {
    let Some((_, rest)) = line.split_once(':') else { return false };
    rest.split_whitespace().count() <= 16 && !rest.trim_end().ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(NOTICES), Ok(()));
        assert!(lexicon::rows(NOTICES).all(|row| ["reach", "notice", "head", "dated"].contains(&row[1])));
    }

    #[test]
    fn marks_of_footnotes_and_sources_are_told_from_bracketed_words() {
        assert!(is_mark("[9]") && is_mark("[Kelso Mirror.]"));
        assert!(!is_mark("[The ferry] was old.") && !is_mark("9"));
    }

    #[test]
    fn notices_are_told_from_sentences() {
        for notice in [
            "Reach her at 555-320-7827 or orr@example.org.",
            "Follow him on Twitter @tomlee.",
            "Contact Ann Orr at orr@example.org and 555-3827.",
            "Tom Lee can be reached at lee@example.org.",
            "(TM and © Copyright 2031 Kelso Radio Inc. and its subsidiaries.",
            "Copyright 2031 Kelso Radio Inc.",
            "Subject: Ferry at the pier",
            "(Photo: Ann Orr)",
            "Photo by Ann Orr, Kelso Mirror",
            "To contact the reporter on this story: Ann Orr in Kelso",
        ] {
            assert!(is_notice(notice), "{notice}");
        }
        for sentence in [
            "Anyone with information can call the coast guard at 555-320-7827.",
            "Follow the money, she said.",
            "[The ferry] was old and had not been to a dock since May.",
            "Photos of the ferry show a hole.",
            "Reach the pier before dawn and you will see the ferry.",
            "The mayor could not be reached on Monday.",
            "Copyright law does not protect the ferry's name.",
            "“Follow me @annorr,” he wrote.",
            "From: the first day on, he said, the ferry was unsafe.",
        ] {
            assert!(!is_notice(sentence), "{sentence}");
        }
    }
}
