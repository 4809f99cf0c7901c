//! What a phrase tells of one who suffered, and whether two phrases may mean one person.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon::rows;

use super::fates;
use super::sufferers::{Line, Sufferer};

/// Words for kin, with the gender that they tell.
static KIN: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| rows(include_str!("../../../data/lexicon/relations.tsv")).map(|row| (row[0], row[1])).collect());

/// What is known of one sufferer.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Victim {
    /// Index into `entities`.
    pub entity: Option<usize>,
    /// Whether female.
    pub female: Option<bool>,
    /// In years.
    pub age: Option<f64>,
    /// Whether it may be the doer ("the gunman"), or one of kin to others ("his wife").
    pub doer: Option<bool>,
    /// "wife", "officer": who is called by two such words is two people.
    pub kin: Option<String>,
    /// "another man".
    pub another: bool,
}

impl Victim {
    /// What a phrase tells.
    pub(super) fn of(line: &Line, who: &Sufferer) -> Self {
        let word = line.word(who.head);
        let kin = KIN.get(word).filter(|gender| !gender.is_empty());
        let female = match word {
            "she" | "her" | "herself" => Some(true),
            "he" | "him" | "his" | "himself" => Some(false),
            _ if fates::is("female", word) => Some(true),
            _ if fates::is("male", word) => Some(false),
            _ if word.ends_with("woman") => Some(true),
            _ if word.ends_with("man") => Some(false),
            _ => kin.map(|gender| *gender == "female"),
        };
        let doer =
            if fates::is("doer", word) { Some(true) } else { (kin.is_some() || word == "victim").then_some(false) };
        let another =
            (who.start..=who.head).any(|at| matches!(line.word(at), "another" | "second" | "third" | "other"));
        Self {
            entity: line.scene.entity(who.head),
            female,
            age: age(line, who),
            doer,
            kin: kin.map(|_| word.to_owned()),
            another,
        }
    }

    /// Whether two phrases name one person.
    pub(super) fn is_surely(&self, other: &Self) -> bool {
        self.entity.is_some() && self.entity == other.entity
            || self.age.is_some() && self.age == other.age && self.may_be(&Self { another: false, ..other.clone() })
    }

    /// Whether nothing keeps two phrases apart.
    pub(super) fn may_be(&self, other: &Self) -> bool {
        fn alike<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.is_none() || other.is_none() || one == other
        }
        !other.another
            && alike(self.entity.as_ref(), other.entity.as_ref())
            && alike(self.female.as_ref(), other.female.as_ref())
            && alike(self.age.as_ref(), other.age.as_ref())
            && alike(self.doer.as_ref(), other.doer.as_ref())
            && alike(self.kin.as_ref(), other.kin.as_ref())
    }

    /// Adds what another phrase tells of the same person.
    pub(super) fn learn(&mut self, other: &Self) {
        self.entity = self.entity.or(other.entity);
        self.female = self.female.or(other.female);
        self.age = self.age.or(other.age);
        self.doer = self.doer.or(other.doer);
        self.kin = self.kin.take().or_else(|| other.kin.clone());
    }
}

/// "a 34-year-old man", "John Doe, 34,".
fn age(line: &Line, who: &Sufferer) -> Option<f64> {
    let span = line.scene.span(who.start).hull(line.scene.span((who.head + 2).min(line.words.len() - 1)));
    let quantities = &line.scene.reading.quantities;
    let first = quantities.partition_point(|quantity| quantity.span.end <= span.start);
    let found = quantities[first..].iter().take_while(|quantity| quantity.span.start < span.end);
    found.into_iter().find(|quantity| quantity.unit.as_deref() == Some("year")).and_then(|quantity| quantity.low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_are_kept_apart_by_what_is_told_of_them() {
        let man = Victim { female: Some(false), ..Victim::default() };
        let aged = Victim { age: Some(34.0), female: Some(false), ..Victim::default() };
        assert!(man.may_be(&aged) && aged.may_be(&Victim { entity: Some(1), ..Victim::default() }));
        assert!(!aged.may_be(&Victim { age: Some(20.0), ..Victim::default() }));
        assert!(!man.may_be(&Victim { female: Some(true), ..Victim::default() }));
        assert!(!man.may_be(&Victim { another: true, ..Victim::default() }));
    }
}
