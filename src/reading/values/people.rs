//! What is said of a person: the post, the town they are from.

use crate::language::{Relation, Upos};
use crate::reading::{DescriptorKind, EntityKind, FactKind, Frame, Value};
use crate::span::Span;

use super::blank;
use super::lexicons;
use super::questions::close;
use super::scene::Scene;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    posts(scene, into);
    appositions(scene, into);
    after_comma(scene, into);
    leaders(scene, into);
    homes(scene, into);
}

/// Titles and posts beside a name: "Vera Lund, head of the harbour board".
fn posts(scene: &Scene, into: &mut Vec<Value>) {
    let reading = scene.reading;
    for descriptor in &reading.descriptors {
        let mention = &reading.mentions[descriptor.mention];
        if mention.sentence != scene.sentence
            || !matches!(descriptor.kind, DescriptorKind::Post | DescriptorKind::Title)
        {
            continue;
        }
        let Some(person) = mention.entity.filter(|&entity| reading.entities[entity].kind == EntityKind::Person) else {
            continue;
        };
        let title = descriptor.kind == DescriptorKind::Title;
        if title && !lexicons::is_office(descriptor.span.of(scene.body)) {
            continue; // "Mr.", "General": no post
        }
        push_post(scene, person, descriptor.span, into);
    }
}

/// "Vera Lund, head of the harbour board": an apposition of some words that no descriptor has.
fn appositions(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        if scene.relation(at) != Relation::Appos || scene.upos(at) != Upos::Noun {
            continue;
        }
        let Some(person) = scene.head(at).and_then(|head| person_of(scene, head)) else { continue };
        let inner: Vec<_> = scene.tree.subtree(at);
        let clause = scene.children(at).iter().copied().find(|&child| {
            matches!(
                scene.relation(child),
                Relation::AclRelcl | Relation::Acl | Relation::Appos | Relation::Parataxis | Relation::Conj
            )
        });
        let end = clause.map_or(usize::MAX, |clause| scene.tree.subtree(clause).first().copied().unwrap_or(clause));
        let mut tokens = inner.into_iter().take_while(|&token| token < end && scene.upos(token) != Upos::Punct);
        let Some(first) = tokens.next() else { continue };
        let last = tokens.last().unwrap_or(first);
        let span = scene.span(first).hull(scene.span(last));
        let known = into.iter().any(|value| value.kind == FactKind::Role && value.span.overlaps(span));
        if !known && scene.mention(at).is_none() && lexicons::is_post(scene.lemma(at)) {
            push_post(scene, person, span, into);
        }
    }
}

/// "Vera Lund, chief of the harbour board, came": a post right behind the comma, whatever the tree made of it.
fn after_comma(scene: &Scene, into: &mut Vec<Value>) {
    let tokens = &scene.tree.tokens;
    for at in 1..tokens.len().saturating_sub(2) {
        let person = scene.entity(at - 1).filter(|_| scene.entity_kind(at - 1) == Some(EntityKind::Person));
        let Some(person) = person.filter(|_| scene.lower(at) == "," && scene.entity(at + 1).is_none()) else {
            continue;
        };
        let end = (at + 1..tokens.len())
            .find(|&token| {
                matches!(scene.lower(token).as_str(), "," | "." | ";" | ")" | "who" | "and" | "which")
                    || scene.is_verb(token)
            })
            .unwrap_or(tokens.len());
        let post = (at + 1..end.min(at + 5))
            .find(|&token| lexicons::is_post(scene.lemma(token)) && scene.upos(token) == Upos::Noun);
        let closed = end < tokens.len() && !scene.is_verb(end) && end - at < 14;
        if post.is_none() || !closed {
            continue;
        }
        let span = scene.span(at + 1).hull(scene.span(end - 1));
        if !into.iter().any(|value| value.kind == FactKind::Role && value.span.overlaps(span)) {
            push_post(scene, person, span, into);
        }
    }
}

/// "Vera Lund, who heads the harbour board": a verb of leading says the post.
fn leaders(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        if !scene.is_verb(at) || !matches!(scene.lemma(at), "head" | "lead" | "command" | "chair" | "direct") {
            continue;
        }
        let Some(object) = scene.child(at, &[Relation::Obj]) else { continue };
        let Some(subject) = scene.subject(at).map(|(subject, _)| subject) else { continue };
        let Some(person) = person_of(scene, subject) else { continue };
        let last = scene.tree.extent(object);
        push_post(scene, person, scene.span(at).hull(last), into);
    }
}

/// The person behind a noun: itself, or the name that it stands beside ("Lund, a lawyer who heads …").
fn person_of(scene: &Scene, at: usize) -> Option<usize> {
    let is_person = |at: usize| scene.entity(at).filter(|_| scene.entity_kind(at) == Some(EntityKind::Person));
    is_person(at).or_else(|| scene.head(at).filter(|_| scene.relation(at) == Relation::Appos).and_then(is_person))
}

fn push_post(scene: &Scene, person: usize, span: Span, into: &mut Vec<Value>) {
    let Some(claim) = scene.claim_at(span) else { return };
    let word = content(scene, span);
    if word.is_empty() {
        return;
    }
    let mut value = blank(claim, FactKind::Role, span);
    value.word = Some(word);
    let name = &scene.reading.entities[person].name;
    value.frame = Some(Frame {
        about: Some(person),
        question: close(&format!("what post does {name} hold")),
        ..Frame::default()
    });
    into.push(value);
}

/// "Ann Mary Roe" and "Ann Roe" are one person in reports on one event.
pub(super) fn first_and_last(name: &str) -> String {
    let mut words = name.split_whitespace();
    match (words.next(), words.next_back()) {
        (Some(first), Some(last)) => format!("{first} {last}").to_lowercase(),
        _ => name.to_lowercase(),
    }
}

/// The telling words of a post, by lemma, without articles and prepositions.
fn content(scene: &Scene, span: Span) -> String {
    let words: Vec<_> = scene
        .tokens_in(span)
        .filter(|&at| matches!(scene.upos(at), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Verb | Upos::Adv))
        .map(|at| match scene.entity(at).map(|entity| &scene.reading.entities[entity]) {
            Some(group) if group.kind == EntityKind::Group => {
                lexicons::nation(&group.name).map_or_else(|| scene.lower(at), str::to_owned)
            }
            _ => scene.lemma(at).to_lowercase(),
        })
        .collect();
    words.join(" ")
}

/// "Ann Roe, 36, of Belmont" tells where somebody is from.
fn homes(scene: &Scene, into: &mut Vec<Value>) {
    let reading = scene.reading;
    let first = reading.mentions.partition_point(|mention| mention.sentence < scene.sentence);
    let here: Vec<_> =
        reading.mentions[first..].iter().take_while(|mention| mention.sentence == scene.sentence).collect();
    for (at, person) in here.iter().enumerate() {
        let Some(entity) = person.entity.filter(|&entity| reading.entities[entity].kind == EntityKind::Person) else {
            continue;
        };
        let next = here[at + 1..].iter().find(|other| other.span.start >= person.span.end);
        let Some(place) = next.and_then(|other| {
            other
                .entity
                .filter(|&place| reading.entities[place].kind == EntityKind::Place)
                .map(|entity| (other, entity))
        }) else {
            continue;
        };
        let between = scene.body.get(person.span.end..place.0.span.start).unwrap_or_default();
        let bare: String = between.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, ',' | ' ')).collect();
        if bare != "of" || !between.contains(',') {
            continue;
        }
        let Some(claim) = scene.claim_at(place.0.span) else { continue };
        let mut value = blank(claim, FactKind::Place, place.0.span);
        value.attribute = Some("home".into());
        value.entity = Some(place.1);
        value.word = Some(reading.entities[place.1].name.to_lowercase());
        let name = &reading.entities[entity].name;
        value.frame =
            Some(Frame { about: Some(entity), question: close(&format!("where is {name} from")), ..Frame::default() });
        into.push(value);
    }
}
