//! Labels of speakers at the start of a line: `MR. ORR:`, `THE PRESIDENT:`, `JANE LEE, HOST:`, `Q`.

use std::sync::LazyLock;

use super::turns::TurnKind;
use crate::lexicon;

const LABELS: &str = include_str!("../../../data/lexicon/turn_labels.tsv");

/// Labels without a name, and words that make a label one of the page.
static KINDS: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| lexicon::rows(LABELS).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());

/// A label at the start of a line, in bytes of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Label {
    /// Where the words end that name the voice.
    pub name: usize,
    /// Where the mark behind it ends.
    pub end: usize,
    /// What it names.
    pub kind: TurnKind,
}

/// The most words of a name in a label, titles among them.
const LONGEST: usize = 6;

/// Whether a line begins with words that look like a speaker's label.
pub fn is_speaker(line: &str) -> bool {
    spoken_by(line).is_some()
}

/// The label at the start of a line.
pub fn spoken_by(line: &str) -> Option<Label> {
    letter(line).or_else(|| name(line))
}

/// `Q Why`, `Q: Why`, `A. Because`: a letter before a capital.
fn letter(line: &str) -> Option<Label> {
    let kind = match line.chars().next()? {
        'Q' => TurnKind::Question,
        'A' => TurnKind::Answer,
        _ => return None,
    };
    let rest = &line[1..];
    let marked = rest.strip_prefix([':', '.']);
    let after = marked.unwrap_or(rest);
    let words = after.trim_start();
    let opens = words.starts_with(|c: char| c.is_uppercase() || "\"“‘'([".contains(c));
    // "A ferry sank": an article. Only an answer behind a mark is one.
    let fits = opens && after.len() > words.len() && (marked.is_some() || kind == TurnKind::Question);
    fits.then_some(Label { name: 1, end: line.len() - after.len(), kind })
}

/// Whether one of the words is a label of the page: "UPDATE", "Raw video", "News blog".
pub fn is_of_page(words: &str) -> bool {
    let page = |word: &str| KINDS.iter().any(|(label, kind)| *kind == "page" && word.eq_ignore_ascii_case(label));
    words.split_whitespace().any(page)
}

/// `MR. ORR:`, `JANE LEE, HOST:`, `THE PRESIDENT (voice-over):`.
fn name(line: &str) -> Option<Label> {
    let head = &line[..line.floor_char_boundary(line.len().min(90))];
    let colon = head.find(':')?;
    let after = &line[colon + 1..];
    if !(after.is_empty() || after.starts_with(char::is_whitespace)) {
        return None;
    }
    let end = head[..colon].find([',', '(', '[']).map_or(colon, |at| head[..at].trim_end().len());
    let words: Vec<&str> = head[..end].split_whitespace().collect();
    let capitals = words.iter().all(|word| is_capital(word)) && (1..=LONGEST).contains(&words.len());
    let letters = words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic()).count();
    if !capitals || letters < 3 {
        return None;
    }
    let named = |kind: &str| {
        words.iter().any(|word| KINDS.iter().any(|(label, of)| *of == kind && word.eq_ignore_ascii_case(label)))
    };
    let kind = if named("question") { TurnKind::Question } else { TurnKind::Speaker };
    (!named("page")).then_some(Label { name: end, end: colon + 1, kind })
}

/// `ORR`, `O'NEIL`, `McLEE`, `J.`: capitals, but for the small letters of a name's prefix.
fn is_capital(word: &str) -> bool {
    let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
    let small = letters.iter().filter(|c| c.is_lowercase()).count();
    let plain = word.chars().all(|c| c.is_alphabetic() || ".'’-".contains(c));
    plain
        && !letters.is_empty()
        && letters[0].is_uppercase()
        && (small == 0 || small <= 2 && letters.len() >= small + 4)
        && letters.last().is_some_and(|c| c.is_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(LABELS), Ok(()));
        assert!(lexicon::rows(LABELS).all(|row| ["question", "page"].contains(&row[1])));
    }

    #[test]
    fn labels_are_told_from_the_starts_of_sentences() {
        for (line, wanted) in [
            ("MR. ORR: It sank.", Some("MR. ORR")),
            ("THE PRESIDENT: It sank.", Some("THE PRESIDENT")),
            ("ANN McLEE, HOST: It sank.", Some("ANN McLEE")),
            ("ORR (voice-over): It sank.", Some("ORR")),
            ("QUESTION: Why?", Some("QUESTION")),
            ("Q Why did it sink?", Some("Q")),
            ("A: It sank.", Some("A")),
            ("A Kelso ferry sank.", None),
            ("UPDATE: It sank.", None),
            ("He said: It sank.", None),
            ("KELSO 12:30", None),
        ] {
            assert_eq!(spoken_by(line).map(|label| &line[..label.name]), wanted, "{line}");
        }
    }
}
