//! Names in lines whose words nearly all have capitals: there a stretch of capitals is hardly a name.
//!
//! What the rest of the article or the lists know is cut out of such a stretch; of the rest only what looks like a name and
//! nothing else stays. It knows the words of one article, not what its names mean.

use rustc_hash::FxHashSet;

use super::common::is_common;
use super::fold::{is_capitals, words};
use super::gazetteer::Gazetteer;
use super::spans::Piece;
use super::surroundings::Background;
use crate::language::{NameKind, NameTag, Tree, Upos};
use crate::reading::kinds::EntityKind;

/// A stretch of capitals with more words is a headline.
const LONGEST: usize = 4;

/// The names of the lines that are written as text.
#[derive(Debug, Default)]
pub struct Quiet {
    names: FxHashSet<Vec<String>>,
    words: FxHashSet<String>,
}

impl Quiet {
    /// Notes a name.
    pub fn add(&mut self, name: &str) {
        let name = words(name);
        self.words.extend(name.iter().filter(|word| !is_common(word)).cloned());
        self.names.insert(name);
    }

    fn knows(&self, name: &str) -> bool {
        let name = words(name);
        self.names.contains(&name) || matches!(&name[..], [one] if self.words.contains(one))
    }
}

/// The names inside a stretch of a line whose words nearly all have capitals.
pub fn names_in(
    text: &str,
    tree: &Tree,
    lists: &Gazetteer,
    quiet: &Quiet,
    background: &Background<'_>,
    piece: Piece,
) -> Vec<Piece> {
    let words_of = |first: usize, last: usize| tree.tokens[first].span.hull(tree.tokens[last].span).of(text);
    let known = |first: usize, last: usize| {
        let name = words_of(first, last);
        quiet.knows(name) || lists.known(name).is_some() && !(first == last && background.lowers(name))
    };
    if known(piece.first, piece.last) || looks_like_one(text, tree, lists, background, piece) {
        return vec![piece];
    }
    let mut found = Vec::new();
    let mut first = piece.first;
    while first <= piece.last {
        match (first..=piece.last).rev().find(|&last| known(first, last)) {
            Some(last) => {
                found.push(Piece { first, last, title: piece.title.filter(|_| first == piece.first) });
                first = last + 1;
            }
            // "Jane Roe | Tells Voters"
            None if first < piece.last && opens_full_name(text, tree, lists, background, first) => {
                found.push(Piece { first, last: first + 1, title: piece.title.filter(|_| first == piece.first) });
                first += 2;
            }
            None => first += 1,
        }
    }
    found
}

/// Whether a given name stands before a word that is no everyday one.
fn opens_full_name(text: &str, tree: &Tree, lists: &Gazetteer, background: &Background<'_>, first: usize) -> bool {
    let word = |at: usize| tree.word(text, at);
    let surname = word(first + 1);
    let everyday = is_common(&surname.to_lowercase()) || background.lowers(surname) || lists.is_no_name(surname);
    let plain = lists.known(word(first)).is_none() && !is_common(&word(first).to_lowercase());
    lists.given_name(word(first)).is_some() && plain && !everyday && surname.starts_with(char::is_uppercase)
}

/// "Jane Roe", "Kelso County Court": proper nouns only, and none of them an everyday word but the kind of body at the end.
///
/// Not "Students Shot" nor "Roe Fires Doe Over".
fn looks_like_one(text: &str, tree: &Tree, lists: &Gazetteer, background: &Background<'_>, piece: Piece) -> bool {
    let word = |at: usize| tree.word(text, at);
    let everyday = |at: usize| {
        let small = word(at).to_lowercase();
        is_common(&small) || background.lowers(word(at)) || lists.is_no_name(word(at))
    };
    let head = |at: usize| at > piece.first && lists.head(word(at)).is_some();
    let person = matches!(tree.tokens[piece.first].name, NameTag::Begin(NameKind::Person));
    let shouted = (piece.first..=piece.last).all(|at| is_capitals(word(at)));
    let many = piece.last - piece.first + 1;
    let given = lists.given_name(word(piece.first)).is_some() && many > 1;
    let joint = |at: usize| matches!(word(at), "of" | "&" | "'s" | "’s" | "." | "-");
    let proper = |at: usize| tree.tokens[at].upos == Upos::Propn || joint(at);
    // "Kelso City Medical Center": everyday words in the name of a body.
    let of = (piece.first + 1..piece.last).find(|&at| word(at) == "of").map_or(piece.last, |of| of - 1);
    let body = matches!(lists.head(word(of)), Some((EntityKind::Organization | EntityKind::Facility, _)));
    let opens = |at: usize| at == piece.first && lists.is_no_name(word(at));
    if body && many > 1 && !shouted && (piece.first..=piece.last).all(|at| proper(at) && !opens(at)) {
        return true;
    }
    let fits =
        |at: usize| joint(at) || (proper(at) || given) && (!everyday(at) || head(at) || given && at == piece.first);
    many <= LONGEST && (given || person || !shouted) && (piece.first..=piece.last).all(fits)
}

#[cfg(test)]
mod tests {
    use crate::language::tree;
    use crate::reading::names::names;
    use crate::reading::{Section, Sentence};
    use crate::span::Span;

    /// The entities of a text with a line for each sentence.
    fn found(text: &str) -> Vec<String> {
        let mut at = 0;
        let lines = text.split_inclusive('\n').map(|line| {
            at += line.len();
            Span::new(at - line.len(), at - usize::from(line.ends_with('\n')))
        });
        let sentences: Vec<Sentence> =
            lines.map(|span| Sentence { span, paragraph: 0, section: Section::Body }).collect();
        let trees: Vec<_> = sentences.iter().map(|sentence| tree(text, sentence.span)).collect();
        names(text, &sentences, &trees, &[]).entities.into_iter().map(|entity| entity.name).collect()
    }

    #[test]
    fn a_headline_names_what_its_text_names() {
        let text = "Orlanda Vexley Fires Coach Over Secret Offer Of Money\nOrlanda Vexley met the coach on Monday.";
        assert_eq!(found(text), ["Orlanda Vexley"]);
    }

    #[test]
    fn a_headline_alone_names_whom_its_words_show() {
        let text = "Governor Jane Roe Tells Voters About Another Trade Deal";
        assert!(found(text).contains(&"Jane Roe".to_owned()));
        assert!(found("Three Students Were Shot Near Another Busy School Yesterday").is_empty());
    }
}
