//! Names in a tagged and parsed sentence: a greedy sequence tagger over words, lists, runs of capitals and arcs.
//!
//! It sees one sentence; what the rest of an article tells of a name is for `reading` to weigh.

use super::grammar::Relation;
use super::lists::{Listed, Lists, listed};
use super::name_memory::{Memory, Recollection};
use super::table::{Table, feature};
use super::tree::{NameKind, NameTag};
use super::words::{Case, Word};

/// Room for the labels.
pub const NAME_ROOM: usize = 24;
/// Outside, and begin, inside, last, single for each of four kinds.
pub const NAME_LABELS: usize = 17;
/// In no name.
pub const OUTSIDE: usize = 0;

const KINDS: [NameKind; 4] = [NameKind::Person, NameKind::Organization, NameKind::Location, NameKind::Misc];

/// Where in a name a word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first of several.
    Begin,
    /// Between the first and the last.
    Inside,
    /// The last of several.
    Last,
    /// The only one.
    Single,
}

const PLACES: [Place; 4] = [Place::Begin, Place::Inside, Place::Last, Place::Single];

/// The label of a word at a place in a name of a kind.
#[cfg(any(test, feature = "train"))]
pub fn label(kind: NameKind, place: Place) -> usize {
    1 + 4 * KINDS.iter().position(|&one| one == kind).unwrap_or(0) + place as usize
}

/// Kind and place of a label; `None` for outside.
pub fn meaning(label: usize) -> Option<(NameKind, Place)> {
    let inner = label.checked_sub(1)?;
    Some((*KINDS.get(inner / 4)?, PLACES[inner % 4]))
}

/// Whether `label` can follow `before`; at the end of a sentence nothing may stay open.
pub fn follows(before: usize, label: usize, is_last: bool) -> bool {
    let open = |label| matches!(meaning(label), Some((_, Place::Begin | Place::Inside)));
    let goes_on = match meaning(label) {
        Some((kind, Place::Inside | Place::Last)) => Some(kind),
        _ => None,
    };
    let wanted = if open(before) { meaning(before).map(|(kind, _)| kind) } else { None };
    goes_on == wanted && !(is_last && open(label))
}

/// A sentence as the tagger of names sees it.
#[derive(Debug)]
pub struct View<'s> {
    words: &'s [Word],
    tags: &'s [u8],
    arcs: &'s [(Option<usize>, Relation)],
    listed: Vec<Listed>,
    /// The run of capitals that each word stands in.
    runs: Vec<Run>,
    /// How many words of the sentence have capitals: 0 some, 1 nearly all.
    loud: u32,
    /// What the rest of the text tells of each word, on a second pass.
    recalled: Vec<Recollection>,
}

/// A run of words with capitals, small words between them included.
#[derive(Debug, Clone, Copy, Default)]
struct Run {
    start: usize,
    end: usize,
    /// The word of the run that hangs on a word outside.
    head: usize,
}

impl Run {
    /// How many words it has, and where in it the word `at` stands, in steps.
    fn measure(self, at: usize) -> (u32, u32) {
        let size = (self.end - self.start).min(6) as u32;
        (size, ((at - self.start).min(3) as u32) | (u32::from(at + 1 == self.end) << 2))
    }
}

impl<'s> View<'s> {
    /// Looks over a sentence.
    pub fn new(
        words: &'s [Word],
        tags: &'s [u8],
        arcs: &'s [(Option<usize>, Relation)],
        lists: Lists,
        joins: impl Fn(usize) -> bool,
    ) -> Self {
        let capitals = words.iter().filter(|word| word.has_capital()).count();
        let lower = words.iter().filter(|word| word.case == Case::Lower).count();
        let runs = runs(words, arcs, joins);
        Self {
            words,
            tags,
            arcs,
            listed: listed(lists, words),
            runs,
            loud: u32::from(capitals > 3 && capitals > lower),
            recalled: Vec::new(),
        }
    }

    /// The same sentence on a second pass.
    #[must_use]
    pub fn with(mut self, memory: &Memory) -> Self {
        self.recalled = self.words.iter().map(|word| memory.of(word)).collect();
        self
    }

    fn recall(&self, at: usize, shift: isize) -> Recollection {
        at.checked_add_signed(shift).and_then(|at| self.recalled.get(at)).copied().unwrap_or_default()
    }

    /// Whether a name may begin here: at a capital, a digit, or a word of a list.
    pub fn may_begin(&self, at: usize) -> bool {
        let word = &self.words[at];
        word.has_capital()
            || self.listed[at].phrase != 0
            || (self.words.get(at + 1).is_some_and(Word::has_capital) && word.case == Case::None && word.cluster == 0)
            || (self.words.get(at + 2).is_some_and(Word::has_capital)
                && self.words[at + 1].case == Case::None
                && word.case == Case::Lower)
    }

    fn word(&self, at: usize, shift: isize) -> Word {
        at.checked_add_signed(shift).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }

    fn tag(&self, at: usize, shift: isize) -> u32 {
        at.checked_add_signed(shift).and_then(|at| self.tags.get(at)).map_or(200, |&tag| u32::from(tag))
    }

    fn lists(&self, at: usize, shift: isize) -> Listed {
        at.checked_add_signed(shift).and_then(|at| self.listed.get(at)).copied().unwrap_or_default()
    }

    /// The form of the first dependent of `head` with a relation.
    fn dependent(&self, head: usize, relation: Relation) -> Word {
        let near = head.saturating_sub(6)..(head + 12).min(self.arcs.len());
        let found = near.into_iter().find(|&at| self.arcs[at] == (Some(head), relation));
        found.map(|at| self.words[at]).unwrap_or_default()
    }
}

/// Finds the runs.
fn runs(words: &[Word], arcs: &[(Option<usize>, Relation)], joins: impl Fn(usize) -> bool) -> Vec<Run> {
    let mut runs: Vec<Run> = (0..words.len()).map(|at| Run { start: at, end: at + 1, head: at }).collect();
    let mut at = 0;
    while at < words.len() {
        if !words[at].has_capital() {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        loop {
            let gap = (end..words.len().min(end + 2)).find(|&next| words[next].has_capital());
            match gap {
                Some(next) if (end..next).all(&joins) => end = next + 1,
                _ => break,
            }
        }
        let is_outer =
            |&word: &usize| arcs.get(word).is_none_or(|&(head, _)| head.is_none_or(|head| head < at || head >= end));
        let head = (at..end).find(is_outer).unwrap_or(at);
        runs[at..end].fill(Run { start: at, end, head });
        at = end;
    }
    runs
}

/// Features of one label that do not hang on the labels before it, nor on the rest of the text.
pub const PLAIN_FEATURES: usize = 59;
/// Features of one label that do.
pub const LIVE_FEATURES: usize = 19;

/// What the words around `at` tell.
#[allow(clippy::too_many_lines, reason = "a list of features reads best in one piece")]
pub fn plain_features(view: &View<'_>, at: usize) -> [u32; PLAIN_FEATURES] {
    let (w0, w1, w2) = (view.word(at, 0), view.word(at, 1), view.word(at, 2));
    let (p1, p2) = (view.word(at, -1), view.word(at, -2));
    let (tag, next_tag, last_tag) = (view.tag(at, 0), view.tag(at, 1), view.tag(at, -1));
    let (l0, l1, l2) = (view.lists(at, 0), view.lists(at, 1), view.lists(at, -1));
    let alone = u32::from(l0.alone);
    let first = u32::from(at == 0) | (view.loud << 1);
    let case = w0.case as u32;
    let (c1, d1) = (w1.case as u32, p1.case as u32);
    let run = view.runs[at];
    let (size, place) = run.measure(at);
    let (ahead, behind) = (view.word(run.end, 0), view.word(run.start, -1));
    let (ahead2, behind2) = (view.word(run.end, 1), view.word(run.start, -2));
    let (run_first, run_last) = (view.word(run.start, 0), view.word(run.end, -1));
    let last_lists = u32::from(view.lists(run.end, -1).alone);
    let first_lists = u32::from(view.lists(run.start, 0).alone);
    let behind_lists = u32::from(view.lists(run.start, -1).alone);
    let (governor, relation) = view.arcs.get(run.head).copied().unwrap_or((None, Relation::Dep));
    let relation = relation as u32;
    let governor = governor.and_then(|head| view.words.get(head)).copied().unwrap_or_default();
    let marker = view.dependent(run.head, Relation::Case);
    let apposed = view.dependent(run.head, Relation::Appos);
    [
        feature(201, w0.form, 0, 0),
        feature(202, w0.form, case, first),
        feature(203, w0.shape, first, 0),
        feature(204, w0.ends[1], case, 0),
        feature(205, w0.ends[2], case, 0),
        feature(206, w0.ends[3], case, 0),
        feature(207, w0.starts[1], case, 0),
        feature(208, w0.starts[2], case, 0),
        feature(209, w0.cluster, case, 0),
        feature(210, w0.cluster_start(4), case, 0),
        feature(211, w0.cluster_start(6), case, 0),
        feature(212, w0.cluster_start(8), case, 0),
        feature(213, w0.cluster_start(12), case, 0),
        feature(214, p1.form, case, 0),
        feature(215, w1.form, case, 0),
        feature(216, p2.form, case, 0),
        feature(217, w2.form, case, 0),
        feature(218, p1.cluster, case, 0),
        feature(219, w1.cluster, case, c1),
        feature(220, p2.cluster, case, 0),
        feature(221, w2.cluster, case, 0),
        feature(222, p1.cluster_start(8), case, d1),
        feature(223, w1.cluster_start(8), case, c1),
        feature(224, tag, case, 0),
        feature(225, tag, last_tag, next_tag),
        feature(226, tag, next_tag, 0),
        feature(227, alone, case, 0),
        feature(228, l0.phrase, 0, 0),
        feature(229, l0.phrase, alone, case),
        feature(230, u32::from(l1.alone), alone, c1),
        feature(231, u32::from(l2.alone), alone, d1),
        feature(232, l1.phrase, l2.phrase, case),
        feature(241, case, c1, d1 | (first << 4)),
        feature(242, p1.form, w0.form, 0),
        feature(243, w0.form, w1.form, 0),
        feature(244, p1.cluster, w0.cluster, 0),
        feature(245, w0.cluster, w1.cluster, 0),
        feature(246, size, place, case),
        feature(247, run_last.form, place, size),
        feature(248, run_first.form, place, size),
        feature(249, last_lists, place, size),
        feature(250, first_lists, place, size),
        feature(251, run_last.cluster, place, 0),
        feature(252, run_first.cluster, place, 0),
        feature(253, ahead.form, case, size),
        feature(254, behind.form, case, size),
        feature(255, ahead.cluster, case, place),
        feature(256, behind.cluster, case, place),
        feature(257, behind_lists, case, place),
        feature(258, behind.form, behind2.form, case),
        feature(259, ahead.form, ahead2.form, case),
        feature(260, last_lists, first_lists, size),
        feature(261, relation, governor.form, case),
        feature(262, relation, governor.cluster, case),
        feature(263, marker.form, governor.form, case),
        feature(264, marker.form, relation, case),
        feature(265, apposed.form, case, 0),
        feature(266, apposed.cluster, case, 0),
        feature(267, first_lists, behind_lists, last_lists),
    ]
}

/// What the labels before `at` tell, and, on a second pass, the rest of the text.
pub fn live_features(view: &View<'_>, at: usize, before: usize, second_before: usize) -> [u32; LIVE_FEATURES] {
    let (w0, w1, p1) = (view.word(at, 0), view.word(at, 1), view.word(at, -1));
    let tag = view.tag(at, 0);
    let alone = u32::from(view.lists(at, 0).alone);
    let case = w0.case as u32;
    let previous = before as u32;
    let run = view.runs[at];
    let (size, place) = run.measure(at);
    let last_lists = u32::from(view.lists(run.end, -1).alone);
    let second_pass = u32::from(!view.recalled.is_empty()) << 30;
    let (m0, m1, m2) = (view.recall(at, 0), view.recall(at, 1), view.recall(at, -1));
    let (m_first, m_last) = (view.recall(run.start, 0), view.recall(run.end, -1));
    [
        feature(233, previous, 0, 0),
        feature(234, previous, w0.form, 0),
        feature(235, previous, w0.cluster, case),
        feature(236, previous, tag, case),
        feature(237, previous, alone, case),
        feature(238, previous, second_before as u32, case),
        feature(239, previous, p1.form, case),
        feature(240, previous, w1.form, case),
        feature(268, previous, last_lists, place),
        feature(269, m0.whole(), second_pass, 0),
        feature(270, m0.kinds(), case, second_pass),
        feature(271, m0.kinds() | (m0.end << 6), place, second_pass),
        feature(272, m0.kinds() | (m0.often << 6), previous, second_pass),
        feature(273, m0.kinds(), m1.kinds(), second_pass),
        feature(274, m0.kinds(), m2.kinds(), previous | second_pass),
        feature(275, m_last.kinds(), place, second_pass),
        feature(276, m_first.kinds() | (m_last.kinds() << 8), place, size | second_pass),
        feature(277, m0.outside | (m0.often << 4), alone, second_pass),
        feature(278, m0.whole(), u32::from(run.end - run.start == 1), second_pass),
    ]
}

/// What the plain features of each word say for each label; nothing where no name can begin.
pub type PlainScores = Vec<Option<[i16; NAME_ROOM]>>;

/// Weighs the plain features, once for both passes.
pub fn plain_scores(weights: &Table<NAME_ROOM>, view: &View<'_>) -> PlainScores {
    let mut scores = Vec::with_capacity(view.words.len());
    for at in 0..view.words.len() {
        scores.push(view.may_begin(at).then(|| {
            let mut scores = [0; NAME_ROOM];
            weights.score(&plain_features(view, at), &mut scores);
            scores
        }));
    }
    scores
}

/// Names of a sentence, from its plain scores.
pub fn find_names(weights: &Table<NAME_ROOM>, view: &View<'_>, plain: &PlainScores) -> Vec<NameTag> {
    let (mut before, mut second_before) = (OUTSIDE, OUTSIDE);
    let size = view.words.len();
    let mut names = Vec::with_capacity(size);
    for at in 0..size {
        let mut chosen = OUTSIDE;
        if !follows(before, OUTSIDE, false) || view.may_begin(at) {
            let mut scores = plain.get(at).copied().flatten().unwrap_or_else(|| {
                let mut scores = [0; NAME_ROOM];
                weights.score(&plain_features(view, at), &mut scores);
                scores
            });
            weights.score(&live_features(view, at, before, second_before), &mut scores);
            chosen = best_following(&scores, before, at + 1 == size);
        }
        names.push(match meaning(chosen) {
            None => NameTag::Outside,
            Some((kind, Place::Begin | Place::Single)) => NameTag::Begin(kind),
            Some((kind, _)) => NameTag::Inside(kind),
        });
        (second_before, before) = (before, chosen);
    }
    names
}

/// The best label that can follow another one.
pub fn best_following<S: PartialOrd + Copy>(scores: &[S], before: usize, is_last: bool) -> usize {
    let allowed = (0..NAME_LABELS).filter(|&label| follows(before, label, is_last));
    let better = |best: usize, label: usize| if scores[label] > scores[best] { label } else { best };
    allowed.reduce(better).unwrap_or(OUTSIDE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_make_whole_names() {
        let begin = label(NameKind::Person, Place::Begin);
        let last = label(NameKind::Person, Place::Last);
        assert!(follows(OUTSIDE, begin, false) && follows(begin, last, true) && follows(last, OUTSIDE, true));
        assert!(!follows(OUTSIDE, begin, true), "a name that never ends");
        assert!(!follows(begin, OUTSIDE, false));
        assert!(!follows(begin, label(NameKind::Location, Place::Last), false));
        assert!(!follows(OUTSIDE, last, false));
        assert_eq!((0..NAME_LABELS).filter(|&label| meaning(label).is_none()).count(), 1);
    }
}
