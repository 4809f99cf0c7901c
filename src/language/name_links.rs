//! Small words and marks that stand between the capitals of one name: "Bank of Lagos", "Marks & Spencer".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;

const LIST: &str = include_str!("../../data/lexicon/name_links.tsv");

static LINKS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| lexicon::rows(LIST).map(|row| row[0]).collect());

/// Whether a word can stand inside a name without a capital.
pub fn joins_names(word: &str) -> bool {
    word.len() <= 3 && LINKS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_join_names() {
        assert_eq!(lexicon::check(LIST), Ok(()));
        assert!(joins_names("of") && joins_names("&") && !joins_names("said"));
    }
}
