//! Where somebody lives, grew up, was born: three questions, never mixed.

use crate::language::{Relation, Upos};
use crate::reading::names::gazetteer::{PlaceClass, gazetteer};
use crate::reading::{EntityKind, FactKind, Value};

use super::blank;
use super::people::{about, person, person_of, subject};
use super::people_words;
use super::scene::Scene;

/// "Ann Roe, 36, of Belmont": no more words stand between a name and its town.
const BETWEEN: usize = 9;

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        let Some(mention) = scene.mention(at).filter(|_| scene.entity_kind(at) == Some(EntityKind::Place)) else {
            continue;
        };
        if mention.span.start != scene.span(at).start {
            continue;
        }
        let Some((who, way)) = behind_name(scene, at).or_else(|| of_verb(scene, at)).or_else(|| of_noun(scene, at))
        else {
            continue;
        };
        let Some(claim) = scene.claim_at(mention.span) else { continue };
        let mut value = blank(claim, FactKind::Place, mention.span);
        value.attribute = Some(way.into());
        value.entity = mention.entity;
        value.word = mention.entity.map(|place| scene.reading.entities[place].name.to_lowercase());
        value.frame = Some(about(
            scene,
            who,
            match way {
                "raised" => "where did {} grow up",
                "born" => "where was {} born",
                _ => "where is {} from",
            },
        ));
        into.push(value);
    }
}

/// "Ann Roe, 36, of Belmont", "Ann Roe, from Belmont", "Ann Roe of Belmont"; not "Senator Ann Roe of Kent".
fn behind_name(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    let before = at.checked_sub(1)?;
    let word = scene.lower(before);
    if !matches!(word.as_str(), "of" | "from") {
        return None;
    }
    let name = (before.saturating_sub(BETWEEN)..before).rev().find(|&token| !is_age(scene, token))?;
    let who = person(scene, name).filter(|_| scene.upos(name) == Upos::Propn)?;
    let close = name + 1 == before;
    let class = gazetteer().place(scene.mention(at)?.span.of(scene.body)).map(|place| place.class);
    let a_town = matches!(class, None | Some(PlaceClass::City | PlaceClass::Capital));
    (!close || word == "of" && a_town).then_some((who, "home"))
}

/// Words and marks of an age between a name and a place.
fn is_age(scene: &Scene, at: usize) -> bool {
    scene.upos(at) == Upos::Num
        || matches!(scene.lower(at).as_str(), "," | "-" | "(" | ")" | "aged" | "age" | "year" | "years" | "old")
        || scene.lower(at).ends_with("-old")
}

/// "lives in Belmont", "grew up on Kestrel Island", "was born in Arden".
fn of_verb(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    let head = scene.head_of(scene.mention(at)?.span)?;
    let case = scene.child(head, &[Relation::Case]).map(|case| scene.lower(case))?;
    let verb = scene.head(head).filter(|&verb| scene.is_verb(verb) && scene.relation(head) == Relation::Obl)?;
    if !matches!(case.as_str(), "in" | "on" | "at") || scene.negation(verb).is_some() {
        return None;
    }
    let up = || scene.children(verb).iter().any(|&child| scene.lower(child) == "up");
    let way = match scene.lemma(verb) {
        "live" | "reside" | "dwell" => "home",
        "grow" if up() => "raised",
        "raise" if scene.is_passive(verb) => "raised",
        "bear" | "born" => "born",
        _ => return None,
    };
    Some((subject(scene, verb)?, way))
}

/// "Ann Roe, a resident of Belmont", "Belmont native Ann Roe".
fn of_noun(scene: &Scene, at: usize) -> Option<(usize, &'static str)> {
    let head = scene.head_of(scene.mention(at)?.span)?;
    let noun = scene.head(head).filter(|&noun| scene.upos(noun) == Upos::Noun)?;
    let of = scene.child(head, &[Relation::Case]).map(|case| scene.lower(case));
    let fits = match scene.relation(head) {
        Relation::Compound | Relation::Amod | Relation::NmodUnmarked => of.is_none(),
        Relation::Nmod => of.as_deref() == Some("of"),
        _ => false,
    };
    let way = people_words::dweller(scene.lemma(noun)).filter(|_| fits)?;
    let named = scene
        .head(noun)
        .filter(|_| matches!(scene.relation(noun), Relation::NmodDesc | Relation::Compound | Relation::Appos))
        .and_then(|name| person(scene, name));
    named.or_else(|| person_of(scene, noun)).or_else(|| subject(scene, noun)).map(|who| (who, way))
}
