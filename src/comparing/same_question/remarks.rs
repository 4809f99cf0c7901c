//! One remark in two reports: the same words in quotation marks, or the same content whoever is named for it.

use super::super::answer::Answer;
use super::super::paraphrases::paraphrase;
use super::super::wordings;
use super::super::words::announces;
use super::Join;
use super::prepared::Prepared;
use crate::reading::ClaimKind;

/// As many words in one order are one remark, whoever is named for them.
const SURE: usize = 9;

/// Two announcements as alike as this are of one piece of news.
const ONE_NEWS: f64 = 0.5;

pub(super) fn quotation(a: &Prepared, b: &Prepared) -> Option<Join> {
    let Some(found) = wordings::variation(&a.answer.text, &b.answer.text) else {
        return in_other_words(a.answer, b.answer);
    };
    // No one else says so many words in the same order: where two names stand for them, one of them was misread.
    let same_words = found.matched >= SURE && found.matched * 2 >= found.a_words.min(found.b_words);
    let one_speaker = match (a.answer.voice.entity, b.answer.voice.entity) {
        (Some(one), Some(other)) => one == other || same_words,
        _ => true,
    };
    // Somebody who says a thing twice in one report mostly does so in other words.
    let near = !a.answer.same_article(b.answer) || found.matched * 10 >= found.a_words.min(found.b_words) * 8;
    let score = 4.0 + (found.matched as f64 / 100.0).min(1.0);
    (one_speaker && near).then_some(Join { score, rule: "one-remark" })
}

/// What one speaker is quoted as saying in two reports, in other words.
fn in_other_words(a: &Answer, b: &Answer) -> Option<Join> {
    let one_speaker = a.voice.entity.is_some() && a.voice.entity == b.voice.entity;
    (one_speaker && !a.same_article(b) && paraphrase(&a.text, &b.text).is_some())
        .then_some(Join { score: 3.0, rule: "one-remark-in-other-words" })
}

/// The same words, whoever is named for them; or one piece of news, whoever made it known.
pub(super) fn same_content(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (&a.answer.place.sentence, &b.answer.place.sentence);
    if a.answer.same_article(b.answer) {
        return None;
    }
    let Some(found) = wordings::variation(left, right) else {
        return (announces(a.answer) && announces(b.answer) && a.likeness(b) >= ONE_NEWS)
            .then_some(Join { score: 4.0, rule: "one-piece-of-news" });
    };
    // Who is quoted is easily misread, so two quotations must be the same from end to end.
    let direct = a.answer.voice.kind == ClaimKind::Direct || b.answer.voice.kind == ClaimKind::Direct;
    let length = if direct { found.a_words.max(found.b_words) } else { found.a_words.min(found.b_words) };
    let whole = found.matched as f64 / length as f64;
    (found.matched >= 7 && whole >= 0.7).then_some(Join { score: 4.0 + whole, rule: "same-words" })
}

#[cfg(test)]
mod tests {
    use super::super::super::answer::sample::answer;
    use super::*;
    use crate::reading::FactKind;

    #[test]
    fn the_same_words_are_one_remark_whoever_is_named_and_few_words_only_of_one_speaker() {
        let joined = |one: &str, other: &str, speakers: (i64, i64)| {
            let [mut a, mut b] =
                [("a", one), ("b", other)].map(|(at, words)| answer(FactKind::QuoteWording, at, words));
            (a.voice.entity, b.voice.entity) = (Some(speakers.0), Some(speakers.1));
            quotation(&Prepared::of(&a), &Prepared::of(&b)).is_some()
        };
        let whole = "The rules are not drawn up yet, but I think the ferry will pay its dues";
        let edited = "The rules are not drawn yet, but I think the ferry will pay dues";
        assert!(joined(whole, edited, (1, 2)));
        assert!(joined("the ferry will pay its dues", "the ferry will pay dues", (1, 1)));
        assert!(!joined("the ferry will pay its dues", "the ferry will pay dues", (1, 2)));
    }
}
