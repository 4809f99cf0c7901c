//! Sentences of running text.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::tokenizer::awaits_name;
use crate::lexicon;
use crate::span::Span;

const AFTER_CLOCK: &str = include_str!("../../data/lexicon/after_clock.tsv");

static AFTER_CLOCK_WORDS: LazyLock<FxHashSet<&str>> =
    LazyLock::new(|| lexicon::rows(AFTER_CLOCK).map(|row| row[0]).collect());

/// Longer stretches are no sentence that anybody wrote; they are cut at white space, or anywhere if there is none.
const LONGEST: usize = 4_000;

/// The sentences of a stretch of text, in order, without the white space around them; abbreviations, initials and
/// quotations survive, and a quotation of several sentences is one.
#[must_use]
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut at = within.start;
    for piece in sentencex::segment("en", within.of(text)) {
        let mut span = Span::new(at, at + piece.len());
        at = span.end;
        if let Some(before) = found.last_mut()
            && goes_on(text, *before, span)
        {
            *before = before.hull(span).trim(text);
            continue;
        }
        while span.len() > LONGEST {
            let cut = cut(text, span);
            push(text, Span::new(span.start, cut), &mut found);
            span.start = cut;
        }
        push(text, span, &mut found);
    }
    found
}

/// Whether a sentence was cut after a title, "said Ms. | Orr", after a time of day, "at 9 a.m. | Tuesday in court", or
/// inside initials, "D-N.|Y.".
fn goes_on(text: &str, before: Span, piece: Span) -> bool {
    let words = before.of(text);
    if before.end == piece.start && ends_in_initial(words) && piece.of(text).starts_with(|c: char| c.is_uppercase()) {
        return true;
    }
    let line = text
        .get(before.end..piece.end)
        .is_some_and(|rest| rest.chars().take_while(|c| c.is_whitespace()).any(|c| c == '\n'));
    if !line && words.rsplit(char::is_whitespace).next().is_some_and(awaits_name) {
        return true;
    }
    let clock = words.len() > 4 && words.get(words.len() - 5..).is_some_and(|end| [" a.m.", " p.m."].contains(&end));
    let first = piece.of(text).trim_start().split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    clock && !line && AFTER_CLOCK_WORDS.contains(first)
}

/// Whether one capital letter and a full stop end a stretch.
fn ends_in_initial(words: &str) -> bool {
    let mut back = words.chars().rev();
    let letter = back.next() == Some('.') && back.next().is_some_and(char::is_uppercase);
    letter && back.next().is_none_or(|c| !c.is_alphanumeric())
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let span = span.trim(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Where to cut a stretch that is too long.
fn cut(text: &str, span: Span) -> usize {
    let mut end = span.start + LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let space = text[span.start..end].rfind(char::is_whitespace).filter(|&at| at > 0);
    space.map_or(end, |at| span.start + at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(lexicon::check(AFTER_CLOCK), Ok(()));
    }

    #[test]
    fn initials_without_a_blank_are_one_word() {
        let count = |text: &str| sentences(text, Span::new(0, text.len())).len();
        assert_eq!(count("Rep. Ana Ruiz, D-N.Y., said it rained."), 1);
        assert_eq!(count("It was late.Ruiz said it rained."), 2);
    }

    #[test]
    fn a_title_ends_no_sentence() {
        let count = |text: &str| sentences(text, Span::new(0, text.len())).len();
        assert_eq!(count("The judge, said Ms. Orr, was late. So was Atty. Lee."), 2);
        assert_eq!(count("The boat is 6 ft. Lee built it."), 2);
    }

    #[test]
    fn a_time_of_day_ends_a_sentence_only_before_a_new_one() {
        let count = |text: &str| sentences(text, Span::new(0, text.len())).len();
        assert_eq!(count("The court opens at 9 a.m. Tuesday in Lima."), 1);
        assert_eq!(count("The court opens at 9 a.m. Nobody came."), 2);
    }
}
