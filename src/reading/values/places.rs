//! Where it happened: a place or building that hangs on a verb.

use crate::language::Relation;
use crate::reading::{EntityKind, FactKind, Value};

use super::blank;
use super::frames::of_event;
use super::lexicons;
use super::questions::asked_of_event;
use super::scene::Scene;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        let place = matches!(scene.entity_kind(at), Some(EntityKind::Place | EntityKind::Facility));
        if !place || scene.relation(at) != Relation::Obl {
            continue;
        }
        let case = scene.child(at, &[Relation::Case]).map(|case| scene.lower(case));
        let Some(verb) = scene.head(at).filter(|&verb| scene.is_verb(verb)) else { continue };
        if !matches!(case.as_deref(), Some("in" | "at" | "near" | "outside" | "inside" | "on" | "to"))
            || lexicons::weak(scene.lemma(verb)).is_some()
        {
            continue;
        }
        let Some(mention) = scene.mention(at) else { continue };
        let Some(claim) = scene.claim_at(mention.span) else { continue };
        let mut value = blank(claim, FactKind::Place, mention.span);
        value.entity = mention.entity;
        value.word = mention.entity.map(|entity| scene.reading.entities[entity].name.to_lowercase());
        let mut frame = of_event(scene, verb, mention.span);
        frame.terms.retain(|term| term.role != "place");
        if let Some(question) = asked_of_event(scene, "where", verb, at) {
            frame.question = question;
            value.frame = Some(frame);
        }
        into.push(value);
    }
}
