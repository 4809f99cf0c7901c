//! Where it happened: a place or building that hangs on a verb.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, FactKind, Value};

use super::blank;
use super::frames::{of_event, question, rest_of_question};
use super::lexicons;
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
        let clear = scene.subject(verb).is_some_and(|(subject, _)| {
            scene.entity(subject).is_some() || matches!(scene.upos(subject), Upos::Noun | Upos::Propn)
        });
        if clear {
            frame.question = question(&format!("where {}", rest_of_question(scene, verb, at)));
            value.frame = Some(frame);
        }
        into.push(value);
    }
}
