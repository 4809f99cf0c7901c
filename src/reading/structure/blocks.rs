//! Blocks: the paragraphs and lines of a body, however it was typed.
//!
//! Bodies come with blank lines between paragraphs, with one line a paragraph, or hard-wrapped at some 70 columns;
//! all three become the same list. What a block *is* (headline, caption, boilerplate) is decided elsewhere.

use super::seams::seams;
use crate::span::Span;

/// A paragraph, or a line of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Without white space at its ends; a hard-wrapped paragraph holds line ends.
    pub span: Span,
    /// Whether a blank line (or the start of the body) stands before it.
    pub after_blank: bool,
}

/// Widths at which text is wrapped by hand or by mail programs.
const WRAP_WIDTHS: std::ops::RangeInclusive<usize> = 40..=110;

/// The blocks of a body, in order; together they hold every character that is not white space.
pub fn blocks(body: &str) -> Vec<Block> {
    let lines = lines(body);
    match wrap_width(body, &lines) {
        Some(width) => joined(body, &lines, width),
        None => lines.iter().flat_map(|line| unglued(body, *line)).collect(),
    }
}

/// A line cut where other parts of the page are glued to it.
fn unglued(body: &str, line: Block) -> Vec<Block> {
    let text = line.span.of(body);
    let cuts = seams(text);
    if cuts.is_empty() {
        return vec![line];
    }
    let starts = [0].into_iter().chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain([text.len()]);
    let pieces =
        starts.zip(ends).map(|(start, end)| Span::new(line.span.start + start, line.span.start + end).trim(body));
    let first = line.span.start;
    let filled = pieces.filter(|piece| !piece.is_empty());
    filled.map(|span| Block { span, after_blank: line.after_blank && span.start == first }).collect()
}

fn lines(body: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let (mut at, mut after_blank) = (0, true);
    for line in body.split_inclusive(['\n', '\u{2028}', '\u{2029}', '\r']) {
        let span = Span::new(at, at + line.len()).trim(body);
        at += line.len();
        if span.is_empty() {
            after_blank = true;
        } else {
            found.push(Block { span, after_blank });
            after_blank = false;
        }
    }
    found
}

/// The width at which a body is hard-wrapped, if it is: many lines run on in a small letter, those are full, and next
/// to none is longer.
fn wrap_width(body: &str, lines: &[Block]) -> Option<usize> {
    let pairs = || lines.windows(2).filter(|pair| !pair[1].after_blank);
    let mut running: Vec<usize> = pairs()
        .filter(|pair| runs_on(body, pair[0].span, pair[1].span))
        .map(|pair| width(body, pair[0].span))
        .collect();
    if running.len() < 2 || running.len() * 5 < pairs().count() * 2 {
        return None;
    }
    running.sort_unstable();
    let widest = running[running.len() * 9 / 10];
    let full = running.iter().filter(|&&width| width * 4 >= widest * 3).count();
    let longer = lines.iter().filter(|line| width(body, line.span) * 4 > widest * 5).count();
    let is_wrapped = WRAP_WIDTHS.contains(&widest) && full * 5 >= running.len() * 4 && longer * 20 <= lines.len();
    is_wrapped.then_some(widest)
}

/// Whether the second line is the first one's middle: no full stop before it, a small letter or digit at its start.
fn runs_on(body: &str, first: Span, second: Span) -> bool {
    let ends = first.of(body).ends_with(['.', '!', '?', '"', '”', ':']);
    let starts = second.of(body).chars().next().is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    starts && !ends
}

fn joined(body: &str, lines: &[Block], widest: usize) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut last = Span::new(0, 0);
    for line in lines {
        let first_word = line.span.of(body).split_whitespace().next().map_or(0, |word| word.chars().count());
        let full = width(body, last) + 1 + first_word > widest * 9 / 10;
        match blocks.last_mut() {
            Some(block) if !line.after_blank && (full || runs_on(body, last, line.span)) => {
                block.span.end = line.span.end;
            }
            _ => blocks.push(*line),
        }
        last = line.span;
    }
    blocks
}

fn width(body: &str, line: Span) -> usize {
    line.of(body).chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(body: &str) -> Vec<String> {
        blocks(body).iter().map(|block| block.span.of(body).replace('\n', " ")).collect()
    }

    #[test]
    fn a_line_is_a_paragraph_with_or_without_blank_lines() {
        let wanted = ["Ferry sinks off Kelso", "The ferry sank at dawn.", "Nobody was hurt."];
        assert_eq!(texts("Ferry sinks off Kelso\n\n\nThe ferry sank at dawn.\n \nNobody was hurt.\n"), wanted);
        assert_eq!(texts("Ferry sinks off Kelso\nThe ferry sank at dawn.\nNobody was hurt."), wanted);
    }

    #[test]
    fn hard_wrapped_lines_join_and_short_lines_end_a_paragraph() {
        let body = "Ferry sinks off Kelso\n\nThe ferry sank at dawn on Friday, a few miles off\n\
                    the harbour of Kelso, the coast guard said on the\nsame evening. Nobody was hurt.\n\
                    The captain, who has served the line for more than\ntwenty years, is to be heard on Monday.";
        assert_eq!(
            texts(body),
            [
                "Ferry sinks off Kelso",
                "The ferry sank at dawn on Friday, a few miles off the harbour of Kelso, the coast guard said on the \
                 same evening. Nobody was hurt.",
                "The captain, who has served the line for more than twenty years, is to be heard on Monday.",
            ]
        );
    }

    #[test]
    fn a_list_of_lines_is_not_wrapped_text() {
        assert_eq!(texts("World\nSport\nWeather\nThe ferry sank at dawn.").len(), 4);
    }

    #[test]
    fn every_character_lies_in_one_block() {
        for body in ["", "\n \n", "a\u{2028}b\r\nc", " x ", "\u{feff}a"] {
            let held: usize = blocks(body).iter().map(|b| b.span.of(body).split_whitespace().count()).sum();
            assert_eq!(held, body.split_whitespace().count(), "{body:?}");
        }
    }
}
