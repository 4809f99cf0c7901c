//! What a number counts or measures: its noun, the thing it is a dimension of, or nothing that could be asked for.

use crate::language::{Relation, Upos};
use crate::reading::Quantity;

use super::lexicons;
use super::scene::Scene;

/// The number's own token.
pub(super) fn number(scene: &Scene, quantity: &Quantity) -> Option<usize> {
    let tokens = scene.tokens_in(quantity.span);
    tokens
        .clone()
        .rev()
        .find(|&at| scene.upos(at) == Upos::Num)
        .or_else(|| scene.head_of(quantity.span))
        .or(tokens.clone().next())
}

/// "an AK-47", "Boeing 737": the number belongs to a name, whether or not spaces stand around the hyphen.
pub(super) fn is_part_of_a_name(scene: &Scene, quantity: &Quantity) -> bool {
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
    let spaced = |joint: &str| joint.starts_with(" - ");
    let after =
        scene.body.get(end..).is_some_and(|rest| spaced(rest) && rest[3..].starts_with(|c: char| c.is_ascii_digit()));
    let before = scene.body.get(..start).unwrap_or_default().strip_suffix(" - ");
    let before = before.is_some_and(|front| front.ends_with(|c: char| c.is_ascii_digit()));
    if (hyphen_at(Some(end)) && digit_beyond(Some(end + 1)))
        || (hyphen_at(start.checked_sub(1)) && digit_beyond(start.checked_sub(2)))
        || after
        || before
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
pub(super) fn counted(scene: &Scene, quantity: &Quantity, number: usize) -> Option<usize> {
    let noun = noun_of(scene, quantity, number)?;
    // "two step-children": the last part of the compound.
    let hyphen = |at: usize| {
        scene.tree.tokens.get(at).is_some()
            && matches!(scene.lower(at).as_str(), "-" | "–")
            && scene.span(at).start == scene.span(at - 1).end
    };
    let whole = noun > number
        && hyphen(noun + 1)
        && scene.tree.tokens.get(noun + 2).is_some()
        && scene.upos(noun + 2) == Upos::Noun
        && scene.span(noun + 2).start == scene.span(noun + 1).end;
    Some(if whole { noun + 2 } else { noun })
}

fn noun_of(scene: &Scene, quantity: &Quantity, number: usize) -> Option<usize> {
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

/// "the two countries", "one of them", "these three": a set that is known already, not a count of it.
pub(super) fn is_known_set(scene: &Scene, number: usize, noun: usize) -> bool {
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

/// "600 feet (183 metres)": the same length once more.
pub(super) fn is_conversion(scene: &Scene, at: usize) -> bool {
    let quantities = &scene.reading.quantities;
    let quantity = &quantities[at];
    let Some(before) = at.checked_sub(1).map(|before| &quantities[before]) else { return false };
    let between = scene.body.get(before.span.end..quantity.span.start).unwrap_or_default().trim();
    before.sentence == quantity.sentence && between == "(" && quantity.unit.is_some()
}

/// Currencies are units of three capitals.
pub(super) fn is_currency(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}

/// "the 2, 300 rifles", "a 6. 1 tremor" of text that was cut into words before: perhaps half of a number.
pub(super) fn is_broken(scene: &Scene, quantity: &Quantity) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let before = scene.body.get(..quantity.span.start).unwrap_or_default();
    let after = scene.body.get(quantity.span.end..).unwrap_or_default();
    let second = quantity.span.of(scene.body).chars().take_while(char::is_ascii_digit).count();
    let first = before.ends_with(". ") || before.ends_with(", ") && second == 3;
    let first = first && before.trim_end_matches(['.', ',', ' ']).ends_with(digits) && second > 0;
    let rest = after.strip_prefix(", ").unwrap_or_default();
    first || rest.chars().take_while(char::is_ascii_digit).count() == 3
}

/// "a seven-boat attack", "a 40-acre farm", "a 7-year sentence": the word of the dimension, and the thing that has it.
pub(super) fn dimension(scene: &Scene, quantity: &Quantity, number: usize) -> Option<(usize, usize)> {
    let hyphen = |at: usize| scene.tree.tokens.get(at).is_some() && matches!(scene.lower(at).as_str(), "-" | "–");
    let mut at = scene.tokens_in(quantity.span).end;
    if quantity.unit.is_some() && scene.head_of(quantity.span).is_some_and(|head| head != number) {
        at -= 1; // the unit's own word
    } else if hyphen(at) {
        at += 1;
    } else {
        return None;
    }
    if at >= scene.tree.tokens.len() {
        return None;
    }
    while hyphen(at + 1) && scene.tree.tokens.get(at + 2).is_some() {
        at += 2;
    }
    let joined = quantity.span.of(scene.body).contains('-')
        || hyphen(scene.tokens_in(quantity.span).end)
        || hyphen(at.saturating_sub(1));
    let thing = thing_of(scene, at)?;
    (joined && scene.upos(at) != Upos::Num).then_some((at, thing))
}

/// The noun that a word of dimension stands before.
fn thing_of(scene: &Scene, at: usize) -> Option<usize> {
    let modifies = matches!(
        scene.relation(at),
        Relation::Compound | Relation::Amod | Relation::Nummod | Relation::Nmod | Relation::NmodUnmarked
    );
    let up = scene.head(at).filter(|&up| modifies && up > at && up - at < 5)?;
    matches!(scene.upos(up), Upos::Noun | Upos::Propn).then_some(up)
}
