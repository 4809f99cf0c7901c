//! Answers in words: places, people, reasons, voices.

use super::answer::Answer;
use super::rarity;
use super::relation::Relation;
use crate::reading::ClaimKind;

/// Two places of one event: one may always lie in the other.
pub(super) fn place(a: &Answer, b: &Answer) -> Relation {
    if same_entity(a, b) || same_word(a, b) {
        return Relation::AGREES;
    }
    if shares_words(&own_words(a), &own_words(b)) {
        return Relation::compatible("one-place-in-other-words");
    }
    Relation::not_comparable("one-may-lie-in-the-other")
}

/// Two who are said to have done one thing.
pub(super) fn identity(a: &Answer, b: &Answer) -> Relation {
    if same_entity(a, b) || same_word(a, b) {
        return Relation::AGREES;
    }
    if shares_words(&own_words(a), &own_words(b)) {
        return Relation::compatible("one-party-in-other-words");
    }
    Relation::not_comparable("may-be-the-same")
}

/// Who said one thing: two names are a swapped source; a name and a nameless voice may be one.
pub(super) fn attribution(a: &Answer, b: &Answer) -> Relation {
    if same_entity(a, b) || same_word(a, b) {
        return Relation::AGREES;
    }
    if shares_words(&voice_words(a), &voice_words(b)) || shares_a_name(&a.text, &b.text) {
        return Relation::compatible("one-voice-in-other-words");
    }
    if a.voice.chain.iter().any(|source| b.voice.chain.contains(source)) {
        return Relation::compatible("one-voice-in-both-chains");
    }
    // Who is quoted word for word is easily misread.
    if [a, b].into_iter().any(|answer| answer.voice.kind == ClaimKind::Direct) {
        return Relation::not_comparable("speaker-of-a-quotation");
    }
    Relation::soft("credited-to-another")
}

/// Causes and purposes: several may hold at once.
pub(super) fn reason(a: &Answer, b: &Answer) -> Relation {
    if same_word(a, b) {
        return Relation::AGREES;
    }
    let (left, right) = (own_words(a), own_words(b));
    let shared = left.iter().filter(|word| right.contains(word)).count();
    if 2 * shared >= left.len().min(right.len()).max(1) {
        return Relation::compatible("one-reason-in-other-words");
    }
    Relation::soft("other-reason")
}

fn same_entity(a: &Answer, b: &Answer) -> bool {
    a.entity.is_some() && a.entity == b.entity
}

fn same_word(a: &Answer, b: &Answer) -> bool {
    a.word.is_some() && a.word == b.word
}

/// "Editor Ann Roe" and "Roe, who saw it": a capitalised word that both have.
fn shares_a_name(a: &str, b: &str) -> bool {
    let names = |words: &str| -> Vec<String> {
        let words = words.split(|c: char| !c.is_alphanumeric());
        words.filter(|word| word.len() > 2 && word.starts_with(char::is_uppercase)).map(str::to_owned).collect()
    };
    let left = names(a);
    names(b).iter().any(|name| left.contains(name))
}

/// The telling words of the voice, up to the first comma.
fn voice_words(answer: &Answer) -> Vec<String> {
    let head = answer.text.split(',').next().unwrap_or_default();
    rarity::words(head).map(|(word, _)| word).filter(|word| rarity::weight(word) > 1.5).collect()
}

/// The telling words of an answer.
fn own_words(answer: &Answer) -> Vec<String> {
    answer.word.as_deref().unwrap_or_default().split(' ').filter(|word| word.len() > 2).map(str::to_owned).collect()
}

/// Whether one word stands in both.
fn shares_words(a: &[String], b: &[String]) -> bool {
    a.iter().any(|word| b.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    fn named(kind: FactKind, words: &str, entity: i64) -> Answer {
        Answer { entity: Some(entity), ..answer(kind, "a", words) }
    }

    #[test]
    fn an_event_may_have_a_town_and_a_street() {
        let at = |words: &str, entity| named(FactKind::Place, words, entity);
        assert_eq!(place(&at("Arden", 1), &at("Mill Road", 2)), Relation::not_comparable("one-may-lie-in-the-other"));
        assert_eq!(
            place(&at("Arden", 1), &at("the port of Arden", 3)),
            Relation::compatible("one-place-in-other-words")
        );
    }

    #[test]
    fn reasons_differ_softly() {
        let why = |words: &str| answer(FactKind::Cause, "a", words);
        assert_eq!(reason(&why("sabotage"), &why("technical problem")), Relation::soft("other-reason"));
        assert_eq!(
            reason(&why("technical fault line"), &why("fault line")),
            Relation::compatible("one-reason-in-other-words")
        );
    }
}
