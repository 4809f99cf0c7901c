//! Sentences of running text.

use crate::span::Span;

/// Longer stretches are no sentence that anybody wrote; they are cut at white space, or anywhere if there is none.
const LONGEST: usize = 4_000;

/// The sentences of a stretch of text, in order, without the white space around them; abbreviations, initials and
/// quotations survive, and a quotation of several sentences is one.
#[must_use]
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = within.start;
    for piece in sentencex::segment("en", within.of(text)) {
        let mut span = Span::new(at, at + piece.len());
        at = span.end;
        while span.len() > LONGEST {
            let cut = cut(text, span);
            push(text, Span::new(span.start, cut), &mut found);
            span.start = cut;
        }
        push(text, span, &mut found);
    }
    found
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let span = span.trim(text);
    if !span.is_empty() {
        found.push(span);
    }
}

/// Where to cut a stretch that is too long.
fn cut(text: &str, span: Span) -> usize {
    let mut end = span.start + LONGEST;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let space = text[span.start..end].rfind(char::is_whitespace).filter(|&at| at > 0);
    space.map_or(end, |at| span.start + at)
}
