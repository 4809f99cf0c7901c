//! What a name names, weighed from its words, its neighbours and the lists; an article's mentions of one name are summed.

use super::fold::is_capitals;
use super::gazetteer::{Gazetteer, Gender, HeadPlace, Known, NameWord, PlaceClass, TitleClass};
use super::spans::{Piece, noun_before};
use crate::language::{NameKind, NameTag, Relation, Tree, Upos};
use crate::reading::kinds::EntityKind;

/// Points for each kind, in the order of `EntityKind::ALL`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Evidence([i32; 9]);

impl Evidence {
    /// Adds points for a kind.
    pub fn add(&mut self, kind: EntityKind, points: i32) {
        self.0[kind as usize] += points;
    }

    /// Adds what another mention of the name tells.
    pub fn merge(&mut self, other: Self) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine += theirs;
        }
    }

    /// The points of a kind.
    #[must_use]
    pub const fn of(&self, kind: EntityKind) -> i32 {
        self.0[kind as usize]
    }

    /// The kind with most points and how many it has; the earlier of equal ones.
    #[must_use]
    pub fn best(&self) -> (EntityKind, i32) {
        let mut best = (EntityKind::Other, 0);
        for &kind in EntityKind::ALL {
            if self.of(kind) > best.1 {
                best = (kind, self.of(kind));
            }
        }
        best
    }
}

/// What one mention tells of its kind and of the person's gender.
#[derive(Debug, Clone, Copy, Default)]
pub struct Signs {
    /// Points for each kind.
    pub evidence: Evidence,
    /// From a title or a given name.
    pub gender: Option<Gender>,
    /// Whether nothing but a given name that stands alone tells the gender: "Clinton" may as well be a surname.
    pub guessed: bool,
}

/// Weighs one mention.
pub fn weigh(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece) -> Signs {
    let mut signs = Signs::default();
    let name = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let words: Vec<&str> = (piece.first..=piece.last).map(|at| tree.word(text, at)).collect();
    from_lists(lists, name, &words, &mut signs);
    from_title(text, tree, lists, piece, &mut signs);
    from_shape(lists, &words, &mut signs.evidence);
    from_neighbours(text, tree, lists, piece, &mut signs);
    from_tagger(tree, piece, &mut signs.evidence);
    signs
}

fn from_lists(lists: &Gazetteer, name: &str, words: &[&str], signs: &mut Signs) {
    match lists.known(name) {
        Some(Known::Place(place)) => {
            let sure = place.class != PlaceClass::City && lists.given_name(name).is_none();
            signs.evidence.add(EntityKind::Place, if sure { 8 } else { 4 });
        }
        Some(known) => signs.evidence.add(known.kind(), 7),
        None => {}
    }
    if let Some(gender) = words.first().and_then(|first| lists.given_name(first)) {
        let body = words.len() > 1
            && words.last().is_some_and(|last| lists.head(last).is_some_and(|(_, place)| place != HeadPlace::First));
        signs.evidence.add(
            EntityKind::Person,
            if body {
                1
            } else if words.len() > 1 {
                5
            } else {
                2
            },
        );
        signs.gender = gender;
        signs.guessed = words.len() == 1;
    }
}

fn from_title(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece, signs: &mut Signs) {
    if let Some((first, last)) = piece.title {
        signs.evidence.add(EntityKind::Person, 7);
        let title = tree.tokens[first].span.hull(tree.tokens[last].span).of(text);
        let head = lists.title(title).or_else(|| lists.title(tree.word(text, last)));
        if let Some(gender) = head.and_then(|title| title.gender) {
            signs.gender = Some(gender);
            signs.guessed = false;
        }
        return;
    }
    let Some(before) = noun_before(tree, piece.first) else { return };
    let noun = tree.word(text, before);
    let role = lists
        .title(noun)
        .or_else(|| lists.title(&tree.tokens[before].lemma))
        .filter(|title| title.class == TitleClass::Role);
    if let Some(role) = role {
        signs.evidence.add(EntityKind::Person, 5);
        signs.gender = signs.gender.or(role.gender);
    } else if let Some(gender) = lists.relation(noun) {
        signs.evidence.add(EntityKind::Person, 5);
        signs.gender = gender.or(signs.gender);
    }
}

/// Head words, capitals, initials, suffixes.
fn from_shape(lists: &Gazetteer, words: &[&str], evidence: &mut Evidence) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    if words.len() == 1 {
        let letters = last.chars().filter(|c| c.is_alphabetic()).count();
        if is_capitals(last) && letters <= 5 {
            evidence.add(EntityKind::Organization, 3);
        }
        return;
    }
    let of = words.iter().position(|word| matches!(*word, "of" | "for"));
    let before_of = of.and_then(|of| words.get(of.checked_sub(1)?)).copied();
    let mut told = false;
    for (word, points) in [(before_of, 7), (of.is_none().then_some(*last), 6)] {
        if let Some((kind, HeadPlace::Any | HeadPlace::Last)) = word.and_then(|word| lists.head(word)) {
            evidence.add(kind, points);
            told = true;
        }
    }
    if let (Some((kind, HeadPlace::First)), false) = (lists.head(first), told) {
        evidence.add(kind, 4);
    }
    if !told && words.iter().any(|word| matches!(lists.head(word), Some((EntityKind::Organization, HeadPlace::Any)))) {
        evidence.add(EntityKind::Organization, 2);
    }
    let initial = |word: &&str| word.len() == 2 && word.ends_with('.');
    if words.iter().any(initial) || lists.is(last.trim_end_matches('.').to_lowercase().as_str(), NameWord::Suffix) {
        evidence.add(EntityKind::Person, 3);
    }
    if words.contains(&"&") {
        evidence.add(EntityKind::Organization, 3);
    }
    let plain =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')) && !is_capitals(word);
    if !told && words.len() <= 3 && words.iter().all(plain) && of.is_none() {
        evidence.add(EntityKind::Person, 2);
    }
}

/// What stands around the name and what it does in its sentence.
fn from_neighbours(text: &str, tree: &Tree, lists: &Gazetteer, piece: Piece, signs: &mut Signs) {
    let head = (piece.first..=piece.last)
        .find(|&at| tree.tokens[at].head.is_none_or(|up| !(piece.first..=piece.last).contains(&up)));
    let Some(head) = head else { return };
    let evidence = &mut signs.evidence;
    let token = &tree.tokens[head];
    let before = piece.first.checked_sub(1).map(|at| tree.word(text, at).to_ascii_lowercase());
    match before.as_deref() {
        Some("the") => evidence.add(EntityKind::Organization, 1),
        Some(word) if lists.is(word, NameWord::PlaceBefore) => evidence.add(EntityKind::Place, 3),
        Some(word) if lists.is(word, NameWord::PlacePerhaps) => evidence.add(EntityKind::Place, 1),
        _ => {}
    }
    if before.as_deref() == Some("the") {
        evidence.add(EntityKind::Person, -3);
    }
    let governor = token.head.map(|up| &tree.tokens[up]);
    let speaks = |lemma: &str| lists.is(lemma, NameWord::Speech);
    if token.relation == Relation::Nsubj && governor.is_some_and(|verb| speaks(&verb.lemma)) {
        evidence.add(EntityKind::Person, 1);
        evidence.add(EntityKind::Organization, 1);
    }
    let after = tree.tokens.get(piece.last + 1).map(|_| tree.word(text, piece.last + 1));
    match after {
        Some(",") => {
            let next = tree.tokens.get(piece.last + 2).map(|token| token.span.of(text));
            if next.and_then(|word| lists.place(word)).is_some() {
                evidence.add(EntityKind::Place, 2);
            }
            if next.is_some_and(|word| word.parse::<u8>().is_ok_and(|age| (10..110).contains(&age))) {
                evidence.add(EntityKind::Person, 3);
            }
        }
        Some("who" | "himself" | "herself") => evidence.add(EntityKind::Person, 3),
        Some("-")
            if tree.tokens.get(piece.last + 2).is_some_and(|token| matches!(token.span.of(text), "based" | "born")) =>
        {
            evidence.add(EntityKind::Place, 3);
        }
        _ => {}
    }
    if token.upos == Upos::Adj && piece.first == piece.last {
        evidence.add(EntityKind::Group, 2);
    }
    let apposed = tree.child(head, &[Relation::Appos]);
    if apposed.and_then(|noun| lists.title(&tree.tokens[noun].lemma)).is_some() {
        evidence.add(EntityKind::Person, 3);
    }
}

/// The tagger's word counts as much as a good list does.
fn from_tagger(tree: &Tree, piece: Piece, evidence: &mut Evidence) {
    let kind = match tree.tokens[piece.first].name {
        NameTag::Begin(kind) | NameTag::Inside(kind) => kind,
        NameTag::Outside => return,
    };
    match kind {
        NameKind::Person => evidence.add(EntityKind::Person, 6),
        NameKind::Organization => evidence.add(EntityKind::Organization, 6),
        NameKind::Location => {
            evidence.add(EntityKind::Place, 6);
            evidence.add(EntityKind::Facility, 5);
        }
        NameKind::Misc => {
            for kind in [EntityKind::Product, EntityKind::Event, EntityKind::Group, EntityKind::Work] {
                evidence.add(kind, 3);
            }
            evidence.add(EntityKind::Other, 4);
        }
    }
}
