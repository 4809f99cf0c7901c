//! Answers in words: places, people, reasons, voices.

use super::answer::Answer;
use super::rarity;
use super::relation::Relation;
use super::wordings;
use crate::reading::{Anonymity, ClaimKind};

/// As many equal words make a sentence a copy.
const COPIED: usize = 18;

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

/// Who said one thing: two people with names are a swapped source; a name and a nameless voice may be one, and a body and
/// a person may be one voice. Only a piece of news that two make known is told whoever they are.
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
    let is_person = |answer: &Answer| answer.head.as_deref() == Some("person");
    // Who is quoted word for word is easily misread.
    if [a, b].into_iter().any(|answer| answer.voice.kind == ClaimKind::Direct) {
        return Relation::not_comparable("speaker-of-a-quotation");
    }
    if nameless(a) && names_itself(b) || names_itself(a) && nameless(b) {
        return Relation::soft("named-here-nameless-there");
    }
    if is_paper(a) != is_paper(b) && is_copy(a, b) {
        return Relation::soft("source-swapped");
    }
    if !names_itself(a) || !names_itself(b) {
        return Relation::compatible("one-may-be-the-other");
    }
    if announces(a) && announces(b) {
        return Relation::soft("announced-by-another");
    }
    // A body speaks through people, and a medium carries what others say.
    if is_person(a) && is_person(b) {
        Relation::soft("credited-to-another")
    } else {
        Relation::compatible("a-body-and-its-voice")
    }
}

/// Whether the words that report make a piece of news known.
pub(super) fn announces(answer: &Answer) -> bool {
    answer.predicate.as_deref() == Some("announce")
}

/// Media and papers: "media reports", "court records".
fn is_paper(answer: &Answer) -> bool {
    matches!(answer.head.as_deref(), Some("medium" | "document"))
}

/// One sentence in two reports, but for a word or two and for what one of them adds.
fn is_copy(a: &Answer, b: &Answer) -> bool {
    wordings::variation(&a.place.sentence, &b.place.sentence)
        .is_some_and(|found| found.matched >= COPIED && found.matched * 4 >= found.a_words.min(found.b_words) * 3)
}

/// One voice that a report keeps without a name: "a local fisherman", not "the mayor" or "officials".
fn nameless(answer: &Answer) -> bool {
    let indefinite = ["a ", "an ", "one "].iter().any(|article| answer.text.to_lowercase().starts_with(article));
    indefinite && !is_paper(answer) && answer.voice.anonymity == Some(Anonymity::Described)
}

/// A voice with a name, named by it at this place and by nothing else: "him" and "Roe's comments" are easily misread.
fn names_itself(answer: &Answer) -> bool {
    let Some(name) = answer.voice.name.as_deref().filter(|_| answer.voice.anonymity == Some(Anonymity::Named)) else {
        return false;
    };
    let possessive = answer.text.contains("'s ") || answer.text.contains("’s ");
    !possessive && shares_a_name(name, &answer.text)
}

/// Two courses of one happening: words may be loose, so it is never hard.
pub(super) fn course(a: &Answer, b: &Answer) -> Relation {
    if same_word(a, b) { Relation::AGREES } else { Relation::soft("other-course") }
}

/// Causes and purposes: several may hold at once; "it is not clear why" against a reason is worth seeing.
pub(super) fn reason(a: &Answer, b: &Answer) -> Relation {
    if same_word(a, b) {
        return Relation::AGREES;
    }
    if [a, b].into_iter().any(is_unknown) {
        return if a.same_article(b) {
            Relation::compatible("reason-told-below")
        } else {
            Relation::soft("reason-against-unknown")
        };
    }
    let (left, right) = (own_words(a), own_words(b));
    let shared = left.iter().filter(|word| right.contains(word)).count();
    if 2 * shared >= left.len().min(right.len()).max(1) {
        return Relation::compatible("one-reason-in-other-words");
    }
    Relation::soft("other-reason")
}

/// Whether an answer says that no reason is known.
pub(super) fn is_unknown(answer: &Answer) -> bool {
    answer.word.as_deref() == Some("unknown")
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
    fn two_people_with_names_are_a_swapped_source_and_a_body_and_its_voice_are_not() {
        let content = "the ferry struck the rock off Kestrel Point because somebody had moved the northern buoy and its lamp at night";
        let voice = |article: &str, words: &str, kind: &str, anonymity| {
            let mut made = answer(FactKind::Attribution, article, words);
            (made.head, made.place.sentence) = (Some(kind.into()), content.into());
            made.voice.kind = ClaimKind::Indirect;
            (made.voice.name, made.voice.anonymity) = (Some(words.into()), Some(anonymity));
            made
        };
        let named = |article, words, kind| voice(article, words, kind, Anonymity::Named);
        let pilot = named("a", "Ann Bell", "person");
        let cases = [
            (named("b", "Mark Tallis", "person"), Relation::soft("credited-to-another")),
            (named("b", "Harbour Board", "other"), Relation::compatible("a-body-and-its-voice")),
            (
                voice("b", "a local fisherman", "other", Anonymity::Described),
                Relation::soft("named-here-nameless-there"),
            ),
            (voice("b", "fishermen", "other", Anonymity::Collective), Relation::compatible("one-may-be-the-other")),
            (voice("b", "media reports", "document", Anonymity::Collective), Relation::soft("source-swapped")),
        ];
        for (other, expected) in cases {
            assert_eq!(attribution(&pilot, &other), expected, "{}", other.text);
        }
        let told = |mut answer: Answer| {
            answer.predicate = Some("announce".into());
            answer
        };
        let board = told(named("b", "Harbour Board", "other"));
        assert_eq!(attribution(&told(pilot), &board), Relation::soft("announced-by-another"));
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
