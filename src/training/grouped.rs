//! Groups of reports on one event in which people marked where they answer one question: differently, or alike.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::Outcome;
use crate::comparing::aligning::{TellingArticle, Told};
use crate::reading::{ArticleText, read};

/// A group with its marks.
pub struct Group {
    /// The set it is of.
    pub set: &'static str,
    /// Groups of one topic are left out together.
    pub topic: String,
    /// Its articles, as comparing sees them; a sentence's row is its index into `places`.
    pub articles: Vec<TellingArticle>,
    /// For each sentence its article and its place in code points.
    pub places: Vec<(String, u64, u64)>,
    /// Questions that are answered differently.
    pub conflicts: Vec<Vec<Side>>,
    /// Questions that are answered alike.
    pub agreements: Vec<Vec<Side>>,
}

/// One answer at its places.
pub struct Side {
    article: String,
    spans: Vec<(u64, u64)>,
    value: u64,
}

impl Group {
    /// Reads `SET.articles.json` and `SET.gold.json`.
    pub fn read(articles: &Path, gold: &Path, set: &'static str) -> Outcome<Vec<Self>> {
        let parse = |path: &Path| -> Outcome<Vec<Value>> {
            let text = fs::read_to_string(path).map_err(|error| format!("reading {}: {error}", path.display()))?;
            Ok(serde_json::from_str(&text)?)
        };
        let clusters = parse(&articles.join(format!("{set}.articles.json")))?;
        let marks = parse(&gold.join(format!("{set}.gold.json")))?;
        let group = |cluster: &Value| {
            let name = cluster["cluster"].as_str().unwrap_or_default();
            let marked = marks.iter().find(|marked| marked["cluster"] == cluster["cluster"])?;
            Some(Self::of(set, name, &cluster["articles"], marked))
        };
        Ok(clusters.iter().filter_map(group).collect())
    }

    fn of(set: &'static str, name: &str, articles: &Value, marked: &Value) -> Self {
        let topic = name.trim_end_matches(|c: char| c.is_ascii_alphabetic()).to_owned();
        let mut group = Self {
            set,
            topic,
            articles: Vec::new(),
            places: Vec::new(),
            conflicts: sides(&marked["conflicts"]),
            agreements: sides(&marked["compatible"]),
        };
        for article in articles.as_array().into_iter().flatten() {
            let text = |key: &str| article[key].as_str().unwrap_or_default();
            let body = text("text");
            let reading = read(&ArticleText {
                body,
                headline: None,
                published: text("date").parse().ok(),
                outlet: text("outlet"),
            });
            let mut told = Vec::new();
            for passage in reading.passages {
                let sentence = reading.sentences[passage.sentence];
                let at = |byte: usize| body[..byte].chars().count() as u64;
                let place = (text("id").to_owned(), at(sentence.span.start), at(sentence.span.end));
                told.push(Told {
                    sentence_id: group.places.len() as i64,
                    section: sentence.section,
                    text: sentence.span.of(body).to_owned(),
                    passage,
                });
                group.places.push(place);
            }
            let (key, outlet) = (text("id").to_owned(), text("outlet").to_owned());
            group.articles.push(TellingArticle { key, outlet, published: text("date").parse().ok(), told });
        }
        group
    }

    /// Whether two sentences hold two sides of a question; with `differing`, two that give different answers.
    pub fn faces(&self, question: &[Side], a: i64, b: i64, differing: bool) -> bool {
        let held = |at: i64| {
            let (article, from, to) = &self.places[at as usize];
            let meets = |side: &&Side| {
                side.article == *article && side.spans.iter().any(|(start, end)| start < to && end > from)
            };
            question.iter().filter(meets)
        };
        held(a).any(|one| held(b).any(|other| !std::ptr::eq(one, other) && (!differing || one.value != other.value)))
    }
}

fn sides(questions: &Value) -> Vec<Vec<Side>> {
    let span = |value: &Value, start: &str, end: &str| Some((value[start].as_u64()?, value[end].as_u64()?));
    let side = |(at, side): (usize, &Value)| {
        let also = side["also"].as_array().into_iter().flatten();
        let also = also.filter_map(|pair| Some((pair[0].as_u64()?, pair[1].as_u64()?)));
        Side {
            article: side["article"].as_str().unwrap_or_default().to_owned(),
            spans: span(side, "start", "end").into_iter().chain(also).collect(),
            value: side["value"].as_u64().unwrap_or(at as u64),
        }
    };
    let question =
        |question: &Value| question["sides"].as_array().into_iter().flatten().enumerate().map(side).collect();
    questions.as_array().into_iter().flatten().map(question).collect()
}
