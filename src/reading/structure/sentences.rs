//! Sentences of one paragraph: cut at full stops, inside quotations too, but never inside an abbreviation.

use crate::language;
use crate::span::Span;

/// Paragraphs longer than this many bytes (an article on one line) are read in pieces: splitting takes time by the
/// square of the quotation marks in sight.
const LONG: usize = 4_000;

/// The sentences of a paragraph, in order; a quotation of several sentences gives several.
///
/// `quoted` is what stands in quotation marks in this paragraph, outer quotations only, in text order.
pub fn sentences(body: &str, paragraph: Span, quoted: &[Span]) -> Vec<Span> {
    let mut starts = starts(body, paragraph, quoted);
    for part in quoted {
        starts.extend(self::starts(body, *part, &[]).iter().skip(1));
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

/// Where the sentences of a stretch begin.
fn starts(body: &str, within: Span, quoted: &[Span]) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut rest = within;
    while rest.len() > 2 * LONG {
        let cut = cut(body, rest, quoted);
        starts.extend(language::sentences(body, Span::new(rest.start, cut)).iter().map(|span| span.start));
        rest.start = cut;
    }
    starts.extend(language::sentences(body, rest).iter().map(|span| span.start));
    starts
}

/// Where a long stretch is cut without harm: after a full stop behind a plain small word, outside quotations, before a
/// capital letter; else at a space.
fn cut(body: &str, stretch: Span, quoted: &[Span]) -> usize {
    let text = stretch.of(body);
    let from = text.ceil_char_boundary(LONG);
    let to = text.floor_char_boundary(2 * LONG);
    let stops = text[from..to].match_indices(". ").map(|(at, _)| from + at);
    let is_harmless = |at: &usize| {
        let word = text[..*at].rsplit(|c: char| !c.is_ascii_lowercase()).next().unwrap_or_default();
        let place = stretch.start + at + 2;
        let quotation = quoted.partition_point(|part| part.end < place);
        word.len() >= 4
            && text[at + 2..].starts_with(char::is_uppercase)
            && quoted.get(quotation).is_none_or(|part| part.start > place)
    };
    let space = || text[from..to].rfind(char::is_whitespace).map(|at| from + at);
    let found = stops.map(|at| at + 1).find(|at| is_harmless(&(at - 1)));
    stretch.start + found.or_else(space).unwrap_or(to)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::structure::quotations::quotations;

    fn texts(text: &str) -> Vec<&str> {
        let paragraph = Span::new(0, text.len());
        let quoted: Vec<Span> = quotations(text, &[paragraph]).iter().flat_map(|q| q.parts.clone()).collect();
        sentences(text, paragraph, &quoted).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        for one in [
            "Gen. A. B. Orr of the U.S. Coast Guard spoke at 5 p.m. on Friday.",
            "The deal with Kelso Ferries Inc. is worth $3.5 million vs. $2 million, Mr. Orr said.",
            "The port of St. Ann waits for No. 5, J. R. Lee said.",
        ] {
            assert_eq!(texts(one), [one]);
        }
        assert_eq!(texts("He left the U.S. He came back."), ["He left the U.S.", "He came back."]);
    }

    #[test]
    fn a_quotation_of_several_sentences_is_cut_inside() {
        assert_eq!(
            texts("“She sank. Nobody was hurt,” he said. “It was the storm.” He wept."),
            ["“She sank.", "Nobody was hurt,” he said.", "“It was the storm.”", "He wept."]
        );
        assert_eq!(texts("\"Is it so?\" he asked."), ["\"Is it so?\" he asked."]);
    }

    #[test]
    fn marks_without_words_are_no_sentence() {
        assert_eq!(texts("The bridge opens. ("), ["The bridge opens. ("]);
    }

    #[test]
    fn an_article_on_one_line_is_read_whole() {
        let sentence = "The ferry of Mr. Orr sank at dawn, and nobody was hurt. ";
        let text = sentence.repeat(1_000);
        let found = texts(&text);
        assert_eq!(found.len(), 1_000);
        assert!(found.iter().all(|found| *found == sentence.trim()));
        assert_eq!(texts(&"x".repeat(50_000)).concat().len(), 50_000);
    }
}
