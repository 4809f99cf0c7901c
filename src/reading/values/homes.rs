//! Where somebody lives, grew up, was born: three questions, never mixed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::{Relation, Upos};
use crate::lexicon::rows;
use crate::reading::names::gazetteer::{PlaceClass, gazetteer};
use crate::reading::{EntityKind, FactKind, Frame, Term, Value};

use super::blank;
use super::identities::{age_in, known_age, right_behind};
use super::people::{about, person, person_of, subject};
use super::people_words;
use super::questions::close;
use super::scene::Scene;

/// What words beside a place tell: `home`, `raised`, `born`, or an `age` between a name and its place.
static TELLING: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/homes.tsv")).map(|row| (row[0], row[1])).collect());

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
        let named = behind_name(scene, at).or_else(|| of_verb(scene, at)).map(|(who, way)| (Some(who), way, None));
        let Some((who, way, age)) = named.or_else(|| of_noun(scene, at)) else { continue };
        let Some(claim) = scene.claim_at(mention.span) else { continue };
        let mut value = blank(claim, FactKind::Place, mention.span);
        value.attribute = Some(way.into());
        value.entity = mention.entity;
        value.word = mention.entity.map(|place| scene.reading.entities[place].name.to_lowercase());
        let age = age.or_else(|| who.and_then(|who| known_age(into, who)));
        let mut frame = match (who, way) {
            (Some(who), "raised") => about(scene, who, "where did {} grow up"),
            (Some(who), "born") => about(scene, who, "where was {} born"),
            (Some(who), _) => about(scene, who, "where is {} from"),
            (None, _) => Frame { question: close("where is the person from"), ..Frame::default() },
        };
        frame.terms.extend(age.map(|age| Term { role: "topic", word: format!("{age}"), entity: None }));
        value.frame = Some(frame);
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
    let word = scene.lower(at);
    scene.upos(at) == Upos::Num
        || matches!(word.as_str(), "," | "-" | "(" | ")")
        || TELLING.get(word.as_str()) == Some(&"age")
        || word.ends_with("-old")
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
    let way = match TELLING.get(scene.lemma(verb)).copied() {
        Some("raised") if !scene.is_passive(verb) => None,
        Some("age") => None,
        None if scene.lemma(verb) == "grow" && up() => Some("raised"),
        way => way,
    };
    Some((subject(scene, verb)?, way?))
}

/// "Ann Roe, a resident of Belmont", "Belmont native Ann Roe", "a 36-year-old Belmont man": by name or by age.
fn of_noun(scene: &Scene, at: usize) -> Option<(Option<usize>, &'static str, Option<f64>)> {
    let head = scene.head_of(scene.mention(at)?.span)?;
    let noun = scene.head(head).filter(|&noun| scene.upos(noun) == Upos::Noun)?;
    let of = scene.child(head, &[Relation::Case]).map(|case| scene.lower(case));
    let fits = match scene.relation(head) {
        Relation::Compound | Relation::Amod | Relation::NmodUnmarked => of.is_none(),
        Relation::Nmod => of.as_deref() == Some("of"),
        _ => false,
    };
    let way = people_words::dweller(scene.lemma(noun)).filter(|_| fits && scene.tree.tokens[noun].xpos == "NN")?;
    let named = scene
        .head(noun)
        .filter(|_| matches!(scene.relation(noun), Relation::NmodDesc | Relation::Compound | Relation::Appos))
        .and_then(|name| person(scene, name));
    let copula = || scene.child(noun, &[Relation::Cop]).and_then(|_| subject(scene, noun));
    let who = named.or_else(|| person_of(scene, noun)).or_else(|| right_behind(scene, noun)).or_else(copula);
    let age = age_in(scene, noun);
    (who.is_some() || age.is_some()).then_some((who, way, age))
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn the_list_of_homes_is_sound() {
        assert_eq!(crate::lexicon::check(include_str!("../../../data/lexicon/homes.tsv")), Ok(()));
    }

    #[test]
    fn homes_upbringing_and_birth_are_three_questions() {
        for (text, way, place) in [
            ("Ann Roe, 36, of Belmont, was found.", "home", Some("Belmont")),
            ("Ann Roe lives in Belmont.", "home", Some("Belmont")),
            ("Ann Roe grew up in Belmont.", "raised", Some("Belmont")),
            ("Ann Roe was born in Belmont.", "born", Some("Belmont")),
            ("A 36-year-old Minneapolis man was found.", "home", Some("Minneapolis")),
            ("A Minneapolis man was found.", "home", None),
            ("Ann Roe grew up in Belmont.", "home", None),
            ("Senator Ann Roe of California spoke.", "home", None),
            ("Ann Roe spoke in Belmont.", "home", None),
        ] {
            let found = told(text, FactKind::Place, way);
            assert_eq!(found.first().map(|(words, _)| words.as_str()), place, "{text}");
        }
    }
}
