//! Words of a text with how much each tells: rare words and names much, everyday words little.
//!
//! Rarity comes from a fixed list, not from the articles at hand, so that it never depends on what was loaded before.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

/// Texts of a thousand in which a word stands that is on no list.
const UNLISTED: f64 = 3.0;

static TEXTS: LazyLock<FxHashMap<&'static str, f64>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/lexicon/common_words.tsv"))
        .filter_map(|row| Some((row[0], row[1].parse().ok()?)))
        .collect()
});

/// How much a normalised word tells: 0 for "the", nearly 6 for a name.
#[must_use]
pub(super) fn weight(word: &str) -> f64 {
    (1000.0 / TEXTS.get(word).copied().unwrap_or(UNLISTED)).ln().max(0.0)
}

/// Whether the word is on the list of everyday words.
#[must_use]
pub(super) fn is_common(word: &str) -> bool {
    TEXTS.contains_key(word)
}

/// The words of a text, normalised: lower case, without the plural mark; with whether each is written with a capital.
pub(super) fn words(text: &str) -> impl Iterator<Item = (String, bool)> + '_ {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 || word.bytes().any(|b| b.is_ascii_digit()))
        .map(|word| (normalised(word), word.chars().next().is_some_and(char::is_uppercase)))
}

fn normalised(word: &str) -> String {
    let mut lower = word.to_lowercase();
    if !is_common(&lower) && lower.len() > 4 && lower.ends_with('s') && !lower.ends_with("ss") {
        lower.pop();
    }
    lower
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_common_words_is_sound() {
        assert_eq!(lexicon::check(include_str!("../../data/lexicon/common_words.tsv")), Ok(()));
    }

    #[test]
    fn rare_words_tell_more_than_common_ones() {
        assert!(weight("the") < 0.3 && weight("bridge") > 2.0 && weight("tonkers") > 5.0);
        assert_eq!(words("The Trawlers sank").map(|(word, _)| word).collect::<Vec<_>>(), ["the", "trawler", "sank"]);
    }
}
