//! "The ministry", "the president": nouns that mean a thing the article has named, where only one fits.
//!
//! Nothing is guessed between two; a noun with a complement of its own ("the president of the club") is left alone.

use rustc_hash::FxHashMap;

use super::fold::words;
use super::gazetteer::{Gazetteer, Known, NameWord};
use crate::language::{Relation, Tree, Upos};
use crate::reading::article_reading::{Descriptor, Entity, Mention};
use crate::reading::kinds::{DescriptorKind, EntityKind, MentionKind, SourceKind};
use crate::span::Span;

/// The nominal mentions of an article, in text order.
pub fn nominals(
    text: &str,
    trees: &[Tree],
    entities: &[Entity],
    mentions: &[Mention],
    descriptors: &[Descriptor],
    lists: &Gazetteer,
) -> Vec<Mention> {
    let bearers = bearers(text, entities, mentions, descriptors, lists);
    let medium = only_medium(entities, lists);
    let bearer = |noun: &str| {
        let medium = || medium.filter(|_| lists.is(noun, NameWord::Medium));
        bearers.get(noun).copied().unwrap_or_else(medium)
    };
    let mut found = Vec::new();
    for (sentence, tree) in trees.iter().enumerate() {
        for at in 1..tree.tokens.len() {
            let noun = tree_noun(text, tree, at).or_else(|| body_of_speakers(tree, at, lists));
            let Some(entity) = noun.and_then(bearer) else {
                continue;
            };
            let alone = !tree.word(text, at - 1).eq_ignore_ascii_case("the");
            let span = if alone { tree.tokens[at].span } else { tree.tokens[at - 1].span.hull(tree.tokens[at].span) };
            let known =
                mentions.iter().any(|mention| mention.entity == Some(entity) && mention.span.start < span.start);
            if known {
                found.push(Mention {
                    span,
                    sentence,
                    entity: Some(entity),
                    claim: None,
                    kind: MentionKind::Nominal,
                    confidence: 1.0,
                });
            }
        }
    }
    found
}

/// The noun of "the ministry", where nothing else belongs to it.
fn tree_noun<'t>(text: &'t str, tree: &'t Tree, at: usize) -> Option<&'t str> {
    let (article, noun) = (&tree.tokens[at - 1], &tree.tokens[at]);
    if noun.upos != Upos::Noun || noun.xpos != "NN" || !article.span.of(text).eq_ignore_ascii_case("the") {
        return None;
    }
    let narrows = |child: usize| {
        !matches!(
            tree.tokens[child].relation,
            Relation::Det | Relation::Punct | Relation::Case | Relation::Cc | Relation::Conj | Relation::Appos
        ) && tree.tokens[child].relation != Relation::Cop
            && !tree.tokens[child].relation.is_subject()
            && (tree.tokens[child].relation != Relation::Nmod || child > at)
    };
    // "the mayor, who is ill, said": an aside does not tell which mayor.
    let aside = |child: usize| {
        let after = || tree.tokens.get(at + 1).is_some_and(|next| next.span.of(text) == ",");
        tree.tokens[child].relation == Relation::AclRelcl && after()
    };
    let complement = tree.children(at).filter(|&child| !aside(child)).any(|child| {
        matches!(
            tree.tokens[child].relation,
            Relation::Nmod | Relation::Acl | Relation::AclRelcl | Relation::Compound | Relation::Amod
        ) && narrows(child)
    });
    let part = noun.relation == Relation::Compound
        || tree.tokens.get(at + 1).is_some_and(|next| next.upos == Upos::Propn || next.relation == Relation::Flat);
    (!complement && !part).then_some(noun.lemma.as_str())
}

/// The noun of "network officials", "the company spokesman": a body before whoever speaks for it.
fn body_of_speakers<'t>(tree: &'t Tree, at: usize, lists: &Gazetteer) -> Option<&'t str> {
    let (noun, next) = (&tree.tokens[at], tree.tokens.get(at + 1)?);
    // By place: in "party and network officials" a parser may not see the compound.
    let body = noun.xpos == "NN" && noun.upos == Upos::Noun;
    let plain = !matches!(tree.tokens[at - 1].upos, Upos::Adj | Upos::Noun | Upos::Propn);
    let speakers = next.upos == Upos::Noun && lists.title(&next.lemma).is_some();
    let known = lists.is(&noun.lemma, NameWord::Medium) || lists.is(&noun.lemma, NameWord::Organ);
    (body && plain && speakers && known).then_some(noun.lemma.as_str())
}

/// For each noun, the one entity of the article that it can mean; `None` where two can.
fn bearers(
    text: &str,
    entities: &[Entity],
    mentions: &[Mention],
    descriptors: &[Descriptor],
    lists: &Gazetteer,
) -> FxHashMap<String, Option<usize>> {
    let mut bearers: FxHashMap<String, Option<usize>> = FxHashMap::default();
    let mut add = |noun: String, entity: usize| {
        let slot = bearers.entry(noun).or_insert(Some(entity));
        if *slot != Some(entity) {
            *slot = None;
        }
    };
    for descriptor in
        descriptors.iter().filter(|descriptor| matches!(descriptor.kind, DescriptorKind::Title | DescriptorKind::Post))
    {
        let Some(entity) = mentions.get(descriptor.mention).and_then(|mention| mention.entity) else { continue };
        if let Some(noun) = post_noun(descriptor.span, text, lists) {
            add(noun, entity);
        }
    }
    for (at, entity) in entities
        .iter()
        .enumerate()
        .filter(|(_, entity)| matches!(entity.kind, EntityKind::Organization | EntityKind::Facility))
    {
        let mut nouns: Vec<String> = Vec::new();
        for name in entity.names.iter().filter(|name| name.contains(' ')) {
            let bare: Vec<String> = words(name);
            let head =
                bare.iter().position(|word| word == "of").and_then(|of| bare.get(of.checked_sub(1)?)).or(bare.last());
            nouns.extend(head.filter(|word| word.len() > 3).cloned());
            if bare.last().is_some_and(|word| lists.is(word, NameWord::Company)) {
                nouns.push("company".into());
            }
        }
        nouns.sort();
        nouns.dedup();
        for noun in nouns {
            add(noun, at);
        }
    }
    bearers
}

/// The one outlet or agency that the article names: "the network" and "the newspaper" are it.
fn only_medium(entities: &[Entity], lists: &Gazetteer) -> Option<usize> {
    let publishes = |entity: &Entity| matches!(lists.known(&entity.name), Some(Known::Medium(medium)) if matches!(medium.kind, SourceKind::Outlet | SourceKind::Agency));
    let mut media = (0..entities.len()).filter(|&at| publishes(&entities[at]));
    media.next().filter(|_| media.next().is_none())
}

/// The noun of a title or post ("foreign minister" and "minister of the interior" are both a minister, a former one is
/// none).
fn post_noun(span: Span, text: &str, lists: &Gazetteer) -> Option<String> {
    let words = span.of(text).to_lowercase();
    if words.starts_with("former ") || words.starts_with("ex-") {
        return None;
    }
    let head = words.split(" of ").next()?.split_whitespace().last()?;
    lists.title(head).map(|_| head.to_owned())
}

#[cfg(test)]
mod tests {
    use crate::language::{sentences, tree};
    use crate::reading::names::names;
    use crate::reading::{MentionKind, Section, Sentence};
    use crate::span::Span;

    fn nominals(text: &str) -> Vec<(&str, Option<String>)> {
        let spans = sentences(text, Span::new(0, text.len()));
        let sentences: Vec<Sentence> =
            spans.into_iter().map(|span| Sentence { span, paragraph: 0, section: Section::Body }).collect();
        let trees: Vec<_> = sentences.iter().map(|sentence| tree(text, sentence.span)).collect();
        let names = names(text, &sentences, &trees, &[]);
        let nominal = names.mentions.iter().filter(|mention| mention.kind == MentionKind::Nominal);
        nominal
            .map(|mention| (mention.span.of(text), mention.entity.map(|at| names.entities[at].name.clone())))
            .collect()
    }

    #[test]
    fn a_noun_means_the_only_bearer() {
        let text = "The Transport Ministry closed the bridge. The ministry gave no reason.";
        assert_eq!(nominals(text), [("The ministry", Some("Transport Ministry".into()))]);
    }

    #[test]
    fn the_only_medium_is_the_network() {
        let text = "CNN ran the story. The network gave no reason, and network officials were silent.";
        let cnn = || Some("CNN".to_owned());
        assert_eq!(nominals(text), [("The network", cnn()), ("network", cnn())]);
        assert!(nominals("CNN and Reuters ran the story. The network named nobody.").is_empty());
    }

    #[test]
    fn nothing_is_guessed_between_two() {
        let text = "The Transport Ministry and the Health Ministry met. The ministry gave no reason.";
        assert!(nominals(text).is_empty());
    }
}
