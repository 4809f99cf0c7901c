//! Word classes: Penn tag and universal class in one decision a word, from left to right.
//!
//! Features and decoding stand here; how the weights are learnt is the work of `training`.

use super::table::{Table, best, feature};
use super::words::{Case, Word};

/// Room for the joint tags of the treebanks.
pub const TAG_ROOM: usize = 112;
/// Features of one decision.
pub const TAG_FEATURES: usize = 31;
/// Stands for the tag before the first word.
pub const NO_TAG: u32 = 255;

/// Words of one sentence with what the tagger needs to know of the whole of it.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'w> {
    words: &'w [Word],
    /// No letter of the sentence is lower case, or nearly every word has a capital: case tells nothing.
    loud: u32,
}

impl<'w> Sight<'w> {
    /// Looks over a sentence.
    pub fn new(words: &'w [Word]) -> Self {
        let lower = words.iter().filter(|word| matches!(word.case, Case::Lower)).count();
        let title = words.iter().filter(|word| matches!(word.case, Case::Title)).count();
        let upper = words.iter().filter(|word| matches!(word.case, Case::Upper)).count();
        let loud = match (lower, title, upper) {
            (0, title, upper) if upper > 2 && upper > title => 1,
            (lower, title, _) if title > 3 && lower * 2 < title => 2,
            (_, 0, 0) => 3,
            _ => 0,
        };
        Self { words, loud }
    }

    fn word(&self, at: usize, shift: isize) -> Word {
        at.checked_add_signed(shift).and_then(|at| self.words.get(at)).copied().unwrap_or_default()
    }
}

/// The features of word `at`, given the tags of the two words before it.
pub fn tag_features(sight: &Sight<'_>, at: usize, before: u32, second_before: u32) -> [u32; TAG_FEATURES] {
    let word = sight.word(at, 0);
    let (left, left2) = (sight.word(at, -1), sight.word(at, -2));
    let (right, right2) = (sight.word(at, 1), sight.word(at, 2));
    let first = u32::from(at == 0) | (sight.loud << 1);
    let case = word.case as u32;
    [
        feature(1, word.form, 0, 0),
        feature(2, word.form, case, first),
        feature(3, word.ends[3], 0, 0),
        feature(4, word.ends[2], 0, 0),
        feature(5, word.ends[1], 0, 0),
        feature(6, word.ends[0], case, 0),
        feature(7, word.starts[2], 0, 0),
        feature(8, word.starts[1], word.shape, 0),
        feature(9, word.shape, first, 0),
        feature(10, word.cluster, 0, 0),
        feature(11, word.cluster_start(6), case, 0),
        feature(12, word.cluster_start(10), first, 0),
        feature(13, left.form, 0, 0),
        feature(14, right.form, 0, 0),
        feature(15, left2.form, 0, 0),
        feature(16, right2.form, 0, 0),
        feature(17, left.cluster, 0, 0),
        feature(18, right.cluster, 0, 0),
        feature(19, right2.cluster, 0, 0),
        feature(20, right.ends[2], 0, 0),
        feature(21, before, 0, 0),
        feature(22, before, second_before, 0),
        feature(23, before, word.form, 0),
        feature(24, before, word.ends[2], 0),
        feature(25, word.form, right.form, 0),
        feature(26, left.form, word.form, 0),
        feature(27, word.cluster, right.cluster, 0),
        feature(28, before, word.cluster, 0),
        feature(29, before, right.cluster, right.case as u32),
        feature(30, left.form, right.form, 0),
        feature(31, word.ends[2], right.ends[1], before),
    ]
}

/// The tags of a sentence.
pub fn tag(weights: &Table<TAG_ROOM>, words: &[Word], classes: usize) -> Vec<u8> {
    let sight = Sight::new(words);
    let (mut before, mut second_before) = (NO_TAG, NO_TAG);
    let mut tags = Vec::with_capacity(words.len());
    for at in 0..words.len() {
        let mut scores = [0; TAG_ROOM];
        weights.score(&tag_features(&sight, at, before, second_before), &mut scores);
        let chosen = best(&scores[..classes.min(TAG_ROOM)]);
        tags.push(chosen as u8);
        (second_before, before) = (before, chosen as u32);
    }
    tags
}
