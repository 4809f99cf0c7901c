//! Logistic regression over a few numbers for each example, by Newton's method, with weights drawn to nothing.
//!
//! Numbers are brought to one scale first, so that all are drawn alike; the weights are given for the numbers as they are.

/// Steps of Newton's method; it is there long before.
const STEPS: usize = 30;

/// The weights of `examples` (what is added always first, then one for each number); `pull` draws them to nothing.
pub fn learn(examples: &[(&[f64], bool)], pull: f64) -> Vec<f64> {
    let Some(size) = examples.first().map(|(row, _)| row.len()) else { return Vec::new() };
    let (means, spreads) = scales(examples, size);
    let rows: Vec<(Vec<f64>, f64)> = examples
        .iter()
        .map(|(row, right)| {
            let scaled = row.iter().zip(&means).zip(&spreads).map(|((number, mean), spread)| (number - mean) / spread);
            (std::iter::once(1.0).chain(scaled).collect(), f64::from(u8::from(*right)))
        })
        .collect();
    let mut weights = vec![0.0; size + 1];
    for _ in 0..STEPS {
        let mut slope = vec![0.0; size + 1];
        let mut bend = vec![vec![0.0; size + 1]; size + 1];
        for (row, right) in &rows {
            let chance = probability(&weights, row);
            let weight = chance * (1.0 - chance);
            for (at, number) in row.iter().enumerate() {
                slope[at] += (right - chance) * number;
                let scaled = weight * number;
                for (other, cell) in bend[at][..=at].iter_mut().enumerate() {
                    *cell += scaled * row[other];
                }
            }
        }
        for at in 1..=size {
            slope[at] -= pull * weights[at];
            bend[at][at] += pull;
        }
        let step = solved(bend, slope);
        weights.iter_mut().zip(&step).for_each(|(weight, step)| *weight += step);
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    let mut found: Vec<f64> = weights[1..].iter().zip(&spreads).map(|(weight, spread)| weight / spread).collect();
    let moved: f64 = found.iter().zip(&means).map(|(weight, mean)| weight * mean).sum();
    found.insert(0, weights[0] - moved);
    found
}

/// How likely an example is right by weights that [`learn`] gave.
pub fn chance(weights: &[f64], row: &[f64]) -> f64 {
    let sum: f64 = weights.iter().skip(1).zip(row).map(|(weight, number)| weight * number).sum();
    1.0 / (1.0 + (-sum - weights.first().copied().unwrap_or(0.0)).exp())
}

fn probability(weights: &[f64], row: &[f64]) -> f64 {
    let sum: f64 = weights.iter().zip(row).map(|(weight, number)| weight * number).sum();
    1.0 / (1.0 + (-sum).exp())
}

/// Mean and standard deviation of each number; 1 where it never changes.
fn scales(examples: &[(&[f64], bool)], size: usize) -> (Vec<f64>, Vec<f64>) {
    let count = examples.len() as f64;
    let mean = |at: usize| examples.iter().map(|(row, _)| row[at]).sum::<f64>() / count;
    let means: Vec<f64> = (0..size).map(mean).collect();
    let spread = |at: usize| {
        let square: f64 = examples.iter().map(|(row, _)| (row[at] - means[at]).powi(2)).sum();
        let spread = (square / count).sqrt();
        if spread < 1e-12 { 1.0 } else { spread }
    };
    let spreads = (0..size).map(spread).collect();
    (means, spreads)
}

/// Solves `bend * step = slope`; `bend` is symmetric and given by its lower half (Cholesky).
fn solved(mut bend: Vec<Vec<f64>>, mut slope: Vec<f64>) -> Vec<f64> {
    let size = slope.len();
    for at in 0..size {
        for other in 0..=at {
            let mut sum = bend[at][other];
            for k in 0..other {
                sum -= bend[at][k] * bend[other][k];
            }
            bend[at][other] = if at == other { sum.max(1e-12).sqrt() } else { sum / bend[other][other] };
        }
    }
    for at in 0..size {
        for k in 0..at {
            slope[at] -= bend[at][k] * slope[k];
        }
        slope[at] /= bend[at][at];
    }
    for at in (0..size).rev() {
        for k in at + 1..size {
            slope[at] -= bend[k][at] * slope[k];
        }
        slope[at] /= bend[at][at];
    }
    slope
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_gets_weight_and_what_does_not_gets_none() {
        let rows: Vec<[f64; 2]> = (0..200).map(|at| [f64::from(at % 10), f64::from(at % 3)]).collect();
        // Nine in ten of those above 5 are right, one in ten of the others.
        let right = |at: usize| (rows[at][0] >= 5.0) != (at / 10 % 10 == 0);
        let examples: Vec<(&[f64], bool)> = rows.iter().enumerate().map(|(at, row)| (&row[..], right(at))).collect();
        let weights = learn(&examples, 1.0);
        assert!(weights[1] > 0.3 && weights[2].abs() < 0.3, "{weights:?}");
        assert!(chance(&weights, &[9.0, 1.0]) > 0.8 && chance(&weights, &[0.0, 1.0]) < 0.2);
    }
}
