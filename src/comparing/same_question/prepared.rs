//! A value made ready to be compared with many others: the telling words around it.

use rustc_hash::{FxHashMap, FxHashSet};

use super::super::answer::Answer;
use super::super::rarity;
use crate::reading::FactKind;

/// A value with what is needed to compare it with many others.
#[derive(Debug)]
pub struct Prepared<'a> {
    /// The value.
    pub answer: &'a Answer,
    /// The rare words of its sentence, with their weights, sorted.
    context: Vec<(String, f64)>,
    length: f64,
}

impl<'a> Prepared<'a> {
    /// Makes a value ready.
    #[must_use]
    pub fn of(answer: &'a Answer) -> Self {
        let own: FxHashSet<String> = rarity::words(&answer.text).map(|(word, _)| word).collect();
        let mut seen: FxHashMap<String, f64> = FxHashMap::default();
        for (word, _) in rarity::words(&answer.place.sentence) {
            let weight = rarity::weight(&word);
            if weight > 1.6 && (!own.contains(&word) || matches!(answer.kind, FactKind::Attribution)) {
                seen.insert(stem(&word), weight);
            }
        }
        let mut context: Vec<_> = seen.into_iter().collect();
        context.sort_by(|a, b| a.0.cmp(&b.0));
        let length = context.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        Self { answer, context, length }
    }

    /// How alike the two sentences are, 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let (mut i, mut j, mut sum) = (0, 0, 0.0);
        while i < self.context.len() && j < other.context.len() {
            match self.context[i].0.cmp(&other.context[j].0) {
                std::cmp::Ordering::Less => i += 1,
                std::cmp::Ordering::Greater => j += 1,
                std::cmp::Ordering::Equal => {
                    sum += self.context[i].1 * other.context[j].1;
                    (i, j) = (i + 1, j + 1);
                }
            }
        }
        let cosine = sum / (self.length * other.length);
        let overlap = sum / (self.length.min(other.length)).powi(2).max(60.0);
        f64::midpoint(cosine, overlap)
    }
}

/// "blocked", "blocks" and "blocking" are one word of the context.
fn stem(word: &str) -> String {
    let stripped = ["ing", "ed", "es", "s", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|stem| stem.len() >= 4));
    stripped.unwrap_or(word).to_owned()
}
