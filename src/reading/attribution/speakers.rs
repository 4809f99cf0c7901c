//! Who speaks a quotation: the candidates are weighed against each other and against no one.
//!
//! The weights are trained (`data/model/speakers.tsv`) over features without words; the same article always gives the
//! same answer. It changes no report.

use std::sync::LazyLock;

use super::candidates::Candidate;
use super::weighing::{Features, Weights};

const TABLE: &str = include_str!("../../../data/model/speakers.tsv");

static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| Weights::of(TABLE));

/// Whose words a quotation is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Speaker {
    /// Those of a candidate, with how likely that is.
    Known(usize, f32),
    /// Somebody's whom the article does not tell for certain.
    Open(f32),
    /// No one's: a title, a sign, the writer's own words.
    NoOne,
}

/// Chooses among the candidates for a quotation; `open` are the features of none of them.
pub fn choose(candidates: &[Candidate], open: &Features) -> Speaker {
    choose_by(&WEIGHTS, candidates, open)
}

/// The same with other weights.
pub fn choose_by(weights: &Weights, candidates: &[Candidate], open: &Features) -> Speaker {
    let (chances, _) = chances(weights, candidates, open);
    let limit = weights.alone("limit").unwrap_or(0.5);
    let best = (0..candidates.len()).max_by(|&a, &b| chances[a].total_cmp(&chances[b]).then(b.cmp(&a)));
    match best.map(|at| (at, chances[at])) {
        Some((at, chance)) if chance >= limit => Speaker::Known(at, chance),
        // Some candidate or other spoke, more likely than not.
        Some((_, chance)) if chances.iter().sum::<f32>() >= 0.5 => Speaker::Open(chance),
        _ => Speaker::NoOne,
    }
}

/// How likely each candidate is, and how likely none is: all sum up to 1.
fn chances(weights: &Weights, candidates: &[Candidate], open: &Features) -> (Vec<f32>, f32) {
    let sums: Vec<f32> = candidates.iter().map(|candidate| weights.sum(&candidate.features)).collect();
    let none = weights.sum(open);
    let top = sums.iter().copied().fold(none, f32::max);
    let all: f32 = sums.iter().map(|sum| (sum - top).exp()).sum::<f32>() + (none - top).exp();
    (sums.iter().map(|sum| (sum - top).exp() / all).collect(), (none - top).exp() / all)
}
