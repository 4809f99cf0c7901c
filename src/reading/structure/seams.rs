//! Seams: where one line of a page holds several of its parts, because the line ends between them were lost.
//!
//! It only says where to cut; what a piece is is decided in `sections`. A cut needs a sign that running text never has.

use std::sync::LazyLock;

use super::boilerplate::{Grade, boilerplate};
use super::embeds;
use crate::lexicon;

const SEAMS: &str = include_str!("../../../data/lexicon/seams.tsv");

/// Words of players and galleries, and those before the number of a picture.
static WORDS: LazyLock<[Vec<&'static str>; 2]> = LazyLock::new(|| {
    ["player", "counter"].map(|kind| {
        lexicon::rows(SEAMS).filter(|row| row.get(1) == Some(&kind)).filter_map(|row| row.first().copied()).collect()
    })
});

/// The bytes at which a line is cut, in order; none of them at its ends.
pub fn seams(line: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut from = 0;
    while let Some(at) = glued(&line[from..]) {
        from += at;
        cuts.push(from);
    }
    for found in players(line).into_iter().chain(counters(line)) {
        cuts.extend([found.0, found.1]);
    }
    cuts.extend(embeds::seams(line));
    cuts.extend(after_capitals(line));
    cuts.sort_unstable();
    cuts.dedup();
    cuts.retain(|&at| !line[..at].trim().is_empty() && !line[at..].trim().is_empty());
    cuts
}

/// Whether a piece is nothing but the words of a player or the number of a picture: `Image 4 of 10`.
pub fn is_player(piece: &str) -> bool {
    let whole = |(start, end): (usize, usize)| piece[..start].trim().is_empty() && piece[end..].trim().is_empty();
    players(piece).into_iter().any(whole) || is_counter(piece)
}

/// Whether a piece is the number of a picture.
pub fn is_counter(piece: &str) -> bool {
    counters(piece).into_iter().any(|(start, end)| piece[..start].trim().is_empty() && piece[end..].trim().is_empty())
}

/// Where boilerplate is glued to the text beside it without a space (`Latest NewsA ferry sank`, `in KelsoPlease verify`).
fn glued(line: &str) -> Option<usize> {
    let mut last = ' ';
    for (at, c) in line.char_indices() {
        let joint = c.is_uppercase() && (last.is_lowercase() || ".!?”\"".contains(last));
        if joint && (is_label(&line[..at]) || is_label(&line[at..]) || starts_surely(&line[at..])) {
            return Some(at);
        }
        last = c;
    }
    None
}

/// A phrase of several words that is a line of boilerplate by itself.
fn is_label(words: &str) -> bool {
    words.len() < 60 && words.contains(' ') && boilerplate(words).line == Some(Grade::Sure)
}

/// A tail that only boilerplate begins with: `Please verify`, `Click here …`.
fn starts_surely(tail: &str) -> bool {
    tail.len() < 200 && boilerplate(tail).start == Some(Grade::Sure)
}

/// The words of players: `Skip in Skip x Embed x Share`, spelled as they are.
fn players(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for phrase in &WORDS[0] {
        for (at, _) in line.match_indices(phrase) {
            let end = at + phrase.len();
            let parted =
                !line[..at].ends_with(char::is_alphanumeric) && !line[end..].starts_with(char::is_alphanumeric);
            if parted {
                found.push((at, end));
            }
        }
    }
    // A longer phrase holds the shorter ones.
    let all = found.clone();
    found.retain(|&(start, end)| !all.iter().any(|&(from, to)| from <= start && end <= to && to - from > end - start));
    found
}

/// The numbers of pictures in a gallery: `Image 4 of 10`, `Photo 1 of / 3`.
fn counters(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for word in &WORDS[1] {
        for (at, _) in line.match_indices(word) {
            let rest = &line[at + word.len()..];
            if line[..at].ends_with(char::is_alphanumeric) || !rest.starts_with(' ') {
                continue;
            }
            if let Some(len) = count_of(rest) {
                found.push((at, at + word.len() + len));
            }
        }
    }
    found
}

/// How many bytes ` 4 of 10` takes at the start of a text.
fn count_of(text: &str) -> Option<usize> {
    let number = |text: &str| {
        let bare = text.trim_start();
        let digits = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        ((1..=3).contains(&digits)).then_some(text.len() - bare.len() + digits)
    };
    let first = number(text)?;
    let middle = [" of / ", " of/", " of ", "/", " / "].iter().find(|middle| text[first..].starts_with(*middle))?;
    let second = number(&text[first + middle.len()..])?;
    let end = first + middle.len() + second;
    (!text[end..].starts_with(|c: char| c.is_alphanumeric() || c == '%')).then_some(end)
}

/// A headline in capitals of fewer words than this is a name, a label or a dateline.
const LEAST: usize = 4;

/// Where the text begins behind a headline in capitals on the same line: `TWO DEAD AFTER FERRY SINKS | The ferry …`.
fn after_capitals(line: &str) -> Option<usize> {
    let capital = |word: &str| {
        let letters = || word.chars().filter(|c| c.is_alphabetic());
        letters().all(char::is_uppercase) && !word.ends_with(['-', '–', '—'])
    };
    let (mut at, mut count, mut long, mut start) = (0, 0, 0, 0);
    for word in line.split_inclusive(char::is_whitespace) {
        let bare = word.trim();
        if !bare.is_empty() && !capital(bare) {
            break;
        }
        // A mark that ends a label or a dateline: "PRESIDENT OF KELSO:", "NEW KELSO —".
        if bare.ends_with([':', ')', '.']) || bare.chars().any(|c| "-–—|".contains(c)) && bare.chars().count() < 3 {
            return None;
        }
        let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
        if letters > 0 {
            count += 1;
            long += usize::from(letters >= 5);
            start = at;
        }
        at += word.len();
    }
    let single = line[start..at].trim().chars().count() == 1;
    // "KILLED IN KELSO A man …": the article belongs to the sentence.
    let cut = if single { start } else { at };
    let count = if single { count.max(1) - 1 } else { count };
    let rest = &line[cut..];
    let mut next = rest.split_whitespace();
    let first = next.next()?;
    let opens = first.starts_with(char::is_uppercase) && (single || first.chars().any(char::is_lowercase));
    let small = next.clone().take(12).filter(|word| word.starts_with(char::is_lowercase)).count();
    let written = small >= 2 && next.count() >= 3 && rest.contains(['.', '?', '!']);
    let named = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    (count >= LEAST && long >= 2 && opens && written && !named).then_some(cut)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(line: &str) -> Vec<&str> {
        let cuts = seams(line);
        let starts = [0].into_iter().chain(cuts.iter().copied());
        let ends = cuts.iter().copied().chain([line.len()]);
        starts.zip(ends).map(|(start, end)| line[start..end].trim()).collect()
    }

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(SEAMS), Ok(()));
        assert!(lexicon::rows(SEAMS).all(|row| ["player", "counter"].contains(&row[1])));
    }

    #[test]
    fn parts_of_a_page_on_one_line_are_cut() {
        for (line, wanted) in [
            ("Latest NewsA ferry sank off Kelso", vec!["Latest News", "A ferry sank off Kelso"]),
            ("The ferry lies off KelsoPlease verify", vec!["The ferry lies off Kelso", "Please verify"]),
            (
                "Image 1 of 2 The ferry at sea. Image 2 of 2 The pier.",
                vec!["Image 1 of 2", "The ferry at sea.", "Image 2 of 2", "The pier."],
            ),
            (
                "CLOSE Skip in Skip x Embed x Share The mayor of Kelso speaks.",
                vec!["CLOSE Skip in Skip x Embed x Share", "The mayor of Kelso speaks."],
            ),
            (
                "FERRY SINKS OFF KELSO PIER The coast guard saved all who were on board.",
                vec!["FERRY SINKS OFF KELSO PIER", "The coast guard saved all who were on board."],
            ),
            (
                "FERRY SINKS OFF KELSO PIER A man was lost and is sought.",
                vec!["FERRY SINKS OFF KELSO PIER", "A man was lost and is sought."],
            ),
            (
                "We are safe. — Ann Orr (@annorr) March 4, 2031 The ferry sank.",
                vec!["We are safe.", "— Ann Orr (@annorr) March 4, 2031", "The ferry sank."],
            ),
        ] {
            assert_eq!(pieces(line), wanted, "{line}");
        }
    }

    #[test]
    fn running_text_is_not_cut() {
        for line in [
            "He told FoxNews that McGuire owns an iPhone.",
            "Also readFloods hit Kelso",
            "The image 4 of us took shows the pier.",
            "Photo 51 of the series was sold.",
            "NEW KELSO, NORWAY - MARCH 4: The ferry lies off the pier and waits.",
            "COAST GUARD CAPTAIN ANN ORR: We saw it go down, and we came.",
            "US COAST GUARD CUTTER ORR lies off the pier and waits for the storm to pass.",
            "THE FERRY SANK AT DAWN OFF KELSO PIER.",
            "Ann Orr (@annorr) wrote that she was safe.",
        ] {
            assert_eq!(pieces(line), [line]);
        }
    }
}
