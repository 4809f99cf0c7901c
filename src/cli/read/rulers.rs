//! Marks under words: stretches of a line drawn below it with their labels, in as few rows as possible.
//!
//! It knows nothing of what the labels mean.

use unicode_width::UnicodeWidthChar;

use crate::span::Span;

/// A stretch of text and what to write beside its mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// The words.
    pub span: Span,
    /// What they are.
    pub label: String,
}

/// The text of `span` in lines of at most `width` columns, with the marks that touch each line below it.
pub fn lines(text: &str, span: Span, width: usize, marks: &[Mark]) -> Vec<String> {
    let mut out = Vec::new();
    for line in wrap(text, span, width) {
        let columns = Columns::of(text, line);
        out.push(columns.words.trim_end().to_owned());
        out.extend(rows(&columns, line, marks));
    }
    out
}

/// Where each byte of a line stands.
struct Columns {
    words: String,
    at: Vec<usize>,
    start: usize,
}

impl Columns {
    fn of(text: &str, line: Span) -> Self {
        let (mut words, mut at, mut column) = (String::new(), Vec::with_capacity(line.len() + 1), 0);
        for letter in line.of(text).chars() {
            at.extend(std::iter::repeat_n(column, letter.len_utf8()));
            // A control character has no width, and could do anything to a terminal.
            let shown = if letter.is_control() { ' ' } else { letter };
            column += shown.width().unwrap_or(0);
            words.push(shown);
        }
        at.push(column);
        Self { words, at, start: line.start }
    }

    fn column(&self, byte: usize) -> usize {
        self.at.get(byte.saturating_sub(self.start)).or(self.at.last()).copied().unwrap_or(0)
    }
}

/// Rows of marks; each takes the first row in which it has room.
fn rows(columns: &Columns, line: Span, marks: &[Mark]) -> Vec<String> {
    let mut rows: Vec<(String, usize)> = Vec::new();
    for mark in marks.iter().filter(|mark| mark.span.overlaps(line)) {
        let start = columns.column(mark.span.start.max(line.start));
        let end = columns.column(mark.span.end.min(line.end)).max(start + 1);
        let begins = if mark.span.start >= line.start { '└' } else { '─' };
        let ends = if mark.span.end <= line.end { '┘' } else { '─' };
        let drawn = match end - start {
            1 => "╵".to_owned(),
            long => format!("{begins}{}{ends}", "─".repeat(long - 2)),
        };
        let drawn = if mark.span.start >= line.start { format!("{drawn} {}", mark.label) } else { drawn };
        let row = rows.iter().position(|(_, used)| *used < start || *used == 0).unwrap_or_else(|| {
            rows.push((String::new(), 0));
            rows.len() - 1
        });
        let (words, used) = &mut rows[row];
        words.extend(std::iter::repeat_n(' ', start - *used));
        words.push_str(&drawn);
        *used = start + unicode_width::UnicodeWidthStr::width(drawn.as_str());
    }
    rows.into_iter().map(|(words, _)| words).collect()
}

/// Breaks at white space where there is some.
fn wrap(text: &str, span: Span, width: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut column, mut gap) = (span.start, 0, None);
    for (offset, letter) in span.of(text).char_indices() {
        let at = span.start + offset;
        if letter == '\n' || (column >= width && gap.is_some_and(|gap| gap > start)) {
            let end = if letter == '\n' { at + 1 } else { gap.unwrap_or(at) };
            lines.push(Span::new(start, end));
            column = end.min(at).abs_diff(at);
            (start, gap) = (end, None);
        } else if column >= width * 2 {
            lines.push(Span::new(start, at));
            (start, column, gap) = (at, 0, None);
        }
        if letter.is_whitespace() {
            gap = Some(at + letter.len_utf8());
        }
        column += letter.width().unwrap_or(0);
    }
    lines.push(Span::new(start, span.end));
    lines.retain(|line| !line.of(text).trim().is_empty());
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str, width: usize, marks: &[(&str, &str)]) -> Vec<String> {
        let marks: Vec<_> = marks
            .iter()
            .map(|(words, label)| {
                let start = text.find(words).unwrap();
                Mark { span: Span::new(start, start + words.len()), label: (*label).to_owned() }
            })
            .collect();
        lines(text, Span::new(0, text.len()), width, &marks)
    }

    #[test]
    fn marks_stand_under_their_words() {
        let shown =
            drawn("Renée Blé said it rained.", 80, &[("Renée Blé", "source"), ("it rained", "claim"), ("said", "cue")]);
        let wanted =
            ["Renée Blé said it rained.", "└───────┘ source", "               └───────┘ claim", "          └──┘ cue"];
        assert_eq!(shown, wanted);
    }

    #[test]
    fn long_sentences_are_wrapped_and_marks_go_on() {
        let shown = drawn("one two three four", 10, &[("two three", "pair")]);
        assert_eq!(shown, ["one two", "    └─── pair", "three four", "────┘"]);
    }
}
