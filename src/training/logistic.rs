//! Logistic regression over named features: which of several candidates is the right one, or none of them.
//!
//! With one candidate it is the plain kind. The same examples in the same order give the same weights.

use std::collections::BTreeMap;

/// Numbers of features.
pub type Row = Vec<u32>;

/// One question: the rows of the candidates with which are right, and the row of "none of them".
#[derive(Debug, Clone, Default)]
pub struct Question {
    /// The article, by which examples are parted for left-out figures.
    pub group: usize,
    /// The features of each candidate.
    pub candidates: Vec<Row>,
    /// Whether each is right; where none is, "none of them" is.
    pub right: Vec<bool>,
    /// The features of none of them.
    pub none: Row,
}

/// The numbers of features by their names.
#[derive(Debug, Default)]
pub struct Names {
    numbers: BTreeMap<String, u32>,
}

impl Names {
    /// The row of features with these names.
    pub fn row<'n>(&mut self, names: impl Iterator<Item = &'n str>) -> Row {
        names
            .map(|name| {
                let next = self.numbers.len() as u32;
                *self.numbers.entry(name.to_owned()).or_insert(next)
            })
            .collect()
    }

    /// Every name with its number, in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, u32)> {
        self.numbers.iter().map(|(name, &number)| (name.as_str(), number))
    }
}

/// Steps over all questions.
const ROUNDS: usize = 40;
/// The first step; it falls with what a weight has moved already.
const PACE: f64 = 0.2;

/// Learns a weight for each of `size` features; `pull` draws weights to nothing.
pub fn learn<'q>(questions: &(impl Iterator<Item = &'q Question> + Clone), size: usize, pull: f64) -> Vec<f64> {
    let mut weights = vec![0.0; size];
    let mut moved = vec![1e-6; size];
    let mut sums = vec![0.0; size];
    let half = ROUNDS / 2;
    for round in 0..ROUNDS {
        for question in questions.clone() {
            let (chances, none) = chances(&weights, question);
            let good: f64 =
                chances.iter().zip(&question.right).filter(|(_, right)| **right).map(|(chance, _)| chance).sum();
            let any = question.right.contains(&true);
            let mut step = |row: &Row, slope: f64| {
                for &feature in row {
                    let feature = feature as usize;
                    let slope = slope - pull * weights[feature];
                    moved[feature] += slope * slope;
                    weights[feature] += PACE * slope / moved[feature].sqrt();
                }
            };
            for ((row, chance), right) in question.candidates.iter().zip(&chances).zip(&question.right) {
                let wanted = if any && *right { chance / good.max(1e-9) } else { 0.0 };
                step(row, wanted - chance);
            }
            step(&question.none, if any { -none } else { 1.0 - none });
        }
        if round >= half {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    sums.iter().map(|sum| sum / (ROUNDS - half) as f64).collect()
}

/// How likely each candidate is, and none of them.
pub fn chances(weights: &[f64], question: &Question) -> (Vec<f64>, f64) {
    let sum = |row: &Row| row.iter().map(|&feature| weights[feature as usize]).sum::<f64>();
    let sums: Vec<f64> = question.candidates.iter().map(sum).collect();
    let none = sum(&question.none);
    let top = sums.iter().copied().fold(none, f64::max);
    let all: f64 = sums.iter().map(|sum| (sum - top).exp()).sum::<f64>() + (none - top).exp();
    (sums.iter().map(|sum| (sum - top).exp() / all).collect(), (none - top).exp() / all)
}

/// What each question's chances are when its group has trained nothing; groups are parted in `folds`.
pub fn left_out(questions: &[Question], size: usize, pull: f64, folds: usize) -> Vec<(Vec<f64>, f64)> {
    let mut found = vec![(Vec::new(), 0.0); questions.len()];
    for fold in 0..folds {
        let weights = learn(&questions.iter().filter(|question| question.group % folds != fold), size, pull);
        for (question, place) in questions.iter().zip(&mut found).filter(|(question, _)| question.group % folds == fold)
        {
            *place = chances(&weights, question);
        }
    }
    found
}
