//! Trains how sure an attribution is: voice and content together, and the voice alone.
//!
//! The features name no word. Figures are of articles that the weights have not seen, parted by article.

use std::collections::BTreeMap;
use std::path::Path;

use super::Outcome;
use super::attributing::{FOLDS, PULL, article, table, write};
use super::logistic::{Names, Question, learn, left_out};
use super::marked::{Attribution, Marked, likeness, shared};
use crate::reading::attribution::Judge;
use crate::reading::attribution::candidates::{Candidate, Place, Text};
use crate::reading::attribution::confidence::Confidence;
use crate::reading::attribution::ends::{End, choose_by as choose_end};
use crate::reading::attribution::report::{Report, Strength};
use crate::reading::attribution::speakers::{Speaker, choose_by};
use crate::reading::attribution::weighing::{Features, Weights};

use crate::reading::{Polarity, read_by};
use crate::span::Span;

/// An attribution of the program: all that it has with one cue and one source.
struct Group {
    content: Vec<Span>,
    source: Vec<Span>,
    cue: Span,
    quoted: bool,
    denied: bool,
    optional: bool,
    features: Vec<u32>,
}

/// Trains both confidences, and tells how they do on articles that trained nothing.
pub fn train(articles: &[Marked], (speakers, ends): (&Weights, &Weights), out: &Path) -> Outcome<()> {
    let mut names = Names::default();
    let mut questions = Vec::new();
    let mut quoted = Vec::new();
    let mut voices = Voices::default();
    let mut marks = 0;
    for (number, marked) in articles.iter().enumerate() {
        let mut judge = Collecting { speakers, ends, names: &mut names, groups: BTreeMap::new() };
        read_by(&article(marked), &|_| false, &mut judge);
        let groups: Vec<Group> = judge.groups.into_values().collect();
        let right = matched(marked, &groups);
        voices.take(number, marked, &groups);
        marks += marked.attributions.len();
        for (group, right) in groups.into_iter().zip(right).filter(|(group, _)| !group.optional) {
            quoted.push(group.quoted);
            questions.push(Question {
                group: number,
                candidates: vec![group.features],
                right: vec![right],
                none: Vec::new(),
            });
        }
    }
    let size = names.iter().count();
    eprintln!("{} attributions, {size} features, {marks} marked", questions.len());
    let chances = left_out(&questions, size, PULL, FOLDS);
    let (told, (scale, shift)) = calibrated(&questions, &chances);
    eprintln!("left out: limit for what is not quoted, attributions, precision, recall, F1");
    let mut best = (0.0, 0.0);
    for step in 0..14 {
        let limit = f64::from(step) / 25.0;
        let kept = || told.iter().zip(&quoted).filter(|((chance, _), quoted)| **quoted || *chance >= limit);
        let right = kept().filter(|((_, right), _)| *right).count() as f64;
        let precision = right / kept().count() as f64;
        let recall = right / marks as f64;
        let f1 = 2.0 * precision * recall / (precision + recall);
        eprintln!("  {limit:.2} {} {precision:.3} {recall:.3} {f1:.3}", kept().count());
        // A higher limit is taken while it costs next to nothing.
        if f1 + 0.001 >= best.1 {
            best = (limit, best.1.max(f1));
        }
    }
    let weights = scaled(&names, learn(&questions.iter(), size, PULL), (scale, shift));
    let rows = questions.iter().flat_map(|question| question.candidates.iter());
    write(
        out,
        "confidence",
        "How likely the voice of a report is the right one and its content is cut right",
        &table(&names, &weights, rows, best.0),
    )?;
    voices.train(&names, out)
}

/// The reports that stand where people marked one, whatever they marked of it: is the voice the marked one?
#[derive(Default)]
struct Voices {
    questions: Vec<Question>,
    denials: Vec<bool>,
    silences: (usize, usize),
}

impl Voices {
    fn take(&mut self, number: usize, marked: &Marked, groups: &[Group]) {
        for group in groups {
            let (cue, content) = (marked.cover(&[group.cue]), marked.cover(&group.content));
            let source = marked.cover(&group.source);
            let meets = |gold: &&Attribution| shared(&gold.cue, &cue) > 0 && shared(&gold.content, &content) > 0;
            let mut met = marked.attributions.iter().filter(meets).peekable();
            if met.peek().is_none() {
                continue;
            }
            let right = met.any(|gold| likeness(&gold.source, &source) >= 0.5);
            if group.optional {
                self.silences = (self.silences.0 + usize::from(right), self.silences.1 + 1);
                continue;
            }
            self.denials.push(group.denied);
            self.questions.push(Question {
                group: number,
                candidates: vec![group.features.clone()],
                right: vec![right],
                none: Vec::new(),
            });
        }
    }

    fn train(&self, names: &Names, out: &Path) -> Outcome<()> {
        let size = names.iter().count();
        let (right, all) = self.silences;
        eprintln!(
            "voices: {} attributions at marked places; of {all} silences {right} have the marked voice",
            self.questions.len()
        );
        let chances = left_out(&self.questions, size, PULL, FOLDS);
        let (told, by) = calibrated(&self.questions, &chances);
        eprintln!("left out: limit, share of voices, right of those, denials, right of those");
        let mut limit = 0.5;
        for step in 10..20 {
            let at_least = f64::from(step) / 20.0;
            let of = |denials: bool| {
                let all = told.iter().zip(&self.denials).filter(|(_, denied)| **denied || !denials);
                let kept: Vec<bool> =
                    all.filter(|((chance, _), _)| *chance >= at_least).map(|((_, right), _)| *right).collect();
                (kept.len(), kept.iter().filter(|right| **right).count() as f64 / kept.len().max(1) as f64)
            };
            let ((kept, right), (denials, denied)) = (of(false), of(true));
            eprintln!("  {at_least:.2} {:.3} {right:.3} {denials} {denied:.3}", kept as f64 / told.len() as f64);
            // The lowest limit above which so many voices are right.
            if right < WANTED {
                limit = at_least + 0.05;
            }
        }
        let weights = scaled(names, learn(&self.questions.iter(), size, PULL), by);
        let rows = self.questions.iter().flat_map(|question| question.candidates.iter());
        let title = "How likely the voice of a report is the right one, if it is a report at all";
        write(out, "voice_confidence", title, &table(names, &weights, rows, limit))
    }
}

/// Of the voices of which a report says something, so many are to be right.
const WANTED: f64 = 0.95;

/// What each question was given and what is right, left out and calibrated; and by how much sums were scaled and moved.
fn calibrated(questions: &[Question], chances: &[(Vec<f64>, f64)]) -> (Vec<(f64, bool)>, (f64, f64)) {
    let raw: Vec<(f64, bool)> =
        questions.iter().zip(chances).map(|(question, (chances, _))| (chances[0], question.right[0])).collect();
    let (scale, shift) = scaling(&raw);
    eprintln!("sums are scaled by {scale:.3} and moved by {shift:.3}");
    let told: Vec<(f64, bool)> =
        raw.iter().map(|&(chance, right)| (1.0 / (1.0 + (-scale * odds(chance) - shift).exp()), right)).collect();
    let mut tenths = [(0.0, 0.0, 0); 10];
    for &(chance, right) in &told {
        let tenth = &mut tenths[((chance * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + chance, tenth.1 + f64::from(u8::from(right)), tenth.2 + 1);
    }
    let gap: f64 = tenths.iter().map(|(chance, right, _)| (chance - right).abs()).sum();
    eprintln!("left out: calibration error {:.3}", gap / told.len() as f64);
    for (chance, right, count) in tenths.iter().filter(|(_, _, count)| *count > 0) {
        let count_of = f64::from(*count);
        eprintln!("  {count:6} told {:.2}, right {:.2}", chance / count_of, right / count_of);
    }
    (told, (scale, shift))
}

/// Weights as calibration wants them.
fn scaled(names: &Names, mut weights: Vec<f64>, (scale, shift): (f64, f64)) -> Vec<f64> {
    for weight in &mut weights {
        *weight *= scale;
    }
    if let Some((_, always)) = names.iter().find(|(name, _)| *name == "always") {
        weights[always as usize] += shift;
    }
    weights
}

fn odds(chance: f64) -> f64 {
    let chance = chance.clamp(1e-6, 1.0 - 1e-6);
    (chance / (1.0 - chance)).ln()
}

/// By how much the logarithms of the odds are scaled and moved, so that left-out chances come true as often as they say.
fn scaling(told: &[(f64, bool)]) -> (f64, f64) {
    let (mut scale, mut shift) = (1.0, 0.0);
    for _ in 0..2000 {
        let (mut by_scale, mut by_shift) = (0.0, 0.0);
        for &(chance, right) in told {
            let odds = odds(chance);
            let slope = f64::from(u8::from(right)) - 1.0 / (1.0 + (-scale * odds - shift).exp());
            by_scale += slope * odds;
            by_shift += slope;
        }
        scale += by_scale / told.len() as f64 * 0.2;
        shift += by_shift / told.len() as f64 * 0.2;
    }
    (scale, shift)
}

/// Decides by fresh weights, and keeps every report.
struct Collecting<'a> {
    speakers: &'a Weights,
    ends: &'a Weights,
    names: &'a mut Names,
    groups: BTreeMap<(Span, Option<Span>), Group>,
}

impl Judge for Collecting<'_> {
    fn speaker(
        &mut self,
        _: &Text<'_>,
        _: &Place<'_>,
        _: &[Report],
        candidates: &[Candidate],
        no_one: &Features,
    ) -> Speaker {
        choose_by(self.speakers, candidates, no_one)
    }

    fn end(&mut self, _: &Report, ends: &[End]) -> usize {
        choose_end(self.ends, ends)
    }

    fn confidence(&mut self, report: &Report, _: usize, features: &Features) -> Option<Confidence> {
        let source = report.source.map(|words| words.span);
        let features = self.names.row(features.iter());
        let silence = report.strength == Strength::Silence;
        let group = self.groups.entry((report.cue, source)).or_insert_with(|| Group {
            content: Vec::new(),
            source: source.into_iter().collect(),
            cue: report.cue,
            quoted: report.quoted.is_some(),
            denied: report.polarity == Polarity::Denied,
            optional: silence,
            features,
        });
        group.content.extend(report.content.iter().copied());
        group.optional &= silence;
        Some(Confidence { whole: 1.0, voice: 1.0 })
    }
}

/// Which groups answer a mark: matched one to one by content, the likest first.
fn matched(marked: &Marked, groups: &[Group]) -> Vec<bool> {
    let contents: Vec<_> = groups.iter().map(|group| marked.cover(&group.content)).collect();
    let mut pairs = Vec::new();
    for (at, gold) in marked.attributions.iter().enumerate() {
        for (group, content) in contents.iter().enumerate().filter(|(_, content)| shared(content, &gold.content) > 0) {
            let source = likeness(&gold.source, &marked.cover(&groups[group].source));
            pairs.push((likeness(&gold.content, content), source, at, group));
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1)).then((b.2, b.3).cmp(&(a.2, a.3))));
    let mut right = vec![false; groups.len()];
    let (mut used, mut taken) = (vec![false; marked.attributions.len()], vec![false; groups.len()]);
    for (content, source, at, group) in pairs {
        if !used[at] && !taken[group] {
            (used[at], taken[group]) = (true, true);
            right[group] = content >= 0.5 && source >= 0.5;
        }
    }
    right
}
