//! Two passages side by side: what they share, word for word and term by term.

use super::passage::{Prepared, WORDS, is_name};

/// Two passages and what they share.
#[derive(Debug)]
pub(super) struct Beside<'a> {
    pub a: &'a Prepared<'a>,
    pub b: &'a Prepared<'a>,
    /// Whether both stand in one article.
    pub within: bool,
    /// Terms in both.
    pub terms: usize,
    /// Names in both.
    pub names: usize,
    /// What the terms in both weigh.
    pub weight: f64,
    /// What the names in both weigh.
    pub names_weight: f64,
    /// The sum of the squares of these weights.
    pub squares: f64,
    /// Of the words, how many stand in both in one order.
    pub common: usize,
    /// The longest run of words in both.
    pub run: usize,
}

impl<'a> Beside<'a> {
    pub fn of(a: &'a Prepared<'a>, b: &'a Prepared<'a>, within: bool) -> Self {
        let mut found =
            Self { a, b, within, terms: 0, names: 0, weight: 0.0, names_weight: 0.0, squares: 0.0, common: 0, run: 0 };
        let (mut left, mut right) = (a.terms.iter().peekable(), b.terms.iter().peekable());
        while let (Some((one, weight)), Some((other, _))) = (left.peek(), right.peek()) {
            match one.cmp(other) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    found.terms += 1;
                    found.weight += weight;
                    found.squares += weight * weight;
                    if is_name(one) {
                        found.names += 1;
                        found.names_weight += weight;
                    }
                    left.next();
                    right.next();
                }
            }
        }
        (found.common, found.run) = aligned(&a.words, &b.words);
        found
    }

    /// How alike their terms are: a cosine, 0 to 1.
    pub fn cosine(&self) -> f64 {
        self.squares / (self.a.length * self.b.length)
    }

    /// The words that stand in both in one order, as a share of the longer passage.
    pub fn common_share(&self) -> f64 {
        self.common as f64 / self.a.words.len().max(self.b.words.len()).max(1) as f64
    }
}

/// The longest common subsequence and the longest common run of two lists of words.
pub(super) fn aligned(a: &[String], b: &[String]) -> (usize, usize) {
    let (a, b) = (&a[..a.len().min(WORDS)], &b[..b.len().min(WORDS)]);
    let (mut common, mut runs) = (vec![0_usize; b.len() + 1], vec![0_usize; b.len() + 1]);
    let mut longest = 0;
    for one in a {
        let (mut corner, mut run_before) = (0, 0);
        for (at, other) in b.iter().enumerate() {
            let (above, run_above) = (common[at + 1], runs[at + 1]);
            if one == other {
                common[at + 1] = corner + 1;
                runs[at + 1] = run_before + 1;
                longest = longest.max(runs[at + 1]);
            } else {
                common[at + 1] = above.max(common[at]);
                runs[at + 1] = 0;
            }
            (corner, run_before) = (above, run_above);
        }
    }
    (common.last().copied().unwrap_or(0), longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn words_in_one_order_and_the_longest_run_are_counted() {
        assert_eq!(aligned(&words("the old dam broke on sunday"), &words("the dam broke late on sunday")), (5, 2));
        assert_eq!(aligned(&words("a b c"), &words("c b a")), (1, 1));
        assert_eq!(aligned(&[], &words("a")), (0, 0));
    }
}
