//! Words: a stretch of text cut into runs of letters, runs of digits and single marks.

use std::borrow::Cow;

use crate::span::Span;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Letters: "March", "a.m.", "o'clock".
    Letters,
    /// Digits, with separators inside: "1,200", "3.5", "2019".
    Digits,
    /// One character of anything else.
    Mark,
}

/// A run of letters, a run of digits, or one mark.
#[derive(Debug, Clone)]
pub struct Word<'t> {
    /// In bytes of the text that was scanned.
    pub span: Span,
    /// Lower-case form.
    pub lower: Cow<'t, str>,
    /// What it is made of.
    pub shape: Shape,
    /// Whether it follows the word before it without a space.
    pub glued: bool,
    /// Whether it begins with a capital.
    pub capital: bool,
}

impl Word<'_> {
    /// Whether this is the (lower-case) word `word`.
    #[must_use]
    pub fn is(&self, word: &str) -> bool {
        self.lower == word
    }

    /// Whether this is one of the (lower-case) `words`.
    #[must_use]
    pub fn is_any(&self, words: &[&str]) -> bool {
        words.contains(&&*self.lower)
    }

    /// Whether this is a hyphen or a dash that joins words.
    #[must_use]
    pub fn is_hyphen(&self) -> bool {
        self.is_any(&["-", "‑", "‐", "–"])
    }

    /// The value of plain digits without separators.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        (self.shape == Shape::Digits).then(|| self.lower.parse().ok()).flatten()
    }
}

/// The words of the stretch `within` of `text`, in order.
#[must_use]
pub fn scan(text: &str, within: Span) -> Vec<Word<'_>> {
    let stretch = within.of(text);
    let mut words = Vec::with_capacity(stretch.len() / 5);
    let mut glued = false;
    let mut at = 0;
    while let Some(first) = stretch[at..].chars().next() {
        if first.is_whitespace() {
            glued = false;
            at += first.len_utf8();
            continue;
        }
        let rest = &stretch[at..];
        let (length, shape) = if first.is_ascii_digit() {
            (digits(rest), Shape::Digits)
        } else if first.is_alphabetic() {
            (letters(rest), Shape::Letters)
        } else {
            (first.len_utf8(), Shape::Mark)
        };
        let written = &rest[..length];
        let lower = if written.contains(' ') {
            Cow::Owned(written.to_lowercase().replace(' ', ""))
        } else if written.chars().any(char::is_uppercase) {
            Cow::Owned(written.to_lowercase())
        } else {
            Cow::Borrowed(written)
        };
        let span = Span::new(within.start + at, within.start + at + length);
        words.push(Word { span, lower, shape, glued, capital: first.is_uppercase() });
        glued = true;
        at += length;
    }
    words
}

/// The length of the number at the start: "1,200.5" is one, "23,2019" is two. Text that was cut into words before has
/// "2, 000": no other number begins with a nought.
fn digits(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    loop {
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let after = &bytes[(at + 1).min(bytes.len())..];
        let run = after.iter().take_while(|byte| byte.is_ascii_digit()).count();
        match bytes.get(at) {
            Some(b',') if run == 3 => at += 1,
            Some(b',') if after.starts_with(b" 0") && group(&after[1..]) => at += 2,
            Some(b'.') if run > 0 => at += 1,
            _ => return at,
        }
    }
}

/// Three digits and no more.
fn group(rest: &[u8]) -> bool {
    rest.iter().take_while(|byte| byte.is_ascii_digit()).count() == 3
}

/// The length of the letters at the start; "a.m." and "U.S." keep their dots, "o'clock" its apostrophe.
fn letters(rest: &str) -> usize {
    let dotted = dotted(rest).max(spaced_half_of_day(rest));
    if dotted > 0 {
        return dotted;
    }
    let plain = |rest: &str| rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let length = plain(rest);
    if length == 1 && rest.starts_with(['o', 'O']) {
        let clock = rest[1..].strip_prefix('\'').or_else(|| rest[1..].strip_prefix('’'));
        if let Some(clock) = clock.filter(|clock| clock.starts_with("clock")) {
            return rest.len() - clock.len() + plain(clock);
        }
    }
    length
}

/// The length of letters with a dot after each, two at least: "p.m.", "U.N."; the last dot may lack.
fn dotted(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut at = 0;
    let mut pairs = 0;
    while at + 1 < bytes.len() && bytes[at].is_ascii_alphabetic() && bytes[at + 1] == b'.' {
        at += 2;
        pairs += 1;
    }
    let lone = bytes.get(at).is_some_and(u8::is_ascii_alphabetic)
        && !rest[at + 1..].starts_with(|c: char| c.is_alphanumeric());
    match pairs {
        0 => 0,
        1 if !lone => 0,
        _ if lone => at + 1,
        _ => at,
    }
}

/// The length of "p. m.", as text has it that was cut into words before; the last dot may lack.
fn spaced_half_of_day(rest: &str) -> usize {
    let after = ["a. m", "p. m"].into_iter().find_map(|half| rest.strip_prefix(half));
    match after {
        Some(after) if after.starts_with('.') => "p. m.".len(),
        Some(after) if !after.starts_with(char::is_alphanumeric) => "p. m".len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_was_cut_into_words_before_is_put_together() {
        for (text, expected) in [
            ("2, 000ft down", "2,000|ft|down"),
            ("in 2, 300 men", "in|2|,|300|men"),
            ("at 7 p. m. on", "at|7|p.m.|on"),
            ("plan a. make", "plan|a|.|make"),
        ] {
            let words = scan(text, Span::new(0, text.len()));
            assert_eq!(words.iter().map(|word| &*word.lower).collect::<Vec<_>>().join("|"), expected);
        }
    }

    #[test]
    fn text_falls_into_letters_digits_and_marks() {
        for (text, expected) in [
            ("at 10am on", "at 10 am on"),
            ("$1,200.50, paid", "$ 1,200.50 , paid"),
            ("9:30 a.m. Friday", "9 : 30 a.m. Friday"),
            ("6 p.m, then", "6 p.m , then"),
            ("five o’clock", "five o’clock"),
            ("mid-2019’s", "mid - 2019 ’ s"),
            ("in 1,2 or 23,2019.", "in 1 , 2 or 23 , 2019 ."),
            ("a. b", "a . b"),
        ] {
            let words: Vec<_> = scan(text, Span::new(0, text.len())).iter().map(|word| word.span.of(text)).collect();
            assert_eq!(words.join(" "), expected);
        }
    }
}
