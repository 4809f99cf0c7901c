//! Which way somebody was moving when it happened: into or out of a place, to which quarter of the compass.
//!
//! Only what was going on counts ("was walking out of the shop"): whoever went in came out again later.

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Frame, Value};

use super::blank;
use super::frames::{push, term};
use super::lexicons;
use super::people_words;
use super::questions::{close, party};
use super::scene::Scene;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for verb in 0..scene.tree.tokens.len() {
        let going_on = scene.is_verb(verb) && scene.tree.tokens[verb].xpos == "VBG" && scene.negation(verb).is_none();
        if going_on && let Some(value) = inward(scene, verb).or_else(|| compass(scene, verb)) {
            into.push(value);
        }
    }
}

/// "was walking out of the shop", "was entering the shop".
fn inward(scene: &Scene, verb: usize) -> Option<Value> {
    let alone = people_words::direction("verb", scene.lemma(verb)).zip(scene.child(verb, &[Relation::Obj]));
    let (way, place) = alone.or_else(|| {
        people_words::direction("motion", scene.lemma(verb))?;
        let next = scene.tree.tokens.get(verb + 1).map(|_| scene.lower(verb + 1))?;
        let way = people_words::direction("way", &next)?;
        (verb + 2..scene.tree.tokens.len().min(verb + 8)).find(|&at| scene.upos(at) == Upos::Noun).map(|at| (way, at))
    })?;
    let place = (scene.upos(place) == Upos::Noun).then(|| last_noun(scene, place))?;
    value(scene, verb, place, "inward", way, lexicons::noun(scene.lemma(place)))
}

/// "was heading west on Mill Road".
fn compass(scene: &Scene, verb: usize) -> Option<Value> {
    people_words::direction("motion", scene.lemma(verb))?;
    let at = (verb + 1..scene.tree.tokens.len().min(verb + 3))
        .find(|&at| people_words::direction("compass", &scene.lower(at)).is_some())?;
    let quarter = people_words::direction("compass", scene.tree.word(scene.body, at))?;
    value(scene, verb, at, "compass", quarter, "compass")
}

/// "shop" of "the coffee shop": the end of a run of nouns.
fn last_noun(scene: &Scene, at: usize) -> usize {
    (at + 1..scene.tree.tokens.len()).take_while(|&next| scene.upos(next) == Upos::Noun).last().unwrap_or(at)
}

fn value(scene: &Scene, verb: usize, last: usize, way: &str, pole: &str, head: &str) -> Option<Value> {
    let (subject, _) = scene.subject(verb)?;
    let who = party(scene, subject)?;
    let span = scene.span(verb).hull(scene.span(last));
    let claim = scene.claim_at(span)?;
    let mut value = blank(claim, FactKind::Other, span);
    value.attribute = Some("direction".into());
    value.word = Some(format!("{way} {pole}"));
    let mut frame = Frame { head: Some(head.to_owned()), about: scene.entity(subject), ..Frame::default() };
    push(&mut frame.terms, term(scene, "agent", subject));
    frame.question = close(&format!("which way was {who} {}", scene.lower(verb)));
    value.frame = Some(frame);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn only_what_was_going_on_has_a_direction() {
        let direction = |text: &str| told(text, FactKind::Other, "direction");
        assert_eq!(
            direction("Ann Roe was walking out of the bakery when the lamp fell."),
            [("walking out of the bakery".to_owned(), "inward out".to_owned())]
        );
        assert_eq!(
            direction("Ann Roe was driving west on Mill Road when the lamp fell."),
            [("driving west".to_owned(), "compass west".to_owned())]
        );
        assert!(direction("Ann Roe walked out of the bakery.").is_empty());
    }
}
