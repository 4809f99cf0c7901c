//! Features without words and their weights: a sum over readable rows of `data/model/`.
//!
//! It knows no language: a feature is a name, its weight a number in a table that anyone can read.

use std::fmt;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

/// The features of one thing that is weighed, each a name, kept in one string.
#[derive(Debug, Clone, Default)]
pub struct Features {
    names: String,
    ends: Vec<usize>,
}

impl Features {
    /// Adds the feature with this name.
    pub fn add(&mut self, name: fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = fmt::Write::write_fmt(&mut self.names, name);
        self.ends.push(self.names.len());
    }

    /// The names, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(from, &to)| &self.names[from..to])
    }
}

/// The weight of each feature by its name.
#[derive(Debug, Clone, Default)]
pub struct Weights {
    by_name: FxHashMap<String, f32>,
}

impl Weights {
    /// The weights of a table with the columns feature, weight, meaning.
    pub fn of(table: &'static str) -> Self {
        let row = |cells: &[&'static str]| {
            let (&name, weight) = (cells.first()?, cells.get(1)?);
            Some((name.to_owned(), weight.parse().ok()?))
        };
        Self { by_name: rows(table).filter_map(|cells| row(&cells)).collect() }
    }

    /// The sum of the weights; a feature that training has not met weighs nothing.
    pub fn sum(&self, features: &Features) -> f32 {
        features.iter().filter_map(|name| self.by_name.get(name)).sum()
    }

    /// One weight alone, such as the limit that was chosen with the others.
    pub fn alone(&self, name: &str) -> Option<f32> {
        self.by_name.get(name).copied()
    }
}

impl FromIterator<(String, f32)> for Weights {
    fn from_iter<I: IntoIterator<Item = (String, f32)>>(weights: I) -> Self {
        Self { by_name: weights.into_iter().collect() }
    }
}

/// The probability of which `sum` is the logarithm of the odds.
pub fn probability(sum: f32) -> f32 {
    1.0 / (1.0 + (-sum).exp())
}

/// In which of the steps a number falls: `few(7, &[0, 2, 5])` is 3.
pub fn step(number: usize, steps: &[usize]) -> usize {
    steps.iter().take_while(|&&most| number > most).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_are_summed_by_name() {
        let weights =
            Weights::of("feature\tweight\tmeaning\nbias\t-1.5\talways\nside=after\t2\twhere the cue stands\n");
        let mut features = Features::default();
        features.add(format_args!("bias"));
        features.add(format_args!("side={}", "after"));
        features.add(format_args!("never=met"));
        assert_eq!(features.iter().collect::<Vec<_>>(), ["bias", "side=after", "never=met"]);
        assert!((weights.sum(&features) - 0.5).abs() < 1e-6);
        assert!((probability(0.0) - 0.5).abs() < 1e-6);
        assert_eq!(step(7, &[0, 2, 5]), 3);
    }
}
