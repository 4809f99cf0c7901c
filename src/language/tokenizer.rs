//! Words and marks, cut as the English treebanks cut them: "do" + "n't", "Ms." whole, "$" + "5" + "m", "long" + "-" + "term".
//!
//! Any text is fine: what is not white space lies in exactly one token, in order, on character boundaries.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::addresses::{address_end, is_address};
use super::marks::{contraction_mark, elides, is_apostrophe, is_invisible, is_joining_mark, mark_size};
use crate::lexicon;
use crate::span::Span;

/// The word lists that cutting needs.
#[derive(Debug)]
struct Lists {
    abbreviations: FxHashMap<&'static str, Abbreviation>,
    contractions: FxHashMap<&'static str, usize>,
    prefixes: FxHashSet<&'static str>,
    /// Units that are written right behind a number.
    units: FxHashSet<&'static str>,
}

#[derive(Debug, Clone, Copy)]
struct Abbreviation {
    keeps_final_stop: bool,
    needs_capital: bool,
    /// Whether a name or a number has to follow: "Ms.".
    awaits: bool,
}

const ABBREVIATIONS: &str = include_str!("../../data/lexicon/abbreviations.tsv");
const CONTRACTIONS: &str = include_str!("../../data/lexicon/contractions.tsv");
const PREFIXES: &str = include_str!("../../data/lexicon/prefixes.tsv");
const UNITS: &str = include_str!("../../data/lexicon/number_units.tsv");

static LISTS: LazyLock<Lists> = LazyLock::new(|| Lists {
    abbreviations: lexicon::rows(ABBREVIATIONS)
        .filter_map(|row| match row[..] {
            [word, end, case] => {
                let abbreviation = Abbreviation {
                    keeps_final_stop: end == "yes",
                    needs_capital: case == "capital",
                    awaits: end == "never",
                };
                Some((word, abbreviation))
            }
            _ => None,
        })
        .collect(),
    contractions: lexicon::rows(CONTRACTIONS).filter_map(|row| Some((row[0], row.get(1)?.parse().ok()?))).collect(),
    prefixes: lexicon::rows(PREFIXES).map(|row| row[0]).collect(),
    units: lexicon::rows(UNITS).map(|row| row[0]).collect(),
});

/// Whether a word with its full stop cannot end a sentence, because a name or a number has to follow: "Ms.", "Atty.".
pub(super) fn awaits_name(word: &str) -> bool {
    let Some(word) = word.strip_suffix('.').filter(|word| word.starts_with(char::is_uppercase)) else { return false };
    LISTS.abbreviations.get(word.to_lowercase().as_str()).is_some_and(|known| known.awaits)
}

/// The tokens of a sentence.
#[must_use]
pub fn tokens(text: &str, sentence: Span) -> Vec<Span> {
    let mut cutter =
        Cutter { text, end: sentence.end, lists: &LISTS, found: Vec::with_capacity(sentence.len() / 5 + 1) };
    let words = sentence.of(text);
    let mut start = None;
    for (at, read) in words.char_indices() {
        if read.is_whitespace() || is_invisible(read) {
            if let Some(from) = start.take() {
                cutter.chunk(sentence.start + from, sentence.start + at);
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    if let Some(from) = start {
        cutter.chunk(sentence.start + from, sentence.end);
    }
    cutter.found
}

struct Cutter<'t> {
    text: &'t str,
    /// Where the sentence ends.
    end: usize,
    lists: &'static Lists,
    found: Vec<Span>,
}

impl Cutter<'_> {
    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.found.push(Span::new(start, end));
        }
    }

    /// Cuts a stretch without white space.
    fn chunk(&mut self, start: usize, end: usize) {
        let chunk = &self.text[start..end];
        if chunk.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return self.word(start, end);
        }
        if is_address(chunk) {
            let inner = address_end(chunk);
            self.push(start, start + inner);
            return self.marks_and_words(start + inner, end);
        }
        self.marks_and_words(start, end);
    }

    fn marks_and_words(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let rest = &self.text[at..end];
            let Some(first) = rest.chars().next() else { return };
            let size = if first.is_alphanumeric() || (is_apostrophe(first) && elides(rest)) {
                let size = self.word_size(at, end);
                self.word(at, at + size);
                at += size;
                continue;
            } else if let Some(size) = contraction_mark(rest, self.found.last().is_some_and(|last| last.end == at)) {
                size
            } else {
                mark_size(rest, first)
            };
            self.push(at, at + size);
            at += size;
        }
    }

    /// How far the word that begins here goes: letters and digits, and the marks that stay inside a word.
    fn word_size(&self, start: usize, end: usize) -> usize {
        let rest = &self.text[start..end];
        let mut size = 0;
        let mut before = ' ';
        let mut characters = rest.char_indices().peekable();
        while let Some((at, read)) = characters.next() {
            let after = characters.peek().map_or(' ', |&(_, next)| next);
            let goes_on = read.is_alphanumeric()
                || is_joining_mark(read)
                || (at == 0 && is_apostrophe(read))
                || match read {
                    '.' => {
                        before.is_alphanumeric()
                            && (after.is_alphanumeric() && self.stop_joins(&rest[..at], &rest[at + 1..]))
                    }
                    ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
                    '/' => before.is_ascii_digit() && after.is_ascii_digit() && rest.len() > 3,
                    '\'' | '’' => before.is_alphanumeric() && after.is_alphanumeric(),
                    '&' => before.is_ascii_uppercase() && after.is_ascii_uppercase() && at <= 3,
                    '-' | '‑' => after.is_alphanumeric() && self.hyphen_joins(&rest[..at]),
                    '_' => true,
                    _ => false,
                };
            if !goes_on {
                break;
            }
            if read == '-' && !self.hyphen_joins(&rest[..at]) {
                break;
            }
            before = read;
            size = at + read.len_utf8();
        }
        size.max(rest.chars().next().map_or(1, char::len_utf8)) + self.closing_stop(start, start + size, end)
    }

    /// Whether a full stop between two letters or digits is inside a word: numbers, `U.S`, names of sites.
    fn stop_joins(&self, before: &str, after: &str) -> bool {
        let last = before.rsplit(|read: char| !read.is_alphanumeric()).next().unwrap_or_default();
        let next = after.split(|read: char| !read.is_alphanumeric()).next().unwrap_or_default();
        let digit = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        // "grew 3.5", "U.S", "p.m", "example.org"; but not "ended.The"
        (digit(last) && digit(next))
            || last.chars().count() == 1
            || (next.chars().all(|read| read.is_ascii_lowercase() || read.is_ascii_digit())
                && !self.lists.abbreviations.contains_key(next)
                && next.len() <= 5)
            || last.eq_ignore_ascii_case("Ph")
    }

    fn hyphen_joins(&self, before: &str) -> bool {
        before.len() <= 6 && self.lists.prefixes.contains(before.to_ascii_lowercase().as_str())
    }

    /// 1 where the full stop after this word belongs to it.
    fn closing_stop(&self, start: usize, size_end: usize, end: usize) -> usize {
        if !self.text[size_end..end].starts_with('.') || self.text[size_end..end].starts_with("..") {
            return 0;
        }
        let word = &self.text[start..size_end];
        let at_end = self.text[size_end + 1..self.end].chars().all(|read| !read.is_alphanumeric());
        if word.contains('.')
            && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(char::is_alphabetic))
        {
            return 1;
        }
        let mut letters = word.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        if capital && letters.next().is_none() {
            return usize::from(!at_end && word != "I");
        }
        if word.len() > 8 {
            return 0;
        }
        let known = self.lists.abbreviations.get(word.to_lowercase().as_str());
        usize::from(known.is_some_and(|known| (capital || !known.needs_capital) && (known.keeps_final_stop || !at_end)))
    }

    /// Pushes a word, its contraction or its unit apart.
    fn word(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        let Some(cut) = self.cut(word) else { return self.push(start, end) };
        self.push(start, start + cut);
        self.push(start + cut, end);
    }

    /// Where a word comes in two, in bytes.
    fn cut(&self, word: &str) -> Option<usize> {
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return self.number_end(word);
        }
        if word.len() <= 9
            && word.is_ascii()
            && let Some(&first) = self.lists.contractions.get(word.to_ascii_lowercase().as_str())
        {
            return Some(first);
        }
        let mark = word.char_indices().rev().find(|&(_, read)| is_apostrophe(read)).map(|(at, _)| at)?;
        let tail = &word[mark..];
        let letters = tail.trim_start_matches(is_apostrophe).to_ascii_lowercase();
        match letters.as_str() {
            "t" if word[..mark].ends_with(['n', 'N']) && mark > 1 => Some(mark - 1),
            "s" | "m" | "d" | "ll" | "re" | "ve" if mark > 0 => Some(mark),
            _ => None,
        }
    }

    /// "5m", "10km", "8am": where the number ends, if a unit follows it; an ordinal ("20th") stays whole.
    fn number_end(&self, word: &str) -> Option<usize> {
        let end = word.find(|read: char| !read.is_ascii_digit() && !matches!(read, '.' | ',' | ':' | '/'))?;
        self.lists.units.contains(word[end..].to_ascii_lowercase().as_str()).then_some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text, Span::new(0, text.len())).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn the_word_lists_are_sound() {
        for list in [ABBREVIATIONS, CONTRACTIONS, PREFIXES, UNITS] {
            assert_eq!(lexicon::check(list), Ok(()));
        }
    }

    #[test]
    fn words_are_cut_as_the_treebanks_cut_them() {
        for (text, words) in [
            ("They don't know.", "They|do|n't|know|."),
            ("She’ll say it’s Ana’s.", "She|’ll|say|it|’s|Ana|’s|."),
            ("We cannot go", "We|can|not|go"),
            ("the workers' union", "the|workers|'|union"),
            ("Mr. Ode of Ode Inc. left.", "Mr.|Ode|of|Ode|Inc.|left|."),
            ("He moved to the U.S.", "He|moved|to|the|U.S."),
            ("It cost $5m, or €4.5bn.", "It|cost|$|5|m|,|or|€|4.5|bn|."),
            ("1,200 people at 9:30 a.m. on 3/4/2019", "1,200|people|at|9:30|a.m.|on|3/4/2019"),
            ("a long-term non-profit e-mail", "a|long|-|term|non-profit|e-mail"),
            ("“No,” she said…", "“|No|,|”|she|said|…"),
            ("Wait... what?!", "Wait|...|what|?!"),
            ("See https://example.org/a-b?c=d, please.", "See|https://example.org/a-b?c=d|,|please|."),
            ("write to ana@example.org.", "write|to|ana@example.org|."),
            ("(50%) of the 1990s", "(|50|%|)|of|the|1990s"),
            ("the '90s and O'Brien", "the|'90s|and|O'Brien"),
            ("They sat. It rained.", "They|sat|.|It|rained|."),
            ("J. Doe met AT&T and and/or", "J.|Doe|met|AT&T|and|and|/|or"),
            ("the 20th", "the|20th"),
            ("war—and peace", "war|—|and|peace"),
            ("👩🏽 日本 said", "👩🏽|日本|said"),
        ] {
            assert_eq!(cut(text).join("|"), words);
        }
    }

    proptest! {
        #[test]
        fn every_visible_character_is_in_one_token(text in "\\PC{0,60}|[a-z'’.,$&:/@#0-9 -]{0,60}") {
            let found = tokens(&text, Span::new(0, text.len()));
            let mut last = 0;
            for span in &found {
                prop_assert!(span.start >= last && span.end > span.start);
                prop_assert!(text.is_char_boundary(span.start) && text.is_char_boundary(span.end));
                let between = &text[last..span.start];
                prop_assert!(between.chars().all(|read| read.is_whitespace() || is_invisible(read)));
                last = span.end;
            }
            prop_assert!(text[last..].chars().all(|read| read.is_whitespace() || is_invisible(read)));
        }
    }
}
