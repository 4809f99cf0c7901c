//! What somebody is: posts against posts.
//!
//! Descriptions of one person mostly hold together ("a surgeon", "a father of two"), so only two present posts of one
//! rank in different bodies, or one post that is held in full here and for a time there, are worth telling.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::ages::names_a_year;
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
    if far_apart(a, b) || names_a_year(a) || names_a_year(b) {
        return Relation::compatible("posts-of-other-times");
    }
    if left.is_one_post(&right) && left.interim != right.interim && is_new(a) && is_new(b) && !a.same_article(b) {
        return Relation::soft("for-a-time-or-for-good");
    }
    if left.shares_its_body_with(&right) || left.words.is_empty() || right.words.is_empty() {
        return Relation::compatible("one-post-in-other-words");
    }
    // "Senate Democratic leader", "Senate minority leader": one head and one body, unless two modifiers contrast.
    let one_office = left.shares_its_rank_with(&right) && left.is_one_post(&right);
    if one_office && !left.contrasts_with(&right) {
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

/// Reports so many days apart may tell of two posts one after the other.
const ONE_TIME: i32 = 60;

fn far_apart(a: &Answer, b: &Answer) -> bool {
    match (a.place.published, b.place.published) {
        (Some(one), Some(other)) => (other - one).get_days().abs() > ONE_TIME,
        _ => false,
    }
}

/// Told of somebody who comes into the post.
fn is_new(answer: &Answer) -> bool {
    answer.terms_of("scope").any(|term| term.word == "new")
}

/// A post taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Post<'a> {
    words: Vec<&'a str>,
    level: Option<&'static str>,
    former: bool,
    interim: bool,
}

impl<'a> Post<'a> {
    fn of(answer: &'a Answer) -> Self {
        let text = answer.word.as_deref().unwrap_or_default();
        let mut words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let level = words.iter().find_map(|word| {
            RANKS.get(word).copied().filter(|level| !matches!(*level, "former" | "interim") && !level.contains(' '))
        });
        let has = |level: &str| words.iter().any(|word| RANKS.get(word) == Some(&level));
        let (former, interim) = (has("former"), has("interim"));
        words.sort_unstable();
        words.dedup();
        Self { words, level, former, interim }
    }

    /// The words that name the body, not the rank.
    fn body(&self) -> impl Iterator<Item = &'a str> + '_ {
        let is_rank = |word: &&str| RANKS.get(word).is_some_and(|level| !level.contains(' '));
        self.words.iter().copied().filter(move |word| !is_rank(word) && !NATIONS.contains(*word))
    }

    /// "interim coach" and "head coach": the same last word of office, whatever the rank.
    fn is_one_post(&self, other: &Self) -> bool {
        self.body().any(|word| other.body().any(|same| same == word))
    }

    /// "leader" and "leader", not "leader" and "chief".
    fn shares_its_rank_with(&self, other: &Self) -> bool {
        let is_rank = |word: &&&str| RANKS.get(**word).is_some_and(|level| Some(*level) == self.level);
        self.words.iter().filter(is_rank).any(|word| other.words.contains(word))
    }

    /// "majority leader" and "minority leader": two modifiers of one axis.
    fn contrasts_with(&self, other: &Self) -> bool {
        let modifiers = |post: &Self| -> Vec<(&'static str, &'static str)> {
            post.words.iter().filter_map(|word| RANKS.get(word)?.split_once(' ')).collect()
        };
        let theirs = modifiers(other);
        modifiers(self).iter().any(|(axis, side)| theirs.iter().any(|(same, told)| same == axis && told != side))
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
    use super::super::answer::AnswerTerm;
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
    fn whoever_comes_into_a_post_has_it_for_a_time_or_for_good() {
        let new = |article: &str, words: &str| {
            let scope = AnswerTerm { role: "scope".into(), word: "new".into(), entity: None };
            Answer { terms: vec![scope], ..answer(FactKind::Role, article, words) }
        };
        let (interim, full) = (new("a", "interim coach"), new("b", "head coach"));
        assert_eq!(relation(&interim, &full), Relation::soft("for-a-time-or-for-good"));
        assert_eq!(relation(&post("interim coach"), &full), Relation::compatible("one-post-in-other-words"));
        assert_eq!(relation(&interim, &new("b", "harbour master")), Relation::compatible("both-may-hold"));
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
            ("senate democratic leader", "senate minority leader", Relation::compatible("one-post-in-other-words")),
            ("senate majority leader", "senate minority leader", Relation::soft("two-posts-of-one-rank")),
            ("head signal force directorate", "chief staff harbour force", Relation::soft("two-posts-of-one-rank")),
            ("surgeon", "father", Relation::compatible("both-may-hold")),
        ];
        for (a, b, expected) in cases {
            assert_eq!(relation(&post(a), &post(b)), expected, "{a} / {b}");
        }
    }
}
