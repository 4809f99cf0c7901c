//! One quotation in two wordings: found by its longest common run of words, read outwards from there.
//!
//! Fragments are no difference ("a cut"), neither are marks, dashes, capitals, or changes that an outlet owns up to by
//! dots or brackets. What remains is a silent edit: a word more, a word less, another word.

use super::answer::Answer;
use super::relation::Relation;
use crate::span::Span;

/// How many words may be lost or put in at one place before the two are no longer read side by side.
const WIDEST_GAP: usize = 14;
/// A gap this wide needs three equal words behind it, a narrow one two.
const NARROW_GAP: usize = 3;
/// Longer quotations are compared by their first words only.
const LONGEST: usize = 400;

/// Compares two quotations that `same_question` takes for one.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let Some(found) = variation(&a.text, &b.text) else { return Relation::not_comparable("other-words") };
    match (found.differences.is_empty(), found.a_words == found.b_words && found.matched == found.a_words) {
        (true, true) => Relation::AGREES,
        (true, false) => Relation::compatible("one-quotes-more"),
        (false, _) => Relation::soft("other-wording"),
    }
}

/// Two quotations laid side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Variation {
    /// Equal words.
    pub matched: usize,
    /// Words of the first.
    pub a_words: usize,
    /// Words of the second.
    pub b_words: usize,
    /// Where they differ: the bytes of each.
    pub differences: Vec<(Span, Span)>,
}

/// Lays two quotations side by side; `None` where they are not the same remark.
pub(super) fn variation(a: &str, b: &str) -> Option<Variation> {
    let (left, right) = (tokens(a), tokens(b));
    let (at, to, run) = longest_common_run(&left, &right)?;
    let mut gaps = Vec::new();
    let mut matched = run;
    let ahead = extend(&left[at + run..], &right[to + run..], &mut |i, j, x, y| {
        gaps.push(((at + run + i, x), (to + run + j, y)));
    });
    let (back_left, back_right): (Vec<_>, Vec<_>) =
        (left[..at].iter().rev().collect(), right[..to].iter().rev().collect());
    let behind = extend(&back_left, &back_right, &mut |i, j, x, y| {
        gaps.push(((at - i - x, x), (to - j - y, y)));
    });
    matched += ahead + behind;
    gaps.sort_unstable();
    let shorter = left.len().min(right.len());
    let content = left
        .iter()
        .filter(|token| token.is_content())
        .count()
        .min(right.iter().filter(|token| token.is_content()).count());
    let enough = matched >= 12 || (matched >= 4 && matched * 2 >= shorter && (run >= 3 || content >= 3));
    let shared_content = content_run(&left[at..at + run]) || matched >= 8;
    if !enough || !shared_content {
        return None;
    }
    let differences = gaps
        .into_iter()
        .filter(|&((i, x), (j, y))| !owned_up(&left[i..i + x]) && !owned_up(&right[j..j + y]))
        .map(|((i, x), (j, y))| (around(&left, i, x), around(&right, j, y)))
        .collect();
    Some(Variation { matched, a_words: left.len(), b_words: right.len(), differences })
}

/// A word of a quotation, normalised.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Word {
    norm: String,
    span: Span,
    /// Dots, or words in brackets: the outlet says that it changed something here.
    marked: bool,
}

impl Word {
    fn is_content(&self) -> bool {
        !self.marked && self.norm.len() >= 4
    }
}

fn tokens(text: &str) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    let mut bracketed = false;
    let mut start = None;
    let ends = text.char_indices().chain([(text.len(), ' ')]);
    for (at, c) in ends {
        let inside = c.is_alphanumeric() || (matches!(c, '\'' | '’') && start.is_some());
        if inside {
            start.get_or_insert(at);
            continue;
        }
        if let Some(from) = start.take() {
            let norm = text[from..at].replace('’', "'").trim_matches('\'').to_lowercase();
            found.push(Word { norm, span: Span::new(from, at), marked: bracketed });
        }
        match c {
            '[' | '(' => bracketed = true,
            ']' | ')' => bracketed = false,
            '…' => found.push(Word { norm: "…".into(), span: Span::new(at, at + c.len_utf8()), marked: true }),
            '.' if text[at..].starts_with("..") => {
                found.push(Word { norm: "…".into(), span: Span::new(at, at + 1), marked: true });
            }
            _ => {}
        }
    }
    found.truncate(LONGEST);
    found
}

fn longest_common_run(a: &[Word], b: &[Word]) -> Option<(usize, usize, usize)> {
    let mut best: Option<(usize, usize, usize)> = None;
    let mut before = vec![0; b.len() + 1];
    for (i, left) in a.iter().enumerate() {
        let mut now = vec![0; b.len() + 1];
        for (j, right) in b.iter().enumerate() {
            if left.norm == right.norm && !left.marked && !right.marked {
                now[j + 1] = before[j] + 1;
                if best.is_none_or(|(_, _, run)| now[j + 1] > run) {
                    best = Some((i + 1 - now[j + 1], j + 1 - now[j + 1], now[j + 1]));
                }
            }
        }
        before = now;
    }
    best
}

/// Reads on from an equal word; tells each gap (where, how wide, on both sides) and gives the number of equal words.
fn extend<W: std::borrow::Borrow<Word>>(a: &[W], b: &[W], gap: &mut impl FnMut(usize, usize, usize, usize)) -> usize {
    let same = |i: usize, j: usize| a[i].borrow().norm == b[j].borrow().norm;
    let (mut i, mut j, mut matched) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        if same(i, j) {
            (i, j, matched) = (i + 1, j + 1, matched + 1);
            continue;
        }
        let Some((x, y)) = rejoin(a.len() - i, b.len() - j, &|x, y| {
            let needed = if x.max(y) <= NARROW_GAP { 2 } else { 3 };
            let left = (a.len() - i - x).min(b.len() - j - y);
            (0..needed.min(left.max(1)))
                .all(|k| i + x + k < a.len() && j + y + k < b.len() && same(i + x + k, j + y + k))
        }) else {
            break;
        };
        gap(i, j, x, y);
        (i, j) = (i + x, j + y);
    }
    matched
}

/// The nearest place where both go on alike.
fn rejoin(a_left: usize, b_left: usize, alike: &impl Fn(usize, usize) -> bool) -> Option<(usize, usize)> {
    (1..=2 * WIDEST_GAP).find_map(|sum| {
        (0..=sum)
            .map(|x| (x, sum - x))
            .filter(|&(x, y)| x <= WIDEST_GAP && y <= WIDEST_GAP && x < a_left && y < b_left)
            .find(|&(x, y)| alike(x, y))
    })
}

fn content_run(run: &[Word]) -> bool {
    run.iter().any(Word::is_content)
}

fn owned_up(gap: &[Word]) -> bool {
    gap.iter().any(|word| word.marked)
}

/// The words of a gap with one word on both sides.
fn around(words: &[Word], at: usize, wide: usize) -> Span {
    let first = &words[at.saturating_sub(1)];
    let last = &words[(at + wide).min(words.len() - 1)];
    first.span.hull(last.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differences(a: &str, b: &str) -> Option<Vec<(String, String)>> {
        let found = variation(a, b)?;
        Some(found.differences.iter().map(|(x, y)| (x.of(a).to_owned(), y.of(b).to_owned())).collect())
    }

    #[test]
    fn a_word_more_or_another_word_is_a_silent_edit() {
        let cases = [
            (
                "We will mend the bridge by winter",
                "We will just mend the bridge by winter",
                vec![("will mend", "will just mend")],
            ),
            (
                "They do not want another toll road here",
                "They don't want another toll road here",
                vec![("They do not want", "They don't want")],
            ),
            ("not a seat at a window", "a seat at the window", vec![("at a window", "at the window")]),
        ];
        for (a, b, expected) in cases {
            let expected: Vec<_> = expected.into_iter().map(|(x, y)| (x.to_owned(), y.to_owned())).collect();
            assert_eq!(differences(a, b), Some(expected), "{a} / {b}");
        }
    }

    #[test]
    fn cuts_marks_and_what_an_outlet_owns_up_to_are_no_difference() {
        let cases = [
            ("We will mend the bridge by winter, and the road after it", "mend the bridge by winter"),
            ("We will mend the bridge — by winter", "We will mend the bridge -- by winter"),
            ("We will mend the old bridge by winter", "We will mend the … bridge by winter"),
            ("We will mend it by next winter", "We will mend [the bridge] by next winter"),
        ];
        for (a, b) in cases {
            assert_eq!(differences(a, b), Some(vec![]), "{a} / {b}");
        }
    }

    #[test]
    fn other_remarks_are_not_laid_side_by_side() {
        assert_eq!(differences("We will mend the bridge by winter", "The bridge was closed by the police"), None);
        assert_eq!(differences("at the end of the day", "by the end of the week"), None);
    }
}
