//! How two answers to one question stand to each other, with the rule that says so.
//!
//! It takes for granted that both answer the same question; whether they do is the work of `same_question`.

use super::answer::Answer;
use super::{accounts, ages, days, homes, names, numbers, posts, responses, traits, whether, wordings, words};
use crate::reading::{FactKind, Modality};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How strong a conflict is.
    Strength {
        /// Both cannot be true.
        Hard = "hard",
        /// Reconcilable, but worth seeing.
        Soft = "soft",
    }
}

/// What two answers are to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// One answer.
    Agrees,
    /// Different, but both may be true.
    Compatible,
    /// Nothing can be said.
    NotComparable,
    /// They do not agree.
    Conflict(Strength),
}

/// A verdict and the rule behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    /// What they are to each other.
    pub verdict: Verdict,
    /// The rule's name, for `show fact`.
    pub rule: &'static str,
}

impl Relation {
    /// One answer.
    pub const AGREES: Self = Self { verdict: Verdict::Agrees, rule: "equal" };

    /// Different, but both may be true.
    #[must_use]
    pub const fn compatible(rule: &'static str) -> Self {
        Self { verdict: Verdict::Compatible, rule }
    }

    /// Nothing can be said.
    #[must_use]
    pub const fn not_comparable(rule: &'static str) -> Self {
        Self { verdict: Verdict::NotComparable, rule }
    }

    /// Both cannot be true.
    #[must_use]
    pub const fn hard(rule: &'static str) -> Self {
        Self { verdict: Verdict::Conflict(Strength::Hard), rule }
    }

    /// Reconcilable, but worth seeing.
    #[must_use]
    pub const fn soft(rule: &'static str) -> Self {
        Self { verdict: Verdict::Conflict(Strength::Soft), rule }
    }

    /// Whether it is a conflict.
    #[must_use]
    pub const fn is_conflict(self) -> bool {
        matches!(self.verdict, Verdict::Conflict(_))
    }

    /// The same conflict, at most soft.
    #[must_use]
    pub const fn softened(self, rule: &'static str) -> Self {
        match self.verdict {
            Verdict::Conflict(Strength::Hard) => Self::soft(rule),
            _ => self,
        }
    }
}

/// Compares two answers to one question.
#[must_use]
pub fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.attribute.as_deref() == Some(accounts::ATTRIBUTE) {
        return Relation::soft(accounts::RULE);
    }
    let found = by_kind(a, b);
    if !found.is_conflict() || matches!(a.kind, FactKind::QuoteWording | FactKind::Attribution | FactKind::Response) {
        return found;
    }
    // Yes and no have rules of their own for what is planned or wanted.
    if a.kind != FactKind::Polarity {
        if a.voice.modality == Modality::Wanted || b.voice.modality == Modality::Wanted {
            return Relation::not_comparable("wanted-is-not-what-happened");
        }
        if a.speaks_of_what_is() != b.speaks_of_what_is() {
            return Relation::not_comparable("planned-or-possible-against-what-happened");
        }
    }
    if a.same_article(b) && a.place.headline != b.place.headline {
        return found.softened("headline-against-body");
    }
    found
}

fn by_kind(a: &Answer, b: &Answer) -> Relation {
    match a.kind {
        FactKind::Quantity | FactKind::Casualties | FactKind::Money => numbers::relation(a, b),
        FactKind::Age => ages::relation(a, b),
        FactKind::Date => days::relation(a, b),
        FactKind::Role => posts::relation(a, b),
        FactKind::Response => responses::relation(a, b),
        FactKind::QuoteWording => wordings::relation(a, b),
        FactKind::Place if a.attribute.is_some() => homes::relation(a, b),
        FactKind::Polarity => whether::relation(a, b),
        FactKind::Place => words::place(a, b),
        FactKind::Identity => match a.attribute.as_deref() {
            Some("spelling") => names::relation(a, b),
            Some("nationality") => homes::nations(a, b),
            Some("side") => traits::sides(a, b),
            _ => words::identity(a, b),
        },
        FactKind::Other if a.attribute.as_deref() == Some("course") => words::course(a, b),
        FactKind::Other if a.attribute.is_some() => traits::relation(a, b),
        FactKind::Attribution => words::attribution(a, b),
        FactKind::Cause | FactKind::Purpose | FactKind::Other => words::reason(a, b),
    }
}
