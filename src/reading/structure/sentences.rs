//! Sentences of one paragraph: cut at full stops, inside quotations too, but never inside an abbreviation.

use crate::language;
use crate::span::Span;

/// The sentences of a paragraph, in order; a quotation of several sentences gives several.
///
/// `quoted` is what stands in quotation marks in this paragraph, outer quotations only.
pub fn sentences(body: &str, paragraph: Span, quoted: &[Span]) -> Vec<Span> {
    let mut starts: Vec<usize> = language::sentences(body, paragraph).iter().map(|span| span.start).collect();
    for part in quoted {
        starts.extend(language::sentences(body, *part).iter().skip(1).map(|span| span.start));
    }
    starts.push(paragraph.start);
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([paragraph.end]);
    let mut found: Vec<Span> = Vec::new();
    for span in starts.iter().zip(ends).map(|(&start, end)| Span::new(start, end).trim(body)) {
        match found.last_mut() {
            // Marks without a word belong to the sentence before them.
            Some(last) if !span.of(body).contains(char::is_alphanumeric) => last.end = last.end.max(span.end),
            _ if span.is_empty() => {}
            _ => found.push(span),
        }
    }
    found
}
