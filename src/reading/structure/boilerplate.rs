//! Boilerplate by its words: sharing bars, "read more", newsletter plugs.
//!
//! It knows the phrases of one line; where the line stands is weighed in `sections`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::lexicon;

const BOILERPLATE: &str = include_str!("../../../data/lexicon/boilerplate.tsv");

/// How far a phrase decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// One sign among others.
    Likely,
    /// Enough by itself.
    Sure,
}

/// Where in a line a phrase must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Start,
    Label,
    Within,
    End,
}

/// What the words of a line say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Boilerplate {
    /// The whole line is such a phrase.
    pub line: Option<Grade>,
    /// The line begins with one.
    pub start: Option<Grade>,
    /// The line is nothing but a phrase that leads over to a link: what follows it is the link.
    pub leads: bool,
    /// How many such phrases stand in it.
    pub within: usize,
    /// The line heads what stands below an article: comments, related articles.
    pub ends: bool,
}

struct Phrase {
    words: &'static str,
    place: Place,
    grade: Grade,
}

/// Phrases by their first word.
static PHRASES: LazyLock<FxHashMap<&'static str, Vec<Phrase>>> = LazyLock::new(|| {
    let mut phrases: FxHashMap<_, Vec<Phrase>> = FxHashMap::default();
    for row in lexicon::rows(BOILERPLATE) {
        let [words, place, grade] = row[..] else { continue };
        let (Some(place), Some(grade)) = (place_named(place), grade_named(grade)) else { continue };
        let first = words.split(' ').next().unwrap_or(words);
        phrases.entry(first).or_default().push(Phrase { words, place, grade });
    }
    phrases
});

fn place_named(word: &str) -> Option<Place> {
    Some(match word {
        "line" => Place::Line,
        "start" => Place::Start,
        "label" => Place::Label,
        "within" => Place::Within,
        "end" => Place::End,
        _ => return None,
    })
}

fn grade_named(word: &str) -> Option<Grade> {
    Some(match word {
        "sure" => Grade::Sure,
        "likely" => Grade::Likely,
        _ => return None,
    })
}

/// Lines longer than this are not searched for hints: they are paragraphs.
const LONGEST: usize = 600;

/// What the words of a line say of it.
pub fn boilerplate(line: &str) -> Boilerplate {
    let mut found = Boilerplate::default();
    let head = line.char_indices().nth(LONGEST).map_or(line, |(at, _)| &line[..at]);
    let (text, glued) = normal(head);
    let whole = text.trim_end_matches(is_end);
    let mut at = 0;
    for word in text.split(' ') {
        let from = at;
        at += word.len() + 1;
        for phrase in PHRASES.get(word.trim_end_matches(is_end)).into_iter().flatten() {
            let Some(rest) = text[from..].strip_prefix(phrase.words) else { continue };
            if rest.starts_with(char::is_alphanumeric) && !glued.contains(&(from + phrase.words.len())) {
                continue;
            }
            let is_whole = from == 0 && whole.len() == phrase.words.len();
            match phrase.place {
                Place::Line if is_whole => found.line = found.line.max(Some(phrase.grade)),
                Place::Start if from == 0 => found.start = found.start.max(Some(phrase.grade)),
                Place::Label if from == 0 && (is_whole || rest.trim_start().starts_with(':')) => {
                    found.start = found.start.max(Some(phrase.grade));
                }
                Place::End if is_whole || counts(&text[..from]) && from + phrase.words.len() == whole.len() => {
                    found.ends = true;
                    found.line = Some(Grade::Sure);
                }
                Place::Within => found.within += 1,
                _ => continue,
            }
            found.leads |= is_whole && matches!(phrase.place, Place::Start | Place::Label);
        }
    }
    found
}

/// Whether words are nothing but a number: the `167` of `[ 167 comments ]`.
fn counts(words: &str) -> bool {
    words.chars().any(|c| c.is_ascii_digit()) && !words.contains(char::is_alphabetic)
}

/// Small letters, straight apostrophes, single spaces, bullets and arrows at the start left out; and the places in it
/// where a small letter was followed by a capital without a space.
fn normal(line: &str) -> (String, Vec<usize>) {
    let mut text = String::with_capacity(line.len());
    let mut glued = Vec::new();
    let mut last = ' ';
    for c in line.chars() {
        if c.is_uppercase() && last.is_lowercase() {
            glued.push(text.len());
        }
        match c {
            '’' | '‘' => text.push('\''),
            c if c.is_whitespace() => {
                if !text.is_empty() && !text.ends_with(' ') {
                    text.push(' ');
                }
            }
            c if text.is_empty() && !c.is_alphanumeric() && !"©(@#".contains(c) => {}
            c => text.extend(c.to_lowercase()),
        }
        last = c;
    }
    text.truncate(text.trim_end().len());
    (text, glued)
}

fn is_end(c: char) -> bool {
    c.is_whitespace() || ".:?!…»›>→|+-–—)]".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(BOILERPLATE), Ok(()));
        for row in lexicon::rows(BOILERPLATE) {
            assert!(place_named(row[1]).is_some() && grade_named(row[2]).is_some(), "{row:?}");
        }
    }

    #[test]
    fn phrases_count_where_they_stand() {
        assert_eq!(boilerplate("Latest News").line, Some(Grade::Sure));
        assert_eq!(boilerplate("» Read more:"), Boilerplate { leads: true, ..boilerplate("» Read more:") });
        assert_eq!(boilerplate("Also readFloods hit Kelso").start, Some(Grade::Sure));
        assert_eq!(boilerplate("Also ready for the storm are the ferries.").start, None);
        assert_eq!(boilerplate("The latest news from Kelso is good.").line, None);
        assert_eq!(boilerplate("Get it daily in your inbox.").within, 1);
    }
}
