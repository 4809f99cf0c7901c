//! Numbers that count nothing: of houses, of notes, of pages, of the telephone.
//!
//! It looks at the words around a number and knows no tree.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::lexicon;
use crate::reading::numerals::{Neighbour, Shape, Word, is_neighbour};

static STREETS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| lexicon::rows(include_str!("../../../data/lexicon/streets.tsv")).map(|row| row[0]).collect());

/// As far as a bracket may have been opened before, in words.
const FAR: usize = 12;
/// Wider barrels are those of guns on wheels, in millimetres.
const WIDEST: f64 = 15.0;

/// As many words as a street's name may have.
const LONGEST_STREET: usize = 5;

/// Whether the digits at `at`, which end before `end`, stand where a number counts nothing.
#[must_use]
pub fn counts_nothing(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &words[before]);
    let next = words.get(end);
    let digits = &*words[at].lower;
    // "said.[9]"
    let noted = before.is_some_and(|word| word.is("[")) && next.is_some_and(|word| word.is("]"));
    // "called 911"
    let emergency = digits == "911"
        && !next.is_some_and(|word| counted(word) && !word.is_any(&["calls", "dispatchers", "operators"]));
    // "the 3700 block of Main Street"
    let block = next.is_some_and(|word| word.is("block"))
        && digits.len() >= 3
        && words.get(end + 1).is_none_or(|word| word.is("of") || word.capital || word.shape == Shape::Mark);
    // "Ann Roe (34)", "(see 12)"
    let bracketed = before.is_some_and(|word| word.is("(")) && next.is_some_and(|word| word.is(")"));
    // "pp. 106-107", "3-1-2": the end of what was read as no range.
    let dash = before.is_some_and(|word| word.glued && (word.is_hyphen() || word.is("–")));
    let tail = at > 1 && words[at].glued && dash && words[at - 2].shape == Shape::Digits;
    bracketed
        || is_telephone(words, at)
        || is_slashed(words, at, end)
        || is_list_number(words, at, end)
        || is_half_an_age(words, at, end)
        || tail
        || noted
        || emergency
        || block
        || is_of_pages(words, at)
        || is_area_code(words, at, end)
        || is_street_number(words, at, end)
        || is_postal_code(words, at, end)
}

/// A plural in small letters: what a number before it counts.
fn counted(word: &Word<'_>) -> bool {
    word.shape == Shape::Letters && !word.capital && !word.glued && word.lower.ends_with('s')
}

/// "Image 3 of 10", "Page 2 / 5": how many there are of what a label numbers.
fn is_of_pages(words: &[Word<'_>], at: usize) -> bool {
    let joint = (at.saturating_sub(2)..at).find(|&joint| words[joint].is_any(&["of", "/"]));
    let Some(joint) = joint.filter(|&joint| words[joint..at].iter().all(|word| word.is_any(&["of", "/"]))) else {
        return false;
    };
    joint >= 2 && words[joint - 1].shape == Shape::Digits && is_neighbour(&words[joint - 2], Neighbour::Label)
}

/// "(910) 693-1481", "910-693-1481": three digits before three and four.
fn is_area_code(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let long = |place: usize, length: usize| {
        words.get(place).is_some_and(|word| word.shape == Shape::Digits && word.lower.len() == length)
    };
    let next = if words.get(end).is_some_and(|word| word.is(")")) { end + 1 } else { end };
    long(at, 3)
        && long(next, 3)
        && words.get(next + 1).is_some_and(|word| word.is_hyphen() || word.is("."))
        && long(next + 2, 4)
}

/// "308-3600", "480-WITNESS": three digits and four, or the letters that stand for them; not "200-kilo bags".
fn is_telephone(words: &[Word<'_>], at: usize) -> bool {
    let three = |place: usize| words[place].shape == Shape::Digits && words[place].lower.len() == 3;
    let joined = |place: usize| words.get(place).is_some_and(|word| word.glued && (word.is_hyphen() || word.is("–")));
    let Some(next) = words.get(at + 2).filter(|_| three(at) && joined(at + 1)) else { return false };
    let four = next.shape == Shape::Digits && next.lower.len() == 4 && !words.get(at + 3).is_some_and(counted);
    let letters = next.shape == Shape::Letters && next.capital && (4..=8).contains(&next.lower.len());
    next.glued
        && (four
            || letters
                && !words.get(at + 3).is_some_and(|word| {
                    word.shape == Shape::Letters && !word.is("for") && !word.is("or") && !word.is("to")
                }))
}

/// "1 / 4", "3 of / 10": the number of a picture among others; not "3/4".
fn is_slashed(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let slash = |place: usize| words.get(place).is_some_and(|word| word.is("/") && !word.glued);
    let digits = |place: usize| words.get(place).is_some_and(|word| word.shape == Shape::Digits);
    slash(end) && digits(end + 1) || at > 1 && slash(at - 1) && (digits(at - 2) || words[at - 2].is("of"))
}

/// "2) it realizes": the number of a point, with no bracket open before it.
fn is_list_number(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let closes = words.get(end).is_some_and(|word| word.is(")") && word.glued);
    closes && words[at].lower.len() < 3 && !words[at.saturating_sub(FAR)..at].iter().any(|word| word.is("("))
}

/// "a .45-caliber pistol", "9 mm rounds": how wide a barrel is.
#[must_use]
pub fn is_calibre(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let word = |place: usize| words.get(place);
    let next = if word(end).is_some_and(Word::is_hyphen) { end + 1 } else { end };
    let wide = word(next).is_some_and(|word| is_neighbour(word, Neighbour::Calibre));
    let narrow =
        word(next).is_some_and(|word| word.is("mm")) && words[at].lower.parse::<f64>().is_ok_and(|mm| mm < WIDEST);
    let weapon = || words.iter().skip(next + 1).take(3).any(|word| is_neighbour(word, Neighbour::CalibreAfter));
    wide || narrow && (words[at].lower == "9" || weapon())
}

/// "1- or 2-year-old": half of an age.
fn is_half_an_age(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let joint = words.get(end).is_some_and(|word| word.is_hyphen() && word.glued)
        && words.get(end + 1).is_some_and(|word| word.is_any(&["or", "to", "and"]));
    joint && words.iter().skip(end + 2).take(5).any(|word| word.is("old")) && words[at].lower.len() < 3
}

/// "at 953 E. Sahara Avenue", "N. Nevada Ave. 2222"; but "12 Main Street shops" are counted.
fn is_street_number(words: &[Word<'_>], at: usize, end: usize) -> bool {
    if words[at].lower.len() > 5 || words[at].lower.contains([',', '.']) {
        return false;
    }
    let is_street = |place: usize| words.get(place).is_some_and(|word| word.capital && STREETS.contains(&*word.lower));
    let dotted = at > 1 && words[at - 1].is(".");
    let before = if dotted { at.checked_sub(2) } else { at.checked_sub(1) };
    let follows = before
        .is_some_and(|street| street > 0 && is_street(street) && words[street - 1].capital | words[street - 1].is("."));
    if follows && !words.get(end).is_some_and(|next| next.shape == Shape::Letters && !next.capital) {
        return true;
    }
    let part = |word: &Word<'_>| {
        word.capital
            || word.is(".")
            || word.shape == Shape::Digits
            || word.is_any(&["st", "nd", "rd", "th"]) && word.glued
    };
    let name = words.iter().skip(end).take(LONGEST_STREET + 1).take_while(|word| part(word)).count();
    let street = (end + 1..end + name).find(|&place| is_street(place));
    let opens = words.get(end).is_some_and(|first| !first.glued);
    opens && street.is_some_and(|street| !words.get(street + 1).is_some_and(counted))
}

/// "Gary, Ind. 46402": five digits behind the short name of a state.
fn is_postal_code(words: &[Word<'_>], at: usize, end: usize) -> bool {
    let before = if at > 1 && words[at - 1].is(".") { at - 2 } else { at.wrapping_sub(1) };
    let named = words.get(before).is_some_and(|word| word.capital && word.lower.len() <= 5)
        && before > 0
        && words[before - 1].is(",");
    named && words[at].lower.len() == 5 && !words[at].lower.contains([',', '.']) && !words.get(end).is_some_and(counted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::numerals::scan;
    use crate::span::Span;

    /// Whether the first digits of a text count nothing.
    fn nothing(text: &str) -> bool {
        let words = scan(text, Span::new(0, text.len()));
        let at = words.iter().position(|word| word.shape == Shape::Digits).unwrap();
        counts_nothing(&words, at, at + 1)
    }

    #[test]
    fn the_list_of_streets_is_sound() {
        assert_eq!(lexicon::check(include_str!("../../../data/lexicon/streets.tsv")), Ok(()));
    }

    #[test]
    fn a_barrel_is_told_from_rain() {
        let calibre = |text: &str| {
            let words = scan(text, Span::new(0, text.len()));
            let at = words.iter().position(|word| word.shape == Shape::Digits).unwrap();
            is_calibre(&words, at, at + 1)
        };
        assert!(calibre("a 9mm pistol") && calibre("a 45-caliber pistol") && calibre("10 mm rounds"));
        assert!(!calibre("12 mm of rain") && !calibre("a 40 mm shell"));
    }

    #[test]
    fn houses_notes_and_telephones_are_not_counted() {
        for text in [
            "It burned.[9] Rain came.",
            "He called 911 at noon.",
            "in the 3700 block of Elm Street",
            "at 953 E. Elm Avenue on Sunday",
            "On N. Elm Ave. 2222, police said",
            "Call (910) 555-0181 for help",
            "Arden, Ind. 46402",
            "Crime Line at 555-0181 any time",
            "or 480-WITNESS for tips",
            "Harbour fire 1 / 4",
            "They say 2) it burns.",
            "Their 1- or 2-year-old baby",
        ] {
            assert!(nothing(text), "{text}");
        }
        for text in [
            "the 12 Elm Street shops",
            "It took 911 boats.",
            "On Elm Street 12 shops burned",
            "the 40 block parties",
            "200-kilo bags",
            "(all 12) left",
            "12 mm of rain",
        ] {
            assert!(!nothing(text), "{text}");
        }
    }
}
