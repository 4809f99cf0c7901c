//! Averaged perceptrons: whole numbers while learning, their average as small numbers at the end.

use crate::language::table::row_of;

/// Weights of `W` classes while they are learnt.
pub struct Learner<const W: usize> {
    shift: u32,
    weights: Vec<[i32; W]>,
    /// Each change times the moment it was made.
    moments: Vec<[i64; W]>,
    moment: i64,
}

impl<const W: usize> Learner<W> {
    /// `2^bits` rows of zeros.
    pub fn new(bits: u32) -> Self {
        Self { shift: 32 - bits, weights: vec![[0; W]; 1 << bits], moments: vec![[0; W]; 1 << bits], moment: 1 }
    }

    /// The scores of all classes.
    pub fn scores(&self, features: &[u32]) -> [i32; W] {
        let mut scores = [0; W];
        for &feature in features {
            let row = &self.weights[row_of(feature, self.shift)];
            for (score, weight) in scores.iter_mut().zip(row) {
                *score += weight;
            }
        }
        scores
    }

    /// Another decision was made.
    pub fn tick(&mut self) {
        self.moment += 1;
    }

    /// Moves weight from the wrong class to the right one.
    pub fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        if right == wrong {
            return;
        }
        for &feature in features {
            let row = row_of(feature, self.shift);
            self.weights[row][right] += 1;
            self.weights[row][wrong] -= 1;
            self.moments[row][right] += self.moment;
            self.moments[row][wrong] -= self.moment;
        }
    }

    /// The averages, scaled so that nearly all fit in a byte.
    pub fn bytes(&self) -> Vec<u8> {
        let averages: Vec<f64> = self
            .weights
            .iter()
            .flatten()
            .zip(self.moments.iter().flatten())
            .map(|(&weight, &moment)| f64::from(weight) - moment as f64 / self.moment as f64)
            .collect();
        let mut sizes: Vec<f64> = averages.iter().map(|average| average.abs()).filter(|&size| size > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        let large = sizes.get(sizes.len().saturating_sub(sizes.len() / 2000 + 1)).copied().unwrap_or(1.0);
        let scale = 127.0 / large;
        averages.iter().map(|average| (average * scale).round().clamp(-127.0, 127.0) as i8 as u8).collect()
    }
}
