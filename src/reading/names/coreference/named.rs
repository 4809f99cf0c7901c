//! The names in a sentence that can be those of people, with their places in it.
//!
//! It takes kinds as they were weighed; what is taken for something else stays in question.

use super::people::Who;
use super::{grammar, nouns};
use crate::language::Tree;
use crate::reading::article_reading::{Entity, Mention};
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::gazetteer::gazetteer;
use crate::span::Span;

/// The persons named in a sentence: head token, entity and whether by name.
pub(super) fn persons(body: &str, names: &[Mention], entities: &[Entity], tree: &Tree, sentence: usize) -> Vec<Named> {
    let from = names.partition_point(|mention| mention.sentence < sentence);
    let here = names[from..].iter().take_while(|mention| mention.sentence == sentence);
    here.filter_map(|mention| {
        let who = match mention.entity {
            Some(entity) => Who::Named(may_be_person(&entities[entity]).then_some(entity)?),
            // A surname that two people bear is somebody's, but no one knows whose.
            None => Who::Described(mention.span.of(body).to_owned()),
        };
        let token = grammar::head_at(tree, mention.span)?;
        let site = grammar::phrase_head(tree, token, |noun| nouns::human(noun).is_some());
        let unlike = mention.entity.is_some_and(|entity| entities[entity].kind != EntityKind::Person);
        Some(Named { token, site, who, span: mention.span, unlike, is_name: mention.kind == MentionKind::Name })
    })
    .collect()
}

/// Whether a name can be a person's: what is taken for a body or a place may be mistaken where no list knows it.
fn may_be_person(entity: &Entity) -> bool {
    let lists = gazetteer();
    let plain = |word: &str| {
        let small = word.chars().skip(1).any(char::is_lowercase);
        small && word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c)) && lists.head(word).is_none()
    };
    match entity.kind {
        EntityKind::Person => true,
        EntityKind::Organization | EntityKind::Place | EntityKind::Other => {
            lists.known(&entity.name).is_none()
                && entity.name.split(' ').all(plain)
                && entity.name.split(' ').count() < 4
        }
        _ => false,
    }
}

/// A name of a person in a sentence.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// The head of the name.
    pub(super) token: usize,
    /// The head of the noun phrase in which it stands: "father" of "his father John Roe".
    pub(super) site: usize,
    /// Whether the name is taken for that of something else.
    pub(super) unlike: bool,
    pub(super) who: Who,
    pub(super) span: Span,
    /// Whether by a name, not by a noun that means somebody named.
    pub(super) is_name: bool,
}
