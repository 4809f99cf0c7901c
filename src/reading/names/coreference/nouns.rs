//! Nouns that mean one human being without naming him or her: "the boy", "his wife", "a spokesman".
//!
//! They compete with the persons whom the article names; which of them a pronoun means is weighed elsewhere.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{NameKind, NameTag, Relation, Tree, Upos};
use crate::lexicon::rows;
use crate::reading::names::gazetteer::{Gender, gazetteer};

type Genders = FxHashMap<&'static str, Option<Gender>>;

static HUMANS: LazyLock<Genders> = LazyLock::new(|| {
    let plain = rows(include_str!("../../../../data/lexicon/humans.tsv")).map(|row| (row[0], None));
    let told = rows(include_str!("../../../../data/lexicon/persons.tsv")).map(|row| (row[0], row[1].parse().ok()));
    plain.chain(told).collect()
});

/// Whether a noun means a human being, and of which gender: `Some(None)` is a noun of both.
#[allow(clippy::option_option, reason = "found or not, and of a known gender or not, are two answers")]
pub fn human(lemma: &str) -> Option<Option<Gender>> {
    let lists = gazetteer();
    let found = HUMANS.get(lemma).copied().or_else(|| lists.relation(lemma)).or_else(|| post(lemma))?;
    Some(found.or_else(|| by_ending(lemma)))
}

/// The last words of titles, in small letters: "senator", "constable".
static POSTS: LazyLock<FxHashMap<String, Option<Gender>>> = LazyLock::new(|| {
    let titles = rows(include_str!("../../../../data/lexicon/titles.tsv")).filter(|row| row[1] != "honorific");
    titles
        .filter_map(|row| Some((row[0].rsplit([' ', '-']).next()?.to_lowercase(), row[2].parse().ok())))
        .filter(|(noun, _)| !noun.ends_with('.'))
        .collect()
});

/// Whether a noun means the bearer of a post, and of which gender.
#[allow(clippy::option_option, reason = "found or not, and of a known gender or not, are two answers")]
fn post(lemma: &str) -> Option<Option<Gender>> {
    POSTS.get(lemma).copied()
}

/// "chairwoman", "spokesman".
fn by_ending(noun: &str) -> Option<Gender> {
    if noun.ends_with("woman") {
        Some(Gender::Female)
    } else {
        noun.ends_with("man").then_some(Gender::Male).filter(|_| noun != "human")
    }
}

fn is_only_post(lemma: &str) -> bool {
    !HUMANS.contains_key(lemma) && gazetteer().relation(lemma).is_none()
}

/// How a described person is introduced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// "a boy".
    New,
    /// "the boy", "his wife".
    Given,
}

/// The person that the noun at `at` describes, where it stands for somebody of its own: no part of a name, no predicate.
pub(super) fn described(text: &str, tree: &Tree, at: usize) -> Option<(Option<Gender>, Way)> {
    let token = &tree.tokens[at];
    if token.upos != Upos::Noun || token.xpos != "NN" {
        return None;
    }
    let gender = human(&token.lemma)?;
    let part = matches!(
        token.relation,
        Relation::Compound
            | Relation::NmodDesc
            | Relation::Flat
            | Relation::Appos
            | Relation::Xcomp
            | Relation::Amod
            | Relation::OblUnmarked
    );
    let (mut copula, mut apposed, mut owned, mut definite, mut stated) = (false, false, false, false, false);
    for child in tree.children(at) {
        let other = &tree.tokens[child];
        match other.relation {
            Relation::Cop => copula = true,
            Relation::Appos | Relation::Flat => apposed |= other.upos == Upos::Propn,
            // "your head"
            Relation::NmodPoss if other.upos == Upos::Pron && is_only_post(&token.lemma) => return None,
            Relation::NmodPoss => (owned, stated) = (true, true),
            Relation::Det => {
                stated = true;
                let word = tree.word(text, child);
                definite |= ["the", "this", "that"].iter().any(|own| word.eq_ignore_ascii_case(own));
                if ["no", "every", "each", "any"].iter().any(|own| word.eq_ignore_ascii_case(own)) {
                    return None;
                }
            }
            Relation::Case if tree.word(text, child).eq_ignore_ascii_case("as") => return None,
            _ => {}
        }
    }
    // "their child, Jane"
    let comma = tree.tokens.get(at + 1).is_some_and(|next| next.span.of(text) == ",");
    let next = tree.tokens.get(at + 1 + usize::from(comma));
    let before_name = next.is_some_and(|next| {
        matches!(next.name, NameTag::Begin(NameKind::Person)) || next.upos == Upos::Propn && !comma
    });
    // "Police chief" without an article is a title.
    let stands = stated && !part && !copula && !apposed && !before_name;
    stands.then_some((gender, if owned || definite { Way::Given } else { Way::New }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tree;
    use crate::span::Span;

    #[test]
    fn the_lists_of_nouns_are_sound() {
        for list in
            [include_str!("../../../../data/lexicon/humans.tsv"), include_str!("../../../../data/lexicon/persons.tsv")]
        {
            assert_eq!(crate::lexicon::check(list), Ok(()));
        }
    }

    #[test]
    fn a_noun_describes_a_person_of_its_own() {
        let found = |text: &'static str| -> Vec<&str> {
            let tree = tree(text, Span::new(0, text.len()));
            let persons = (0..tree.tokens.len()).filter(|&at| described(text, &tree, at).is_some());
            persons.map(|at| tree.word(text, at)).collect()
        };
        assert_eq!(found("The boy met a farmer in the village."), ["boy", "farmer"]);
        assert_eq!(found("Jane Roe is a farmer and met economist John Doe."), [""; 0]);
    }
}
