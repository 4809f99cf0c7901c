//! One remark in two reports: the same words in quotation marks, or the same content whoever is named for it.

use super::super::wordings;
use super::Join;
use super::prepared::Prepared;
use crate::reading::ClaimKind;

pub(super) fn quotation(a: &Prepared, b: &Prepared) -> Option<Join> {
    let found = wordings::variation(&a.answer.text, &b.answer.text)?;
    let one_speaker = match (a.answer.voice.entity, b.answer.voice.entity) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    };
    // Somebody who says a thing twice in one report mostly does so in other words.
    let near = !a.answer.same_article(b.answer) || found.matched * 10 >= found.a_words.min(found.b_words) * 8;
    let score = 4.0 + (found.matched as f64 / 100.0).min(1.0);
    (one_speaker && near).then_some(Join { score, rule: "one-remark" })
}

/// The same words, whoever is named for them.
pub(super) fn same_content(a: &Prepared, b: &Prepared) -> Option<Join> {
    let (left, right) = (&a.answer.place.sentence, &b.answer.place.sentence);
    let found = wordings::variation(left, right).filter(|_| !a.answer.same_article(b.answer))?;
    // Who is quoted is easily misread, so two quotations must be the same from end to end.
    let direct = a.answer.voice.kind == ClaimKind::Direct || b.answer.voice.kind == ClaimKind::Direct;
    let length = if direct { found.a_words.max(found.b_words) } else { found.a_words.min(found.b_words) };
    let whole = found.matched as f64 / length as f64;
    (found.matched >= 7 && whole >= 0.7).then_some(Join { score: 4.0 + whole, rule: "same-words" })
}
