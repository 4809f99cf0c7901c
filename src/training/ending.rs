//! Trains where the content behind a cue ends, from articles in which people marked who says what.
//!
//! The features name no word. Figures are of articles that the weights have not seen, parted by article.

use std::path::Path;

use super::Outcome;
use super::attributing::{FOLDS, article, table, write};
use super::logistic::{Names, Question, learn, left_out};
use super::marked::{Marked, likeness, shared};
use crate::reading::attribution::Judge;
use crate::reading::attribution::candidates::{Candidate, Place, Text};
use crate::reading::attribution::confidence::Confidence;
use crate::reading::attribution::ends::End;
use crate::reading::attribution::report::Report;
use crate::reading::attribution::speakers::Speaker;
use crate::reading::attribution::weighing::{Features, Weights};
use crate::reading::read_by;

/// How much weights are drawn to nothing: more than elsewhere, for the features are many and the rules mostly right.
const PULL: f64 = 0.1;
/// Contents that are less like what is marked than this at every end tell nothing of ends.
const ALIKE: f64 = 0.3;

/// Trains the weights and tells how they do on articles that trained nothing.
pub fn train(articles: &[Marked], out: &Path) -> Outcome<Weights> {
    let mut names = Names::default();
    let mut questions = Vec::new();
    let mut alike = Vec::new();
    for (group, marked) in articles.iter().enumerate() {
        let mut judge = Ends { marked, group, names: &mut names, questions: &mut questions, alike: &mut alike };
        read_by(&article(marked), &|_| false, &mut judge);
    }
    let size = names.iter().count();
    let chances = left_out(&questions, size, PULL, FOLDS);
    eprintln!(
        "{} contents behind a cue, {size} features; ends right, half of the content right, by rules and left out",
        questions.len()
    );
    let chosen = |(chances, _): &(Vec<f64>, f64)| {
        (0..chances.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]).then(b.cmp(&a))).unwrap_or(0)
    };
    let tell = |choose: &dyn Fn(usize) -> usize| {
        let right = (0..questions.len()).filter(|&at| questions[at].right[choose(at)]).count();
        let half = (0..questions.len()).filter(|&at| alike[at][choose(at)] >= 0.5).count();
        (right as f64 / questions.len() as f64, half as f64 / questions.len() as f64)
    };
    let ((rule, rule_half), (left, left_half)) = (tell(&|_| 0), tell(&|at| chosen(&chances[at])));
    eprintln!("  rules {rule:.3} {rule_half:.3}, left out {left:.3} {left_half:.3}");
    let weights = learn(&questions.iter(), size, PULL);
    let rows = questions.iter().flat_map(|question| question.candidates.iter());
    let mut table = table(&names, &weights, rows, 0.0);
    table.retain(|(name, _)| name != "limit");
    write(out, "ends", "Where the content behind a cue ends", &table)?;
    Ok(table.into_iter().map(|(name, weight)| (name, weight as f32)).collect())
}

/// Keeps the ends of what people marked as well.
struct Ends<'a> {
    marked: &'a Marked,
    group: usize,
    names: &'a mut Names,
    questions: &'a mut Vec<Question>,
    alike: &'a mut Vec<Vec<f64>>,
}

impl Judge for Ends<'_> {
    fn speaker(&mut self, _: &Text<'_>, _: &Place<'_>, _: &[Report], _: &[Candidate], _: &Features) -> Speaker {
        Speaker::NoOne
    }

    fn end(&mut self, report: &Report, ends: &[End]) -> usize {
        let cue = self.marked.cover(&[report.cue]);
        let before = &report.content[..report.content.len() - 1];
        let contents: Vec<Vec<usize>> =
            ends.iter().map(|end| self.marked.cover(&[before, &[end.piece]].concat())).collect();
        let marks = self.marked.attributions.iter().filter(|gold| shared(&gold.cue, &cue) > 0);
        let likenesses = |gold: &super::marked::Attribution| -> Vec<f64> {
            contents.iter().map(|content| likeness(content, &gold.content)).collect()
        };
        let best = |list: &[f64]| list.iter().copied().fold(0.0, f64::max);
        let found = marks.map(likenesses).max_by(|a, b| best(a).total_cmp(&best(b)));
        if let Some(list) = found.filter(|list| best(list) >= ALIKE) {
            let most = best(&list);
            self.questions.push(Question {
                group: self.group,
                candidates: ends.iter().map(|end| self.names.row(end.features.iter())).collect(),
                right: list.iter().map(|one| *one >= most - 1e-9).collect(),
                none: Vec::new(),
            });
            self.alike.push(list);
        }
        0
    }

    fn confidence(&mut self, _: &Report, _: usize, _: &Features) -> Option<Confidence> {
        Some(Confidence { whole: 1.0, voice: 1.0 })
    }
}
