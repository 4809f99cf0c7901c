//! Where names stand in a sentence: stretches of capitalised words, cut at titles, nationalities and possessives.
//!
//! It finds bare names; what they name is weighed in `evidence`, and which of them are one thing in `entities`.

use super::fold::is_capitals;
use super::gazetteer::{Gazetteer, HeadPlace, NameWord, is_misspelt_day};
use super::runs::Stretch;
use super::units::{Unit, What, units};
use crate::language::{NameKind, NameTag, Relation, Tree, Upos};

/// A firm with more words and marks in its name is two.
const LONGEST_FIRM: usize = 5;

/// A bare name: its first and last token, and the title before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// First token.
    pub first: usize,
    /// Last token, inclusive.
    pub last: usize,
    /// The tokens of the title right before it.
    pub title: Option<(usize, usize)>,
}

impl Piece {
    /// Whether the two share a token.
    pub const fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the other lies inside this one.
    pub const fn contains(&self, other: &Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// A sentence as units, from which names are cut.
pub struct Units<'a> {
    text: &'a str,
    tree: &'a Tree,
    lists: &'a Gazetteer,
    list: Vec<Unit>,
}

impl<'a> Units<'a> {
    /// Looks over a sentence.
    pub fn of(text: &'a str, tree: &'a Tree, lists: &'a Gazetteer) -> Self {
        Self { text, tree, lists, list: units(text, tree, lists) }
    }

    fn all(&self) -> Stretch<'_> {
        Stretch { text: self.text, tree: self.tree, lists: self.lists, units: &self.list }
    }

    /// The names that the rules alone find, in text order, without overlap.
    pub fn pieces(&self) -> Vec<Piece> {
        let sentence = self.all();
        let mut found = Vec::new();
        let mut at = 0;
        while at < self.list.len() {
            if self.list[at].what == What::Joint {
                at += 1;
                continue;
            }
            let end = sentence.run(at);
            sentence.split(at, end, &mut found);
            at = end;
        }
        found.into_iter().filter_map(|piece| self.bare(piece)).collect()
    }

    /// Cuts a stretch of the tagger as the rules would: titles off, nationalities apart.
    pub fn trimmed(&self, piece: Piece) -> Vec<Piece> {
        let Some(piece) = self.without_halves(piece) else { return Vec::new() };
        let from = self.list.partition_point(|unit| unit.first < piece.first);
        let end = self.list.partition_point(|unit| unit.last <= piece.last);
        let inside = self.list.get(from..end).unwrap_or_default();
        let covers = inside.first().is_some_and(|unit| unit.first == piece.first)
            && inside.last().is_some_and(|unit| unit.last == piece.last);
        let mut found = Vec::new();
        if covers {
            Stretch { units: inside, ..self.all() }.split(0, inside.len(), &mut found);
        } else {
            found.extend(self.bare(piece));
        }
        if let Some(first) = found.first_mut().filter(|first| first.title.is_none()) {
            first.title = self.title_before(first.first);
        }
        found.into_iter().filter_map(|piece| self.bare(piece)).collect()
    }

    /// "Skip | Roe", "Jane | Roe": the tagger's half of a person's name, made whole where the rules see the name entire.
    ///
    /// Not "Kelso | Roe": the other half must be a given name, or follow one.
    pub fn completed(&self, piece: Piece, ruled: &[Piece], tagged: &[Piece]) -> Piece {
        let word = |at: usize| self.tree.tokens.get(at).map_or("", |token| token.span.of(self.text));
        if piece.first != piece.last || self.tree.tokens[piece.first].name != NameTag::Begin(NameKind::Person) {
            return piece;
        }
        let free = |at: usize| tagged.iter().all(|tag| !(tag.first..=tag.last).contains(&at));
        let capital = |at: usize| word(at).starts_with(char::is_uppercase) && !is_capitals(word(at));
        let name = |at: usize| capital(at) && free(at) && self.lists.head(word(at)).is_none();
        let given = |at: usize| self.lists.given_name(word(at)).is_some() && !self.lists.is_no_name(word(at));
        if piece.title.is_none()
            && let Some(before) = piece.first.checked_sub(1)
            && name(before)
            && given(before)
            && !given(piece.first)
            && self.lists.title(word(before)).is_none()
            && self.tree.tokens[before].upos != Upos::Adv
        {
            return Piece { first: before, ..piece };
        }
        let next = piece.last + 1;
        let seen = ruled.iter().any(|rule| rule.first <= piece.first && rule.last == next);
        let follows = self.tree.tokens.get(next).is_some_and(|token| token.upos == Upos::Propn) && name(next);
        let title =
            self.lists.title(word(next)).is_some() && !self.lists.is(&word(next).to_lowercase(), NameWord::Surname);
        let surname = self.lists.known(word(next)).is_none() && !word(next + 1).starts_with(char::is_uppercase);
        if given(piece.first) && follows && seen && surname && !title {
            return Piece { last: next, ..piece };
        }
        piece
    }

    /// A stretch that cuts no title and no listed name in two: half a title goes, half a name is made whole.
    fn without_halves(&self, mut piece: Piece) -> Option<Piece> {
        for unit in &self.list {
            let opens = unit.first < piece.first && piece.first <= unit.last;
            let closes = unit.first <= piece.last && piece.last < unit.last;
            match unit.what {
                What::Title if opens => piece.first = unit.last + 1,
                What::Title if closes => piece.last = unit.first.checked_sub(1)?,
                What::Known(_) if opens => piece.first = unit.first,
                What::Known(_) if closes => piece.last = unit.last,
                _ => {}
            }
        }
        (piece.first <= piece.last).then_some(piece)
    }

    /// A stretch without small words and words of the calendar at its ends; nothing, where only a common noun is left.
    pub fn bare(&self, piece: Piece) -> Option<Piece> {
        let word = |at: usize| self.tree.word(self.text, at);
        let whole = |first: usize, last: usize| {
            let span = self.tree.tokens[first].span.hull(self.tree.tokens[last].span);
            self.lists.known(span.of(self.text))
        };
        let (mut first, mut last) = (piece.first, piece.last);
        if whole(first, last).is_none() {
            let tail = |at: usize| !word(at).chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
            let of = |at: usize| self.tree.word(self.text, at) == "of";
            // "Jane Roe of Kelso": a person is named without the place.
            let person = self.lists.given_name(word(first)).is_some() && last > first + 2;
            let from = (first + 2..last).find(|&at| of(at) && self.lists.head(word(at - 1)).is_none());
            last = from.filter(|_| person).map_or(last, |at| at - 1);
            if self.is_owner(last) && last > first + 1 && of(last - 1) {
                // "a directorate of Ruritania's army" names no "directorate of Ruritania".
                last -= 2;
            }
            let day = |at: usize| {
                self.lists.is_no_name(word(at)) && word(at).len() > 3 && self.lists.given_name(word(at)).is_none()
            };
            let named = self.lists.given_name(word(first)).is_some();
            let surname = |at: usize| named && self.lists.is(&word(at).to_lowercase(), NameWord::Surname);
            // "Kelso Television Corp. | All rights reserved."
            let small = |at: usize| {
                matches!(self.tree.tokens[at].upos, Upos::Det | Upos::Pron | Upos::Sconj | Upos::Cconj)
                    && self.lists.is_no_name(word(at))
            };
            while last > first
                && (tail(last) || small(last) || day(last) && !surname(last) && word(last).parse::<u32>().is_err())
            {
                last -= 1;
            }
            let lead = |at: usize| {
                let small = tail(at) && !self.lists.is(word(at), NameWord::Particle);
                small || self.lists.is_no_name(word(at)) && self.lists.given_name(word(at)).is_none()
            };
            while first < last && lead(first) {
                first += 1;
            }
        }
        if matches!(word(first), "The" | "the")
            && first < last
            && (whole(first + 1, last).is_some() || whole(first, last).is_none())
        {
            first += 1;
        }
        let noun = first == last && whole(first, last).is_none() && self.is_common(first);
        (!noun).then_some(Piece { first, last, title: piece.title })
    }

    /// Whether a listed place with a possessive mark behind it.
    fn is_owner(&self, at: usize) -> bool {
        let next = self.tree.tokens.get(at + 1).map(|token| token.span.of(self.text));
        matches!(next, Some("'s" | "’s" | "'" | "’")) && self.lists.place(self.tree.word(self.text, at)).is_some()
    }

    /// Whether a word alone is a body's kind rather than its name ("Ministry", "Embassy"), or a day with a slip of the pen.
    fn is_common(&self, at: usize) -> bool {
        let word = self.tree.word(self.text, at);
        is_misspelt_day(word)
            || self.lists.head(word).is_some_and(|(_, place)| place == HeadPlace::Any) && !is_capitals(word)
    }

    /// The titles that stand right before a token.
    fn title_before(&self, first: usize) -> Option<(usize, usize)> {
        let end = self.list.partition_point(|unit| unit.last < first);
        let titles = self.list[..end].iter().rev().scan(first, |next, unit| {
            let joins = unit.what == What::Title && unit.last + 1 == *next;
            *next = unit.first;
            joins.then_some(unit)
        });
        titles.last().map(|unit| (unit.first, first - 1))
    }

    /// Whether a name shows by itself that it is whole: a listed one of several words, or a body "of" something.
    pub fn is_whole(&self, piece: Piece) -> bool {
        let span = self.tree.tokens[piece.first].span.hull(self.tree.tokens[piece.last].span);
        if piece.last > piece.first && self.lists.known(span.of(self.text)).is_some() {
            return true;
        }
        let from = self.list.partition_point(|unit| unit.first < piece.first);
        let end = self.list.partition_point(|unit| unit.last <= piece.last);
        let of = (from + 1..end)
            .find(|&unit| self.list[unit].what == What::Joint && matches!(self.all().words(unit), "of" | "for"));
        of.is_some_and(|of| self.all().ends_in_head(of)) || self.is_firm(from, end)
    }

    /// "Kelso Bar & Grill": one word behind the mark, and no one's given name among them ("Jane Roe & John Doe").
    fn is_firm(&self, from: usize, end: usize) -> bool {
        let mark = (from + 1..end).find(|&unit| self.all().words(unit) == "&");
        let plain = |unit: &Unit| {
            let person = |at: usize| matches!(self.tree.tokens[at].name, NameTag::Begin(NameKind::Person));
            matches!(unit.what, What::Word) && !person(unit.first) || unit.what == What::Joint
        };
        mark.is_some_and(|mark| mark + 2 == end && end - from <= LONGEST_FIRM)
            && self.list[from..end].iter().all(plain)
            && self.lists.given_name(self.all().words(from)).is_none()
    }
}

/// The stretches that the name tagger marked, in text order, parted at words that stand in no name ("Roe | says to | Doe").
pub fn tagged(text: &str, tree: &Tree, lists: &Gazetteer) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    let mut open = false;
    for (at, token) in tree.tokens.iter().enumerate() {
        if token.name == NameTag::Outside || is_seam(tree.word(text, at), token.upos, lists) {
            open = false;
            continue;
        }
        match (token.name, found.last_mut()) {
            (NameTag::Inside(_), Some(piece)) if open => piece.last = at,
            _ => found.push(Piece { first: at, last: at, title: None }),
        }
        open = true;
    }
    found
}

/// Whether a word in small letters parts two names: "or", "says", "to", "she"; not "of" nor "van".
fn is_seam(word: &str, upos: Upos, lists: &Gazetteer) -> bool {
    let small = word.bytes().all(|b| b.is_ascii_lowercase()) && !word.is_empty();
    let verbal = matches!(upos, Upos::Verb | Upos::Aux | Upos::Pron | Upos::Sconj | Upos::Adv);
    let joint = matches!(word, "of" | "for" | "and" | "the" | "on") || lists.is(word, NameWord::Particle);
    small && !joint && (verbal || lists.is(word, NameWord::Seam))
}

/// Whether a token opens an apposition or compound that hangs on a name ("economist Jane Roe").
pub fn noun_before(tree: &Tree, first: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    let token = &tree.tokens[before];
    let noun = matches!(token.upos, Upos::Noun | Upos::Adj) && !matches!(token.relation, Relation::NmodPoss);
    noun.then_some(before)
}
