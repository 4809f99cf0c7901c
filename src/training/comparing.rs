//! Trains which passages of several reports tell of one thing, and where an editor finds that they differ.
//!
//! The signs name no word. Figures are of groups whose topic has trained nothing.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use super::Outcome;
use super::grouped::Group;
use super::newton;
use crate::comparing::aligning::{SIGN_NAMES, SIGNS, examples};

/// Parts for left-out figures.
const FOLDS: usize = 5;
/// How much weights are drawn to nothing.
const PULL: f64 = 10.0;
/// So many rows of a group an editor may look through.
const SHOWN: [usize; 2] = [10, 30];

/// Two passages with their signs and what people marked of them.
struct Example {
    group: usize,
    pair: (i64, i64),
    signs: [f64; SIGNS],
    aligned: bool,
    /// The conflicts of the group that they show.
    shown: Vec<usize>,
}

/// Trains both models from the sets of `articles` and `gold` and writes their table.
pub fn train(articles: &Path, gold: &Path, out: &Path) -> Outcome<()> {
    let mut groups = Vec::new();
    for set in ["conflicts-train", "conflicts-dev"] {
        groups.extend(Group::read(articles, gold, set)?);
    }
    let examples = collected(&groups);
    let count = examples.iter().filter(|example| !example.shown.is_empty()).count();
    eprintln!("{} groups, {} pairs of passages, {count} show a conflict", groups.len(), examples.len());
    let folds = folds(&groups);
    let is_aligned = |example: &Example| example.aligned;
    let differs = |example: &Example| !example.shown.is_empty();
    let told = left_out(&examples, &folds, &is_aligned);
    eprintln!("left out: alignment");
    calibration(&examples, &told, &is_aligned);
    let told = left_out(&examples, &folds, &differs);
    eprintln!("left out: difference");
    calibration(&examples, &told, &differs);
    for set in ["conflicts-train", "conflicts-dev"] {
        for most in SHOWN {
            let (found, right) = first(&groups, &examples, &told, set, most);
            eprintln!("  {set}: conflicts among the first {most} {found:.3}, first {most} right {right:.3}");
        }
    }
    let weights =
        |label: &dyn Fn(&Example) -> bool| learn(examples.iter().map(|example| (&example.signs, label(example))));
    write(out, &weights(&is_aligned), &weights(&differs))
}

fn collected(groups: &[Group]) -> Vec<Example> {
    let mut found = Vec::new();
    for (at, group) in groups.iter().enumerate() {
        for (a, b, signs) in examples(&group.articles) {
            let faced = |question: &[super::grouped::Side]| group.faces(question, a, b, true);
            let shown: Vec<usize> =
                (0..group.conflicts.len()).filter(|&question| faced(&group.conflicts[question])).collect();
            let agreed = group.agreements.iter().any(|question| group.faces(question, a, b, false));
            let aligned = agreed || !shown.is_empty();
            found.push(Example { group: at, pair: (a, b), signs, aligned, shown });
        }
    }
    found
}

/// The part of each group: groups of one topic are in one.
fn folds(groups: &[Group]) -> Vec<usize> {
    let mut topics: Vec<&str> = groups.iter().map(|group| group.topic.as_str()).collect();
    topics.sort_unstable();
    topics.dedup();
    let part = |group: &Group| topics.binary_search(&group.topic.as_str()).unwrap_or(0) % FOLDS;
    groups.iter().map(part).collect()
}

/// What is added always, and a weight for each sign.
type Weights = [f64; SIGNS + 1];

fn with_one(signs: &[f64; SIGNS]) -> Weights {
    std::array::from_fn(|at| if at == 0 { 1.0 } else { signs[at - 1] })
}

/// Learns weights of signs that are brought to one scale first, so that all are drawn alike; gives them for the signs as
/// they are.
fn learn<'a>(examples: impl Iterator<Item = (&'a [f64; SIGNS], bool)>) -> Weights {
    let mut rows: Vec<(Weights, bool)> = examples.map(|(signs, label)| (with_one(signs), label)).collect();
    let count = rows.len() as f64;
    let mean: Weights = std::array::from_fn(|at| rows.iter().map(|(row, _)| row[at]).sum::<f64>() / count);
    let spread: Weights = std::array::from_fn(|at| {
        let square: f64 = rows.iter().map(|(row, _)| (row[at] - mean[at]).powi(2)).sum();
        (square / count).sqrt().max(1e-9)
    });
    for (row, _) in &mut rows {
        for at in 1..=SIGNS {
            row[at] = (row[at] - mean[at]) / spread[at];
        }
    }
    let mut weights = newton::learn(&rows, PULL);
    for at in 1..=SIGNS {
        weights[at] /= spread[at];
        weights[0] -= weights[at] * mean[at];
    }
    weights
}

fn left_out(examples: &[Example], folds: &[usize], label: &dyn Fn(&Example) -> bool) -> Vec<f64> {
    let mut found = vec![0.0; examples.len()];
    for fold in 0..FOLDS {
        let seen = examples.iter().filter(|example| folds[example.group] != fold);
        let weights = learn(seen.map(|example| (&example.signs, label(example))));
        for (example, place) in examples.iter().zip(&mut found).filter(|(example, _)| folds[example.group] == fold) {
            *place = 1.0 / (1.0 + (-newton::sum(&weights, &with_one(&example.signs))).exp());
        }
    }
    found
}

fn calibration(examples: &[Example], told: &[f64], label: &dyn Fn(&Example) -> bool) {
    let mut tenths = [(0.0, 0.0, 0_u32); 10];
    for (example, &chance) in examples.iter().zip(told) {
        let tenth = &mut tenths[((chance * 10.0) as usize).min(9)];
        *tenth = (tenth.0 + chance, tenth.1 + f64::from(u8::from(label(example))), tenth.2 + 1);
    }
    let mut ranked: Vec<(f64, bool)> =
        examples.iter().zip(told).map(|(example, &chance)| (chance, label(example))).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut precision) = (0.0, 0.0);
    for (rank, _) in ranked.iter().enumerate().filter(|(_, (_, label))| *label) {
        right += 1.0;
        precision += right / (rank + 1) as f64;
    }
    eprintln!("  average precision {:.3}", precision / f64::max(right, 1.0));
    for (chance, right, count) in tenths.iter().filter(|(_, _, count)| *count > 0) {
        let count = f64::from(*count);
        eprintln!("  {count:6} given {:.2}, right {:.2}", chance / count, right / count);
    }
}

/// Of the marked conflicts of a set, how many are among the first rows of their group; and how many of these rows show one.
fn first(groups: &[Group], examples: &[Example], told: &[f64], set: &str, most: usize) -> (f64, f64) {
    let (mut found, mut all, mut right, mut shown) = (0, 0, 0, 0);
    for (at, group) in groups.iter().enumerate().filter(|(_, group)| group.set == set) {
        let mut rows: Vec<(f64, &Example)> =
            told.iter().copied().zip(examples).filter(|(_, example)| example.group == at).collect();
        rows.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.pair.cmp(&b.1.pair)));
        rows.truncate(most);
        let mut conflicts: Vec<usize> = rows.iter().flat_map(|(_, example)| example.shown.iter().copied()).collect();
        conflicts.sort_unstable();
        conflicts.dedup();
        found += conflicts.len();
        all += group.conflicts.len();
        right += rows.iter().filter(|(_, example)| !example.shown.is_empty()).count();
        shown += rows.len();
    }
    (found as f64 / f64::from(all.max(1) as u32), right as f64 / f64::from(shown.max(1) as u32))
}

/// Puts the weights into the table; what each sign means stays as it stands there.
fn write(out: &Path, alignment: &[f64], difference: &[f64]) -> Outcome<()> {
    let path = out.join("comparisons.tsv");
    let old = fs::read_to_string(&path).or_else(|_| fs::read_to_string("data/model/comparisons.tsv"))?;
    let mut table = String::new();
    for line in old.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let at = match cells.first() {
            Some(&"always") => Some(0),
            Some(name) => SIGN_NAMES.iter().position(|sign| sign == name).map(|at| at + 1),
            None => None,
        };
        match (at, cells.get(3)) {
            (Some(at), Some(meaning)) => {
                writeln!(table, "{}\t{:.4}\t{:.4}\t{meaning}", cells[0], alignment[at], difference[at])?;
            }
            _ => writeln!(table, "{line}")?,
        }
    }
    fs::write(path, table)?;
    Ok(())
}
