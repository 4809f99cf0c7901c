//! Words of everyday English: a capital on one of them tells little.
//!
//! It knows words in small letters, not where they stand.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

const LIST: &str = include_str!("../../../data/lexicon/common_words.tsv");

static COMMON: LazyLock<FxHashSet<&str>> = LazyLock::new(|| lexicon::rows(LIST).map(|row| row[0]).collect());

/// Whether a word in small letters is one of everyday English.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyday_words_are_told_from_names() {
        assert!(is_common("house") && !is_common("kelso"));
    }
}
