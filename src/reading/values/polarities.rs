//! Whether it happened: yes and no of a verb with a named doer.

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Value};

use super::blank;
use super::frames::of_event;
use super::lexicons;
use super::questions::whether;
use super::scene::Scene;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for verb in 0..scene.tree.tokens.len() {
        if !scene.is_verb(verb) || lexicons::weak(scene.lemma(verb)).is_some() || !is_main(scene, verb) {
            continue;
        }
        let Some(doer) = scene.doer(verb).or_else(|| scene.object(verb)) else { continue };
        let negation = scene.negation(verb);
        if scene.entity(doer).is_none()
            || (negation.is_none() && scene.object(verb).is_none_or(|at| scene.upos(at) == Upos::Pron))
        {
            continue;
        }
        let span = negation.map_or_else(|| scene.span(verb), |not| scene.span(not).hull(scene.span(verb)));
        let Some(claim) = scene.claim_at(span) else { continue };
        let mut value = blank(claim, FactKind::Polarity, span);
        value.word = Some(
            if negation.is_some() {
                "no"
            } else if is_alleged(scene, verb) {
                "allegedly"
            } else {
                "yes"
            }
            .into(),
        );
        value.attribute = Some(time_of(scene, verb).into());
        let mut frame = of_event(scene, verb, span);
        if let Some(question) = whether(scene, verb) {
            frame.question = question;
            value.frame = Some(frame);
        }
        into.push(value);
    }
}

/// "allegedly hit", "is accused of hitting": somebody says so, and it is not settled.
fn is_alleged(scene: &Scene, verb: usize) -> bool {
    let said = |at: usize| {
        let word = scene.lower(at);
        word.starts_with("alleg") || matches!(word.as_str(), "accused" | "suspected" | "purportedly" | "charged")
    };
    scene.children(verb).iter().any(|&child| said(child)) || scene.head(verb).is_some_and(said)
}

/// Clauses that say something of their own, not conditions or wishes.
fn is_main(scene: &Scene, verb: usize) -> bool {
    matches!(scene.relation(verb), Relation::Root | Relation::Ccomp | Relation::Conj | Relation::Parataxis)
        && scene.child(verb, &[Relation::Mark]).is_none_or(|mark| scene.lower(mark) == "that")
}

/// What is to come is another question than what was.
fn time_of(scene: &Scene, verb: usize) -> &'static str {
    let auxiliaries = || {
        scene.children(verb).iter().filter(|&&child| matches!(scene.relation(child), Relation::Aux | Relation::AuxPass))
    };
    let has = |words: &[&str]| auxiliaries().any(|&child| words.contains(&scene.lower(child).as_str()));
    if has(&["will", "would", "'ll", "’ll", "shall", "wo", "ca", "can", "could", "may", "might", "should", "must"]) {
        return "will";
    }
    let past =
        matches!(scene.tree.tokens[verb].xpos, "VBD" | "VBN") || has(&["did", "had", "was", "were", "has", "have"]);
    if past { "did" } else { "does" }
}
