//! What the parser looks at: words around the stack's top and the next word, what hangs on them, how far apart they are.

use super::arcs::{Machine, NONE};
use super::table::feature;
use super::words::Word;

/// A tagged word as the parser sees it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Known {
    /// Lower-case spelling.
    pub form: u32,
    /// Joint tag.
    pub tag: u32,
    /// Brown cluster, whole.
    pub cluster: u32,
    /// Brown cluster, its first bits.
    pub coarse: u32,
    /// How many quotation marks stand before it, odd or even, and how many commas.
    pub quotes: u32,
    /// Commas and other marks before it in the sentence.
    pub marks: u32,
}

/// The sentence as the parser sees it; `is_quote` and `is_mark` tell of each token.
pub fn known(words: &[Word], tags: &[u8], kinds: impl Fn(usize) -> MarkKind) -> Vec<Known> {
    let (mut quotes, mut marks) = (0, 0);
    words
        .iter()
        .zip(tags)
        .enumerate()
        .map(|(at, (word, &tag))| {
            let now = Known {
                form: word.form,
                tag: u32::from(tag) + 1,
                cluster: word.cluster,
                coarse: word.cluster_start(6),
                quotes: quotes & 1,
                marks,
            };
            match kinds(at) {
                MarkKind::Quote => quotes += 1,
                MarkKind::Comma => marks += 1,
                MarkKind::None => {}
            }
            now
        })
        .collect()
}

/// What a token is to the parser's counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A quotation mark.
    Quote,
    /// A comma, dash, colon or the like.
    Comma,
    /// Anything else.
    None,
}

/// Features of one action.
pub const ACTION_FEATURES: usize = 66;
/// Features of one relation.
pub const LABEL_FEATURES: usize = 34;

/// What stands where there is no word.
const NOTHING: Known = Known { form: 1, tag: 120, cluster: 0, coarse: 0, quotes: 0, marks: 0 };
/// The root.
const ROOT: Known = Known { form: 2, tag: 121, cluster: 0, coarse: 0, quotes: 0, marks: 0 };

#[inline]
fn at(known: &[Known], word: usize) -> Known {
    match known.get(word) {
        Some(&word) => word,
        None if word == known.len() => ROOT,
        None => NOTHING,
    }
}

#[inline]
fn child(known: &[Known], child: Option<u32>) -> Known {
    child.map_or(NOTHING, |child| at(known, child as usize))
}

/// The relation of a dependent, 99 where there is none.
#[inline]
fn how(machine: &Machine, child: Option<u32>) -> u32 {
    child.map_or(99, |child| machine.relation(child as usize) as u32)
}

fn near(from: usize, to: usize) -> u32 {
    if from == NONE || to == NONE {
        return 0;
    }
    match from.abs_diff(to) {
        far @ 0..=4 => far as u32 + 1,
        5..=6 => 6,
        7..=9 => 7,
        10..=15 => 8,
        _ => 9,
    }
}

/// The features of the next action.
#[inline]
#[allow(clippy::too_many_lines, reason = "a list of features reads best in one piece")]
pub fn action_features(known: &[Known], machine: &Machine) -> [u32; ACTION_FEATURES] {
    let (top, below, third) = (machine.stacked(0), machine.stacked(1), machine.stacked(2));
    let (next, after, later) = (machine.ahead(0), machine.ahead(1), machine.ahead(2));
    let (s0, s1, s2) = (at(known, top), at(known, below), at(known, third));
    let (b0, b1, b2) = (at(known, next), at(known, after), at(known, later));
    let (on0, on1, onb) = (machine.inner(top), machine.inner(below), machine.inner(next));
    let (s0l, s0r) = (child(known, on0.left[0]), child(known, on0.right[0]));
    let (s1l, s1r) = (child(known, on1.left[0]), child(known, on1.right[0]));
    let b0l = child(known, onb.left[0]);
    let (gap, gap1) = (near(top, next), near(below, top));
    let commas = b0.marks.wrapping_sub(s0.marks).min(3) | (s0.quotes << 2) | (b0.quotes << 3);
    let commas1 = s0.marks.wrapping_sub(s1.marks).min(3) | (s1.quotes << 2) | (s0.quotes << 3);
    let low = |relations: u64| (relations ^ (relations >> 32)) as u32;
    [
        feature(1, s0.form, s0.tag, 0),
        feature(2, s0.tag, 0, 0),
        feature(3, s0.form, 0, 0),
        feature(4, s1.form, s1.tag, 0),
        feature(5, s1.tag, 0, 0),
        feature(6, s1.form, 0, 0),
        feature(7, b0.form, b0.tag, 0),
        feature(8, b0.tag, 0, 0),
        feature(9, b0.form, 0, 0),
        feature(10, b1.form, b1.tag, 0),
        feature(11, b1.tag, 0, 0),
        feature(12, b2.form, b2.tag, 0),
        feature(13, b2.tag, b1.tag, 0),
        feature(14, s0.cluster, b0.cluster, 0),
        feature(15, s1.cluster, s0.cluster, 0),
        feature(16, s0.coarse, b0.coarse, s1.coarse),
        feature(17, s0.form, b0.form, 0),
        feature(18, s0.form, s0.tag, b0.tag),
        feature(19, s0.tag, b0.form, b0.tag),
        feature(20, s0.tag, b0.tag, 0),
        feature(21, s0.form, b0.tag, b1.tag),
        feature(22, s1.form, s0.form, 0),
        feature(23, s1.form, s0.tag, b0.tag),
        feature(24, s1.tag, s0.form, b0.tag),
        feature(25, s1.tag, s0.tag, 0),
        feature(26, s1.tag, s0.tag, b0.tag),
        feature(27, s0.tag, b0.tag, b1.tag),
        feature(28, s2.tag, s1.tag, s0.tag),
        feature(29, b0.tag, b1.tag, b2.tag),
        feature(30, (s1.tag << 8) | s0.tag, b0.tag, b1.tag),
        feature(31, s0.tag, s0r.tag, b0.tag),
        feature(32, s0.tag, s0l.tag, b0.tag),
        feature(33, s0.tag, b0.tag, b0l.tag),
        feature(34, s1.tag, s1r.tag, s0.tag),
        feature(35, s1.tag, s1l.tag, s0.tag),
        feature(36, s1.tag, s0.tag, s0l.tag),
        feature(37, s1.tag, s0.tag, s0r.tag),
        feature(38, s0.form, gap, b0.tag),
        feature(39, s0.tag, gap, b0.tag),
        feature(40, b0.form, gap, s0.tag),
        feature(41, s1.tag, s0.tag, gap1),
        feature(42, s1.form, gap1, s0.tag),
        feature(43, s0.tag, on0.left_count, on0.right_count),
        feature(44, s1.tag, on1.left_count, on1.right_count),
        feature(45, b0.tag, onb.left_count, s0.tag),
        feature(46, s0.tag, low(on0.relations), b0.tag),
        feature(47, s1.tag, low(on1.relations), s0.tag),
        feature(48, b0.tag, low(onb.relations), s0.tag),
        feature(49, s0.form, low(on0.relations), 0),
        feature(50, s1.form, low(on1.relations), s0.tag),
        feature(51, s0.tag, b0.tag, commas),
        feature(52, s1.tag, s0.tag, commas1),
        feature(53, s1.tag, b0.tag, commas | (commas1 << 4)),
        feature(54, s1.form, b0.form, s0.tag),
        feature(55, s0.tag, how(machine, on0.left[0]), how(machine, on0.right[0])),
        feature(56, s1.tag, how(machine, on1.right[0]), s0.tag),
        feature(57, s0.cluster, b0.tag, b1.tag),
        feature(58, s1.tag, s0.cluster, b0.tag),
        feature(59, s1.tag, s0.tag, b0.cluster),
        feature(60, s1.cluster, s0.tag, b0.tag),
        feature(61, s0l.form, s0.tag, b0.tag),
        feature(62, s2.tag, s1.tag, (s0.tag << 8) | b0.tag),
        feature(63, s0.tag, b0.tag, (b1.tag << 8) | b2.tag),
        feature(64, s1.tag, s1r.form, s0.tag),
        feature(65, s0.tag, child(known, on0.right[1]).tag, s0r.tag),
        feature(66, s1.form, s1r.tag, (s0.tag << 8) | b0.tag),
    ]
}

/// The features of the name of the arc from `head` to `word`.
#[inline]
pub fn label_features(known: &[Known], machine: &Machine, head: usize, word: usize) -> [u32; LABEL_FEATURES] {
    let (h, d) = (at(known, head), at(known, word));
    let (on_head, on_word) = (machine.inner(head), machine.inner(word));
    let left = u32::from(word < head);
    let gap = (near(head, word) << 1) | left;
    let (dl, dr) = (child(known, on_word.left[0]), child(known, on_word.right[0]));
    let dl2 = child(known, on_word.left[1]);
    let before = at(known, word.wrapping_sub(1));
    let after = at(known, word + 1);
    let beside = at(known, head.wrapping_sub(1));
    let beyond = at(known, head + 1);
    let low = |relations: u64| (relations ^ (relations >> 32)) as u32;
    let sibling = if left == 1 { on_head.left[0] } else { on_head.right[0] };
    let commas = (h.marks.abs_diff(d.marks).min(3) << 3) | (h.quotes << 2) | (d.quotes << 1) | left;
    [
        feature(101, h.form, d.form, left),
        feature(102, h.tag, d.tag, gap),
        feature(103, h.form, d.tag, left),
        feature(104, h.tag, d.form, left),
        feature(105, d.form, left, 0),
        feature(106, h.form, left, 0),
        feature(107, d.tag, left, 0),
        feature(108, h.tag, left, 0),
        feature(109, h.cluster, d.cluster, left),
        feature(110, h.tag, d.cluster, left),
        feature(111, h.cluster, d.tag, left),
        feature(112, dl.form, d.tag, h.tag),
        feature(113, dl.tag, d.tag, (h.tag << 1) | left),
        feature(114, dr.tag, d.tag, (h.tag << 1) | left),
        feature(115, dl.form, d.form, left),
        feature(116, how(machine, on_word.left[0]), how(machine, on_word.right[0]), (d.tag << 8) | h.tag),
        feature(117, low(on_word.relations), d.tag, (h.tag << 1) | left),
        feature(118, low(on_head.relations), d.tag, (h.tag << 1) | left),
        feature(119, low(on_head.relations), d.form, left),
        feature(120, how(machine, sibling), d.tag, (h.tag << 1) | left),
        feature(121, before.tag, d.tag, (h.tag << 1) | left),
        feature(122, after.tag, d.tag, (h.tag << 1) | left),
        feature(123, beside.tag, d.tag, (h.tag << 1) | left),
        feature(124, beyond.tag, d.tag, (h.tag << 1) | left),
        feature(125, before.form, d.tag, left),
        feature(126, commas, d.tag, h.tag),
        feature(127, commas, low(on_word.relations), h.form),
        feature(128, dl.form, dl2.form, d.tag),
        feature(129, low(on_word.relations), h.form, left),
        feature(130, low(on_word.relations), dl.form, h.tag),
        feature(131, h.form, d.cluster, dl.form),
        feature(132, after.form, d.tag, left),
        feature(133, d.coarse, dl.form, (h.tag << 1) | left),
        feature(134, d.cluster, left, 0),
    ]
}
