//! One thing that is not counted: "hit a parked car" answers how many cars were hit, as "hit three cars" does.
//!
//! Only what was done to one thing is asked for; of most nouns "a" says nothing about how many there were.

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Value};

use super::count_questions::{Asked, asked};
use super::frames::{modifiers, of_event, owners};
use super::scene::Scene;
use super::{blank, lexicons};

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for noun in 0..scene.tree.tokens.len() {
        if let Some(value) = single(scene, noun) {
            into.push(value);
        }
    }
}

fn single(scene: &Scene, noun: usize) -> Option<Value> {
    let counts = scene.upos(noun) == Upos::Noun && scene.tree.tokens[noun].xpos == "NN" && !scene.is_time(noun);
    let article = scene.child(noun, &[Relation::Det]).filter(|_| counts)?;
    if !matches!(scene.lower(article).as_str(), "a" | "an" | "another") || scene.is_number(article) {
        return None;
    }
    let verb = scene.governor(noun).filter(|&verb| scene.is_verb(verb) && scene.object(verb) == Some(noun))?;
    let done = lexicons::is_thing(scene.lemma(noun)) && lexicons::is_event(scene.lemma(verb));
    let of_several =
        scene.children(noun).iter().any(|&child| matches!(scene.lemma(child), "prior" | "previous" | "earlier"));
    // "charged an 18-year-old man": who he is, not how many.
    if scene.is_person_noun(noun) || !done && !of_several || lexicons::casualty_verb(scene.lemma(verb)).is_some() {
        return None;
    }
    let span = scene.span(article).hull(scene.span(noun));
    let mut value = blank(scene.claim_at(span)?, FactKind::Quantity, span);
    (value.low, value.high) = (Some(1.0), Some(1.0));
    let mut frame = of_event(scene, verb, span);
    if lexicons::weak(scene.lemma(verb)) == Some("light") {
        frame.predicate = None;
    }
    modifiers(scene, noun, scene.span(article), "modifier", &mut frame.terms);
    frame.terms.retain(|term| term.word != "another");
    owners(scene, scene.doer(verb), span, &mut frame.terms);
    frame.head = Some(lexicons::noun(scene.lemma(noun)).to_lowercase());
    frame.question = asked(scene, &Asked::Things { own: span }, Some(verb), noun, &frame.terms)?;
    value.frame = Some(frame);
    Some(value)
}
