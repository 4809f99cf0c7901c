//! One name written in two ways.

use super::answer::Answer;
use super::relation::Relation;
use crate::reading::names::likeness;

/// Whether two names look like one with a slip.
pub(super) fn is_respelled(a: &Answer, b: &Answer) -> bool {
    let (Some(one), Some(other)) = (&a.word, &b.word) else { return false };
    let kind = |answer: &Answer| answer.head.clone().unwrap_or_default();
    likeness::is_respelled(&kind(a), &kind(b), one, other)
}

/// What says that two names are one with a slip.
pub(super) const RULE: &str = "other-spelling";

/// Compares two spellings, of which one is wrong: a name with and without a middle name is one.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.word == b.word {
        Relation::AGREES
    } else if is_respelled(a, b) {
        Relation::hard(RULE)
    } else {
        Relation::compatible("one-name-in-other-words")
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    #[test]
    fn a_slip_is_told_and_a_middle_name_is_not() {
        let named = |name: &str| Answer { head: Some("person".into()), ..answer(FactKind::Identity, "a", name) };
        assert_eq!(relation(&named("karol lindt"), &named("karol lind")), Relation::hard(RULE));
        assert_eq!(
            relation(&named("karol lindt"), &named("karol jan lindt")),
            Relation::compatible("one-name-in-other-words")
        );
    }
}
