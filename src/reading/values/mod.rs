//! Values: what can be compared in the claims of one article, each with the question that it answers.
//!
//! It reads claims, trees, times, quantities and mentions that other steps found, and knows no other article. A value
//! lies in its claim; its `Frame` is all that comparing will know of the sentence.

mod ages;
mod casualties;
mod causes;
mod charges;
mod count_questions;
mod counted;
mod counts;
mod courses;
mod dates;
mod dating;
mod deeds;
mod directions;
#[cfg(test)]
mod examples;
mod fates;
mod firmness;
mod frames;
mod happened;
mod homes;
mod identities;
mod issues;
mod lexicons;
mod people;
mod people_words;
mod places;
mod polarities;
mod posts;
mod questions;
mod quotes;
mod responses;
mod scene;
mod sides;
mod singles;
mod sound;
mod stance;
mod sufferers;
mod tellings;
mod tolls;
mod traits;
mod victims;
mod voices;

use super::structure::Quotation;
use super::{Reading, Value};
use crate::language::Syntax;
use scene::{Claims, Scene};
use sufferers::Line;
use tolls::Told;
use victims::Victim;

/// A sentence longer than this is no sentence (a table, a list) and is not asked for what happened.
const LONGEST: usize = 250;

/// The values of an article, in text order.
#[must_use]
pub fn values(body: &str, grammar: &[Syntax<'_>], quotations: &[Quotation], reading: &Reading) -> Vec<Value> {
    let claims = Claims::of(body, reading);
    let mut found = Vec::new();
    let mut told = Vec::new();
    voices::values(body, reading, &mut found);
    responses::values(body, reading, &mut found);
    quotes::values(body, quotations, reading, &claims, &mut found);
    identities::spellings(body, reading, &claims, &mut found);
    for (sentence, syntax) in grammar.iter().enumerate() {
        let scene = Scene::of(body, syntax, sentence, reading, &claims);
        let before = found.len();
        let words: Vec<String> = (0..syntax.len()).map(|at| scene.lower(at)).collect();
        let tellings = tellings::tellings(&scene, &words);
        counts::values(&scene, &tellings, &mut found);
        let line = Line { scene: &scene, words: &words };
        told.extend(tellings.into_iter().map(|telling| Told {
            victim: telling.who.map(|who| Victim::of(&line, &who)),
            frame: casualties::telling(&scene, telling.at, telling.span),
            telling,
        }));
        dates::values(&scene, &mut found);
        if syntax.len() > LONGEST {
            continue;
        }
        firmness::mark(&scene, &mut found[before..]);
        let before = found.len();
        posts::values(&scene, &mut found);
        homes::values(&scene, &mut found);
        identities::nationalities(&scene, &mut found);
        charges::values(&scene, &mut found);
        traits::values(&scene, &mut found);
        directions::values(&scene, &mut found);
        sides::values(&scene, &mut found);
        singles::values(&scene, &mut found);
        places::values(&scene, &mut found);
        causes::values(&scene, &mut found);
        courses::values(&scene, &mut found);
        polarities::values(&scene, &mut found);
        firmness::mark(&scene, &mut found[before..]);
    }
    tolls::values(reading, &told, &mut found);
    found.retain(|value: &Value| !value.span.is_empty());
    let party = |value: &Value| value.frame.as_ref().and_then(|frame| frame.about);
    let order = |value: &Value| {
        (value.span.start, value.span.end, value.claim, value.kind, value.attribute.clone(), party(value))
    };
    found.sort_by_key(order);
    found.dedup_by_key(|value| order(value));
    found
}

/// A value with nothing but its place and kind.
fn blank(claim: usize, kind: super::FactKind, span: crate::span::Span) -> Value {
    Value {
        claim,
        kind,
        attribute: None,
        span,
        low: None,
        high: None,
        unit: None,
        date_low: None,
        date_high: None,
        entity: None,
        word: None,
        quantity: None,
        time: None,
        dates_claim: false,
        firmness: None,
        frame: None,
    }
}

/// The words and normalised words of an article's values of one further kind, for tests.
#[cfg(test)]
fn told(body: &str, kind: super::FactKind, attribute: &str) -> Vec<(String, String)> {
    let reading = super::read(&super::ArticleText { body, ..super::ArticleText::default() });
    let wanted = |value: &&Value| {
        value.kind == kind && value.frame.is_some() && value.attribute.as_deref().unwrap_or_default() == attribute
    };
    let shown = |value: &Value| (value.span.of(body).to_owned(), value.word.clone().unwrap_or_default());
    reading.values.iter().filter(wanted).map(shown).collect()
}
#[cfg(test)]
mod tests;
