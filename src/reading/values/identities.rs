//! Who somebody is: how a name is written, from which nation somebody comes.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::language::{Relation, Upos};
use crate::reading::names::fold::{is_capitals, words};
use crate::reading::names::gazetteer::{PlaceClass, gazetteer};
use crate::reading::names::likeness::{is_respelled, keys};
use crate::reading::{EntityKind, FactKind, Frame, Mention, MentionKind, Reading, Term, Value};

use super::blank;
use super::lexicons;
use super::people::{about, person, person_of, subject};
use super::people_words;
use super::questions::close;
use super::scene::{Claims, Scene};

/// No more names of one surname are compared in one article.
const NAMESAKES: usize = 40;

/// Each spelling of each full name, at its first place in the article; with the names beside it that look like it, for
/// an article that has both means two.
pub(super) fn spellings(body: &str, reading: &Reading, claims: &Claims, into: &mut Vec<Value>) {
    let mut seen = FxHashSet::default();
    let mut by_word: FxHashMap<String, Vec<String>> = FxHashMap::default();
    let mut found = Vec::new();
    for mention in &reading.mentions {
        let Some(entity) = mention.entity.filter(|_| mention.kind == MentionKind::Name) else { continue };
        let kind = reading.entities[entity].kind;
        let text = mention.span.of(body);
        let parts = words(text);
        let name = parts.join(" ");
        // A misspelled name is often taken for another kind of thing, so all kinds are kept; a surname alone is not.
        let whole = parts.len() > 1 || kind == EntityKind::Place || reading.entities[entity].name == text;
        if matches!(kind, EntityKind::Group | EntityKind::Work) || !whole || is_capitals(text) {
            continue;
        }
        let Some(claim) = claims.at(reading, mention.span).or_else(|| claims.said_by(reading, mention.span)) else {
            continue;
        };
        if !seen.insert((kind, name.clone())) {
            continue;
        }
        for key in keys(&name) {
            by_word.entry(key).or_default().push(name.clone());
        }
        let mut value = blank(claim, FactKind::Identity, mention.span);
        value.attribute = Some("spelling".into());
        value.word = Some(name);
        value.frame = Some(Frame {
            about: Some(entity),
            head: Some(kind.as_str().to_owned()),
            question: close(&format!("how is the name of {text} written")),
            ..Frame::default()
        });
        found.push(value);
    }
    for value in &mut found {
        let (Some(name), Some(frame)) = (&value.word, &mut value.frame) else { continue };
        let kind = frame.head.as_deref().unwrap_or_default();
        let sharing = keys(name);
        let namesakes =
            sharing.iter().filter_map(|key| by_word.get(key)).flat_map(|names| names.iter().take(NAMESAKES));
        let mut beside: Vec<&String> =
            namesakes.filter(|other| *other != name && is_respelled(kind, kind, name, other)).collect();
        beside.sort();
        beside.dedup();
        frame.terms =
            beside.into_iter().map(|other| Term { role: "modifier", word: other.clone(), entity: None }).collect();
    }
    into.append(&mut found);
}

/// "the Chilean climber Ann Roe", "a 36-year-old Chilean climber": the nation of one person, by name or by age.
pub(super) fn nationalities(scene: &Scene, into: &mut Vec<Value>) {
    for at in 0..scene.tree.tokens.len() {
        let Some(mention) = scene.mention(at).filter(|mention| mention.span.start == scene.span(at).start) else {
            continue;
        };
        let Some(land) = land(scene, at) else { continue };
        let Some(noun) = scene.head_of(mention.span).and_then(|head| described(scene, head)) else { continue };
        let who = named(scene, noun).or_else(|| meant(scene, noun));
        let age = age_in(scene, noun);
        let (Some(claim), true) = (scene.claim_at(mention.span), who.is_some() || age.is_some()) else { continue };
        let mut value = blank(claim, FactKind::Identity, mention.span);
        value.attribute = Some("nationality".into());
        value.word = Some(land);
        let age = age.or_else(|| who.and_then(|who| known_age(into, who)));
        let mut frame = match who {
            Some(who) => about(scene, who, "from which nation is {}"),
            None => Frame {
                question: close(&format!("from which nation is the {}", scene.lower(noun))),
                ..Frame::default()
            },
        };
        frame.terms.extend(age.map(|age| Term { role: "topic", word: format!("{age}"), entity: None }));
        value.frame = Some(frame);
        into.push(value);
    }
}

/// The state that a nationality or the name of a state before a noun stands for; "Chilean-born" says nothing of today.
fn land(scene: &Scene, at: usize) -> Option<String> {
    let text = scene.mention(at)?.span.of(scene.body);
    let name = match scene.entity_kind(at)? {
        _ if is_nation(scene, at) => lexicons::nation(text)?.to_owned(),
        EntityKind::Place if !scene.children(at).iter().any(|&child| scene.relation(child) == Relation::Case) => {
            gazetteer().place(text).filter(|place| place.class == PlaceClass::Country)?.canonical.to_lowercase()
        }
        _ => return None,
    };
    let last = scene.tokens_in(scene.mention(at)?.span).end;
    let joined = (last..scene.tree.tokens.len()).take(2).any(|next| scene.lower(next).contains("born"))
        || scene.lower(last.min(scene.tree.tokens.len() - 1)) == "-";
    (!joined && people_words::is_state(&name)).then_some(name)
}

/// A word of the list of nations, whatever the article's names made of it.
fn is_nation(scene: &Scene, at: usize) -> bool {
    scene.mention(at).is_some_and(|mention| lexicons::nation(mention.span.of(scene.body)).is_some())
}

/// The one person that a nationality describes: "climber" of "a Chilean climber", or the word itself ("a Chilean").
fn described(scene: &Scene, at: usize) -> Option<usize> {
    let noun = match scene.relation(at) {
        Relation::Amod | Relation::Compound | Relation::NmodDesc | Relation::NmodUnmarked | Relation::Flat => {
            scene.head(at)?
        }
        Relation::Nsubj | Relation::NsubjPass | Relation::Appos | Relation::Root
            if scene.entity_kind(at) == Some(EntityKind::Group) =>
        {
            at
        }
        _ => return None,
    };
    let one = matches!(scene.tree.tokens[noun].xpos, "NN" | "NNP" | "JJ");
    let human = person(scene, noun).is_some() || people_words::is_human(scene.lemma(noun)) || noun == at;
    (one && human && noun + 8 > at).then_some(noun)
}

/// The name of the person that a noun means, where it stands beside it.
fn named(scene: &Scene, noun: usize) -> Option<usize> {
    let before_name = || {
        let above =
            scene.head(noun).filter(|_| matches!(scene.relation(noun), Relation::NmodDesc | Relation::Compound));
        above.and_then(|name| person(scene, name))
    };
    let copula = || scene.child(noun, &[Relation::Cop]).and_then(|_| subject(scene, noun));
    person_of(scene, noun).or_else(before_name).or_else(|| right_behind(scene, noun)).or_else(copula)
}

/// "The Chilean", where the last sentence before that names anybody names one person only.
fn meant(scene: &Scene, noun: usize) -> Option<usize> {
    let before = scene.tokens_in(scene.mention(noun)?.span).start.checked_sub(1);
    let definite = before.is_some_and(|the| scene.lower(the) == "the") && scene.relation(noun).is_subject();
    if !definite || !is_nation(scene, noun) {
        return None;
    }
    let mentions = &scene.reading.mentions;
    let first = mentions.partition_point(|mention| mention.sentence + 2 < scene.sentence);
    let last = mentions.partition_point(|mention| mention.sentence < scene.sentence);
    let person = |entity: &usize| scene.reading.entities[*entity].kind == EntityKind::Person;
    let named = |mention: &&Mention| mention.kind == MentionKind::Name && mention.entity.as_ref().is_some_and(person);
    let nearest = mentions[first..last].iter().rfind(named)?;
    let mut beside = mentions[first..last].iter().filter(|mention| mention.sentence == nearest.sentence).filter(named);
    beside.all(|mention| mention.entity == nearest.entity).then_some(nearest.entity).flatten()
}

/// "the Chilean climber Ann Roe": the name right behind a noun, whatever the tree made of the two.
pub(super) fn right_behind(scene: &Scene, noun: usize) -> Option<usize> {
    let next = (noun + 1 < scene.tree.tokens.len()).then_some(noun + 1)?;
    person(scene, next).filter(|_| scene.upos(next) == Upos::Propn && scene.upos(noun) == Upos::Noun)
}

/// The age that stands in the noun's own phrase, before it: "a 36-year-old Chilean climber".
pub(super) fn age_in(scene: &Scene, noun: usize) -> Option<f64> {
    let quantities = &scene.reading.quantities;
    let first = quantities.partition_point(|quantity| quantity.sentence < scene.sentence);
    let mine = quantities[first..].iter().take_while(|quantity| quantity.sentence == scene.sentence);
    mine.filter(|quantity| {
        let words = scene.tokens_in(quantity.span);
        words.end <= noun && words.end + 3 >= noun && quantity.span.of(scene.body).contains("old")
    })
    .find_map(|quantity| quantity.low)
}

/// The age that the article gave a person before.
pub(super) fn known_age(values: &[Value], who: usize) -> Option<f64> {
    let of_person = |value: &&Value| {
        value.kind == FactKind::Age && value.frame.as_ref().is_some_and(|frame| frame.about == Some(who))
    };
    values.iter().rev().take(200).find(of_person).and_then(|value| value.low)
}

#[cfg(test)]
mod tests {
    use super::super::told;
    use crate::reading::FactKind;

    #[test]
    fn each_full_name_is_written_in_some_way() {
        let names = told("Karol Lindt met Ann Roe. Lindt smiled.", FactKind::Identity, "spelling");
        assert_eq!(names.iter().map(|(_, word)| word.as_str()).collect::<Vec<_>>(), ["karol lindt", "ann roe"]);
    }

    #[test]
    fn a_nationality_is_of_one_person_by_name_or_age() {
        for (text, land) in [
            ("The Chilean climber Ann Roe fell.", Some("chile")),
            ("A 36-year-old Chilean climber fell.", Some("chile")),
            ("Chilean climbers fell.", None),
            ("The Chilean police came.", None),
        ] {
            let found = told(text, FactKind::Identity, "nationality");
            assert_eq!(found.first().map(|(_, word)| word.as_str()), land, "{text}");
        }
    }
}
