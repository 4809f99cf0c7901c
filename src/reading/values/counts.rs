//! Numbers bound to their noun and to what happened: counts, measures, money.

use crate::language::{Relation, Upos};
use crate::reading::{FactKind, Frame, Quantity, Value};

use super::ages::age;
use super::casualties::{casualties, casualty, is_part};
use super::count_questions::{Asked, asked};
use super::counted::{
    counted, dimension, is_broken, is_conversion, is_currency, is_known_set, is_part_of_a_name, number,
};
use super::fates::Fate;
use super::frames::{modifiers, of_event, owners, push, term, totals};
use super::questions::things;
use super::scene::Scene;
use super::tellings::Telling;
use super::{blank, lexicons};

pub(super) fn values(scene: &Scene, tellings: &[Telling], into: &mut Vec<Value>) {
    let quantities = &scene.reading.quantities;
    let first = quantities.partition_point(|quantity| quantity.sentence < scene.sentence);
    let start = into.len();
    for (at, quantity) in quantities.iter().enumerate().skip(first) {
        if quantity.sentence != scene.sentence {
            break;
        }
        let Some(claim) = scene.claim_at(quantity.span) else { continue };
        let mut value = blank(claim, FactKind::Quantity, quantity.span);
        (value.low, value.high, value.unit) = (quantity.low, quantity.high, quantity.unit.clone());
        value.quantity = Some(at);
        if !is_conversion(scene, at) && !is_broken(scene, quantity) {
            let told = tellings.iter().find(|telling| telling.who.is_some_and(|who| who.quantity == Some(at)));
            frame(scene, quantity, told, &into[start..], &mut value);
        }
        into.push(value);
    }
}

/// Kind, attribute and frame of a number; `before` are the numbers of its sentence so far.
fn frame(scene: &Scene, quantity: &Quantity, told: Option<&Telling>, before: &[Value], value: &mut Value) {
    let Some(number) = number(scene, quantity) else { return };
    if is_part_of_a_name(scene, quantity) || age(scene, quantity, number, value) {
        return;
    }
    let noun = counted(scene, quantity, number);
    let at = noun.unwrap_or(number);
    // "he has three", "they say twelve": such verbs tell nothing of what is counted.
    let verb = scene
        .governor(at)
        .map(|verb| above_participle(scene, verb))
        .filter(|&verb| !scene.is_verb(verb) || lexicons::weak(scene.lemma(verb)) != Some("speech"));
    let fate = told.and_then(|telling| match telling.fate {
        Fate::Killed => Some("killed"),
        Fate::Injured => Some("injured"),
        Fate::Hit => None,
    });
    if let Some(attribute) = fate.or_else(|| casualty(scene, quantity, at, verb)) {
        value.kind = FactKind::Casualties;
        value.attribute = Some(attribute.into());
        let mut frame = casualties(scene, quantity, at, verb, attribute);
        if is_part(scene, number, at, value, before) {
            push(&mut frame.terms, Some(crate::reading::Term { role: "scope", word: "part".into(), entity: None }));
        }
        if told.is_some_and(|telling| telling.elsewhere) {
            push(
                &mut frame.terms,
                Some(crate::reading::Term { role: "scope", word: "elsewhere".into(), entity: None }),
            );
        }
        value.frame = Some(frame);
        return;
    }
    if quantity.unit.as_deref().is_some_and(is_currency) {
        value.kind = FactKind::Money;
    }
    value.frame = count(scene, quantity, number, noun, verb, value.kind);
}

/// "has three debts dating from 1990": whose they are stands in the clause above.
fn above_participle(scene: &Scene, verb: usize) -> usize {
    let above = scene
        .head(verb)
        .filter(|&up| scene.is_verb(up) && matches!(scene.relation(verb), Relation::Ccomp | Relation::Conj));
    let bare = scene.tree.tokens[verb].xpos == "VBG" && scene.child(verb, &[Relation::Aux]).is_none();
    above.filter(|_| bare).unwrap_or(verb)
}

/// The frame of a count, a measure or a sum of money.
fn count(
    scene: &Scene,
    quantity: &Quantity,
    number: usize,
    noun: Option<usize>,
    verb: Option<usize>,
    kind: FactKind,
) -> Option<Frame> {
    let at = noun.unwrap_or(number);
    let mut frame = verb.map(|verb| of_event(scene, verb, quantity.span)).unwrap_or_default();
    modifiers(scene, at, quantity.span, "modifier", &mut frame.terms);
    owners(scene, verb.and_then(|verb| scene.doer(verb)).filter(|&doer| doer != at), quantity.span, &mut frame.terms);
    totals(scene, at, verb, &mut frame.terms);
    if verb.is_some_and(|verb| lexicons::weak(scene.lemma(verb)) == Some("light")) {
        frame.predicate = None;
    }
    let class = |noun: usize| lexicons::noun(scene.lemma(noun)).to_lowercase();
    if let Some((dimension, thing)) = dimension(scene, quantity, number).filter(|_| kind != FactKind::Money) {
        frame.head = Some(format!("{} {}", scene.lemma(dimension), class(thing)));
        push(&mut frame.terms, term(scene, "topic", thing));
        modifiers(scene, thing, quantity.span, "modifier", &mut frame.terms);
        frame.question = asked(scene, &Asked::Dimension { dimension, thing }, verb, at, &frame.terms)?;
        return Some(frame);
    }
    // "a crew of 20", "a fall of 60 metres": the noun that the number hangs on tells what is counted.
    let upper = scene.head(at).filter(|&up| scene.relation(at) == Relation::Nmod && scene.upos(up) == Upos::Noun);
    if let Some(up) = upper {
        push(&mut frame.terms, term(scene, "topic", up));
    }
    let measured = quantity.unit.is_some();
    frame.head = match (measured, noun, upper) {
        (true, _, Some(up)) => Some(lexicons::noun(scene.lemma(up)).to_owned()),
        // "15 miles north of the town": nothing says what lies there.
        (true, _, None) if verb.is_some_and(|verb| !scene.is_verb(verb) && scene.upos(verb) != Upos::Noun) => None,
        (true, _, None) => verb.map(|verb| super::frames::class(scene, verb)),
        (false, Some(noun), _) => Some(class(noun)),
        (false, None, _) => quantity.noun.clone(),
    };
    frame.head.as_ref()?;
    // "a three bedroom flat": one flat, whatever happened to it.
    let part_of_compound = noun.is_some_and(|noun| {
        scene.relation(noun) == Relation::Compound
            && scene.tree.tokens[noun].xpos == "NN"
            && quantity.low.is_some_and(|low| low > 1.0)
            && scene.head(noun).is_some_and(|up| up > noun)
    });
    if part_of_compound && kind == FactKind::Quantity {
        return None;
    }
    let counts = kind != FactKind::Quantity || things(scene, at).is_some();
    if !measured && (is_known_set(scene, number, at) || !counts) {
        return None;
    }
    let asks = match kind {
        FactKind::Money => {
            Asked::Money { of: upper.or(noun.filter(|&noun| !scene.tokens_in(quantity.span).contains(&noun))) }
        }
        _ if measured => Asked::Measure { quantity, of: upper },
        _ => Asked::Things { own: quantity.span },
    };
    frame.question = asked(scene, &asks, verb, at, &frame.terms)?;
    Some(frame)
}
