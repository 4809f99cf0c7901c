//! One quotation in two wordings: found by its longest common run of words, read outwards from there.
//!
//! Fragments are no difference ("a cut"), neither are marks, dashes, capitals, or changes that an outlet owns up to by
//! dots or brackets. What remains is a silent edit: a word more, a word less, another word.

use super::answer::Answer;
use super::paraphrases::paraphrase;
use super::quoted_words::{Word, letters, tokens};
use super::relation::Relation;
use crate::span::Span;

/// How many words may be lost or put in at one place before the two are no longer read side by side.
const WIDEST_GAP: usize = 14;
/// A gap this wide needs three equal words behind it, a narrow one two.
const NARROW_GAP: usize = 3;
/// Behind a gap of so many words one equal word is enough where it tells as much as this.
const WORD_BY_WORD: usize = 2;
const TELLING: f64 = 2.5;
/// A sentence left out inside a quotation counts as this many words.
const CUT: usize = 3;

/// Compares two quotations that `same_question` takes for one.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let Some(found) = variation(&a.text, &b.text) else {
        return match paraphrase(&a.text, &b.text) {
            Some(_) if !a.same_article(b) => Relation::soft("told-in-other-words"),
            _ => Relation::not_comparable("other-words"),
        };
    };
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
    let ahead = extend(&left[at + run..], &right[to + run..]);
    let back: (Vec<_>, Vec<_>) = (left[..at].iter().rev().collect(), right[..to].iter().rev().collect());
    let behind = extend(&back.0, &back.1);
    let mut gaps: Vec<_> = ahead.gaps.iter().map(|&((i, x), (j, y))| ((at + run + i, x), (to + run + j, y))).collect();
    gaps.extend(behind.gaps.iter().map(|&((i, x), (j, y))| ((at - i - x, x), (to - j - y, y))));
    gaps.sort_unstable();
    let matched = run + ahead.equal.len() + behind.equal.len();
    let weight = |words: &[Word]| words.iter().map(|word| word.weight).sum::<f64>();
    let shared = weight(&left[at..at + run])
        + ahead.equal.iter().map(|&i| left[at + run + i].weight).sum::<f64>()
        + behind.equal.iter().map(|&i| left[at - 1 - i].weight).sum::<f64>();
    // How much of the quotation that has less to say stands in the other, by the weight of its words.
    let whole = shared / weight(&left).min(weight(&right)).max(1e-9);
    let edited: usize = gaps.iter().map(|&((_, x), (_, y))| edit(x, y)).sum();
    let few_edits = edited * 2 <= matched;
    let enough = (matched >= 12 && whole >= 0.3)
        || (matched >= 8 && whole >= 0.4 && shared >= 12.0 && few_edits)
        || (matched >= 5 && whole >= 0.8 && shared >= 8.0 && edited <= matched)
        || (matched >= 4 && whole >= 0.6 && shared >= 5.0 && few_edits);
    if !enough {
        return None;
    }
    let differences = gaps
        .into_iter()
        .filter(|&((i, x), (j, y))| !owned_up(&left[i..i + x]) && !owned_up(&right[j..j + y]))
        .filter(|&((i, x), (j, y))| letters(&left[i..i + x]) != letters(&right[j..j + y]))
        .map(|((i, x), (j, y))| (around(&left, i, x), around(&right, j, y)))
        .collect();
    Some(Variation { matched, a_words: left.len(), b_words: right.len(), differences })
}

/// How much a gap tells against one remark: what is left out as a whole less than what is put in other words.
fn edit(x: usize, y: usize) -> usize {
    let wide = x.max(y);
    if x.min(y) == 0 { wide.min(CUT) } else { wide }
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

/// A gap: where and how wide, on both sides.
type Gap = ((usize, usize), (usize, usize));

/// What was found by reading on.
#[derive(Default)]
struct Walk {
    /// Places in the first that are equal in the second.
    equal: Vec<usize>,
    gaps: Vec<Gap>,
}

/// Reads on from an equal word as long as both go on alike, over gaps.
fn extend<W: std::borrow::Borrow<Word>>(a: &[W], b: &[W]) -> Walk {
    let same = |i: usize, j: usize| j < b.len() && a[i].borrow().norm == b[j].borrow().norm;
    let (mut i, mut j, mut walk) = (0, 0, Walk::default());
    while i < a.len() && j < b.len() {
        if same(i, j) {
            walk.equal.push(i);
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let alike = |x: usize, y: usize| {
            let telling = x.max(y) <= WORD_BY_WORD
                && a.get(i + x).is_some_and(|word| word.borrow().weight >= TELLING)
                && same(i + x, j + y);
            if telling {
                return true;
            }
            let needed = if x.max(y) <= NARROW_GAP { 2 } else { 3 };
            let left = (a.len() - i - x).min(b.len() - j - y);
            (0..needed.min(left.max(1)))
                .all(|k| i + x + k < a.len() && j + y + k < b.len() && same(i + x + k, j + y + k))
        };
        let Some((x, y)) = rejoin(a.len() - i, b.len() - j, &alike) else { break };
        walk.gaps.push(((i, x), (j, y)));
        (i, j) = (i + x, j + y);
    }
    walk
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
                "They don't like another toll road here",
                vec![("not want another", "don't like another")],
            ),
            (
                "greatly raises the risk that this harbour will silt up",
                "It will greatly raise the risk that the harbour would silt up by June",
                vec![
                    ("greatly raises the", "greatly raise the"),
                    ("that this harbour", "that the harbour"),
                    ("harbour will silt", "harbour would silt"),
                ],
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
            ("We recognised the harbour by its defences", "We recognized the harbor by its defenses"),
            ("It is the town's old bridge", "It is the town ’ s old bridge"),
        ];
        for (a, b) in cases {
            assert_eq!(differences(a, b), Some(vec![]), "{a} / {b}");
        }
    }

    #[test]
    fn a_sentence_left_out_inside_does_not_hide_the_remark() {
        let whole =
            "Bring your neighbours. Walk along the harbour wall at dawn with us. Paint the rusty ferry, not the pier";
        let short = "Bring your neighbours. Paint the rusty ferry ... and never mind the mayor's tantrums";
        let found = differences(whole, short).unwrap();
        assert_eq!(found.len(), 1);
        assert!(found[0].0.contains("harbour wall") && found[0].1 == "neighbours. Paint");
        assert_eq!(differences("Bring your neighbours to the dance", "Paint the rusty ferry for the dance"), None);
    }

    #[test]
    fn other_remarks_are_not_laid_side_by_side() {
        assert_eq!(differences("We will mend the bridge by winter", "The bridge was closed by the police"), None);
        assert_eq!(differences("at the end of the day", "by the end of the week"), None);
    }
}
