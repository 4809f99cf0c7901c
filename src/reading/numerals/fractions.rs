//! Ordinals and fractions: "23rd", "twenty-first", "two-thirds", "3/4".

use super::number::{Class, entry};
use super::words::Word;

/// An ordinal at word `at` ("third", "23rd", "twenty-first") and the word after it.
#[must_use]
pub fn ordinal(words: &[Word<'_>], at: usize) -> Option<(usize, u32)> {
    let word = words.get(at)?;
    if let Some(value) = word.whole() {
        let suffix = words.get(at + 1)?;
        return (suffix.glued && suffix.is_any(&["st", "nd", "rd", "th"])).then_some((at + 2, value));
    }
    if let Some(found) = entry(word, Class::Ordinal) {
        return Some((at + 1, found.low as u32));
    }
    let tens = entry(word, Class::Cardinal).filter(|tens| tens.low >= 20.0)?;
    let next = if words.get(at + 1)?.is_hyphen() { at + 2 } else { at + 1 };
    let ones = entry(words.get(next)?, Class::Ordinal).filter(|ones| ones.low < 10.0)?;
    Some((next + 1, (tens.low + ones.low) as u32))
}

/// A fraction at word `at` ("two-thirds", "a quarter", "half", "one-fifth", "3/4"): its value and the word after it.
#[must_use]
pub fn fraction(words: &[Word<'_>], at: usize) -> Option<(usize, f64)> {
    let word = words.get(at)?;
    if let Some(found) = slashed(words, at) {
        return Some(found);
    }
    let (top, next) = if word.is_any(&["a", "an"]) {
        (1.0, at + 1)
    } else if word.is("half") {
        return Some((at + 1, 0.5));
    } else {
        (entry(word, Class::Cardinal)?.low, at + 1)
    };
    let next = if words.get(next)?.is_hyphen() { next + 1 } else { next };
    let name = words.get(next)?;
    let class = if (top - 1.0).abs() < f64::EPSILON { Class::Part } else { Class::Parts };
    let part = entry(name, class)?;
    (top < part.low).then(|| (next + 1, top / part.low))
}

/// "3/4": digits, a slash and digits, glued, below one.
pub(super) fn slashed(words: &[Word<'_>], at: usize) -> Option<(usize, f64)> {
    let (top, slash, bottom) = (words.get(at)?, words.get(at + 1)?, words.get(at + 2)?);
    let (top, bottom) = (top.whole()?, bottom.whole()?);
    let whole = slash.is("/") && slash.glued && words[at + 2].glued && top < bottom && bottom <= 16;
    whole.then(|| (at + 3, f64::from(top) / f64::from(bottom)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::numerals::scan;
    use crate::span::Span;

    #[test]
    fn fractions_and_ordinals_are_told_from_counts() {
        let read = |text: &str| {
            let words = scan(text, Span::new(0, text.len()));
            (fraction(&words, 0).map(|found| (found.1 * 100.0).round()), ordinal(&words, 0).map(|found| found.1))
        };
        for (text, expected) in [
            ("two-thirds of", (Some(67.0), None)),
            ("a quarter of", (Some(25.0), None)),
            ("one in five", (None, None)),
            ("half of them", (Some(50.0), None)),
            ("3/4 of them", (Some(75.0), None)),
            ("third man", (None, Some(3))),
            ("23rd of May", (None, Some(23))),
            ("twenty-first century", (None, Some(21))),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
