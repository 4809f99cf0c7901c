//! A sentence as units: known names, titles, capitalised words, and the small words that may join them.
//!
//! It looks at words and lists; which units make up one name is told in `runs`.

use super::fold::is_capitals;
use super::gazetteer::{Gazetteer, Known, NameWord, TitleClass};
use crate::language::{Tree, Upos};
use crate::span::Span;

/// One step of a sentence: a known name, a title, a capitalised word, or a word that may join two of these.
#[derive(Debug, Clone, Copy)]
pub struct Unit {
    /// First token.
    pub first: usize,
    /// Last token, inclusive.
    pub last: usize,
    /// Which step it is.
    pub what: What,
}

/// What a unit is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    /// A name of the lists.
    Known(Known),
    /// A title.
    Title,
    /// Any other capitalised word.
    Word,
    /// A small word or mark that may stand inside a name ("of", "&").
    Joint,
}

/// A sentence whose words are nearly all capitalised: capitals tell nothing there.
pub fn is_headline_like(text: &str, tree: &Tree) -> bool {
    let long = tree.tokens.iter().map(|token| token.span.of(text)).filter(|word| word.chars().count() > 3);
    let (all, high) = long.fold((0, 0), |(all, high), word| (all + 1, high + usize::from(is_high(word))));
    all >= 4 && high * 10 >= all * 7
}

/// A line in the capitals of headlines: as above, and not even a verb or noun of it is written small.
///
/// "Mayor Fires Coach Over Deal", not "He attended Jane Roe High School in Kelso".
pub fn is_headline(text: &str, tree: &Tree) -> bool {
    let small = |at: usize| {
        let word = tree.word(text, at);
        word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase())
    };
    let tells =
        |at: usize| matches!(tree.tokens[at].upos, Upos::Verb | Upos::Aux | Upos::Noun | Upos::Pron | Upos::Adv);
    is_headline_like(text, tree) && !(0..tree.tokens.len()).any(|at| small(at) && tells(at))
}

fn is_high(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// The units of a sentence, in text order, without overlap.
pub fn units(text: &str, tree: &Tree, lists: &Gazetteer) -> Vec<Unit> {
    let mut units = Vec::new();
    let mut at = 0;
    let headline = is_headline_like(text, tree);
    while at < tree.tokens.len() {
        let word = tree.word(text, at);
        let known = known_from(text, tree, lists, at);
        let title = title_from(text, tree, lists, at);
        let unit = match (known, title) {
            (Some((last, known)), _) if title.is_none_or(|end| end <= last) => {
                Some(Unit { first: at, last, what: What::Known(known) })
            }
            (_, Some(last)) => Some(Unit { first: at, last, what: What::Title }),
            _ if is_name_word(text, tree, word, at, headline, lists) => {
                Some(Unit { first: at, last: at, what: What::Word })
            }
            _ if is_joint(word, lists) => Some(Unit { first: at, last: at, what: What::Joint }),
            _ => None,
        };
        at = unit.map_or(at + 1, |unit| unit.last + 1);
        units.extend(unit);
    }
    units
}

/// The longest known name that begins at a token.
fn known_from(text: &str, tree: &Tree, lists: &Gazetteer, at: usize) -> Option<(usize, Known)> {
    let word = tree.word(text, at);
    let longest = lists.longest_from(word)?;
    let start = tree.tokens[at].span.start;
    let ends = (at..tree.tokens.len()).take_while(|&last| tree.tokens[last].span.end - start <= longest + 4);
    let found = ends.filter_map(|last| {
        let known = lists.known(Span::new(start, tree.tokens[last].span.end).of(text))?;
        Some((last, known))
    });
    let (last, known) = found.last()?;
    let single = last == at;
    let token = &tree.tokens[at];
    let capital = is_high(word) || word.chars().any(char::is_uppercase);
    let fits = !single
        || capital
            && (token.upos == Upos::Propn
                || matches!(known, Known::Group(_)) && matches!(token.upos, Upos::Adj | Upos::Noun)
                || is_capitals(word) && word.len() > 1 && matches!(token.upos, Upos::Noun | Upos::X)
                || at > 0 && !begins(text, tree, at) && matches!(token.upos, Upos::Noun | Upos::X | Upos::Adj));
    (fits && !(single && lists.is_no_name(word))).then_some((last, known))
}

/// The last token of the longest capitalised title that begins at a token.
fn title_from(text: &str, tree: &Tree, lists: &Gazetteer, at: usize) -> Option<usize> {
    let word = tree.word(text, at);
    if !is_high(word) {
        return None;
    }
    let small = word.to_lowercase();
    let longest = lists.longest_title_from(word).max(lists.longest_title_from(&small))?;
    let start = tree.tokens[at].span.start;
    let ends = (at..tree.tokens.len()).take_while(|&last| tree.tokens[last].span.end - start <= longest);
    let is_title = |last: &usize| {
        let last = *last;
        let words = Span::new(start, tree.tokens[last].span.end).of(text);
        let listed = lists.title(words).is_some_and(|title| title.class != TitleClass::Role);
        // A role is written small unless a name follows: "Reporter Jane Roe", not "the Boy Scout camp".
        let name_follows =
            || tree.tokens.get(last + 1).is_some_and(|next| lists.given_name(next.span.of(text)).is_some());
        listed || name_follows() && lists.title(&words.to_lowercase()).is_some()
    };
    ends.filter(is_title).last()
}

fn is_name_word(text: &str, tree: &Tree, word: &str, at: usize, headline: bool, lists: &Gazetteer) -> bool {
    let token = &tree.tokens[at];
    if !word.chars().any(char::is_uppercase) || !word.chars().next().is_some_and(char::is_alphanumeric) {
        return false;
    }
    if lists.is_no_name(word) || token.lemma == "be" {
        return false;
    }
    let before = || at.checked_sub(1).map_or("", |at| tree.tokens[at].span.of(text));
    match token.upos {
        Upos::Propn => true,
        Upos::Noun | Upos::Adj | Upos::X | Upos::Num | Upos::Verb => {
            let open = at > 0 && (tree.tokens[at - 1].upos != Upos::Punct || matches!(before(), "," | "&"));
            is_high(word) && !headline && open && token.xpos != "PRP"
        }
        _ => false,
    }
}

fn is_joint(word: &str, lists: &Gazetteer) -> bool {
    matches!(word, "of" | "for" | "and" | "the" | "&" | "-" | "–" | "on") || lists.is(word, NameWord::Particle)
}

/// Whether nothing but marks stands before a token in its sentence.
fn begins(text: &str, tree: &Tree, at: usize) -> bool {
    at == 0 || matches!(tree.word(text, at - 1), "“" | "\"" | "‘" | "'" | ":" | "``" | "(" | "—" | "–" | "-")
}
