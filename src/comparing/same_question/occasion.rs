//! Whether two counts are of one occasion: the same noun is counted of many things, and the same verb told of many.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::super::answer::{Answer, AnswerTerm};
use super::super::numbers::is_indefinite;
use super::super::rarity;
use super::evidence::{alike, kin};
use super::prepared::Prepared;
use super::scope::contradicts;
use crate::lexicon;
use crate::reading::FactKind;

/// What one party gathers over and over: nouns, units, classes of happenings.
static TALLIES: LazyLock<FxHashSet<(&'static str, &'static str)>> = LazyLock::new(|| {
    lexicon::rows(include_str!("../../../data/lexicon/tallies.tsv")).map(|row| (row[0], row[1])).collect()
});

/// Points from which two counts are of one occasion, and from which they likely are.
const ONE_OCCASION: (f64, f64) = (1.3, 1.3);

/// The same for the dead and hurt: few stories have two tolls.
const ONE_TOLL: (f64, f64) = (1.1, 0.4);

/// The same for one thing against several.
const ONE_OF_SEVERAL: (f64, f64) = (0.9, 0.9);

/// Reports further apart than this mostly tell of two happenings, and than this surely.
const DAYS_APART: (i32, i32) = (10, 60);

/// How surely two counts are of one occasion, so that they conflict where they differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Occasion {
    /// One occasion.
    Same,
    /// Likely one: worth an editor's look.
    Likely,
    /// Perhaps two.
    Unsure,
}

/// How surely two counts are of one occasion.
pub(super) fn occasion(a: &Prepared, b: &Prepared) -> Occasion {
    let (left, right) = (a.answer, b.answer);
    let (same, likely) = match left.kind {
        _ if is_tally(left) || is_tally(right) => return Occasion::Unsure,
        FactKind::Casualties => ONE_TOLL,
        // "hit a car": where no one counts, both must tell of one doer.
        _ if is_indefinite(left) || is_indefinite(right) => {
            let named = |answer: &Answer| answer.terms_of("agent").any(|term| term.entity.is_some());
            if (named(left) || named(right)) && contradicts(left, right, "agent") && left.about != right.about {
                return Occasion::Unsure;
            }
            ONE_OF_SEVERAL
        }
        _ => ONE_OCCASION,
    };
    match shared(a, b) - against(left, right) {
        points if points >= same => Occasion::Same,
        points if points >= likely => Occasion::Likely,
        _ => Occasion::Unsure,
    }
}

/// Whether such a thing happens on many days: two dates of it are those of two happenings.
pub(super) fn is_daily(answer: &Answer) -> bool {
    answer.predicate.as_deref().is_some_and(|class| TALLIES.contains(&(kin(class), "day")))
}

/// "points", "yards", what rises and falls.
fn is_tally(answer: &Answer) -> bool {
    let listed = |word: Option<&str>, class| word.is_some_and(|word| TALLIES.contains(&(word, class)));
    // "rose 3 percent", but not "3 percent of the voters".
    let change = answer.unit.as_deref() == Some("%") && answer.head == answer.predicate;
    change
        || listed(answer.head.as_deref(), "noun")
        || listed(answer.unit.as_deref(), "unit")
        || listed(answer.predicate.as_deref().map(kin), "happening")
}

/// Points for what both name: people and places much, rare words less, the words around.
fn shared(a: &Prepared, b: &Prepared) -> f64 {
    let (left, right) = (a.answer, b.answer);
    let both = |term: &&AnswerTerm| term.role != "scope" && right.terms.iter().any(|other| alike(term, other));
    let tells = |term: &&AnswerTerm| Some(&term.word) != left.head.as_ref() && term.entity.is_none();
    let named: FxHashSet<_> = left.terms.iter().filter(both).filter_map(|term| term.entity).collect();
    let named = named.len() as f64;
    let words: f64 =
        left.terms.iter().filter(both).filter(tells).map(|term| (rarity::weight(&term.word) / 8.0).min(0.6)).sum();
    named.min(2.0) + words.min(1.2) + 3.0 * a.likeness(b)
}

/// Points for what sets the two apart.
fn against(a: &Answer, b: &Answer) -> f64 {
    // Nouns say little: one man is a clerk here and a director there.
    let named = |answer: &Answer| answer.terms_of("agent").any(|term| term.entity.is_some());
    let agents = if named(a) || named(b) { 0.7 } else { 0.3 };
    let role = |role, points| if contradicts(a, b, role) { points } else { 0.0 };
    let kinds = |answer: &Answer| answer.terms_of("modifier").map(|term| term.word.clone()).collect::<Vec<_>>();
    // "two soldiers" may be some of the "five people".
    let one_kind = if kinds(a) == kinds(b) && a.head == b.head { 0.0 } else { 0.4 };
    let days = |answer: &Answer| answer.place.published;
    let far = match days(a).zip(days(b)).map(|(one, other)| (one - other).get_days().abs()) {
        Some(gap) if gap > DAYS_APART.1 => 9.0,
        Some(gap) if gap > DAYS_APART.0 => 1.0,
        _ => 0.0,
    };
    let orders = if far_apart(a, b) { 1.0 } else { 0.0 };
    let happening = match (&a.predicate, &b.predicate) {
        _ if a.kind == FactKind::Casualties => 0.0,
        (Some(one), Some(other)) if kin(one) == kin(other) => 0.0,
        (Some(_), Some(_)) => 1.0,
        _ => 0.5,
    };
    role("agent", agents) + role("place", 1.0) + role("modifier", 1.0) + one_kind + orders + happening + far
}

/// Ten of the one and 600 of the other: mostly other things.
fn far_apart(a: &Answer, b: &Answer) -> bool {
    let most = |answer: &Answer| answer.high.or(answer.low);
    let least = |answer: &Answer| answer.low.or(answer.high);
    let times = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| one > 4.0 * other && one > 20.0)
    };
    times(least(a), most(b)) || times(least(b), most(a))
}

#[cfg(test)]
mod tests {
    use super::super::super::answer::sample::answer;
    use super::*;

    fn counted(head: &str, predicate: &str, terms: &[(&str, &str, Option<i64>)], sentence: &str) -> Answer {
        let term = |&(role, word, entity): &(&str, &str, Option<i64>)| AnswerTerm {
            role: role.into(),
            word: word.into(),
            entity,
        };
        let mut found = answer(FactKind::Quantity, "a", "six");
        (found.head, found.predicate) = (Some(head.into()), Some(predicate.into()));
        (found.low, found.high) = (Some(6.0), Some(6.0));
        found.terms = terms.iter().map(term).collect();
        found.place.sentence = sentence.into();
        found
    }

    #[test]
    fn counts_of_one_occasion_share_parties_or_words() {
        let crates = |terms: &[_], words: &str| counted("crate", "seize", terms, words);
        let first = crates(
            &[("agent", "harbour police", Some(7))],
            "Harbour police seized six crates of rum aboard the Petrel",
        );
        let same = crates(
            &[("agent", "harbour police", Some(7))],
            "Harbour police found nine crates of rum aboard the Petrel",
        );
        let elsewhere = crates(&[("agent", "customs", Some(9))], "Customs in Dunmere seized 400 crates last year");
        let one = |a: &Answer, b: &Answer| occasion(&Prepared::of(a), &Prepared::of(b)) == Occasion::Same;
        assert!(one(&first, &same) && !one(&first, &elsewhere));
        let points = |words: &str| counted("point", "score", &[("agent", "ann roe", Some(1))], words);
        assert!(!one(&points("Ann Roe scored 12 points for Arden"), &points("Ann Roe scored 20 points for Arden")));
        assert_eq!(lexicon::check(include_str!("../../../data/lexicon/tallies.tsv")), Ok(()));
    }
}
