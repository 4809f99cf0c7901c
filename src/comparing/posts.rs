//! What somebody is: posts against posts.
//!
//! Descriptions of one person mostly hold together ("a surgeon", "a father of two"), so only two present posts of one
//! rank in different bodies, or words that exclude each other, are worth telling.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::answer::Answer;
use super::relation::Relation;
use crate::lexicon;

/// Words of rank and the level they stand for.
static RANKS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| lexicon::rows(include_str!("../../data/lexicon/ranks.tsv")).map(|row| (row[0], row[1])).collect());

/// The lands of the list of groups: "Russian ground forces" are ground forces.
static NATIONS: LazyLock<FxHashSet<String>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../data/lexicon/groups.tsv")).map(|row| row[2].to_lowercase()).collect()
});

/// Compares two posts of one person.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let (left, right) = (Post::of(a), Post::of(b));
    if left.words == right.words {
        return Relation::AGREES;
    }
    if left.shares_its_body_with(&right) || left.words.is_empty() || right.words.is_empty() {
        return Relation::compatible("one-post-in-other-words");
    }
    match (left.level, right.level) {
        (Some(one), Some(other))
            if one == other && left.former == right.former && left.has_body() && right.has_body() =>
        {
            Relation::soft("two-posts-of-one-rank")
        }
        _ => Relation::compatible("both-may-hold"),
    }
}

/// A post taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Post<'a> {
    words: Vec<&'a str>,
    level: Option<&'static str>,
    former: bool,
}

impl<'a> Post<'a> {
    fn of(answer: &'a Answer) -> Self {
        let text = answer.word.as_deref().unwrap_or_default();
        let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let level = words.iter().find_map(|word| RANKS.get(word).copied());
        let former = words.iter().any(|word| RANKS.get(word) == Some(&"former"));
        words.sort_unstable();
        words.dedup();
        Self { words, level: level.filter(|&level| level != "former"), former }
    }

    /// The words that name the body, not the rank.
    fn body(&self) -> impl Iterator<Item = &'a str> + '_ {
        self.words.iter().copied().filter(|word| !RANKS.contains_key(word) && !NATIONS.contains(*word))
    }

    /// Two words or more: "head coach" names no body.
    fn has_body(&self) -> bool {
        self.body().nth(1).is_some()
    }

    /// "chief of staff of the ground forces", "chief of staff for the island's ground forces".
    fn shares_its_body_with(&self, other: &Self) -> bool {
        let shared = self.body().filter(|word| other.words.contains(word)).count();
        let smaller = self.body().count().min(other.body().count());
        smaller > 0 && shared * 3 >= smaller * 2
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn post(words: &str) -> Answer {
        answer(FactKind::Role, "a", words)
    }

    #[test]
    fn the_list_of_ranks_is_sound() {
        assert_eq!(lexicon::check(include_str!("../../data/lexicon/ranks.tsv")), Ok(()));
    }

    #[test]
    fn only_two_posts_of_one_rank_are_worth_telling() {
        let cases = [
            ("chief staff ground force", "chief staff ground force", Relation::AGREES),
            (
                "chief staff ground force",
                "chief staff island ground force",
                Relation::compatible("one-post-in-other-words"),
            ),
            ("head mobilization directorate", "chief staff ground force", Relation::soft("two-posts-of-one-rank")),
            ("former head harbour board", "chief ground force", Relation::compatible("both-may-hold")),
            ("surgeon", "father", Relation::compatible("both-may-hold")),
        ];
        for (a, b, expected) in cases {
            assert_eq!(relation(&post(a), &post(b)), expected, "{a} / {b}");
        }
    }
}
