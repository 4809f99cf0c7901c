//! What a thing or a person is like: the colour of a car, the first of whom somebody is.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, FactKind, Frame, MentionKind, Term, Value};

use super::blank;
use super::frames::{of_event, push};
use super::lexicons;
use super::people::{about, person_of, subject};
use super::people_words;
use super::questions::close;
use super::scene::Scene;

/// So many words behind "the first woman" tell of what she is the first.
const SCOPE: usize = 16;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        let word = scene.tree.word(scene.body, at);
        if people_words::colour(word).is_some() {
            into.extend(colour(scene, at));
        } else if word == "first" {
            into.extend(first(scene, at));
        }
    }
}

/// "a silver Lumen Estate": the colour of a vehicle or a garment, or of a thing that is named.
fn colour(scene: &Scene, at: usize) -> Option<Value> {
    let end = scene.tree.tokens.len().min(at + 6);
    let thing = (at + 1..end)
        .take_while(|&token| matches!(scene.upos(token), Upos::Noun | Upos::Propn | Upos::Adj | Upos::Num))
        .filter(|&token| matches!(scene.upos(token), Upos::Noun | Upos::Propn))
        .last()?;
    let product =
        matches!(scene.entity_kind(thing), Some(EntityKind::Product | EntityKind::Other | EntityKind::Organization))
            && scene.mention(thing).is_some_and(|mention| mention.kind == MentionKind::Name);
    let name = scene.lower(thing);
    let make = (at + 1..=thing).find(|&token| scene.upos(token) == Upos::Propn);
    let class = people_words::thing(&name).or_else(|| people_words::thing(scene.lemma(thing)));
    if class.is_none() && !product {
        return None;
    }
    let span = scene.span(at);
    let claim = scene.claim_at(span)?;
    let mut value = blank(claim, FactKind::Other, span);
    value.attribute = Some("colour".into());
    value.word = people_words::colour(scene.tree.word(scene.body, at)).map(str::to_owned);
    let verb = scene.governor(thing);
    let mut frame = verb.map(|verb| of_event(scene, verb, scene.span(at).hull(scene.span(thing)))).unwrap_or_default();
    frame.head = Some(class.filter(|_| make.is_none()).unwrap_or(&name).to_owned());
    if let Some(make) = make {
        push(&mut frame.terms, Some(Term { role: "modifier", word: scene.lower(make), entity: None }));
    }
    frame.question = close(&format!("which colour was the {}", scene.words(make.unwrap_or(thing), thing)));
    value.frame = Some(frame);
    Some(value)
}

/// "the first woman on the board", "the first black woman on the board": the first of whom.
fn first(scene: &Scene, at: usize) -> Option<Value> {
    let noun = scene.head(at).filter(|&noun| noun > at && noun < at + 5 && scene.upos(noun) == Upos::Noun)?;
    let human = people_words::is_human(scene.lemma(noun));
    if scene.relation(at) != Relation::Amod || !human {
        return None;
    }
    let above = scene.head(noun);
    let by_verb = || above.filter(|&verb| scene.is_verb(verb)).and_then(|verb| subject(scene, verb));
    let by_conjunct = || {
        let first = above.filter(|_| scene.relation(noun) == Relation::Conj)?;
        person_of(scene, first).or_else(|| subject(scene, first))
    };
    let who = person_of(scene, noun).or_else(|| subject(scene, noun)).or_else(by_conjunct).or_else(by_verb)?;
    let span = scene.span(at).hull(scene.span(noun));
    let claim = scene.claim_at(span)?;
    let mut value = blank(claim, FactKind::Other, span);
    value.attribute = Some("first".into());
    let words: Vec<String> =
        (at + 1..=noun).filter(|&token| scene.upos(token) != Upos::Punct).map(|token| scene.lower(token)).collect();
    value.word = Some(words.join(" "));
    let mut frame: Frame = about(scene, who, "the first of whom is {}");
    frame.head = Some(lexicons::noun(scene.lemma(noun)).to_owned());
    // Of what: "on the harbour board", "to cross the strait".
    for token in (noun + 1..scene.tree.tokens.len()).take(SCOPE).take_while(|&token| scene.lower(token) != ";") {
        if matches!(scene.upos(token), Upos::Noun | Upos::Propn | Upos::Verb)
            && lexicons::weak(scene.lemma(token)).is_none()
        {
            push(&mut frame.terms, Some(Term { role: "topic", word: scene.lemma(token).to_lowercase(), entity: None }));
        }
    }
    value.frame = Some(frame);
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn a_colour_is_asked_of_vehicles_and_garments() {
        let colour =
            |text: &str| told(text, FactKind::Other, "colour").into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(colour("A gray sedan hit the wall."), ["grey"]);
        assert_eq!(colour("She drove a silver Toyota Camry."), ["silver"]);
        assert!(colour("A grey morning came over the White House.").is_empty());
    }

    #[test]
    fn somebody_is_the_first_of_a_group() {
        let first =
            |text: &str| told(text, FactKind::Other, "first").into_iter().map(|(_, word)| word).collect::<Vec<_>>();
        assert_eq!(first("Ann Roe is the first black woman on the harbour board."), ["black woman"]);
        assert!(first("Ann Roe took the first train.").is_empty());
    }
}
