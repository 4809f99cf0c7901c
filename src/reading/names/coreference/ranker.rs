//! How likely each person is the one whom a pronoun means: the learnt weights of `data/model/pronouns.tsv`, a softmax.

use std::sync::LazyLock;

use super::features::{Feature, Features};
use crate::lexicon::rows;

/// What each feature counts, in the order of `Feature::ALL`.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(pub Vec<f64>);

impl Weights {
    /// Before anything is learnt.
    #[must_use]
    pub fn zero() -> Self {
        Self(vec![0.0; Feature::ALL.len()])
    }

    /// The weights that the program ships.
    #[must_use]
    pub fn embedded() -> &'static Self {
        static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
            let mut weights = Weights::zero();
            for row in rows(include_str!("../../../../data/model/pronouns.tsv")) {
                if let Ok(feature) = row[0].parse::<Feature>() {
                    weights.0[feature as usize] = row[1].parse().unwrap_or_default();
                }
            }
            weights
        });
        &WEIGHTS
    }

    /// The points of one description.
    #[must_use]
    pub fn points(&self, features: &Features) -> f64 {
        features.iter().map(|&(feature, value)| self.0[feature as usize] * value).sum()
    }

    /// How likely each of several descriptions is the right one.
    #[must_use]
    pub fn chances<'f>(&self, options: impl Iterator<Item = &'f Features>) -> Vec<f64> {
        let points: Vec<f64> = options.map(|features| self.points(features)).collect();
        let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let grown: Vec<f64> = points.iter().map(|points| (points - most).exp()).collect();
        let sum: f64 = grown.iter().sum();
        grown.into_iter().map(|chance| chance / sum).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_feature_has_a_weight() {
        let table = include_str!("../../../../data/model/pronouns.tsv");
        let named: Vec<Feature> = rows(table).filter_map(|row| row[0].parse().ok()).collect();
        assert_eq!(named, Feature::ALL);
        assert!(rows(table).all(|row| row[1].parse::<f64>().is_ok_and(f64::is_finite) && !row[3].is_empty()));
    }
}
