//! What the words of a source are: a person's name, a pronoun that is resolved or not, a noun that speaks, a word that
//! cannot speak. The classes are features of the models; they make no voice.

use super::lexicon::voice_noun;
use super::report::Words;
use super::site::Site;
use crate::language::Upos;
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::{Entity, Mention};
use crate::span::Span;

/// The names and pronouns of an article, as far as speakers need them.
#[derive(Debug, Clone, Copy)]
pub struct Named<'a> {
    /// In text order.
    pub mentions: &'a [Mention],
    /// What they name.
    pub entities: &'a [Entity],
}

impl Named<'_> {
    /// The mention that covers a stretch.
    pub fn at(&self, span: Span) -> Option<&Mention> {
        let from = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions[from..].iter().take_while(|mention| mention.span.start < span.end).next()
    }

    /// Whom the head of a source names or means.
    pub fn entity(&self, site: &Site, words: Words) -> Option<usize> {
        self.at(site.token(words.head))?.entity
    }

    /// Whether a stretch names an entity.
    pub fn names(&self, span: Span, entity: usize) -> bool {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let inside = self.mentions[from..].iter().take_while(|mention| mention.span.end <= span.end);
        inside.into_iter().any(|mention| mention.entity == Some(entity) && mention.kind == MentionKind::Name)
    }

    /// The class of the words of a source in the sentence of their head.
    pub fn standing(&self, site: &Site, words: Words) -> &'static str {
        let head = words.head;
        if site.is_quoted(head) {
            return "quoted";
        }
        let mention = self.at(site.token(head));
        match site.upos(head) {
            Upos::Pron => match site.word(head) {
                "he" | "she" if mention.is_some_and(|mention| mention.entity.is_some()) => "he-she",
                "he" | "she" => "he-she-open",
                "they" => "they",
                "we" | "i" => "we-I",
                "who" => "who",
                "which" | "that" => "which",
                "it" => "it",
                "some" | "others" | "many" | "most" | "several" | "one" | "another" | "both" | "those" | "few"
                | "all" => "some",
                _ => "pronoun",
            },
            Upos::Propn | Upos::Noun | Upos::Adj | Upos::X | Upos::Num => {
                let named = mention.filter(|mention| mention.kind == MentionKind::Name);
                let entity = named.and_then(|mention| self.entities.get(mention.entity?));
                match entity.map(|entity| entity.kind) {
                    Some(EntityKind::Person) => "person",
                    Some(EntityKind::Organization) => "organization",
                    Some(EntityKind::Place | EntityKind::Facility) => "place",
                    Some(EntityKind::Group) => "group",
                    Some(_) => "thing",
                    None if named.is_some() || site.upos(head) == Upos::Propn => "name",
                    None if voice_noun(site.lemma(head)).is_some() => {
                        if site.tree.tokens[head].xpos == "NNS" {
                            "voices"
                        } else {
                            "voice"
                        }
                    }
                    None if site.tree.tokens[head].xpos == "NNS" => "nouns",
                    None if site.upos(head) == Upos::Noun => "noun",
                    None => "other",
                }
            }
            _ => "other",
        }
    }
}
