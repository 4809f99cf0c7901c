//! How surely two passages tell of one thing, given how their articles stand to each other.
//!
//! Passages alone look alike where two speeches, two polls or two trials of one person are told; what tells these apart is
//! how much the articles share, and how many days lie between them. Weighed after the passages by a logistic model
//! (`data/model/contexts.tsv`, trained by the binary `train`). It knows no word.

use std::sync::LazyLock;

use super::passage::Article;
use crate::lexicon;

/// How many signs there are.
pub(crate) const SIGNS: usize = NAMES.len();

/// The names of the signs, in their order.
pub(crate) const NAMES: [&str; 6] =
    ["passages", "articles_alike", "articles_beside", "days_apart", "one_article", "one_outlet"];

/// The signs of two passages in their articles, in the order of [`NAMES`].
pub(crate) type Signs = [f64; SIGNS];

/// Two articles laid beside each other, or one beside itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    alike: f64,
    beside: f64,
    days: f64,
    within: bool,
    one_outlet: bool,
}

impl Context {
    /// Of two articles, some of whose passages tell of one thing as surely as `alignments` say.
    pub fn of(one: &Article<'_>, other: &Article<'_>, alignments: impl Iterator<Item = f64>) -> Self {
        let (sum, count) = alignments.fold((0.0, 0.0), |(sum, count), alignment| (sum + alignment, count + 1.0));
        let days = match (one.published, other.published) {
            (Some(one), Some(other)) => f64::from((other - one).get_days().abs()),
            _ => 0.0,
        };
        Self {
            alike: one.likeness(other),
            beside: sum / f64::max(count, 1.0),
            days,
            within: std::ptr::eq(one, other),
            one_outlet: one.outlet == other.outlet,
        }
    }

    /// The signs of two passages of these articles, which taken alone tell of one thing as surely as `alignment` says.
    pub fn signs(&self, alignment: f64) -> Signs {
        let sure = alignment.clamp(1e-6, 1.0 - 1e-6);
        let is = |sign: bool| f64::from(u8::from(sign));
        [(sure / (1.0 - sure)).ln(), self.alike, self.beside, self.days.ln_1p(), is(self.within), is(self.one_outlet)]
    }

    /// How surely two passages of these articles tell of one thing, 0 to 1.
    pub fn alignment(&self, alignment: f64) -> f64 {
        let (always, weights) = &*WEIGHTS;
        let sum = always + weights.iter().zip(self.signs(alignment)).map(|(weight, sign)| weight * sign).sum::<f64>();
        1.0 / (1.0 + (-sum).exp())
    }
}

pub(crate) const TABLE: &str = include_str!("../../../data/model/contexts.tsv");

/// The row of what is added whatever the signs say.
#[cfg(any(test, feature = "train"))]
pub(crate) const ALWAYS: &str = "always";

static WEIGHTS: LazyLock<(f64, Signs)> = LazyLock::new(|| {
    let (mut always, mut weights) = (0.0, [0.0; SIGNS]);
    for row in lexicon::rows(TABLE) {
        let Some(weight) = row.get(1).and_then(|cell| cell.parse().ok()) else { continue };
        match NAMES.iter().position(|name| *name == row[0]) {
            Some(at) => weights[at] = weight,
            None => always = weight,
        }
    }
    (always, weights)
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sign_has_its_weight_and_no_weight_lacks_its_sign() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        let rows: Vec<&str> = lexicon::rows(TABLE).map(|row| row[0]).collect();
        assert!(NAMES.iter().all(|name| rows.contains(name)));
        assert!(rows.iter().all(|row| NAMES.contains(row) || *row == ALWAYS));
    }

    #[test]
    fn articles_that_share_much_and_lie_near_in_time_make_it_surer() {
        let near = Context { alike: 0.5, beside: 0.5, days: 0.0, within: false, one_outlet: false };
        let far = Context { alike: 0.1, beside: 0.2, days: 60.0, ..near };
        assert!(near.alignment(0.5) > 0.7, "{}", near.alignment(0.5));
        assert!(far.alignment(0.5) < 0.3, "{}", far.alignment(0.5));
        assert!(near.alignment(0.9) > near.alignment(0.2));
    }
}
