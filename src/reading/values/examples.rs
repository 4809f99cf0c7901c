//! For the tests of the rules: the values of an invented sentence, one line each.

use crate::reading::{ArticleText, read};

/// Proves that a sentence gives exactly this value of an attribute or of a kind without one (`kind
/// attribute word: question`), or none (an empty string).
#[track_caller]
pub fn check(sentence: &str, attribute: &str, expected: &str) {
    let body = format!("The valley was calm on Sunday and nothing moved there.\n\n{sentence}\n\nThe road was dry.\n");
    let reading = read(&ArticleText { body: &body, outlet: "Valley Post", ..ArticleText::default() });
    let start = body.find(sentence).unwrap();
    let of_sentence = |at: usize| (start..start + sentence.len()).contains(&at);
    let wanted = |value: &crate::reading::Value| value.attribute.as_deref().unwrap_or(value.kind.as_str()) == attribute;
    let found: Vec<String> = reading
        .values
        .iter()
        .filter(|value| wanted(value) && of_sentence(value.span.start))
        .map(|value| {
            let question = value.frame.as_ref().map(|frame| frame.question.as_str()).unwrap_or_default();
            let word = value.word.as_deref().unwrap_or_default();
            let further = value.attribute.as_deref().unwrap_or_default();
            format!("{} {further} {word}: {question}", value.kind.as_str())
        })
        .collect();
    assert_eq!(found.join("\n"), expected, "{sentence}");
}
