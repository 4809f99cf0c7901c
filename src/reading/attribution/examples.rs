//! For the tests of the rules: the claims of an invented text, one line each.

use crate::reading::{ArticleText, ClaimKind, read};

/// `rule: outer > origin: content` of every attributed claim of `sentence`, which stands in a short invented article.
pub fn reported(sentence: &str) -> Vec<String> {
    let body = format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n\nThe road was dry.\n");
    let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
    let told = reading.claims.iter().filter(|claim| claim.kind != ClaimKind::Narration);
    told.map(|claim| {
        let chain: Vec<&str> = claim.hops.iter().map(|hop| reading.voices[hop.voice].name.as_str()).collect();
        let content: Vec<&str> = claim.parts.iter().map(|part| part.of(&body)).collect();
        format!("{}: {}: {}", claim.rule, chain.join(" > "), content.join(" … "))
    })
    .collect()
}

/// Proves that a sentence gives exactly these claims.
#[track_caller]
pub fn check(sentence: &str, expected: &[&str]) {
    assert_eq!(reported(sentence), expected, "{sentence}");
}

/// The voice of the last claim of `text` that has any.
pub fn last_voice(text: &str) -> String {
    let body = format!("The valley was calm on Sunday and nothing moved there.\n\n{text}\n");
    let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
    let last = reading.claims.iter().rev().find_map(|claim| claim.hops.last());
    last.map(|hop| reading.voices[hop.voice].name.clone()).unwrap_or_default()
}
