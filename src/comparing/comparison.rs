//! Two sentences that tell of the same thing, beside each other, whether or not they agree.
//!
//! Plain data between comparing and the store; how it comes about is the work of aligning and judging.

use crate::reading::FactKind;

/// Two sentences beside each other, by their rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// The one sentence.
    pub a: i64,
    /// The other; the store orders them.
    pub b: i64,
    /// How surely they tell of the same thing, 0 to 1.
    pub alignment: f64,
    /// How likely an editor finds that they differ, 0 to 1.
    pub score: f64,
    /// In what they differ; nothing where they agree.
    pub differs: Vec<FactKind>,
}
