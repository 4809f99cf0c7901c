//! Numbers bound to their noun and to what happened: counts, measures, money, ages, casualties.

use crate::language::{Relation, Upos};
use crate::reading::{EntityKind, FactKind, Frame, MentionKind, Quantity, Value};

use super::blank;
use super::frames::{modifiers, of_event, owners, push, term, totals};
use super::lexicons;
use super::people::first_and_last;
use super::questions::{bare, close, how_many, plural, things, unit_name};
use super::scene::Scene;

/// Currencies are units of three capitals.
fn is_money(quantity: &Quantity) -> bool {
    quantity.unit.as_deref().is_some_and(|unit| unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()))
}

pub(super) fn values(scene: &Scene, into: &mut Vec<Value>) {
    let quantities = &scene.reading.quantities;
    let first = quantities.partition_point(|quantity| quantity.sentence < scene.sentence);
    for (at, quantity) in quantities.iter().enumerate().skip(first) {
        if quantity.sentence != scene.sentence {
            break;
        }
        let Some(claim) = scene.claim_at(quantity.span) else { continue };
        let mut value = blank(claim, FactKind::Quantity, quantity.span);
        (value.low, value.high, value.unit) = (quantity.low, quantity.high, quantity.unit.clone());
        value.quantity = Some(at);
        frame(scene, quantity, &mut value);
        into.push(value);
    }
}

/// Kind, attribute and frame of a number.
fn frame(scene: &Scene, quantity: &Quantity, value: &mut Value) {
    let Some(number) = number(scene, quantity) else { return };
    if is_part_of_a_name(scene, quantity) {
        return;
    }
    if let Some(person) = age_of(scene, quantity, number) {
        value.kind = FactKind::Age;
        value.unit = Some("year".into());
        let name = scene.entity(person).map_or_else(
            || format!("the {}", scene.lower(person)),
            |entity| scene.reading.entities[entity].name.clone(),
        );
        let mut frame = Frame {
            about: scene.entity(person),
            head: scene.entity(person).map(|_| first_and_last(&name)),
            ..Frame::default()
        };
        push(&mut frame.terms, term(scene, "patient", person));
        frame.question = close(&format!("how old is {name}"));
        value.frame = Some(frame);
        return;
    }
    let noun = counted(scene, quantity, number);
    let at = noun.unwrap_or(number);
    // "he has three", "they say twelve": such verbs tell nothing of what is counted.
    let verb =
        scene.governor(at).filter(|&verb| !scene.is_verb(verb) || lexicons::weak(scene.lemma(verb)) != Some("speech"));
    if let Some(attribute) = casualty(scene, quantity, at, verb) {
        value.kind = FactKind::Casualties;
        value.attribute = Some(attribute.into());
        value.frame = Some(casualties(scene, quantity, at, verb, attribute));
        return;
    }
    if is_money(quantity) {
        value.kind = FactKind::Money;
    }
    let mut frame = verb.map(|verb| of_event(scene, verb, quantity.span)).unwrap_or_default();
    modifiers(scene, at, quantity.span, "modifier", &mut frame.terms);
    owners(scene, verb.and_then(|verb| scene.doer(verb)).filter(|&doer| doer != at), quantity.span, &mut frame.terms);
    totals(scene, at, verb, &mut frame.terms);
    // "a crew of 20", "a fall of 60 metres": the noun that the number hangs on tells what is counted.
    let upper = scene.head(at).filter(|&up| scene.relation(at) == Relation::Nmod && scene.upos(up) == Upos::Noun);
    if let Some(up) = upper {
        push(&mut frame.terms, term(scene, "topic", up));
    }
    let measured = quantity.unit.is_some();
    frame.head = match (measured, noun, upper) {
        (true, _, Some(up)) => Some(lexicons::noun(scene.lemma(up)).to_owned()),
        (true, _, None) => frame.predicate.clone(),
        (false, Some(noun), _) => Some(lexicons::noun(scene.lemma(noun)).to_lowercase()),
        (false, None, _) => quantity.noun.clone(),
    };
    if frame.head.is_none() {
        return;
    }
    if !measured
        && (is_known_set(scene, number, at)
            || value.kind == FactKind::Quantity && things(scene, at).is_none() && quantity.noun.is_none())
    {
        return;
    }
    frame.question = match (value.kind, upper) {
        (FactKind::Money, Some(up)) => close(&format!("how much was the {}", bare(scene, up))),
        (FactKind::Money, None) => match noun.filter(|&noun| !scene.tokens_in(quantity.span).contains(&noun)) {
            Some(noun) => close(&format!("how much was the {}", bare(scene, noun))),
            None => how_many(scene, "", verb, at).replacen("How many", "How much money", 1),
        },
        (_, Some(up)) if measured => close(&format!("how many {} was the {}", unit_words(quantity), bare(scene, up))),
        _ if measured => how_many(scene, &format!("{}{}", unit_words(quantity), of_what(scene, at)), verb, at),
        _ => how_many(
            scene,
            &things(scene, at).or_else(|| quantity.noun.as_deref().map(plural)).unwrap_or_default(),
            verb,
            at,
        ),
    };
    value.frame = Some(frame);
}

/// The number's own token.
fn number(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let tokens = scene.tokens_in(quantity.span);
    tokens
        .clone()
        .rev()
        .find(|&at| scene.upos(at) == Upos::Num)
        .or_else(|| scene.head_of(quantity.span))
        .or(tokens.clone().next())
}

/// "an AK-47", "Boeing 737": the number belongs to a name, whether or not spaces stand around the hyphen.
fn is_part_of_a_name(scene: &Scene, quantity: &Quantity) -> bool {
    if quantity.unit.is_some()
        || quantity.approx.is_some()
        || !quantity.span.of(scene.body).bytes().all(|b| b.is_ascii_digit())
    {
        return false;
    }
    // "a 43-39 record": a score.
    let text = scene.body.as_bytes();
    let digit_beyond = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
    let hyphen_at = |at: Option<usize>| at.and_then(|at| text.get(at)) == Some(&b'-');
    let (start, end) = (quantity.span.start, quantity.span.end);
    if (hyphen_at(Some(end)) && digit_beyond(Some(end + 1)))
        || (hyphen_at(start.checked_sub(1)) && digit_beyond(start.checked_sub(2)))
    {
        return true;
    }
    let before = scene.tokens_in(quantity.span).start;
    let hyphen = before.checked_sub(1).filter(|&at| matches!(scene.lower(at).as_str(), "-" | "–"));
    let name = hyphen.or(Some(before)).and_then(|at| at.checked_sub(1));
    name.is_some_and(|at| {
        let word = scene.tree.word(scene.body, at);
        let capitals = word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        scene.upos(at) == Upos::Propn && (capitals || hyphen.is_some())
    })
}

/// The noun that is counted: the head of the number, or one that the quantity names.
fn counted(scene: &Scene, quantity: &Quantity, number: usize) -> Option<usize> {
    let named = quantity.noun.as_deref();
    // "dozens of troops": the troops are counted.
    if scene.upos(number) == Upos::Noun
        && let Some(of) = scene.child(number, &[Relation::Nmod]).filter(|&of| scene.upos(of) == Upos::Noun)
    {
        return Some(of);
    }
    let mut at = number;
    for _ in 0..4 {
        let up = match scene.relation(at) {
            Relation::Nummod
            | Relation::Compound
            | Relation::Advmod
            | Relation::Amod
            | Relation::Det
            | Relation::Nmod
            | Relation::Flat => scene.head(at)?,
            _ => break,
        };
        if matches!(scene.upos(up), Upos::Noun | Upos::Propn) {
            return Some(up);
        }
        at = up;
    }
    let near = number..(number + 6).min(scene.tree.tokens.len());
    // "hundreds of homes", or a number whose tree went astray.
    near.clone().find(|&at| named.is_some_and(|noun| noun == scene.lemma(at))).or_else(|| {
        (scene.upos(number) == Upos::Noun)
            .then(|| scene.child(number, &[Relation::Nmod]))
            .flatten()
            .or(Some(number).filter(|_| scene.upos(number) == Upos::Noun))
    })
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
        return named.or_else(|| near(4).find(|&at| scene.upos(at) == Upos::Noun && scene.lemma(at) != "old"));
    }
    let bare = words.len() <= 3 && words.bytes().all(|b| b.is_ascii_digit());
    let comma = number.checked_sub(1).filter(|&at| scene.lower(at) == ",");
    let name = comma.and_then(|at| at.checked_sub(1))?;
    let closed = after.starts_with([',', '.', ';', ')']) || after.is_empty();
    let person = scene.entity_kind(name) == Some(EntityKind::Person);
    (bare && closed && person && quantity.low.is_some_and(|low| low < 120.0)).then_some(name)
}

/// What befell those who are counted, if anything did.
fn casualty(scene: &Scene, quantity: &Quantity, noun: usize, verb: Option<usize>) -> Option<&'static str> {
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
    let suffers = match scene.lemma(verb) {
        "die" | "perish" | "drown" => scene.subject(verb).is_some_and(|(subject, _)| is_part_of(scene, noun, subject)),
        _ => scene.object(verb).is_some_and(|object| is_part_of(scene, noun, object)),
    };
    (suffers && is_human(scene, noun)).then_some(found)
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

/// Bare numbers count people, but nobody kills hours.
fn is_human(scene: &Scene, at: usize) -> bool {
    !matches!(
        scene.lemma(at),
        "year" | "month" | "week" | "day" | "hour" | "minute" | "time" | "percent" | "shot" | "count"
    )
}

fn casualties(scene: &Scene, quantity: &Quantity, at: usize, verb: Option<usize>, attribute: &str) -> Frame {
    let mut frame = verb.map(|verb| of_event(scene, verb, quantity.span)).unwrap_or_default();
    frame.predicate = Some(attribute.to_owned());
    modifiers(scene, at, quantity.span, "modifier", &mut frame.terms);
    let counted = lexicons::noun(scene.lemma(at)).to_lowercase();
    let plain = lexicons::casualty_noun(scene.lemma(at)).is_some()
        || scene.upos(at) == Upos::Num
        || counted == "person"
        || counted == "victim";
    frame.head = (!plain).then_some(counted);
    let who = if plain { "people".to_owned() } else { things(scene, at).unwrap_or_else(|| "people".to_owned()) };
    let place = frame.terms.iter().find(|term| term.role == "place").and_then(|term| term.entity);
    let place = place.map(|entity| format!(" in {}", scene.reading.entities[entity].name)).unwrap_or_default();
    let how = if attribute == "missing" { "are missing".to_owned() } else { format!("were {attribute}") };
    frame.question = close(&format!("how many {who} {how}{place}"));
    frame
}

/// The unit in words.
fn unit_words(quantity: &Quantity) -> &str {
    quantity.unit.as_deref().map(unit_name).unwrap_or_default()
}

/// " of equipment" for "35 tons of equipment".
fn of_what(scene: &Scene, at: usize) -> String {
    let of = scene.child(at, &[Relation::Nmod]).filter(|&of| {
        scene.upos(of) == Upos::Noun && scene.child(of, &[Relation::Case]).is_some_and(|case| scene.lower(case) == "of")
    });
    of.map(|of| format!(" of {}", bare(scene, of))).unwrap_or_default()
}

/// "the two countries", "one of them", "these three": a set that is known already, not a count of it.
fn is_known_set(scene: &Scene, number: usize, noun: usize) -> bool {
    let definite = |at: usize| {
        let word = scene.lower(at);
        matches!(scene.relation(at), Relation::Det | Relation::NmodPoss)
            && !matches!(word.as_str(), "a" | "an" | "some" | "all" | "no")
    };
    let of = |&at: &usize| {
        scene.relation(at) == Relation::Nmod && matches!(scene.upos(at), Upos::Pron)
            || scene.children(at).iter().any(|&below| definite(below)) && scene.relation(at) == Relation::Nmod
    };
    scene.children(noun).iter().any(|&at| definite(at))
        || (scene.lower(number) == "one" && scene.children(number).iter().any(of))
        || matches!(lexicons::noun(scene.lemma(noun)), "report" | "one")
}
