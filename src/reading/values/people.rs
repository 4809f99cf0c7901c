//! Whom a sentence speaks of: the person behind a noun, and the frame of a question about one.

use crate::language::Relation;
use crate::reading::{EntityKind, Frame};

use super::questions::close;
use super::scene::Scene;

/// The person that a token names or stands for.
pub(super) fn person(scene: &Scene, at: usize) -> Option<usize> {
    scene.entity(at).filter(|_| scene.entity_kind(at) == Some(EntityKind::Person))
}

/// The person behind a noun: itself, or the name that it stands beside ("Lund, a lawyer who heads …").
pub(super) fn person_of(scene: &Scene, at: usize) -> Option<usize> {
    person(scene, at)
        .or_else(|| scene.head(at).filter(|_| scene.relation(at) == Relation::Appos).and_then(|up| person(scene, up)))
        .or_else(|| scene.child(at, &[Relation::Appos, Relation::Flat]).and_then(|name| person(scene, name)))
}

/// The person who does what a verb tells, or is what a noun says.
pub(super) fn subject(scene: &Scene, predicate: usize) -> Option<usize> {
    scene.subject(predicate).and_then(|(subject, _)| person_of(scene, subject))
}

/// The frame of a question about a person; `{}` stands for the name.
pub(super) fn about(scene: &Scene, person: usize, question: &str) -> Frame {
    let name = &scene.reading.entities[person].name;
    Frame {
        about: Some(person),
        head: Some(first_and_last(name)),
        question: close(&question.replace("{}", name)),
        ..Frame::default()
    }
}

/// "Ann Mary Roe" and "Ann Roe" are one person in reports on one event.
pub(super) fn first_and_last(name: &str) -> String {
    let mut words = name.split_whitespace();
    match (words.next(), words.next_back()) {
        (Some(first), Some(last)) => format!("{first} {last}").to_lowercase(),
        _ => name.to_lowercase(),
    }
}
