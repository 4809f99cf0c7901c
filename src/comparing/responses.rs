//! What a party answered: declined, silent, denied, confirmed.

use super::answer::Answer;
use super::relation::Relation;

/// Compares two answers of one party.
pub(super) fn relation(a: &Answer, b: &Answer) -> Relation {
    let (left, right) = (a.word.as_deref().unwrap_or_default(), b.word.as_deref().unwrap_or_default());
    if left == right {
        return Relation::AGREES;
    }
    if left == "confirmed" && right == "denied" || left == "denied" && right == "confirmed" {
        return Relation::hard("confirmed-against-denied");
    }
    let answered = left == "answered" || right == "answered";
    if answered && a.same_article(b) {
        // What a party says elsewhere in one report comes from a reporter who knows of the silence.
        return Relation::compatible("silent-on-one-thing");
    }
    match (is_silence(left), is_silence(right)) {
        (true, true) if left == "incomplete answer" || right == "incomplete answer" => {
            Relation::soft("silent-against-incomplete")
        }
        (true, true) => Relation::compatible("two-ways-of-silence"),
        (false, false) => Relation::compatible("two-answers"),
        _ => Relation::soft("silent-against-answered"),
    }
}

fn is_silence(word: &str) -> bool {
    matches!(word, "declined" | "no reply" | "no comment" | "incomplete answer")
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    #[test]
    fn a_silence_and_a_confirmation_are_reconcilable_a_denial_and_a_confirmation_are_not() {
        let said = |word: &str| answer(FactKind::Response, "a", word);
        assert_eq!(relation(&said("declined"), &said("confirmed")), Relation::soft("silent-against-answered"));
        assert_eq!(relation(&said("denied"), &said("confirmed")), Relation::hard("confirmed-against-denied"));
        assert_eq!(relation(&said("declined"), &said("declined")), Relation::AGREES);
        assert_eq!(
            relation(&said("no reply"), &said("incomplete answer")),
            Relation::soft("silent-against-incomplete")
        );
        assert_eq!(relation(&said("no reply"), &said("answered")), Relation::compatible("silent-on-one-thing"));
        let elsewhere = answer(FactKind::Response, "b", "answered");
        assert_eq!(relation(&said("no reply"), &elsewhere), Relation::soft("silent-against-answered"));
    }
}
