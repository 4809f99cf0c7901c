//! Which passages of two articles may tell of one thing: each meets the few of the other that share most with it.

use std::collections::BTreeMap;

use super::passage::Article;

/// A passage meets so many of another article,
const ACROSS: usize = 2;
/// and so many of its own.
const WITHIN: usize = 1;
/// A term that stands in more passages of one article tells them not apart.
const WIDESPREAD: usize = 200;
/// Ranks are known up to here.
const RANKED: usize = 10;

/// Two passages that may tell of one thing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    /// Index into the passages of the one article.
    pub a: usize,
    /// Index into those of the other.
    pub b: usize,
    /// How `b` stands among all that `a` could meet in the other article.
    pub from_a: Standing,
    /// How `a` stands among all that `b` could meet.
    pub from_b: Standing,
}

/// How a passage stands among those that another one could meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Standing {
    /// 0 for the best, up to [`RANKED`].
    pub rank: usize,
    /// Its likeness as a share of the best one's.
    pub ratio: f64,
    /// By how much it is more alike than the next one, or less alike than the best.
    pub margin: f64,
}

impl Standing {
    /// Of a passage that is not among those ranked.
    const FAR: Self = Self { rank: RANKED, ratio: 0.0, margin: -1.0 };
}

/// The candidates of two articles, or of one with itself, in text order.
pub(super) fn candidates(one: &Article<'_>, other: &Article<'_>) -> Vec<Candidate> {
    let within = std::ptr::eq(one, other);
    let most = if within { WITHIN } else { ACROSS };
    let mut found: BTreeMap<(usize, usize), [Standing; 2]> = BTreeMap::new();
    let (ahead, back) = (standings(one, other), standings(other, one));
    let mut add = |(a, b): (usize, usize)| {
        // Within one article a pair is met from both ends.
        let pair = if within { (a.min(b), a.max(b)) } else { (a, b) };
        let standing = |of: &[Vec<(usize, Standing)>], from: usize, to: usize| {
            of[from].iter().find(|(at, _)| *at == to).map_or(Standing::FAR, |(_, standing)| *standing)
        };
        found.entry(pair).or_insert_with(|| [standing(&ahead, pair.0, pair.1), standing(&back, pair.1, pair.0)]);
    };
    for (a, near) in ahead.iter().enumerate() {
        near.iter().take(most).for_each(|&(b, _)| add((a, b)));
    }
    for (b, near) in back.iter().enumerate() {
        near.iter().take(most).for_each(|&(a, _)| add((a, b)));
    }
    found.into_iter().map(|((a, b), [from_a, from_b])| Candidate { a, b, from_a, from_b }).collect()
}

/// Two passages that are known already, as candidates.
pub(super) fn of_pair(one: &Article<'_>, a: usize, other: &Article<'_>, b: usize) -> Candidate {
    let standing = |from: &Article<'_>, at: usize, to: &Article<'_>, place: usize| {
        let near = near(from, at, to, &mut vec![0.0; to.passages.len()]);
        near.iter().find(|(near, _)| *near == place).map_or(Standing::FAR, |(_, standing)| *standing)
    };
    Candidate { a, b, from_a: standing(one, a, other, b), from_b: standing(other, b, one, a) }
}

/// For each passage of `one` those of `other` that share something with it, the most alike first.
fn standings(one: &Article<'_>, other: &Article<'_>) -> Vec<Vec<(usize, Standing)>> {
    let mut shared = vec![0.0; other.passages.len()];
    (0..one.passages.len()).map(|at| near(one, at, other, &mut shared)).collect()
}

/// The passages of `other` that share most with passage `at` of `one`; `shared` holds a zero for each, before and after.
fn near(one: &Article<'_>, at: usize, other: &Article<'_>, shared: &mut [f64]) -> Vec<(usize, Standing)> {
    let (passage, within) = (&one.passages[at], std::ptr::eq(one, other));
    let mut met: Vec<usize> = Vec::new();
    for &(term, weight) in &passage.terms {
        let places = other.index.get(term).filter(|places| places.len() <= WIDESPREAD);
        for &place in places.into_iter().flatten() {
            if shared[place] == 0.0 {
                met.push(place);
            }
            shared[place] += weight * weight;
        }
    }
    let mut near: Vec<(f64, usize)> = Vec::with_capacity(met.len());
    for place in met {
        let alike = shared[place] / (passage.length * other.passages[place].length);
        shared[place] = 0.0;
        if alike > 0.0 && !(within && place == at) {
            near.push((alike, place));
        }
    }
    near.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
    near.truncate(RANKED);
    let best = near.first().map_or(0.0, |near| near.0);
    let next = near.get(1).map_or(0.0, |near| near.0);
    let standing = |(rank, &(alike, place)): (usize, &(f64, usize))| {
        let margin = if rank == 0 { alike - next } else { alike - best };
        (place, Standing { rank, ratio: alike / best, margin })
    };
    near.iter().enumerate().map(standing).collect()
}
