//! Trains how surely two passages tell of one thing, given how their articles stand to each other.
//!
//! From pairs judged by reading (`data/training/passages.tsv`), which name their articles by the hash of their text. The
//! signs name no word. Figures are of heaps of articles that have trained nothing.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::Outcome;
use super::newton;
use crate::comparing::aligning::context::{ALWAYS, NAMES, SIGNS, Signs, TABLE};
use crate::comparing::aligning::{TellingArticle, Told, in_context};
use crate::lexicon;
use crate::reading::{ArticleText, read};

/// The judged pairs.
const PAIRS: &str = include_str!("../../data/training/passages.tsv");
/// How much weights are drawn to nothing.
const PULL: f64 = 1.0;
/// Parts for left-out figures.
const FOLDS: usize = 7;
/// Bytes of the hash that name an article.
const NAME: usize = 8;

struct Example {
    heap: usize,
    signs: Signs,
    same: bool,
}

type Weights = [f64; SIGNS + 1];

/// Trains the weights from the texts of `folder` and writes `contexts.tsv`.
pub fn train(folder: &Path, out: &Path) -> Outcome<()> {
    let articles = articles(folder)?;
    let examples = examples(&articles);
    let same = examples.iter().filter(|example| example.same).count();
    eprintln!("{} judged pairs, {same} tell of one thing", examples.len());
    let mut bins = [(0.0, 0.0, 0_u32); 10];
    for fold in 0..FOLDS {
        let weights = learn(examples.iter().filter(|example| example.heap % FOLDS != fold));
        for example in examples.iter().filter(|example| example.heap % FOLDS == fold) {
            let chance = 1.0 / (1.0 + (-newton::sum(&weights, &with_one(&example.signs))).exp());
            let bin = &mut bins[((chance * 10.0) as usize).min(9)];
            *bin = (bin.0 + chance, bin.1 + f64::from(u8::from(example.same)), bin.2 + 1);
        }
    }
    eprintln!("left out: in context");
    for (chance, right, count) in bins.iter().filter(|(_, _, count)| *count > 0) {
        eprintln!("  {count:6} given {:.2}, right {:.2}", chance / f64::from(*count), right / f64::from(*count));
    }
    let weights = learn(examples.iter());
    let mut table = String::new();
    let comment = TABLE.lines().next().unwrap_or_default();
    writeln!(table, "{comment}\nsign\tweight\tmeaning")?;
    for row in lexicon::rows(TABLE) {
        let at = NAMES.iter().position(|name| *name == row[0]).map_or(0, |at| at + 1);
        debug_assert!(at > 0 || row[0] == ALWAYS);
        writeln!(table, "{}\t{:.4}\t{}", row[0], weights[at], row[2])?;
    }
    Ok(fs::write(out.join("contexts.tsv"), table)?)
}

fn with_one(signs: &Signs) -> Weights {
    std::array::from_fn(|at| if at == 0 { 1.0 } else { signs[at - 1] })
}

fn learn<'e>(examples: impl Iterator<Item = &'e Example>) -> Weights {
    let rows: Vec<(Weights, bool)> = examples.map(|example| (with_one(&example.signs), example.same)).collect();
    newton::learn(&rows, PULL)
}

fn examples(articles: &BTreeMap<String, TellingArticle>) -> Vec<Example> {
    let mut found = Vec::new();
    for row in lexicon::rows(PAIRS) {
        let [heap, a, start_a, _, b, start_b, _, same, _] = row[..] else { continue };
        let (Some(one), Some(other)) = (articles.get(a), articles.get(b)) else { continue };
        let (Ok(heap), Ok(a), Ok(b)) = (heap.parse(), start_a.parse(), start_b.parse()) else { continue };
        found.extend(in_context(one, other, &[(a, b)]).into_iter().map(|signs| Example {
            heap,
            signs,
            same: same == "1",
        }));
    }
    found
}

/// The articles of all sets that judged pairs name, by the hash of their text; a sentence's row is where it starts.
fn articles(folder: &Path) -> Outcome<BTreeMap<String, TellingArticle>> {
    let wanted: Vec<&str> = lexicon::rows(PAIRS).flat_map(|row| [row[1], row[4]]).collect();
    let mut found = BTreeMap::new();
    let mut files: Vec<_> =
        fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "jsonl"));
    files.sort();
    for path in files {
        for line in fs::read_to_string(path)?.lines() {
            let row: Value = serde_json::from_str(line)?;
            let of_group = row["articles"].as_array().cloned();
            for article in of_group.unwrap_or_else(|| vec![row]) {
                let hash = Sha256::digest(article["text"].as_str().unwrap_or_default().as_bytes());
                let name = hash.iter().take(NAME).fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
                if wanted.contains(&name.as_str()) && !found.contains_key(&name) {
                    let told = telling(&name, &article);
                    found.insert(name, told);
                }
            }
        }
    }
    Ok(found)
}

fn telling(name: &str, article: &Value) -> TellingArticle {
    let text = |key: &str| article[key].as_str().unwrap_or_default();
    let (body, outlet) = (text("text"), text("outlet"));
    let published = [text("date"), text("dct")].iter().find_map(|date| date.get(..10)?.parse().ok());
    let reading = read(&ArticleText { body, headline: None, published, outlet });
    let told = reading.passages.into_iter().map(|passage| {
        let sentence = reading.sentences[passage.sentence];
        Told {
            sentence_id: body[..sentence.span.start].chars().count() as i64,
            section: sentence.section,
            text: sentence.span.of(body).to_owned(),
            passage,
        }
    });
    // Articles without an outlet are of different ones.
    let outlet = if outlet.is_empty() { name } else { outlet };
    TellingArticle { key: name.to_owned(), outlet: outlet.to_owned(), published, told: told.collect() }
}
