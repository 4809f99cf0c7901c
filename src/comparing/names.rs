//! One name written in two ways.

use super::answer::Answer;
use super::relation::Relation;
use crate::reading::names::likeness;

/// Whether two names look like one with a slip.
pub(super) fn is_respelled(a: &Answer, b: &Answer) -> bool {
    let (Some(one), Some(other)) = (&a.word, &b.word) else { return false };
    likeness::is_respelled(a.head.as_deref().unwrap_or_default(), one, other)
}

/// Compares two spellings: a name with and without a middle name is one.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    if a.word == b.word {
        Relation::AGREES
    } else if is_respelled(a, b) {
        Relation::soft("other-spelling")
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
        assert_eq!(relation(&named("karol lindt"), &named("karol lind")), Relation::soft("other-spelling"));
        assert_eq!(
            relation(&named("karol lindt"), &named("karol jan lindt")),
            Relation::compatible("one-name-in-other-words")
        );
    }
}
