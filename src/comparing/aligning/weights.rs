//! The weights of the signs: how likely two passages tell of one thing, and how likely an editor finds that they differ.
//!
//! Two logistic models over one list of signs, trained by the binary `train` (see `data/model/README.md`).

use std::sync::LazyLock;

use super::evidence::{Evidence, NAMES, SIGNS};
use crate::lexicon;

const TABLE: &str = include_str!("../../../data/model/comparisons.tsv");

/// The row of what is added whatever the signs say.
const ALWAYS: &str = "always";

struct Weights {
    always: f64,
    of: [f64; SIGNS],
}

impl Weights {
    /// Those of one column of the table.
    fn of(column: usize) -> Self {
        let mut found = Self { always: 0.0, of: [0.0; SIGNS] };
        for row in lexicon::rows(TABLE) {
            let Some(weight) = row.get(column).and_then(|cell| cell.parse().ok()) else { continue };
            match NAMES.iter().position(|name| *name == row[0]) {
                Some(at) => found.of[at] = weight,
                None if row[0] == ALWAYS => found.always = weight,
                None => {}
            }
        }
        found
    }

    fn probability(&self, evidence: &Evidence) -> f64 {
        let sum = self.always + self.of.iter().zip(evidence).map(|(weight, sign)| weight * sign).sum::<f64>();
        1.0 / (1.0 + (-sum).exp())
    }
}

static ALIGNMENT: LazyLock<Weights> = LazyLock::new(|| Weights::of(1));
static DIFFERENCE: LazyLock<Weights> = LazyLock::new(|| Weights::of(2));

/// How surely two passages tell of one thing, 0 to 1.
pub(super) fn alignment(evidence: &Evidence) -> f64 {
    ALIGNMENT.probability(evidence)
}

/// How likely an editor finds that two passages differ, 0 to 1.
pub(super) fn difference(evidence: &Evidence) -> f64 {
    DIFFERENCE.probability(evidence)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_weights_and_no_weight_lacks_its_sign() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        let rows: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(NAMES.iter().all(|name| rows.contains(name)));
        assert!(rows.iter().all(|row| NAMES.contains(row) || *row == ALWAYS));
    }
}
