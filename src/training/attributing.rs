//! Trains who speaks a quotation, from articles in which people marked who says what; and writes tables of weights.
//!
//! The features name no word. Figures are of articles that the weights have not seen, parted by article.

use std::fmt::Write;
use std::path::Path;

use super::Outcome;
use super::confidences;
use super::ending;
use super::logistic::{Names, Question, learn, left_out};
use super::marked::{Marked, likeness, shared};
use crate::reading::attribution::Judge;
use crate::reading::attribution::candidates::{Candidate, Place, Text};
use crate::reading::attribution::confidence::Confidence;
use crate::reading::attribution::ends::{End, choose_by as choose_end};
use crate::reading::attribution::report::Report;
use crate::reading::attribution::speakers::Speaker;
use crate::reading::attribution::weighing::{Features, Weights};
use crate::reading::{ArticleText, read_by};
use crate::span::Span;

/// Parts of the articles for left-out figures.
pub(super) const FOLDS: usize = 5;
/// How much of a quotation must be marked for its mark to count.
const MARKED: f64 = 0.3;
/// A feature is kept when so many examples have it.
const RARE: usize = 8;
/// How much weights are drawn to nothing.
pub(super) const PULL: f64 = 1e-3;

/// Trains the models from `FOLDER/attribution-train.jsonl` and writes them.
pub fn train(folder: &Path, out: &Path) -> Outcome<()> {
    let articles = Marked::read(&folder.join("attribution-train.jsonl"))?;
    eprintln!("{} articles with marked attributions", articles.len());
    let ends = ending::train(&articles, out)?;
    let speakers = speakers(&articles, &ends, out)?;
    confidences::train(&articles, (&speakers, &ends), out)
}

pub(super) fn article(marked: &Marked) -> ArticleText<'_> {
    ArticleText { body: &marked.text, outlet: &marked.outlet, ..ArticleText::default() }
}

fn speakers(articles: &[Marked], ends: &Weights, out: &Path) -> Outcome<Weights> {
    let mut names = Names::default();
    let mut questions = Vec::new();
    for (group, marked) in articles.iter().enumerate() {
        let mut judge = ByMarks { marked, group, ends, names: &mut names, questions: &mut questions };
        read_by(&article(marked), &|_| false, &mut judge);
    }
    let size = names.iter().count();
    let told = questions.iter().filter(|question| question.right.contains(&true)).count();
    eprintln!("{} quotations, {told} with a right candidate, {size} features", questions.len());
    let chances = left_out(&questions, size, PULL, FOLDS);
    let best = |chances: &[f64]| {
        (0..chances.len())
            .max_by(|&a, &b| chances[a].total_cmp(&chances[b]).then(b.cmp(&a)))
            .map(|at| (at, chances[at]))
    };
    eprintln!("left out: limit, share answered, right of those answered, words of no candidate given to one");
    let mut limit = 0.5;
    for step in 3..19 {
        let at_least = f64::from(step) / 20.0;
        let (mut answered, mut right, mut no_one) = (0, 0, 0);
        for (question, (chances, _)) in questions.iter().zip(&chances) {
            if let Some((at, _)) = best(chances).filter(|(_, chance)| *chance >= at_least) {
                answered += 1;
                right += usize::from(question.right[at]);
                no_one += usize::from(!question.right.contains(&true));
            }
        }
        let precision = right as f64 / f64::from(answered.max(1));
        eprintln!("  {at_least:.2} {:.3} {precision:.3} {no_one}", f64::from(answered) / questions.len() as f64);
        if precision < WANTED {
            limit = (at_least + 0.05).min(HIGHEST);
        }
    }
    let weights = learn(&questions.iter(), size, PULL);
    let rows = questions.iter().flat_map(|question| question.candidates.iter().chain([&question.none]));
    let table = table(&names, &weights, rows, limit);
    write(out, "speakers", "Who speaks a quotation", &table)?;
    Ok(table.into_iter().map(|(name, weight)| (name, weight as f32)).collect())
}

/// Of the quotations that are answered, so many are to be right; some marks of the set are slips.
const WANTED: f64 = 0.945;
/// The limit is never set higher than this.
const HIGHEST: f64 = 0.6;

/// Answers by what is marked, and keeps the question.
struct ByMarks<'a> {
    marked: &'a Marked,
    group: usize,
    ends: &'a Weights,
    names: &'a mut Names,
    questions: &'a mut Vec<Question>,
}

impl Judge for ByMarks<'_> {
    fn speaker(
        &mut self,
        text: &Text<'_>,
        place: &Place<'_>,
        reports: &[Report],
        candidates: &[Candidate],
        no_one: &Features,
    ) -> Speaker {
        let words = self.marked.cover(&place.quotation.parts);
        let marked = self.marked.attributions.iter().max_by_key(|marked| shared(&marked.content, &words));
        let marked = marked.filter(|marked| shared(&marked.content, &words) as f64 >= MARKED * words.len() as f64);
        let right: Vec<bool> = candidates
            .iter()
            .map(|candidate| {
                let words = reports[candidate.report].source;
                marked.zip(words).is_some_and(|(marked, words)| {
                    let site = text.sites.get(words.sentence).and_then(Option::as_ref);
                    let entity = site.and_then(|site| text.named.entity(site, words));
                    let same = |span: &Span| entity.is_some_and(|entity| text.named.names(*span, entity));
                    likeness(&self.marked.cover(&[words.span]), &marked.source) >= 0.5
                        || marked.source_spans.iter().any(same)
                })
            })
            .collect();
        let first = right.iter().position(|right| *right);
        let candidates = candidates.iter().map(|candidate| self.names.row(candidate.features.iter())).collect();
        let none = self.names.row(no_one.iter());
        self.questions.push(Question { group: self.group, candidates, right, none });
        first.map_or(Speaker::NoOne, |at| Speaker::Known(at, 1.0))
    }

    fn end(&mut self, _: &Report, ends: &[End]) -> usize {
        choose_end(self.ends, ends)
    }

    fn confidence(&mut self, _: &Report, _: usize, _: &Features) -> Option<Confidence> {
        Some(Confidence { whole: 1.0, voice: 1.0 })
    }
}

/// The weights worth keeping, by name.
pub(super) fn table<'r>(
    names: &Names,
    weights: &[f64],
    rows: impl Iterator<Item = &'r Vec<u32>>,
    limit: f64,
) -> Vec<(String, f64)> {
    let mut counts = vec![0; weights.len()];
    rows.flatten().for_each(|&feature| counts[feature as usize] += 1);
    let kept = |number: u32| counts[number as usize] >= RARE && weights[number as usize].abs() >= 0.005;
    let mut found: Vec<(String, f64)> = names
        .iter()
        .filter(|(_, number)| kept(*number))
        .map(|(name, number)| (name.to_owned(), (weights[number as usize] * 1000.0).round() / 1000.0))
        .collect();
    found.push(("limit".into(), (limit * 100.0).round() / 100.0));
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

pub(super) fn write(out: &Path, name: &str, title: &str, table: &[(String, f64)]) -> Outcome<()> {
    let mut text =
        format!("# {title}: weights over features without words; see README.md for how they were trained.\n");
    text.push_str("feature\tweight\tmeaning\n");
    for (feature, weight) in table {
        writeln!(text, "{feature}\t{weight}\t{}", meaning(feature))?;
    }
    std::fs::write(out.join(format!("{name}.tsv")), text)?;
    Ok(())
}

/// What a feature says, by its first word.
fn meaning(feature: &str) -> &'static str {
    let key = feature.split(['=', ' ']).next().unwrap_or(feature);
    MEANINGS.iter().find(|(known, _)| *known == key).map_or("-", |(_, meaning)| meaning)
}

const MEANINGS: &[(&str, &str)] = &[
    ("above", "steps in the tree from the source up to the cue"),
    ("again", "the subject of the cue follows"),
    ("always", "every attribution has it"),
    ("commas", "commas between source and cue"),
    ("conditional", "a conjunction opens the clause of the cue"),
    ("content", "how long the content is, or where it lies"),
    ("content-by-tree", "the content hangs below the cue"),
    ("content-ends", "the content ends with its sentence"),
    ("content-finite", "the content has a finite verb"),
    ("content-gap", "words between cue and content"),
    ("content-opens", "what the content begins with"),
    ("cue", "the form of the cue"),
    ("cue-length", "words of the cue"),
    ("cue-relation", "how the cue hangs on its head"),
    ("depth", "how many reports it stands in, and how strong it is"),
    ("end", "whether it is the end of the rules, and what lies between the two"),
    ("finite", "a finite verb stands in the content by then"),
    ("floor", "who spoke the quotation before, and what stands between"),
    ("hangs", "on what the words behind it hang"),
    ("inside", "quotation marks or brackets are open"),
    ("infinitive", "the cue has to before it"),
    ("length", "words of the content by then"),
    ("like-cue", "the next verb has the tense of the cue, or of the content"),
    ("limit", "what is less likely is not attributed, or not told of a party"),
    ("marks", "words in quotation marks stand in the content"),
    ("modal", "the cue has a modal verb"),
    ("modality", "what the cue makes of its content"),
    ("named-inside", "the source is named inside the quotation"),
    ("next", "the mark and the word behind it"),
    ("nearer", "candidates nearer to the quotation on the same side"),
    ("negated", "the cue is negated or passive"),
    ("open", "none of the candidates"),
    ("opens", "the word class that opens the source"),
    ("order", "whether the source stands before its cue"),
    ("pieces", "pieces of the content"),
    ("question", "the sentence ends with a question mark"),
    ("place", "where the cue stands and the marks between"),
    ("quoted", "how likely the speaker of the quotation is, in tenths"),
    ("quotes", "whether the cue takes a quotation"),
    ("rule", "the rule that found the report"),
    ("section", "the section of the sentence"),
    ("sentence", "how long the sentence is"),
    ("side", "where the cue stands, how far, and the marks between"),
    ("source", "what the words of the source are"),
    ("source-case", "a preposition hangs on the source"),
    ("source-class", "the word class of the source's head"),
    ("source-first", "the source stands before the cue, and how far"),
    ("source-in-content", "the source lies in the content"),
    ("source-length", "words of the source"),
    ("source-relation", "how the source hangs on its head"),
    ("source-verb", "a verb stands in the source"),
    ("sooner", "marks before it, and what stands behind it"),
    ("subject", "the source is the cue's subject by the tree"),
    (
        "takes",
        "what the cue takes: q quotation, c clause, w whether, t addressee, o object, i infinitive, g gerund, u urge, n name, a as",
    ),
    ("tense", "the tenses of the next verb and of the content"),
    ("voice-noun", "the head of the source is a noun for a voice"),
];
