//! Averaged perceptrons: whole numbers while learning, their average as small numbers at the end.

use crate::language::table::{check_of, row_of};

/// A feature that is seen less often gets no row.
const RARE: usize = 2;

/// Weights of `W` classes while they are learnt.
pub struct Learner<const W: usize> {
    shift: u32,
    /// The feature that each row belongs to; 0 for none.
    owners: Vec<u32>,
    weights: Vec<[i32; W]>,
    /// Each change times the moment it was made.
    moments: Vec<[i64; W]>,
    moment: i64,
}

impl<const W: usize> Learner<W> {
    /// `2^bits` rows of zeros, given to the most frequent of the features that `seen` lists, once for each time.
    pub fn new(bits: u32, mut seen: Vec<u32>) -> Self {
        let shift = 32 - bits;
        seen.sort_unstable();
        let mut counted: Vec<(usize, u32)> = seen.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).collect();
        counted.sort_by(|a, b| b.cmp(a));
        let mut owners = vec![0; 1 << bits];
        let (mut kept, mut wanted) = (0, 0);
        for &(count, feature) in counted.iter().filter(|&&(count, _)| count >= RARE) {
            let row = row_of(feature, shift);
            wanted += count;
            if let Some(free) = [row, row ^ 1].into_iter().find(|&row| owners[row] == 0) {
                // No two features of a pair of rows may look alike.
                if owners[free ^ 1] == 0 || check_of(owners[free ^ 1]) != check_of(feature) {
                    owners[free] = feature.max(1);
                    kept += count;
                }
            }
        }
        eprintln!(
            "{} features, {:.1} % of their uses have a row",
            counted.len(),
            100.0 * kept as f64 / wanted.max(1) as f64
        );
        Self { shift, owners, weights: vec![[0; W]; 1 << bits], moments: vec![[0; W]; 1 << bits], moment: 1 }
    }

    /// The row of a feature, if it has one.
    fn row(&self, feature: u32) -> Option<usize> {
        let row = row_of(feature, self.shift);
        [row, row ^ 1].into_iter().find(|&row| self.owners[row] == feature)
    }

    /// The scores of all classes.
    pub fn scores(&self, features: &[u32]) -> [i32; W] {
        let mut scores = [0; W];
        for row in features.iter().filter_map(|&feature| self.row(feature)) {
            for (score, weight) in scores.iter_mut().zip(&self.weights[row]) {
                *score += weight;
            }
        }
        scores
    }

    /// Another decision was made.
    pub fn tick(&mut self) {
        self.moment += 1;
    }

    /// The class that comes nearest to the right one or beats it, where the right one does not win by `margin`.
    pub fn rival(scores: &[i32], right: usize, margin: i32) -> Option<usize> {
        let mut rival: Option<usize> = None;
        for class in (0..scores.len()).filter(|&class| class != right) {
            if rival.is_none_or(|best| scores[class] > scores[best]) {
                rival = Some(class);
            }
        }
        rival.filter(|&rival| scores[right] - scores[rival] <= margin)
    }

    /// Moves weight from the wrong class to the right one.
    pub fn update(&mut self, features: &[u32], right: usize, wrong: usize) {
        if right == wrong {
            return;
        }
        for &feature in features {
            let Some(row) = self.row(feature) else { continue };
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
        let mut bytes: Vec<u8> =
            averages.iter().map(|average| (average * scale).round().clamp(-127.0, 127.0) as i8 as u8).collect();
        for (row, &owner) in bytes.chunks_mut(W).zip(&self.owners) {
            let is_empty = row.iter().all(|&weight| weight == 0);
            row[W - 1] = if owner == 0 || is_empty { 0 } else { check_of(owner) as u8 };
        }
        bytes
    }
}
