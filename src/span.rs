//! A stretch of text, as half-open byte offsets, and the way from bytes to the code points that users count.

/// A half-open stretch `start..end` in **bytes** of an article's body, always on character boundaries.
///
/// Everything that reads text counts in bytes; the store alone turns them into code points (see [`CodePoints`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The stretch from `start` up to, but without, `end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// The words it covers; empty where it does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies inside this one.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest stretch that covers both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The same stretch without white space at its ends.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let words = self.of(text);
        let start = self.start + (words.len() - words.trim_start().len());
        Self::new(start, start + words.trim().len())
    }
}

/// Turns byte offsets of one text into code points: one pass over the text, then a look-up each.
#[derive(Debug)]
pub struct CodePoints {
    /// Code points before each 64-byte block, or `None` for ASCII text, where both counts are equal.
    blocks: Option<Vec<usize>>,
}

const BLOCK: usize = 64;

impl CodePoints {
    /// Prepares the offsets of `text`.
    #[must_use]
    pub fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { blocks: None };
        }
        let mut blocks = Vec::with_capacity(text.len() / BLOCK + 1);
        let mut points = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % BLOCK == 0 {
                blocks.push(points);
            }
            points += usize::from(starts_a_character(byte));
        }
        Self { blocks: Some(blocks) }
    }

    /// The first byte of every character of `text`, and its length: from code points back to bytes.
    #[must_use]
    pub fn starts(text: &str) -> Vec<usize> {
        text.char_indices().map(|(at, _)| at).chain([text.len()]).collect()
    }

    /// The number of code points before byte `at` of `text`, the text that this was made of.
    #[must_use]
    pub fn at(&self, text: &str, at: usize) -> usize {
        let Some(blocks) = &self.blocks else { return at };
        let at = at.min(text.len());
        let block = (at / BLOCK).min(blocks.len().saturating_sub(1));
        let rest = &text.as_bytes()[block * BLOCK..at];
        blocks.get(block).copied().unwrap_or_default() + rest.iter().filter(|&&byte| starts_a_character(byte)).count()
    }
}

/// UTF-8 continuation bytes are `10xxxxxx`; every other byte begins a character.
const fn starts_a_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points_anywhere_in_a_text() {
        let text = "Guaidó said: “no” — 🇻🇪 ".repeat(40);
        let points = CodePoints::of(&text);
        for (count, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(&text, at), count);
        }
        assert_eq!(points.at(&text, text.len()), text.chars().count());
    }

    #[test]
    fn trimming_keeps_the_words() {
        let text = "a  two words ";
        assert_eq!(Span::new(1, text.len()).trim(text).of(text), "two words");
    }
}
