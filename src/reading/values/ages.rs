//! Whose age a number is.

use crate::language::Upos;
use crate::reading::{EntityKind, FactKind, Frame, MentionKind, Quantity, Value};

use super::frames::{push, term};
use super::people::first_and_last;
use super::questions::close;
use super::scene::Scene;
use super::{fates, people_words};

/// Makes an age of a value where the number is one; whether it did.
pub(super) fn age(scene: &Scene, quantity: &Quantity, number: usize, value: &mut Value) -> bool {
    let unit = matches!(quantity.unit.as_deref(), Some("year" | "month" | "week" | "day"));
    let person = age_of(scene, quantity, number);
    if person.is_none() && !unit {
        return false;
    }
    value.kind = FactKind::Age;
    let Some(person) = person else { return true };
    value.unit = Some("year".into());
    let name = scene
        .entity(person)
        .map_or_else(|| format!("the {}", scene.lower(person)), |entity| scene.reading.entities[entity].name.clone());
    let mut frame = Frame {
        about: scene.entity(person),
        head: scene.entity(person).map(|_| first_and_last(&name)),
        ..Frame::default()
    };
    push(&mut frame.terms, term(scene, "patient", person));
    frame.question = close(&format!("how old is {name}"));
    value.frame = Some(frame);
    true
}

/// "31-year-old Jane Roe", "Jane Roe, 31,": the person whose age it is.
fn age_of(scene: &Scene, quantity: &Quantity, number: usize) -> Option<usize> {
    let words = quantity.span.of(scene.body);
    let after = scene.body.get(quantity.span.end..)?;
    let years_old = words.contains("old") || after.trim_start_matches([' ', '-', '–']).starts_with("old");
    if years_old && quantity.unit.as_deref().is_none_or(|unit| unit == "year") {
        let end = scene.tokens_in(quantity.span).end;
        let near = |most: usize| end..(end + most).min(scene.tree.tokens.len());
        let by_name = |at: usize| scene.mention(at).is_some_and(|mention| mention.kind == MentionKind::Name);
        let named = near(5).find(|&at| by_name(at) && scene.entity_kind(at) == Some(EntityKind::Person));
        let described = near(4)
            .take_while(|&at| {
                matches!(scene.upos(at), Upos::Adj | Upos::Noun | Upos::Punct | Upos::Adv) && scene.lower(at) != ","
            })
            .filter(|&at| scene.upos(at) == Upos::Noun && scene.lemma(at) != "old")
            .last();
        // "the 15-year-old had a pistol": nothing says whose age it is.
        return named.or(described.filter(|&at| {
            scene.is_person_noun(at) || people_words::is_human(scene.lemma(at)) || fates::is("people", scene.lemma(at))
        }));
    }
    let bare = words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit());
    let comma = number.checked_sub(1).filter(|&at| scene.lower(at) == ",");
    let name = comma.and_then(|at| at.checked_sub(1))?;
    let closed = after.starts_with([',', '.', ';', ')']) || after.is_empty();
    let person = scene.entity_kind(name) == Some(EntityKind::Person);
    (bare && closed && person && quantity.low.is_some_and(|low| low < 120.0)).then_some(name)
}
