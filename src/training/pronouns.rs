//! The weights by which "he" and "she" are given to persons: learnt from the chains of GUM, over features without words.
//!
//! The program itself goes through the texts; here it is only told, or asked, whom each pronoun means. Figures are of
//! documents that the weights have not seen.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::Outcome;
use super::corpus::Treebank;
use crate::language::{Upos, trees};
use crate::reading::ArticleText;
use crate::reading::names::coreference::features::{Feature, Features};
use crate::reading::names::coreference::ranker::Weights;
use crate::reading::names::coreference::{Candidate, Who};
use crate::reading::names::judged;
use crate::reading::structure::structure;
use crate::span::Span;

/// Parts into which the documents are split to measure.
const PARTS: usize = 10;
/// Steps of learning.
const STEPS: usize = 600;
/// How much a large weight costs, for each example.
const CALM: f64 = 0.001;
/// How much one example counts: news most, lives of one person least.
const SHARES: [(&str, f64); 2] = [("_news_", 3.0), ("_bio_", 0.5)];

/// A document with its noun phrases.
struct Document {
    name: String,
    body: String,
    phrases: Vec<Gold>,
}

/// A noun phrase that a person has marked.
struct Gold {
    span: Span,
    head: Span,
    chain: String,
    is_name: bool,
}

/// A pronoun with the descriptions of its candidates, and which of them are right.
struct Example {
    candidates: Vec<Candidate>,
    right: Vec<bool>,
    /// Whether a name stands in its chain.
    named: bool,
    span: Span,
}

impl Document {
    /// The chain of what the words at a span mean.
    fn chain(&self, span: Span) -> Option<&str> {
        let inside = self.phrases.iter().filter(|gold| span.contains(gold.head));
        let fit = |gold: &&Gold| {
            let shared = gold.span.end.min(span.end).saturating_sub(gold.span.start.max(span.start));
            2 * shared * 1000 / (gold.span.len() + span.len())
        };
        inside.max_by_key(fit).map(|gold| gold.chain.as_str())
    }

    /// The chain of a pronoun.
    fn meant(&self, span: Span) -> Option<&str> {
        self.phrases.iter().find(|gold| gold.span == span).map(|gold| gold.chain.as_str())
    }

    fn is_named(&self, chain: &str) -> bool {
        self.phrases.iter().any(|gold| gold.is_name && gold.chain == chain)
    }

    /// Goes through the document as the program does; with `weights` their choice is kept, without them the right one.
    fn examples(&self, weights: Option<&Weights>) -> Vec<Example> {
        let article = ArticleText { body: &self.body, ..ArticleText::default() };
        let structure = structure(&article);
        let spans: Vec<Span> = structure.sentences.iter().map(|sentence| sentence.span).collect();
        let trees = trees(&self.body, &spans);
        let mut examples = Vec::new();
        let mut judge = |span: Span, candidates: &[Candidate]| {
            let Some(chain) = self.meant(span) else { return (None, 0.0) };
            let mut right: Vec<bool> = candidates
                .iter()
                .map(|candidate| candidate.anchor.is_some_and(|anchor| self.chain(anchor) == Some(chain)))
                .collect();
            if let (Some(last), false) = (right.len().checked_sub(1), right.contains(&true)) {
                right[last] = true;
            }
            let answer = match weights {
                Some(weights) => crate::reading::names::coreference::likeliest(weights, candidates),
                None => (right.iter().position(|&right| right), 1.0),
            };
            examples.push(Example { candidates: candidates.to_vec(), right, named: self.is_named(chain), span });
            answer
        };
        let _ = judged(&self.body, &structure.sentences, &trees, &structure.quotations, &mut judge);
        examples
    }
}

/// The documents of the genres that tell of people.
fn documents(bank: &Treebank) -> Vec<Document> {
    let mut documents: Vec<Document> = Vec::new();
    let people = |name: &str| ["news", "bio", "interview", "court"].iter().any(|genre| name.contains(genre));
    for sentence in bank.sentences.iter().filter(|sentence| sentence.is_gum && people(&sentence.document)) {
        if documents.last().is_none_or(|document| document.name != sentence.document) {
            documents.push(Document { name: sentence.document.clone(), body: String::new(), phrases: Vec::new() });
        }
        let Some(document) = documents.last_mut() else { continue };
        if !document.body.is_empty() {
            document.body.push_str(if sentence.opens_paragraph { "\n\n" } else { " " });
        }
        let start = document.body.len();
        document.body.push_str(&sentence.text);
        for phrase in &sentence.phrases {
            let head = phrase.words.clone().find(|&at| !phrase.words.contains(&sentence.words[at].head));
            let place = |at: usize| {
                let span = sentence.words.get(at)?.span?;
                Some(Span::new(span.start + start, span.end + start))
            };
            let ends = (place(phrase.words.start), place(phrase.words.end - 1), head.and_then(place));
            if let ((Some(first), Some(last), Some(head)), Some(at)) = (ends, head) {
                document.phrases.push(Gold {
                    span: first.hull(last),
                    head,
                    chain: phrase.chain.clone(),
                    is_name: sentence.words[at].upos == Upos::Propn,
                });
            }
        }
    }
    documents
}

/// Learns weights: the chance of the right candidates is made as large as it gets, with weights near what is expected.
fn learn(examples: &[(&Example, f64)], expected: &Weights) -> Weights {
    let mut weights = expected.clone();
    let size = weights.0.len();
    let mut sums = vec![1e-6; size];
    let all: f64 = examples.iter().map(|(_, share)| share).sum();
    for _ in 0..STEPS {
        let mut slope: Vec<f64> =
            weights.0.iter().zip(&expected.0).map(|(weight, expected)| CALM * (expected - weight)).collect();
        for (example, share) in examples {
            let chances = weights.chances(example.candidates.iter().map(|candidate| &candidate.features));
            let good: f64 =
                chances.iter().zip(&example.right).filter(|(_, right)| **right).map(|(chance, _)| chance).sum();
            for ((candidate, &chance), &right) in example.candidates.iter().zip(&chances).zip(&example.right) {
                let wanted = if right { chance / good.max(1e-12) } else { 0.0 };
                add(&mut slope, &candidate.features, (wanted - chance) * share / all);
            }
        }
        for at in 0..size {
            sums[at] += slope[at] * slope[at];
            weights.0[at] += 0.3 * slope[at] / sums[at].sqrt();
        }
    }
    weights
}

fn add(slope: &mut [f64], features: &Features, much: f64) {
    for &(feature, value) in features {
        slope[feature as usize] += much * value;
    }
}

/// Learns from documents: first with the right history, then with the history that the weights themselves make.
fn rounds(documents: &[&Document], expected: &Weights) -> Weights {
    let mut weights: Option<Weights> = None;
    for _ in 0..3 {
        let made: Vec<(f64, Vec<Example>)> =
            documents.iter().map(|document| (share(document), document.examples(weights.as_ref()))).collect();
        let all: Vec<(&Example, f64)> =
            made.iter().flat_map(|(share, examples)| examples.iter().map(|example| (example, *share))).collect();
        weights = Some(learn(&all, expected));
    }
    weights.unwrap_or_else(Weights::zero)
}

fn share(document: &Document) -> f64 {
    SHARES.iter().find(|(genre, _)| document.name.contains(genre)).map_or(1.0, |(_, share)| *share)
}

/// How the answers of unseen documents count.
#[derive(Debug, Default, Clone)]
struct Tally {
    /// Chance and whether right, of each pronoun whose likeliest candidate is named.
    answers: Vec<(f64, bool)>,
    asked: usize,
    /// Chances of pronouns of people without a name that are given to a name.
    astray: Vec<f64>,
}

impl Tally {
    fn row(&self, enough: f64) -> String {
        let given: Vec<_> = self.answers.iter().filter(|(chance, _)| *chance >= enough).collect();
        let right = given.iter().filter(|(_, right)| *right).count();
        let astray = self.astray.iter().filter(|chance| **chance >= enough).count();
        format!(
            "from {enough:.2}: {right} right of {} given of {}, {astray} astray: precision {:.3}, right of all {:.3}",
            given.len(),
            self.asked,
            right as f64 / given.len().max(1) as f64,
            right as f64 / self.asked.max(1) as f64
        )
    }

    fn calibration(&self) -> String {
        let mut rows = Vec::new();
        for low in [0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95] {
            let high = match low {
                0.3 => 0.5,
                0.9 => 0.95,
                0.95 => 1.01,
                low => low + 0.1,
            };
            let here: Vec<_> = self.answers.iter().filter(|(chance, _)| (low..high).contains(chance)).collect();
            let right = here.iter().filter(|(_, right)| *right).count();
            rows.push(format!("{low}-: {right}/{}", here.len()));
        }
        rows.join(", ")
    }
}

/// Learns the weights and writes them; `leave_out` names documents that only measure.
pub fn train(banks: &[&Treebank], out: &Path) -> Outcome<()> {
    let documents: Vec<Document> = banks.iter().flat_map(|bank| documents(bank)).collect();
    let file = out.join("pronouns.tsv");
    let expected = expected(&file)?;
    let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
    for part in 0..PARTS {
        let seen: Vec<&Document> =
            documents.iter().enumerate().filter(|(at, _)| at % PARTS != part).map(|(_, document)| document).collect();
        let weights = rounds(&seen, &expected);
        for document in documents.iter().skip(part).step_by(PARTS) {
            let genre = document.name.split('_').nth(1).unwrap_or_default();
            for example in document.examples(Some(&weights)) {
                let chances = weights.chances(example.candidates.iter().map(|candidate| &candidate.features));
                let best = (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b])).unwrap_or(0);
                let named = matches!(example.candidates[best].who, Some(Who::Named(_)));
                if std::env::var_os("TRAIN_SHOW_PRONOUNS").is_some() && !example.right[best] {
                    show(document, &example, &chances, best);
                }
                let tally = tallies.entry(genre).or_default();
                // Whom no name in the text names counts where it is given to somebody.
                tally.asked += usize::from(example.named);
                if named && !example.named {
                    tally.astray.push(chances[best]);
                }
                if named && example.named {
                    tally.answers.push((chances[best], example.right[best]));
                }
            }
        }
    }
    for (genre, tally) in &tallies {
        eprintln!("{genre}: {}", tally.calibration());
        for enough in [0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] {
            eprintln!("  {}", tally.row(enough));
        }
    }
    let weights = rounds(&documents.iter().collect::<Vec<_>>(), &expected);
    write(&weights, &file)
}

/// What judgement expects of each feature before anything is learnt.
fn expected(file: &Path) -> Outcome<Weights> {
    let table = fs::read_to_string(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    let mut weights = Weights::zero();
    for line in table.lines() {
        let mut cells = line.split('\t');
        if let (Some(Ok(feature)), Some(Ok(points))) =
            (cells.next().map(str::parse::<Feature>), cells.nth(1).map(str::parse))
        {
            weights.0[feature as usize] = points;
        }
    }
    Ok(weights)
}

fn show(document: &Document, example: &Example, chances: &[f64], best: usize) {
    let words = |at: usize| example.candidates[at].anchor.map_or("no one", |span| span.of(&document.body));
    let right = example.right.iter().position(|&right| right).unwrap_or(0);
    let from = document.body[..example.span.start].char_indices().rev().nth(220).map_or(0, |(at, _)| at);
    let to = document.body[example.span.end..]
        .char_indices()
        .nth(60)
        .map_or(document.body.len(), |(at, _)| at + example.span.end);
    eprintln!(
        "{} {:.2} {} (right {:.2} {}) … {} [{}] {}",
        document.name,
        chances[best],
        words(best),
        chances[right],
        words(right),
        document.body[from..example.span.start].replace('\n', " "),
        example.span.of(&document.body),
        document.body[example.span.end..to].replace('\n', " ")
    );
}

/// Puts the weights into the table, whose meanings stay.
fn write(weights: &Weights, file: &Path) -> Outcome<()> {
    let table = fs::read_to_string(file).map_err(|error| format!("reading {}: {error}", file.display()))?;
    let mut lines = Vec::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        match (cells[..].len(), cells[0].parse::<Feature>()) {
            (4, Ok(feature)) => {
                let weight = weights.0[feature as usize];
                lines.push(format!("{}\t{weight:.3}\t{}\t{}", cells[0], cells[2], cells[3]));
            }
            _ => lines.push(line.to_owned()),
        }
    }
    fs::write(file, lines.join("\n") + "\n")?;
    Ok(())
}
