//! How surely two articles tell of one event, from what their profiles share and the days between them.
//!
//! A logistic model over features without words (`data/model/ties.tsv`). A tie depends on its two articles alone.

use std::cmp::Ordering;
use std::sync::LazyLock;

use super::profile::Profile;
use crate::lexicon;

/// The features in the order of their names, each with its weight and what it says.
pub const TABLE: &str = include_str!("../../../data/model/ties.tsv");

/// As many as the table has.
pub const FEATURES: usize = 7;

static WEIGHTS: LazyLock<Vec<f64>> =
    LazyLock::new(|| lexicon::rows(TABLE).map(|row| row[1].parse().unwrap_or(0.0)).collect());

/// Articles that share less than this of their telling words (a cosine) are never on one event: of pairs on one event
/// that the model takes for likely, fewer than one in a thousand do.
pub const CANDIDATE: f64 = 0.12;

/// What two articles share.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Shared {
    /// Cosine of their telling words.
    pub words: f64,
    /// Cosine of their names.
    pub names: f64,
    /// Cosine of their headlines and openings.
    pub opening: f64,
    /// The share of the numbers of the one with fewer.
    pub numbers: f64,
    /// Days between their publications, where both are known.
    pub days: Option<u32>,
}

impl Shared {
    /// What two articles share.
    #[must_use]
    pub fn of(one: &Profile, two: &Profile) -> Self {
        let mut shared = Self::default();
        let (mut ours, mut theirs) = (one.terms.iter().peekable(), two.terms.iter().peekable());
        let (mut both, mut own, mut others) = (0_u32, 0_u32, 0_u32);
        loop {
            let order = match (ours.peek(), theirs.peek()) {
                (Some(a), Some(b)) => a.word.cmp(&b.word),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (None, None) => break,
            };
            let a = if order.is_le() { ours.next() } else { None };
            let b = if order.is_ge() { theirs.next() } else { None };
            own += u32::from(a.is_some_and(super::profile::Term::is_number));
            others += u32::from(b.is_some_and(super::profile::Term::is_number));
            if let (Some(a), Some(b)) = (a, b) {
                both += u32::from(a.is_number());
                shared.words += a.weight * b.weight;
                shared.names += a.name * b.name;
                shared.opening += a.opening * b.opening;
            }
        }
        shared.numbers = f64::from(both) / f64::from(own.min(others).max(1));
        if let (Some(one), Some(two)) = (one.published, two.published) {
            shared.days = Some((one - two).get_days().unsigned_abs());
        }
        shared
    }

    /// The features of the model, in the order of their names.
    #[must_use]
    pub fn features(&self) -> [f64; FEATURES] {
        let days = self.days.map_or(0.0, |days| f64::from(days).ln_1p());
        [1.0, days, self.names, self.numbers, self.opening, f64::from(u8::from(self.days.is_none())), self.words]
    }

    /// How surely they tell of one event, in log odds among articles at large.
    #[must_use]
    pub fn score(&self) -> f64 {
        self.features().iter().zip(WEIGHTS.iter()).map(|(feature, weight)| feature * weight).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    fn profile(text: &str, day: i8) -> Profile {
        Profile::of("", text, Date::new(2021, 6, day).ok())
    }

    #[test]
    fn every_feature_has_a_weight() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        assert!(WEIGHTS.len() == FEATURES && WEIGHTS.iter().all(|weight| weight.abs() > 0.0));
    }

    #[test]
    fn the_same_names_within_a_few_days_tell_of_one_event() {
        let first = profile(
            "The ferry Albatross ran aground off Kestrel Point; the coastguard took 47 passengers to Marlow harbour.",
            3,
        );
        let second = profile(
            "All 47 aboard the Albatross were taken to Marlow after the ferry struck rocks at Kestrel Point.",
            4,
        );
        let other = profile("The council of Dunmere voted to raise parking fees, said mayor Olive Parrish.", 4);
        let later = Profile { published: Date::new(2023, 9, 1).ok(), ..second.clone() };
        let undated = Profile { published: None, ..second.clone() };
        let score = |two: &Profile| Shared::of(&first, two).score();
        assert!(score(&second) > 0.0 && score(&other) < -4.0);
        assert!(score(&later) < score(&undated) && score(&undated) < score(&second));
        assert!((Shared::of(&first, &second).numbers - 1.0).abs() < f64::EPSILON);
    }
}
