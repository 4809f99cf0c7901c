//! Where names stand in a sentence: stretches of capitalised words, cut at titles, nationalities and possessives.
//!
//! It finds bare names; what they name is weighed in `evidence`, and which of them are one thing in `entities`.

use super::fold::is_capitals;
use super::gazetteer::{Gazetteer, HeadPlace, Known, NameWord, TitleClass};
use crate::language::{NameTag, Relation, Tree, Upos};
use crate::reading::kinds::EntityKind;
use crate::span::Span;

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

/// One step of a sentence: a known name, a title, a capitalised word, or a word that may join two of these.
#[derive(Debug, Clone, Copy)]
struct Unit {
    first: usize,
    last: usize,
    what: What,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    Known(Known),
    Title,
    Word,
    Joint,
}

/// A sentence whose words are nearly all capitalised: capitals tell nothing there.
pub fn is_headline_like(text: &str, tree: &Tree) -> bool {
    let long = tree.tokens.iter().map(|token| token.span.of(text)).filter(|word| word.chars().count() > 3);
    let (all, high) = long.fold((0, 0), |(all, high), word| (all + 1, high + usize::from(is_high(word))));
    all >= 4 && high * 10 >= all * 7
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

    fn all(&self) -> Sentence<'_> {
        Sentence { text: self.text, tree: self.tree, lists: self.lists, units: &self.list }
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
            Sentence { units: inside, ..self.all() }.split(0, inside.len(), &mut found);
        } else {
            found.extend(self.bare(piece));
        }
        if let Some(first) = found.first_mut().filter(|first| first.title.is_none()) {
            first.title = self.title_before(first.first);
        }
        found.into_iter().filter_map(|piece| self.bare(piece)).collect()
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
            while last > first && (tail(last) || day(last) && word(last).parse::<u32>().is_err()) {
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

    /// Whether a word alone is a body's kind rather than its name: "Ministry", "Embassy".
    fn is_common(&self, at: usize) -> bool {
        let word = self.tree.word(self.text, at);
        self.lists.head(word).is_some_and(|(_, place)| place == HeadPlace::Any) && !is_capitals(word)
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
        of.is_some_and(|of| self.all().ends_in_head(of))
    }
}

/// The stretches that the name tagger marked, in text order.
pub fn tagged(tree: &Tree) -> Vec<Piece> {
    let mut found: Vec<Piece> = Vec::new();
    for (at, token) in tree.tokens.iter().enumerate() {
        match (token.name, found.last_mut()) {
            (NameTag::Inside(_), Some(piece)) if piece.last + 1 == at => piece.last = at,
            (NameTag::Begin(_) | NameTag::Inside(_), _) => found.push(Piece { first: at, last: at, title: None }),
            (NameTag::Outside, _) => {}
        }
    }
    found
}

fn is_high(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn units(text: &str, tree: &Tree, lists: &Gazetteer) -> Vec<Unit> {
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
            _ if is_name_word(tree, word, at, headline, lists) => Some(Unit { first: at, last: at, what: What::Word }),
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

fn is_name_word(tree: &Tree, word: &str, at: usize, headline: bool, lists: &Gazetteer) -> bool {
    let token = &tree.tokens[at];
    if !word.chars().any(char::is_uppercase) || !word.chars().next().is_some_and(char::is_alphanumeric) {
        return false;
    }
    if lists.is_no_name(word) || token.lemma == "be" {
        return false;
    }
    match token.upos {
        Upos::Propn => true,
        Upos::Noun | Upos::Adj | Upos::X | Upos::Num | Upos::Verb => {
            is_high(word) && !headline && at > 0 && tree.tokens[at - 1].upos != Upos::Punct && token.xpos != "PRP"
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

struct Sentence<'a> {
    text: &'a str,
    tree: &'a Tree,
    lists: &'a Gazetteer,
    units: &'a [Unit],
}

impl Sentence<'_> {
    fn words(&self, unit: usize) -> &str {
        let Unit { first, last, .. } = self.units[unit];
        self.tree.tokens[first].span.hull(self.tree.tokens[last].span).of(self.text)
    }

    fn touches(&self, left: usize, right: usize) -> bool {
        self.tree.tokens[self.units[left].last].span.end == self.tree.tokens[self.units[right].first].span.start
    }

    /// The end of the run that begins at a unit: units side by side, joined over a particle where it fits.
    fn run(&self, from: usize) -> usize {
        let mut end = from + 1;
        while end < self.units.len() {
            let next = self.units[end];
            if self.units[end - 1].last + 1 != next.first {
                break;
            }
            if next.what != What::Joint {
                end += 1;
                continue;
            }
            let Some(after) = self.over_joints(from, end) else { break };
            end = after + 1;
        }
        end
    }

    /// The unit after the particles at `at`, where they belong inside a name.
    fn over_joints(&self, from: usize, at: usize) -> Option<usize> {
        let after = (at..self.units.len().min(at + 3)).find(|&unit| self.units[unit].what != What::Joint)?;
        if (at..after).any(|unit| self.units[unit].last + 1 != self.units[unit + 1].first) {
            return None;
        }
        let word = self.words(at);
        let fits = match word {
            "-" | "–" => {
                self.touches(at - 1, at) && self.touches(at, after) && !(self.is_land(at - 1) && self.is_land(after))
            }
            "&" => true,
            "of" | "for" | "on" => {
                let head = self.tree.word(self.text, self.units[at - 1].last);
                let takes_of = self.lists.head(head).is_some_and(|(kind, _)| {
                    word == "of"
                        || word == "for" && matches!(kind, EntityKind::Organization | EntityKind::Facility)
                        || word == "on" && kind == EntityKind::Organization
                });
                let plain = (word != "for" || after == at + 1) && !self.modifies(after);
                takes_of && plain && self.units[at - 1].what != What::Title && !self.owns(after)
            }
            "and" => self.is_list_in_a_body(from, at, after),
            "the" => false,
            _ => {
                matches!(self.units[after].what, What::Word | What::Known(_)) && self.units[at - 1].what != What::Title
            }
        };
        fits.then_some(after)
    }

    fn is_land(&self, unit: usize) -> bool {
        matches!(self.units[unit].what, What::Known(Known::Place(_) | Known::Group(_)))
    }

    /// Whether a nationality stands before a common noun: "a directorate of the Ruritanian army".
    fn modifies(&self, unit: usize) -> bool {
        let next = self.units[unit].last + 1;
        matches!(self.units[unit].what, What::Known(Known::Group(_)))
            && self.tree.tokens.get(next).is_some_and(|token| matches!(token.upos, Upos::Noun | Upos::Adj))
    }

    /// Whether a possessive mark follows: "a directorate of Ruritania's army" names no "directorate of Ruritania".
    fn owns(&self, unit: usize) -> bool {
        let next = self.units[unit].last + 1;
        next < self.tree.tokens.len() && matches!(self.tree.word(self.text, next), "'s" | "’s" | "'" | "’")
    }

    /// "Department of Health and Human Services": an "and" after "of", the left side a head word's complement.
    fn is_list_in_a_body(&self, from: usize, at: usize, after: usize) -> bool {
        let of = (from..at)
            .find(|&unit| self.units[unit].what == What::Joint && matches!(self.words(unit), "of" | "for" | "on"));
        let organ =
            |unit: usize| self.lists.head(self.words(unit)).is_some_and(|(kind, _)| kind == EntityKind::Organization);
        let plain = self.units[at - 1].what == What::Word && self.units[after].what == What::Word;
        of.is_some_and(|of| of > from && organ(of - 1)) && plain
    }

    fn last_word(&self, end: usize) -> &str {
        self.tree.word(self.text, self.units[end - 1].last)
    }

    fn ends_in_head(&self, end: usize) -> bool {
        self.lists.head(self.last_word(end)).is_some_and(|(_, place)| place != HeadPlace::First)
    }

    /// Whether a run is the name of a body or place by its last word, or by the word before its "of".
    fn has_head(&self, from: usize, end: usize) -> bool {
        let of = (from + 1..end)
            .find(|&unit| self.units[unit].what == What::Joint && matches!(self.words(unit), "of" | "for"));
        self.ends_in_head(of.unwrap_or(end))
    }

    fn given(&self, unit: usize) -> bool {
        self.lists.given_name(self.tree.word(self.text, self.units[unit].first)).is_some()
    }

    /// Cuts a run of units into names.
    fn split(&self, from: usize, end: usize, found: &mut Vec<Piece>) {
        let end = (from..end).rev().find(|&unit| self.units[unit].what != What::Joint).map_or(from, |unit| unit + 1);
        let Some(from) = (from..end).find(|&unit| self.units[unit].what != What::Joint) else { return };
        let whole = self.units[from].first..=self.units[end - 1].last;
        if end - from == 1 {
            if self.units[from].what != What::Title {
                found.push(Piece { first: *whole.start(), last: *whole.end(), title: None });
            }
            return;
        }
        let title = (from..end - 1).rev().find(|&unit| self.units[unit].what == What::Title);
        if let Some(title) = title.filter(|&title| self.is_title_of_a_person(title, end)) {
            let first_title =
                (from..title).rev().take_while(|&unit| self.units[unit].what == What::Title).last().unwrap_or(title);
            self.split(from, first_title, found);
            let at = found.len();
            self.split(title + 1, end, found);
            if let Some(person) = found.get_mut(at) {
                person.title = Some((self.units[first_title].first, self.units[title].last));
            }
            return;
        }
        if self.units[end - 1].what == What::Title && !self.ends_in_head(end) {
            // "Foreign Ministry Spokesman", "CIA Director": the office is no part of the name before it.
            return self.split(from, end - 1, found);
        }
        if self.leads_apart(from, end) {
            found.push(Piece { first: self.units[from].first, last: self.units[from].last, title: None });
            return self.split(from + 1, end, found);
        }
        found.push(Piece { first: *whole.start(), last: *whole.end(), title: None });
    }

    /// Whether a title inside a run stands before a person's name and does not open the name of a body ("Justice Department").
    fn is_title_of_a_person(&self, title: usize, end: usize) -> bool {
        !self.has_head(title, end) || self.given(title + 1) && end - title > 2
    }

    /// Whether the first unit is a name of its own: a nationality, a state or a medium before somebody's name.
    fn leads_apart(&self, from: usize, end: usize) -> bool {
        let What::Known(known) = self.units[from].what else { return false };
        let person = self.given(from + 1) && !self.has_head(from, end);
        match known {
            Known::Group(_) => !self.has_head(from, end) && self.units[from + 1].what != What::Joint,
            Known::Place(place) => {
                let before_person = person && place.class == super::gazetteer::PlaceClass::Country && !self.given(from);
                before_person || matches!(self.units[from + 1].what, What::Known(Known::Place(_))) && end - from == 2
            }
            Known::Medium(_) => person,
            Known::Body(_) => person && !self.given(from),
        }
    }
}

/// Whether a token opens an apposition or compound that hangs on a name ("economist Jane Roe").
pub fn noun_before(tree: &Tree, first: usize) -> Option<usize> {
    let before = first.checked_sub(1)?;
    let token = &tree.tokens[before];
    let noun = matches!(token.upos, Upos::Noun | Upos::Adj) && !matches!(token.relation, Relation::NmodPoss);
    noun.then_some(before)
}
