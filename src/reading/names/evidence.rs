//! How well each kind fits a name: the signs of its mentions, weighed with what was learnt (`data/model/kinds.tsv`) and summed.
//!
//! A word with a capital may be no name at all; that is weighed as the kinds are.

use std::sync::LazyLock;

use super::signs::{Sign, Signs};
use crate::lexicon;
use crate::reading::kinds::EntityKind;

/// Persons, bodies, places and what is built, things and groups, no name.
pub const CLASSES: usize = 5;
/// The class of words that are no name.
#[cfg(any(test, feature = "train"))]
pub const NO_NAME: usize = 4;
/// Points of the table for one unit of log-odds.
#[cfg(feature = "train")]
pub const SCALE: f64 = 10.0;
/// What a list or a head word decides between kinds of one class.
const TOLD: i32 = 1;

const WEIGHTS: &str = include_str!("../../../data/model/kinds.tsv");

/// For each sign, the points of each class.
static TABLE: LazyLock<Vec<[i32; CLASSES]>> = LazyLock::new(|| {
    let mut table = vec![[0; CLASSES]; Sign::ALL.len()];
    for row in lexicon::rows(WEIGHTS) {
        let Some(sign) = row.first().and_then(|sign| sign.parse::<Sign>().ok()) else { continue };
        for (points, cell) in table[sign as usize].iter_mut().zip(&row[1..]) {
            *points = cell.parse().unwrap_or_default();
        }
    }
    table
});

/// Points for each kind, in the order of `EntityKind::ALL`, and for no name.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence {
    kinds: [i32; 9],
    no_name: i32,
}

impl Evidence {
    /// Adds points for a kind.
    pub fn add(&mut self, kind: EntityKind, points: i32) {
        self.kinds[kind as usize] += points;
    }

    /// Adds what another mention of the name tells.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.kinds.iter_mut().zip(other.kinds) {
            *mine += theirs;
        }
        self.no_name += other.no_name;
    }

    /// The points of a kind.
    #[must_use]
    pub const fn of(&self, kind: EntityKind) -> i32 {
        self.kinds[kind as usize]
    }

    /// The kind with most points and how many it has; the earlier of equal ones.
    #[must_use]
    pub fn best(&self) -> (EntityKind, i32) {
        let mut best = (EntityKind::Person, self.of(EntityKind::Person));
        for &kind in EntityKind::ALL {
            if self.of(kind) > best.1 {
                best = (kind, self.of(kind));
            }
        }
        best
    }

    /// By how much the kind is better than all others; negative where another one is better.
    #[must_use]
    pub fn lead(&self, kind: EntityKind) -> i32 {
        let others = EntityKind::ALL.iter().filter(|&&other| other != kind).map(|&other| self.of(other));
        self.of(kind) - others.max().unwrap_or_default()
    }

    /// Whether any kind fits better than no name at all.
    #[must_use]
    pub fn is_name(&self) -> bool {
        self.best().1 >= self.no_name
    }
}

/// Weighs the signs of one mention.
pub fn weigh(signs: &Signs) -> Evidence {
    let mut sums = [0; CLASSES];
    for sign in signs.each() {
        for (sum, points) in sums.iter_mut().zip(TABLE[sign as usize]) {
            *sum += points;
        }
    }
    let [person, body, place, thing, no_name] = sums;
    let mut evidence = Evidence { no_name, ..Evidence::default() };
    for &kind in EntityKind::ALL {
        let told = if signs.told == Some(kind) { TOLD } else { -TOLD };
        evidence.add(
            kind,
            match kind {
                EntityKind::Person => person,
                EntityKind::Organization => body,
                EntityKind::Place => place,
                EntityKind::Facility => place + told,
                EntityKind::Other => thing,
                _ => thing + told,
            },
        );
    }
    evidence
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_weights() {
        assert_eq!(lexicon::check(WEIGHTS), Ok(()));
        let mut rows: Vec<&str> = lexicon::rows(WEIGHTS).map(|row| row[0]).collect();
        let mut signs: Vec<&str> = Sign::ALL.iter().map(|sign| sign.as_str()).collect();
        rows.sort_unstable();
        signs.sort_unstable();
        assert_eq!(rows, signs);
        assert_eq!(NO_NAME + 1, CLASSES);
        assert!(Sign::ALL.len() <= 64, "signs are bits of one word");
    }
}
