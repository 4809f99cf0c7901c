//! Which ties hold a story together: articles are joined while those of both groups are alike on average.
//!
//! An average neither chains, as one tie would, nor splits, as the weakest would. It knows nothing of what ties rest on.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BinaryHeap};

/// Groups are joined when their pairs have this score on average: among articles that hardly any other competes with,
/// one pair in three of this score is on one event. The constants below were chosen with it, on events left out.
pub const JOINED: f64 = -4.5;
/// The score of a pair that is not tied at all.
const ABSENT: f64 = -5.5;
/// No pair counts for more than this.
const MOST: f64 = 5.0;
/// From this score on, an article competes for a place in the story of another one …
const RIVAL: f64 = -3.0;
/// … and each doubling of its rivals counts so much against a tie …
const CROWD: f64 = 0.5;
/// … and so much more for each unit of the logarithm of the days apart: among many reports on one matter, a week is long.
const CROWD_DAYS: f64 = 0.07;
/// More rivals than this count no more.
const RIVALS: usize = 30;

/// An article keeps ties to so many others at most, the best.
pub const TIES: usize = 60;

/// How many of the articles with these scores compete for a place in one's story.
pub fn rivals(scores: impl Iterator<Item = f64>) -> usize {
    scores.filter(|score| *score > RIVAL).count()
}

/// The score of a tie between articles so many days apart, where so many others compete for the places of either, the
/// two themselves counted.
///
/// In a small folder there are none: what would be little among thousands of articles is enough there.
#[must_use]
pub fn among(score: f64, days: Option<u32>, rivals: [usize; 2]) -> f64 {
    let itself = usize::from(score > RIVAL);
    let doublings = |rivals: usize| ((1 + rivals.saturating_sub(itself).min(RIVALS)) as f64).log2();
    let each = CROWD + CROWD_DAYS * f64::from(days.unwrap_or(0)).ln_1p();
    (score - each * (doublings(rivals[0]) + doublings(rivals[1]))).clamp(ABSENT, MOST)
}

/// Two groups that may be joined, as they were when it was put down.
#[derive(PartialEq)]
struct Pair {
    average: f64,
    groups: [usize; 2],
    sizes: [usize; 2],
}

impl Eq for Pair {}

impl Ord for Pair {
    fn cmp(&self, other: &Self) -> Ordering {
        self.average
            .total_cmp(&other.average)
            .then_with(|| other.groups.cmp(&self.groups))
            .then(other.sizes.cmp(&self.sizes))
    }
}

impl PartialOrd for Pair {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The groups of articles 0 to `count`, which must be in an order that does not depend on loading; each tie once.
#[must_use]
pub fn groups(count: usize, ties: &[(usize, usize, f64)]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = (0..count).map(|at| vec![at]).collect();
    // What the pairs of two groups have above that of absent ones, in sum.
    let mut above: Vec<BTreeMap<usize, f64>> = vec![BTreeMap::new(); count];
    for &(one, two, score) in ties {
        above[one].insert(two, score - ABSENT);
        above[two].insert(one, score - ABSENT);
    }
    let pair = |groups: &[Vec<usize>], one: usize, two: usize, sum: f64| {
        let sizes = [groups[one].len(), groups[two].len()];
        let average = ABSENT + sum / (sizes[0] * sizes[1]) as f64;
        (average >= JOINED).then_some(Pair { average, groups: [one, two], sizes })
    };
    let mut open: BinaryHeap<Pair> = BinaryHeap::new();
    for (one, others) in above.iter().enumerate() {
        open.extend(others.range(one + 1..).filter_map(|(&two, &sum)| pair(&groups, one, two, sum)));
    }
    while let Some(Pair { groups: [one, two], sizes, .. }) = open.pop() {
        if [groups[one].len(), groups[two].len()] != sizes {
            continue; // either has grown or gone since
        }
        let joined = std::mem::take(&mut groups[two]);
        groups[one].extend(joined);
        for (other, sum) in std::mem::take(&mut above[two]) {
            above[other].remove(&two);
            if other != one {
                let both = above[one].get(&other).copied().unwrap_or(0.0) + sum;
                above[one].insert(other, both);
                above[other].insert(one, both);
            }
        }
        let fresh = above[one].iter().filter_map(|(&other, &sum)| pair(&groups, one.min(other), one.max(other), sum));
        open.extend(fresh);
    }
    groups.retain(|group| !group.is_empty());
    for group in &mut groups {
        group.sort_unstable();
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_that_are_alike_on_average_make_a_story() {
        let ties = [(0, 1, 3.0), (0, 2, 2.0), (1, 2, -4.4), (2, 3, -4.6)];
        assert_eq!(groups(5, &ties), [vec![0, 1, 2], vec![3], vec![4]]);
    }

    #[test]
    fn a_chain_of_weak_ties_makes_none() {
        let chain: Vec<_> = (0..30).map(|at| (at, at + 1, -3.0)).collect();
        assert!(groups(31, &chain).iter().all(|group| group.len() <= 4));
    }

    #[test]
    fn a_weak_tie_is_enough_where_no_other_article_competes() {
        assert!(among(-4.0, None, [0, 0]) >= JOINED);
        assert!(among(-4.0, None, [6, 8]) < JOINED);
        assert!(among(2.0, Some(0), [30, 30]) >= JOINED);
    }

    #[test]
    fn days_count_more_where_many_articles_compete() {
        assert!(among(0.0, Some(1), [12, 12]) >= JOINED);
        assert!(among(0.0, Some(60), [12, 12]) < JOINED);
        assert!(among(0.0, Some(60), [1, 1]) >= JOINED);
    }

    #[test]
    fn the_order_of_ties_does_not_matter() {
        let mut ties = vec![(0, 1, 1.0), (1, 2, 0.5), (0, 2, -1.0), (2, 3, 0.5), (3, 4, 2.0)];
        let before = groups(5, &ties);
        ties.reverse();
        assert_eq!(groups(5, &ties), before);
    }
}
