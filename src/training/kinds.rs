//! Learning what the signs around a name tell of its kind: a logistic model over the names of each text.
//!
//! The tagger's word is a sign like others, so each set is read with a tagger that has not seen it.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::named::{NamedSet, NamedText};
use super::naming::Naming;
use crate::language::model::Model;
use crate::language::table::Table;
use crate::language::{NameKind, trees_by};
use crate::reading::names::fold::words;
use crate::reading::names::learning::{CLASSES, NO_NAME, SCALE, Sign, Signs, signs};
use crate::span::Span;

/// Steps over all names.
const STEPS: usize = 600;
/// How far a step goes.
const RATE: f64 = 2.0;
/// How much large weights cost.
const COST: f64 = 0.0005;

const HEADER: &str = "# What the signs around a name tell of its kind, in tenths of log-odds; learnt from the sets of names of `README.md`.
# thing: groups, events, works, products and all else; none: no name. Origin and licence as the models beside it.
sign\tperson\torganization\tplace\tthing\tnone
";

/// What the sets do not show or show otherwise than news does, in points for each class: boilerplate, headlines and
/// shouting, which they hardly have; works and products, of which they have more; lists, which are checked by hand; the
/// tagger, which has learnt from all sets where the one in training had not seen the set at hand.
const ADDED: &[(Sign, [i32; CLASSES])] = &[
    (Sign::Always, [0, 0, 0, -4, 0]),
    (Sign::ListedLand, [0, 0, 0, 0, -10]),
    (Sign::ListedTown, [0, 0, 0, 0, -10]),
    (Sign::ListedGroup, [-10, -10, -5, 30, -20]),
    (Sign::ListedMedium, [0, 10, 0, 0, -10]),
    (Sign::ListedBody, [0, 15, 0, 0, -10]),
    (Sign::ListedFacility, [0, -10, 30, 0, -10]),
    (Sign::ListedThing, [0, 0, 0, 10, -10]),
    (Sign::TaggedPerson, [6, 0, 0, 0, 0]),
    (Sign::TaggedBody, [0, 6, 0, 0, 0]),
    (Sign::TaggedPlace, [0, 0, 6, 0, 0]),
    (Sign::TaggedThing, [0, 0, 0, 6, 0]),
    (Sign::Shouted, [0, 0, 0, 0, 6]),
    (Sign::Loud, [0, 0, 0, 0, 3]),
    (Sign::Boilerplate, [0, 0, 0, 0, 8]),
    (Sign::Headline, [0, 0, 0, 0, 2]),
    (Sign::Street, [-10, -20, 40, -10, -10]),
    (Sign::PartOfPlace, [-10, -20, 40, -10, -10]),
    (Sign::CallSign, [-10, 25, -20, -5, -5]),
    (Sign::Model, [-20, -20, -20, 40, 0]),
    (Sign::FullName, [6, -2, -2, -2, -2]),
    (Sign::Age, [10, -5, -10, -5, -5]),
    (Sign::HeadBody, [0, 10, -6, 0, 0]),
    (Sign::StateAfterComma, [0, -10, 20, 0, 0]),
];

/// A name of a text: how often each of its mentions shows each sign, and its class.
struct Example {
    signs: Vec<(usize, f64)>,
    class: usize,
}

/// The weights of the signs as a table, and a line on each set from weights that have not seen it.
pub fn kinds(naming: &Naming, sets: &[NamedSet]) -> String {
    let examples: Vec<Vec<Example>> = sets.iter().map(|set| self::examples(naming, sets, set)).collect();
    for (at, set) in sets.iter().enumerate() {
        let others: Vec<&Example> =
            examples.iter().enumerate().filter(|(other, _)| *other != at).flat_map(|(_, all)| all).collect();
        eprintln!("kinds {}: {}", set.name, score(&learn(&others), &examples[at]));
    }
    let all: Vec<&Example> = examples.iter().flatten().collect();
    let weights = learn(&all);
    eprintln!("kinds, seen: {}", score(&weights, examples.iter().flatten()));
    let mut rows: Vec<String> = Sign::ALL
        .iter()
        .map(|&sign| {
            let mut row = sign.as_str().to_owned();
            let own = weights[sign as usize];
            let mean = own.iter().sum::<f64>() / CLASSES as f64;
            let added = ADDED.iter().find(|(other, _)| *other == sign).map_or([0; CLASSES], |(_, points)| *points);
            // The sets do not agree on nations, so these are not learnt.
            let learnt = f64::from(u8::from(sign != Sign::ListedGroup));
            for (weight, added) in own.into_iter().zip(added) {
                let _ = write!(row, "\t{}", ((weight - mean) * SCALE * learnt).round() as i32 + added);
            }
            row
        })
        .collect();
    rows.sort();
    format!("{HEADER}{}\n", rows.join("\n"))
}

/// The names of a set, read with a tagger that has not seen it.
fn examples(naming: &Naming, sets: &[NamedSet], set: &NamedSet) -> Vec<Example> {
    let weights = naming.train(sets, Some(set.name)).leak();
    let model = Model { names: Table::new(weights), ..naming.model };
    set.texts.iter().flat_map(|text| of_text(&model, set.name, text)).collect()
}

fn of_text(model: &Model, set: &str, text: &NamedText) -> Vec<Example> {
    let trees = trees_by(model, &text.text, &text.sentences);
    let mut names: BTreeMap<Vec<String>, Vec<(Signs, usize)>> = BTreeMap::new();
    for (span, signs) in signs(&text.text, &text.sentences, &trees) {
        let Some(class) = class_of(text, set, span, &signs) else { continue };
        names.entry(words(span.of(&text.text))).or_default().push((signs, class));
    }
    names.into_values().map(|mentions| example(&mentions)).collect()
}

/// The class that a set gives a stretch; nothing where it does not tell, or marks another stretch.
fn class_of(text: &NamedText, set: &str, span: Span, signs: &Signs) -> Option<usize> {
    let mut near = text.names.iter().filter(|name| name.0.overlaps(span));
    match near.next() {
        Some(&(exact, kind)) if exact == span => Some(match kind {
            NameKind::Person => 0,
            NameKind::Organization => 1,
            NameKind::Location => 2,
            NameKind::Misc => 3,
        }),
        Some(_) => None,
        None => {
            // Sets that leave some names out do not tell what is none.
            let thing = [Sign::ListedGroup, Sign::ListedThing, Sign::HeadThing, Sign::TaggedThing];
            let open = text.has_gaps || set == "uner-ewt" && thing.iter().any(|&sign| signs.has(sign));
            (!open).then_some(NO_NAME)
        }
    }
}

fn example(mentions: &[(Signs, usize)]) -> Example {
    let mut counts = vec![0.0; Sign::ALL.len()];
    let mut classes = [0; CLASSES];
    for (signs, class) in mentions {
        classes[*class] += 1;
        for sign in signs.each() {
            counts[sign as usize] += 1.0 / mentions.len() as f64;
        }
    }
    let class = (0..CLASSES).max_by_key(|&class| (classes[class], std::cmp::Reverse(class))).unwrap_or_default();
    Example { signs: counts.into_iter().enumerate().filter(|(_, share)| *share > 0.0).collect(), class }
}

/// Weights of each sign for each class, by descent along the gradient.
fn learn(examples: &[&Example]) -> Vec<[f64; CLASSES]> {
    let mut weights = vec![[0.0; CLASSES]; Sign::ALL.len()];
    let many = examples.len().max(1) as f64;
    let mut pace = weights.clone();
    for _ in 0..STEPS {
        let mut gradient = vec![[0.0; CLASSES]; weights.len()];
        for example in examples {
            let shares = shares(&weights, example);
            for &(sign, value) in &example.signs {
                for class in 0..CLASSES {
                    let wanted = f64::from(u8::from(class == example.class));
                    gradient[sign][class] += (wanted - shares[class]) * value / many;
                }
            }
        }
        for ((own, step), pace) in weights.iter_mut().zip(&gradient).zip(&mut pace) {
            for class in 0..CLASSES {
                let step = step[class] - COST * own[class];
                pace[class] = 0.9 * pace[class] + step;
                own[class] += RATE * pace[class] * 0.25;
            }
        }
    }
    weights
}

fn points(weights: &[[f64; CLASSES]], example: &Example) -> [f64; CLASSES] {
    let mut sums = [0.0; CLASSES];
    for &(sign, value) in &example.signs {
        for (sum, weight) in sums.iter_mut().zip(weights[sign]) {
            *sum += weight * value;
        }
    }
    sums
}

fn shares(weights: &[[f64; CLASSES]], example: &Example) -> [f64; CLASSES] {
    let sums = points(weights, example);
    let most = sums.iter().copied().fold(f64::MIN, f64::max);
    let powers = sums.map(|sum| (sum - most).exp());
    let all: f64 = powers.iter().sum();
    powers.map(|power| power / all)
}

/// How many names get their class, and the classes that are taken for each other most.
fn score<'e>(weights: &[[f64; CLASSES]], examples: impl IntoIterator<Item = &'e Example>) -> String {
    let mut table = [[0_usize; CLASSES]; CLASSES];
    for example in examples {
        let sums = points(weights, example);
        let best = (0..CLASSES).max_by(|&a, &b| sums[a].total_cmp(&sums[b])).unwrap_or_default();
        table[example.class][best] += 1;
    }
    let all: usize = table.iter().flatten().sum();
    let right: usize = (0..CLASSES).map(|class| table[class][class]).sum();
    format!(
        "{right} of {all} names right, {:.3}; rows gold, columns found: {table:?}",
        right as f64 / all.max(1) as f64
    )
}
