//! Counts of people and what befell them: killed, injured, arrested.

use crate::language::{Relation, Upos};
use crate::reading::{Frame, Quantity, Reading, Term, Value};
use crate::span::Span;

use super::fates::{self, Fate};
use super::frames::{modifiers, of_event};
use super::lexicons;
use super::questions::{close, things};
use super::scene::Scene;

/// What befell those who are counted, if anything did.
pub(super) fn casualty(scene: &Scene, quantity: &Quantity, noun: usize, verb: Option<usize>) -> Option<&'static str> {
    if quantity.unit.is_some() {
        return None;
    }
    if let Some(found) = lexicons::casualty_noun(scene.lemma(noun)).filter(|_| scene.upos(noun) != Upos::Verb) {
        return Some(found);
    }
    let upper = scene.head(noun).filter(|_| scene.relation(noun) == Relation::Nmod);
    if let Some(found) = upper.and_then(|up| lexicons::casualty_noun(scene.lemma(up))) {
        return Some(found);
    }
    // "12 dead", "30 wounded", "12 people dead".
    let end = scene.tokens_in(quantity.span).end.max(noun + 1);
    if let Some(found) =
        (end < scene.tree.tokens.len()).then(|| lexicons::casualty_noun(&scene.lower(end)).map(|_| end)).flatten()
    {
        return lexicons::casualty_noun(&scene.lower(found));
    }
    let verb = verb?;
    let found = lexicons::casualty_verb(scene.lemma(verb))?;
    let sufferer = if fates::is("suffers", scene.lemma(verb)) {
        scene.subject(verb).map(|(subject, _)| subject)
    } else {
        scene.object(verb)
    };
    let suffers = sufferer.is_some_and(|sufferer| is_part_of(scene, noun, sufferer));
    // "trying to kill two others"
    let words: Vec<String> = (0..scene.tree.tokens.len()).map(|at| scene.lower(at)).collect();
    let suffers = suffers && !is_tried(&words, verb);
    (suffers && is_human(scene, noun)).then_some(found)
}

/// Whether "to" and a word of trying stand right before a verb.
fn is_tried(words: &[String], verb: usize) -> bool {
    let word = |back: usize| verb.checked_sub(back).map_or("", |at| words[at].as_str());
    word(1) == "to" && fates::is("tries", word(2)) || fates::is("unreal", word(1))
}

/// "two women and a man", "(one of them a nurse)": part of a toll that is told in the same sentence.
pub(super) fn is_part(scene: &Scene, number: usize, noun: usize, value: &Value, before: &[Value]) -> bool {
    let smaller = |toll: &Value| toll.low.zip(value.high).is_some_and(|(toll, part)| toll > part);
    let told = before.iter().any(|toll| toll.attribute == value.attribute && toll.frame.is_some() && smaller(toll));
    told || counts_beside(scene, noun + 1, noun)
        || number.checked_sub(2).is_some_and(|back| counts_beside(scene, back, noun))
}

/// Whether "and" stands at `and`, or right behind it, between `noun` and another noun of its class, or for a person, that has a number.
fn counts_beside(scene: &Scene, and: usize, noun: usize) -> bool {
    let class = |at: usize| lexicons::noun(scene.lemma(at));
    let people = |at: usize| class(at) == class(noun) || scene.is_person_noun(at) && scene.is_person_noun(noun);
    let counted = |at: usize| scene.child(at, &[Relation::Nummod, Relation::Det]).is_some();
    let alike = |at: usize| at != noun && scene.upos(at) == Upos::Noun && people(at) && counted(at);
    let near = if and > noun { and + 1..and + 5 } else { and.saturating_sub(3)..and + 1 };
    let joint = if and > noun { and } else { and + 1 };
    let last = scene.tree.tokens.len();
    joint < last && scene.lower(joint) == "and" && near.into_iter().any(|at| at < last && alike(at))
}

/// Whether a token is the head of a phrase, or stands in its place ("three" of "three of them", a conjunct).
fn is_part_of(scene: &Scene, at: usize, phrase: usize) -> bool {
    let mut now = at;
    while now != phrase {
        let joined = matches!(
            scene.relation(now),
            Relation::Conj | Relation::Appos | Relation::Nummod | Relation::Flat | Relation::Compound
        );
        match scene.head(now).filter(|_| joined) {
            Some(up) => now = up,
            None => return false,
        }
    }
    true
}

/// Bare numbers count people, but no one kills hours.
fn is_human(scene: &Scene, at: usize) -> bool {
    !fates::is("lifeless", scene.lemma(at))
}

pub(super) fn casualties(scene: &Scene, quantity: &Quantity, at: usize, verb: Option<usize>, attribute: &str) -> Frame {
    let mut frame = verb.map(|verb| of_event(scene, verb, quantity.span)).unwrap_or_default();
    frame.predicate = Some(attribute.to_owned());
    modifiers(scene, at, quantity.span, "modifier", &mut frame.terms);
    let counted = lexicons::noun(scene.lemma(at)).to_lowercase();
    let plain = lexicons::casualty_noun(scene.lemma(at)).is_some()
        || scene.upos(at) == Upos::Num
        || counted == "person"
        || counted == "victim";
    frame.head = (!plain).then_some(counted);
    // "two women" are counted with the people who were hurt, and asked for as women.
    let bare = plain && (scene.upos(at) != Upos::Noun || !scene.is_person_noun(at));
    let who = if bare { None } else { things(scene, at) };
    let who = who.unwrap_or_else(|| "people".to_owned());
    let shot =
        verb.filter(|&verb| attribute == "injured" && fates::fate("done", &scene.lower(verb)) == Some(Fate::Hit));
    let how = shot.map_or_else(|| attribute.to_owned(), |verb| scene.lower(verb));
    frame.question = how_many(scene.reading, &who, &how, &frame.terms);
    frame
}

/// "How many people were killed in Arden?", "How many women were shot?".
pub(super) fn how_many(reading: &Reading, who: &str, attribute: &str, terms: &[Term]) -> String {
    let place = terms.iter().find(|term| term.role == "place").and_then(|term| term.entity);
    let place = place.map(|entity| format!(" in {}", reading.entities[entity].name)).unwrap_or_default();
    let how = match attribute {
        "missing" => "are missing".to_owned(),
        "casualties" => "were killed or injured".to_owned(),
        _ => format!("were {attribute}"),
    };
    close(&format!("how many {who} {how}{place}"))
}

/// The frame of a telling without a number; its attribute and question are the toll's.
pub(super) fn telling(scene: &Scene, at: usize, span: Span) -> Frame {
    if !scene.is_verb(at) {
        return Frame::default();
    }
    // Who suffers is what is counted, not a part of the question.
    let mut frame = of_event(scene, at, span);
    (frame.head, frame.about) = (None, None);
    frame.terms.retain(|term| term.role != "patient");
    frame
}
