//! Logistic regression over a few dense features, solved exactly by Newton's steps.

/// Steps; it stands still long before.
const STEPS: usize = 25;

/// The weighted sum of features.
pub fn sum<const N: usize>(weights: &[f64; N], features: &[f64; N]) -> f64 {
    weights.iter().zip(features).map(|(weight, feature)| weight * feature).sum()
}

/// The weights that make the answers of all rows likeliest; `pull` draws them to nothing.
pub fn learn<const N: usize>(rows: &[([f64; N], bool)], pull: f64) -> [f64; N] {
    let mut weights = [0.0; N];
    for _ in 0..STEPS {
        let mut slope = weights.map(|weight| -pull * weight);
        let mut bend = [[0.0; N]; N];
        for (at, row) in bend.iter_mut().enumerate() {
            row[at] = pull;
        }
        for (features, right) in rows {
            let chance = 1.0 / (1.0 + (-sum(&weights, features)).exp());
            let miss = f64::from(u8::from(*right)) - chance;
            let spread = chance * (1.0 - chance);
            for one in 0..N {
                slope[one] += miss * features[one];
                for two in 0..N {
                    bend[one][two] += spread * features[one] * features[two];
                }
            }
        }
        for (weight, step) in weights.iter_mut().zip(solved(bend, slope)) {
            *weight += step;
        }
    }
    weights
}

/// The solution of a system of equations whose matrix is positive definite: no pivot is needed.
fn solved<const N: usize>(mut matrix: [[f64; N]; N], mut right: [f64; N]) -> [f64; N] {
    for at in 0..N {
        let pivot = matrix[at];
        for below in at + 1..N {
            let factor = matrix[below][at] / pivot[at];
            for column in at..N {
                matrix[below][column] -= factor * pivot[column];
            }
            right[below] -= factor * right[at];
        }
    }
    for at in (0..N).rev() {
        let known: f64 = (at + 1..N).map(|column| matrix[at][column] * right[column]).sum();
        right[at] = (right[at] - known) / matrix[at][at];
    }
    right
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_give_the_shares_of_the_data() {
        let mut rows = vec![([1.0, 0.0], true); 20];
        rows.extend(vec![([1.0, 0.0], false); 80]);
        rows.extend(vec![([1.0, 1.0], true); 75]);
        rows.extend(vec![([1.0, 1.0], false); 25]);
        let weights = learn(&rows, 0.01);
        assert!((weights[0] - 0.25_f64.ln()).abs() < 0.01, "{weights:?}");
        assert!((weights[0] + weights[1] - 3.0_f64.ln()).abs() < 0.01, "{weights:?}");
    }
}
