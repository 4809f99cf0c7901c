//! Short forms of given names: "Bill" may be a William, "Mike" a Michael.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

const SHORT_NAMES: &str = include_str!("../../../data/lexicon/short_names.tsv");

static PAIRS: LazyLock<FxHashSet<(&str, &str)>> =
    LazyLock::new(|| lexicon::rows(SHORT_NAMES).map(|row| (row[0], row[1])).collect());

/// Whether `short` is used for the given name `full`; both folded to small letters.
pub fn is_short_form(short: &str, full: &str) -> bool {
    PAIRS.contains(&(short, full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        assert_eq!(lexicon::check(SHORT_NAMES), Ok(()));
        assert!(is_short_form("bill", "william"));
        assert!(!is_short_form("bill", "robert"));
    }
}
