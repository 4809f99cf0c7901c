//! Numbers: digits, number words and the mixtures of news ("1.2bn", "two and a half million", "hundreds of thousands").
//!
//! It reads one number and stops: ranges, units and words of approximation are the grammars' work.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::fractions::slashed;
use super::words::{Shape, Word};
use crate::lexicon;

static TABLE: &str = include_str!("../../../data/lexicon/numbers.tsv");

/// What a number word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Cardinal,
    Scale,
    Suffix,
    Ordinal,
    Part,
    Parts,
    Vague,
    Many,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Entry {
    class: Class,
    pub(super) low: f64,
    high: f64,
}

static ENTRIES: LazyLock<FxHashMap<&'static str, Vec<Entry>>> = LazyLock::new(|| {
    let mut entries: FxHashMap<_, Vec<Entry>> = FxHashMap::default();
    for row in lexicon::rows(TABLE) {
        if let [word, class, low, high] = row[..]
            && let (Some(class), Ok(low), Ok(high)) = (class_of(class), low.parse(), high.parse())
        {
            entries.entry(word).or_default().push(Entry { class, low, high });
        }
    }
    entries
});

fn class_of(word: &str) -> Option<Class> {
    Some(match word {
        "cardinal" => Class::Cardinal,
        "scale" => Class::Scale,
        "suffix" => Class::Suffix,
        "ordinal" => Class::Ordinal,
        "part" => Class::Part,
        "parts" => Class::Parts,
        "vague" => Class::Vague,
        "many" => Class::Many,
        _ => return None,
    })
}

pub(super) fn entry(word: &Word<'_>, class: Class) -> Option<Entry> {
    if word.shape != Shape::Letters {
        return None;
    }
    ENTRIES.get(&*word.lower)?.iter().find(|entry| entry.class == class).copied()
}

/// A number, exact (`low == high`) or a vague interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The word after its last one.
    pub end: usize,
    /// Lower end, inclusive.
    pub low: f64,
    /// Upper end, inclusive.
    pub high: f64,
    /// Whether it begins with digits.
    pub digits: bool,
    /// Whether it is a vague word ("several", "dozens").
    pub vague: bool,
}

impl Number {
    const fn exact(end: usize, value: f64, digits: bool) -> Self {
        Self { end, low: value, high: value, digits, vague: false }
    }

    fn times(self, end: usize, scale: f64) -> Self {
        Self { end, low: rounded(self.low * scale), high: rounded(self.high * scale), ..self }
    }
}

/// Takes the noise of decimal fractions away: 1.2 × 10⁹ is a whole number.
fn rounded(value: f64) -> f64 {
    let fine = (value * 1e6).round() / 1e6;
    if fine.is_finite() { fine } else { value }
}

/// The number that begins at word `at`.
#[must_use]
pub fn number(words: &[Word<'_>], at: usize) -> Option<Number> {
    let word = words.get(at)?;
    match word.shape {
        Shape::Digits => digits(words, at),
        Shape::Mark => half_sign(word).map(|value| scaled(words, Number::exact(at + 1, value, true))),
        Shape::Letters => spelled(words, at),
    }
}

/// Whether word `at` is a plural of a scale that stands for a vague count ("hundreds", "dozens").
#[must_use]
pub fn vague_plural(word: &Word<'_>) -> bool {
    entry(word, Class::Many).is_some()
}

fn half_sign(word: &Word<'_>) -> Option<f64> {
    Some(match &*word.lower {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

fn digits(words: &[Word<'_>], at: usize) -> Option<Number> {
    let plain: String = words[at].lower.chars().filter(|&c| c != ',').collect();
    let mut value: f64 = plain.parse().ok()?;
    let mut end = at + 1;
    if let Some(extra) = words.get(end).filter(|word| word.glued).and_then(half_sign) {
        value += extra;
        end += 1;
    } else if let Some((next, part)) = slashed(words, end)
        && !words[end].glued
        && value.fract() == 0.0
    {
        value += part;
        end = next;
    }
    if let Some((next, part)) = and_a_half(words, end) {
        value += part;
        end = next;
    }
    Some(scaled(words, Number::exact(end, value, true)))
}

/// Multiplies by the scales that follow: "million", "hundred thousand", "bn" glued to digits.
fn scaled(words: &[Word<'_>], start: Number) -> Number {
    let mut number = start;
    if let Some(next) = words.get(number.end) {
        let hyphen = next.is_hyphen() && next.glued;
        let at = if hyphen { number.end + 1 } else { number.end };
        let close = number.digits && words.get(at).is_some_and(|word| word.glued && !hyphen);
        if let Some(suffix) = words.get(at).filter(|_| close).and_then(|word| entry(word, Class::Suffix)) {
            let ends = words.get(at + 1).is_none_or(|after| !after.glued || after.shape == Shape::Mark);
            if ends {
                return number.times(at + 1, suffix.low);
            }
        }
        if let Some(scale) = words.get(at).and_then(|word| entry(word, Class::Scale)) {
            number = number.times(at + 1, scale.low);
        }
    }
    while let Some(scale) = words.get(number.end).and_then(|word| entry(word, Class::Scale)) {
        number = number.times(number.end + 1, scale.low);
    }
    number
}

/// "and a half", "and a quarter" after a number.
fn and_a_half(words: &[Word<'_>], at: usize) -> Option<(usize, f64)> {
    let and = words.get(at)?.is("and") && words.get(at + 1)?.is("a");
    let part = entry(words.get(at + 2)?, Class::Part)?;
    (and && part.low <= 4.0 && !words[at + 2].is("third")).then(|| (at + 3, 1.0 / part.low))
}

fn spelled(words: &[Word<'_>], at: usize) -> Option<Number> {
    let word = &words[at];
    if word.is_any(&["a", "an"]) {
        return after_article(words, at);
    }
    if word.is("half") {
        return half_of_scale(words, at);
    }
    if let Some(vague) = entry(word, Class::Vague) {
        let number = Number { end: at + 1, low: vague.low, high: vague.high, digits: false, vague: true };
        let end = if word.is_any(&["couple", "handful"]) && words.get(at + 1).is_some_and(|of| of.is("of")) {
            at + 2
        } else {
            at + 1
        };
        let number = Number { end, ..number };
        let whole = scaled(words, number);
        let exact = word.is("couple") && whole.end > end;
        return Some(Number { high: if exact { whole.low } else { whole.high }, ..whole });
    }
    if let Some(many) = entry(word, Class::Many) {
        return Some(many_of(words, at, many));
    }
    cardinal(words, at)
}

/// "a hundred", "a few", "a couple of", "a half-dozen", "a million and a half".
fn after_article(words: &[Word<'_>], at: usize) -> Option<Number> {
    let next = words.get(at + 1)?;
    if let Some(scale) = entry(next, Class::Scale) {
        let number = scaled(words, Number::exact(at + 2, scale.low, false));
        return Some(match and_a_half(words, number.end) {
            Some((end, part)) => Number::exact(end, number.low * (1.0 + part), false),
            None => number,
        });
    }
    if next.is("half") {
        return half_of_scale(words, at + 1);
    }
    entry(next, Class::Vague).filter(|_| !next.is("several"))?;
    spelled(words, at + 1)
}

/// "half a million", "half-dozen", "half million".
fn half_of_scale(words: &[Word<'_>], half: usize) -> Option<Number> {
    let next = words.get(half + 1)?;
    let at = if next.is("a") || next.is_hyphen() { half + 2 } else { half + 1 };
    let scale = entry(words.get(at)?, Class::Scale)?;
    Some(Number::exact(at + 1, scale.low / 2.0, false))
}

/// "dozens", "tens of thousands", "hundreds of thousands".
fn many_of(words: &[Word<'_>], at: usize, many: Entry) -> Number {
    let vague = Number { end: at + 1, low: many.low, high: many.high, digits: false, vague: true };
    let of = words.get(at + 1).is_some_and(|of| of.is("of"));
    match words.get(at + 2).filter(|_| of).and_then(|word| entry(word, Class::Many)) {
        Some(scale) => {
            let unit = scale.low / 2.0;
            Number { end: at + 3, low: many.low * unit, high: (many.high + 1.0).mul_add(unit, -1.0), ..vague }
        }
        None => vague,
    }
}

/// "twenty-one", "one hundred and five", "three thousand two hundred", "two and a half million", "nineteen hundred".
fn cardinal(words: &[Word<'_>], at: usize) -> Option<Number> {
    let mut total = 0.0;
    let mut group = entry(&words[at], Class::Cardinal)?.low;
    let mut end = at + 1;
    while let Some(next) = words.get(end) {
        if next.is_hyphen() && next.glued && group % 10.0 == 0.0 && group % 100.0 >= 20.0 {
            let Some(ones) = words.get(end + 1).and_then(|word| entry(word, Class::Cardinal)) else { break };
            if ones.low >= 10.0 || ones.low < 1.0 {
                break;
            }
            group += ones.low;
            end += 2;
            continue;
        }
        if let Some((after, part)) = and_a_half(words, end) {
            group += part;
            end = after;
            continue;
        }
        if let Some(scale) = entry(next, Class::Scale) {
            if scale.low <= 100.0 {
                group = group.max(1.0) * scale.low;
            } else {
                total = (total + group.max(1.0)) * scale.low;
                if total > 0.0 && scale.low > 1e12 {
                    break;
                }
                group = 0.0;
                // A smaller group may follow a thousand, never a second count.
                if words.get(end + 1).is_none_or(|word| entry(word, Class::Cardinal).is_none() && !word.is("and")) {
                    end += 1;
                    break;
                }
            }
            end += 1;
            continue;
        }
        let joined = if next.is("and") { end + 1 } else { end };
        let Some(more) = words.get(joined).and_then(|word| entry(word, Class::Cardinal)) else { break };
        let fits = if group == 0.0 {
            total > 0.0
        } else if group % 100.0 == 0.0 {
            more.low < 100.0
        } else {
            joined == end && group % 10.0 == 0.0 && group % 100.0 >= 20.0 && (1.0..10.0).contains(&more.low)
        };
        if !fits || (joined > end && group % 100.0 != 0.0) {
            break;
        }
        group += more.low;
        end = joined + 1;
    }
    Some(Number::exact(end, total + group, false))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::numerals::scan;
    use crate::span::Span;

    fn read(text: &str) -> Option<(f64, f64, String)> {
        let words = scan(text, Span::new(0, text.len()));
        let found = number(&words, 0)?;
        let rest = words.get(found.end).map_or(text.len(), |word| word.span.start);
        Some((found.low, found.high, text[rest..].to_owned()))
    }

    #[test]
    fn the_list_is_sound() {
        assert_eq!(lexicon::check(TABLE), Ok(()));
        for row in lexicon::rows(TABLE) {
            assert!(class_of(row[1]).is_some() && row[2].parse::<f64>().is_ok() && row[3].parse::<f64>().is_ok());
        }
    }

    #[test]
    fn exact_numbers_are_read_to_their_end() {
        for (text, value, rest) in [
            ("12 men", 12.0, "men"),
            ("1,200.5 men", 1200.5, "men"),
            ("3 million men", 3e6, "men"),
            ("1.2bn dollars", 1.2e9, "dollars"),
            ("5m-strong", 5e6, "-strong"),
            ("5 m away", 5.0, "m away"),
            ("2 1/2 years", 2.5, "years"),
            ("3½ hours", 3.5, "hours"),
            ("twenty-one hundred men", 2100.0, "men"),
            ("twenty one men", 21.0, "men"),
            ("one hundred and five men", 105.0, "men"),
            ("three thousand two hundred men", 3200.0, "men"),
            ("two and a half million men", 2.5e6, "men"),
            ("a million and a half men", 1.5e6, "men"),
            ("a hundred men", 100.0, "men"),
            ("a hundred thousand men", 1e5, "men"),
            ("two dozen men", 24.0, "men"),
            ("half a million men", 5e5, "men"),
            ("half-dozen men", 6.0, "men"),
            ("a half-dozen men", 6.0, "men"),
            ("three and four men", 3.0, "and four men"),
            ("one two", 1.0, "two"),
            ("hundred", f64::NAN, ""),
            ("a man", f64::NAN, ""),
            ("half of them", f64::NAN, ""),
        ] {
            match read(text) {
                Some((low, high, left)) => {
                    assert!((low - value).abs() < 1e-6 && (high - value).abs() < 1e-6, "{text}: {low}");
                    assert_eq!(left, rest, "{text}");
                }
                None => assert!(value.is_nan(), "{text}"),
            }
        }
    }

    #[test]
    fn vague_numbers_are_intervals() {
        for (text, low, high, rest) in [
            ("dozens of men", 24.0, 99.0, "of men"),
            ("hundreds of thousands of men", 2e5, 999_999.0, "of men"),
            ("tens of thousands of men", 2e4, 99_999.0, "of men"),
            ("several hundred men", 300.0, 900.0, "men"),
            ("a few men", 3.0, 5.0, "men"),
            ("a couple of men", 2.0, 2.0, "men"),
            ("scores of men", 40.0, 199.0, "of men"),
        ] {
            let (l, h, left) = read(text).unwrap();
            assert!((l - low).abs() < 1.0 && (h - high).abs() < 1.5, "{text}: {l} {h}");
            assert_eq!(left, rest);
        }
    }
}
