//! What stands around one mention of a name, and in it: words, neighbours, lists, the tagger, its place in the text.
//!
//! It only looks; how much each sign counts for each kind was learnt and stands in `evidence`.

use rustc_hash::FxHashSet;

use super::fold::is_capitals;
use super::gazetteer::{Gazetteer, HeadPlace, Known, NameWord, PlaceClass, TitleClass};
use super::shape::{
    is_call_sign, is_case, is_make, is_model, is_numbered_station, is_part_of_place, is_site, is_street, may_be_street,
    may_be_surname,
};
use super::signs::{Sign, Signs};
use super::spans::{Piece, noun_before};
use crate::language::{NameKind, NameTag, Relation, Tree, Upos};
use crate::reading::kinds::{EntityKind, Section};

/// What an article as a whole tells of its words.
#[derive(Debug, Default)]
pub struct Background<'t> {
    lowered: FxHashSet<&'t str>,
}

impl<'t> Background<'t> {
    /// The words of an article in small letters.
    pub fn of(text: &'t str, trees: &[Tree]) -> Self {
        let small = |word: &&str| word.len() > 2 && word.bytes().all(|b| b.is_ascii_lowercase());
        let words = trees.iter().flat_map(|tree| &tree.tokens).map(|token| token.span.of(text));
        Self { lowered: words.filter(small).collect() }
    }

    /// Whether the article writes a word in small letters, too.
    pub fn lowers(&self, word: &str) -> bool {
        self.lowered.contains(word.to_lowercase().as_str())
    }
}

/// Where a mention stands.
pub struct Place<'a> {
    /// The article.
    pub text: &'a str,
    /// The tree of its sentence.
    pub tree: &'a Tree,
    /// Its tokens.
    pub piece: Piece,
    /// The part of the article.
    pub section: Section,
    /// Whether nearly all words of the sentence have capitals.
    pub loud: bool,
}

/// What one mention shows.
pub fn signs(place: &Place<'_>, lists: &Gazetteer, background: &Background<'_>) -> Signs {
    let Place { text, tree, piece, .. } = *place;
    let mut signs = Signs::default();
    let name = tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span).of(text);
    let words: Vec<&str> = (piece.first..=piece.last).map(|at| tree.word(text, at)).collect();
    signs.add(Sign::Always);
    from_lists(place, lists, name, &words, &mut signs);
    from_title(place, lists, &mut signs);
    if !from_whole(place, lists, name, &words, &mut signs) {
        from_shape(lists, &words, &mut signs);
    }
    from_before(place, lists, &mut signs);
    from_after(place, lists, &mut signs);
    from_tree(place, lists, &mut signs);
    from_tagger(tree, piece, &mut signs);
    from_article(place, name, background, &mut signs);
    signs
}

fn from_lists(place: &Place<'_>, lists: &Gazetteer, name: &str, words: &[&str], signs: &mut Signs) {
    if let Some(known) = lists.known(name) {
        signs.told = Some(known.kind());
        signs.add(match known {
            Known::Place(place) if place.class == PlaceClass::City => Sign::ListedTown,
            Known::Place(_) => Sign::ListedLand,
            Known::Medium(_) => Sign::ListedMedium,
            Known::Group(_) => Sign::ListedGroup,
            Known::Body(body) => match body.kind {
                EntityKind::Organization => Sign::ListedBody,
                EntityKind::Facility => Sign::ListedFacility,
                EntityKind::Person => Sign::ListedPerson,
                EntityKind::Place => Sign::ListedLand,
                EntityKind::Group => Sign::ListedGroup,
                _ => Sign::ListedThing,
            },
        });
    }
    if let Some(gender) = words.first().and_then(|first| lists.given_name(first)) {
        let head = |last: &&str| lists.head(last).is_some_and(|(_, place)| place != HeadPlace::First);
        let body_of = words.windows(2).any(|pair| matches!(pair[1], "of" | "for" | "on") && head(&pair[0]));
        signs.add(match words {
            [_] => Sign::GivenAlone,
            _ if body_of => Sign::GivenBeforeHead,
            [.., last] if head(last) => Sign::GivenBeforeHead,
            _ => Sign::GivenFirst,
        });
        let plain = |word: &&str| {
            word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’'))
                && !super::common::is_common(&word.to_lowercase())
                && lists.head(word).is_none_or(|head| head.1 == HeadPlace::First)
        };
        // Not "the Orlando Rays" nor "Orlando Rays".
        let start = place.piece.title.map_or(place.piece.first, |title| title.0);
        let the = start.checked_sub(1).is_some_and(|at| matches!(place.tree.word(place.text, at), "the" | "The"));
        // "Nancy" is a town far away, "Orlando" is not.
        let near = words.first().is_some_and(|first| match lists.known(first) {
            Some(Known::Place(place)) => place.class != PlaceClass::City || place.within == "United States",
            known => known.is_some(),
        });
        let free = signs.told.is_none() && !the && !near;
        if (2..=3).contains(&words.len()) && free && words[1..].iter().all(plain) {
            signs.add(Sign::FullName);
        }
        signs.gender = gender;
        signs.guessed = words.len() == 1;
    }
}

fn from_title(place: &Place<'_>, lists: &Gazetteer, signs: &mut Signs) {
    let Place { text, tree, piece, .. } = *place;
    if let Some((first, last)) = piece.title {
        signs.add(Sign::Title);
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
        signs.add(Sign::RoleBefore);
        signs.gender = signs.gender.or(role.gender);
    } else if let Some(gender) = lists.relation(noun) {
        signs.add(Sign::RelationBefore);
        signs.gender = gender.or(signs.gender);
    }
}

/// Streets, parts of towns and stations, whose own words tell all; whether it is one of the first two.
fn from_whole(place: &Place<'_>, lists: &Gazetteer, name: &str, words: &[&str], signs: &mut Signs) -> bool {
    let Place { text, tree, piece, .. } = *place;
    if words.iter().any(|word| is_call_sign(word)) && !place.loud
        || words.len() == 1 && is_site(lists, name)
        || is_numbered_station(lists, words)
    {
        signs.add(Sign::CallSign);
    }
    if is_case(words) {
        signs.told = Some(EntityKind::Work);
        signs.add(Sign::Model);
        return true;
    }
    // "lives on Arden Court", not "in the Arden Court".
    let start = piece.title.map_or(piece.first, |title| title.0);
    let on = start.checked_sub(1).is_some_and(|at| matches!(tree.word(text, at), "on" | "block"));
    let of_block = start > 1 && tree.word(text, start - 1) == "of" && tree.word(text, start - 2) == "block";
    let unlisted = lists.known(name).is_none();
    if unlisted && (is_street(lists, words) || (on || of_block) && may_be_street(lists, words)) {
        signs.told = Some(EntityKind::Facility);
        signs.add(Sign::Street);
        return true;
    }
    // "Jane Woods said", not "in the Jane Woods".
    let within = start.checked_sub(1).map(|at| tree.word(text, at).to_ascii_lowercase());
    let within = within.is_some_and(|word| {
        word == "the" || lists.is(&word, NameWord::PlaceBefore) || lists.is(&word, NameWord::PlacePerhaps)
    });
    if !within && may_be_surname(lists, words) && signs.has(Sign::GivenBeforeHead) {
        signs.add(Sign::FullName);
        signs.add(Sign::GivenFirst);
        return true;
    }
    // "a Honda Accord", "a white Honda": not "Lincoln Chafee" nor "Ford said".
    let before = start.checked_sub(1);
    let coloured = before.is_some_and(|at| {
        tree.tokens[at].upos == Upos::Adj && !matches!(tree.tokens[at].xpos, "JJS" | "JJR")
            || tree.word(text, at).parse::<u16>().is_ok()
    });
    let plain = words.first().is_some_and(|first| lists.given_name(first).is_none());
    if piece.title.is_none() && (plain && is_model(lists, words) || coloured && is_make(lists, name)) {
        signs.told = Some(EntityKind::Product);
        signs.add(Sign::Model);
        return true;
    }
    let part = is_part_of_place(lists, name, words.first().copied().unwrap_or_default());
    if part {
        signs.told = Some(EntityKind::Place);
        signs.add(Sign::PartOfPlace);
    }
    part
}

/// Head words, capitals, initials, suffixes.
fn from_shape(lists: &Gazetteer, words: &[&str], signs: &mut Signs) {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return };
    if words.iter().any(|word| word.chars().any(|c| c.is_ascii_digit())) {
        signs.add(Sign::Digit);
    }
    let plain =
        |word: &&str| word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’')) && !is_capitals(word);
    if words.len() == 1 {
        let letters = last.chars().filter(|c| c.is_alphabetic()).count();
        if is_capitals(last) {
            signs.add(if letters <= 5 { Sign::Acronym } else { Sign::Shouted });
        } else if plain(last) {
            signs.add(Sign::OneWord);
        }
        return;
    }
    if words.iter().all(|word| is_capitals(word) || word.len() < 3) {
        signs.add(Sign::Shouted);
    }
    let of = words.iter().position(|word| matches!(*word, "of" | "for" | "on"));
    let before_of = of.and_then(|of| words.get(of.checked_sub(1)?)).copied();
    let street = (*last == "St.").then_some((EntityKind::Facility, HeadPlace::Last));
    let end = of.is_none().then(|| street.or_else(|| lists.head(last)).filter(|head| head.1 != HeadPlace::First));
    let head = before_of.and_then(|word| lists.head(word)).map(|head| (head.0, true));
    let head = head.or_else(|| end.flatten().map(|head| (head.0, false)));
    if let Some((kind, of)) = head {
        signs.told = signs.told.or(Some(kind));
        signs.add(match (kind, of) {
            (EntityKind::Organization, true) => Sign::HeadBodyOf,
            (EntityKind::Organization, false) => Sign::HeadBody,
            (EntityKind::Place, true) => Sign::HeadPlaceFirst,
            (EntityKind::Place, false) => Sign::HeadPlace,
            (EntityKind::Facility, _) => Sign::HeadFacility,
            _ => Sign::HeadThing,
        });
    } else if let Some((kind, HeadPlace::First | HeadPlace::Any)) = lists.head(first) {
        signs.told = signs.told.or(Some(kind));
        signs.add(match kind {
            EntityKind::Organization => Sign::HeadBodyInside,
            EntityKind::Place => Sign::HeadPlaceFirst,
            EntityKind::Facility => Sign::HeadFacility,
            _ => Sign::HeadThing,
        });
    }
    if matches!(lists.known(last), Some(Known::Group(_))) && head.is_none() {
        // "Senate Democrats"
        signs.told = signs.told.or(Some(EntityKind::Group));
        signs.add(Sign::HeadThing);
    }
    let body = |word: &&str| matches!(lists.head(word), Some((EntityKind::Organization, HeadPlace::Any)));
    if head.is_none() && words.iter().any(body) {
        signs.add(Sign::HeadBodyInside);
    }
    let initial = |word: &&str| word.len() == 2 && word.ends_with('.');
    // "U. S. Rescue Service": the letters of a state are no initials.
    let state = || {
        let letters: String = words.iter().take_while(|word| initial(word)).copied().collect();
        letters.len() > 2 && lists.place(&letters).is_some()
    };
    if words.iter().any(initial) && !state()
        || lists.is(last.trim_end_matches('.').to_lowercase().as_str(), NameWord::Suffix)
    {
        signs.add(Sign::Initial);
    }
    if words.contains(&"&") {
        signs.add(Sign::Ampersand);
    }
    if words.len() > 3 {
        signs.add(Sign::ManyWords);
    } else if head.is_none() && words.iter().all(plain) && of.is_none() {
        signs.add(Sign::PlainWords);
    }
}

fn from_before(place: &Place<'_>, lists: &Gazetteer, signs: &mut Signs) {
    let Place { text, tree, piece, .. } = *place;
    let start = piece.title.map_or(piece.first, |title| title.0);
    let before = start.checked_sub(1).map(|at| (at, tree.word(text, at).to_ascii_lowercase()));
    let Some((at, word)) = before else { return };
    match word.as_str() {
        "the" => signs.add(Sign::The),
        "of" => signs.add(Sign::OfBefore),
        word if lists.is(word, NameWord::PlaceBefore) => signs.add(Sign::PlaceBefore),
        word if lists.is(word, NameWord::PlacePerhaps) => signs.add(Sign::PlacePerhaps),
        _ if tree.tokens[at].upos == Upos::Adp => signs.add(Sign::OtherBefore),
        "," => {
            let own = tree.tokens[piece.first].span.of(text);
            let place_before = at.checked_sub(1).is_some_and(|at| tree.word(text, at).starts_with(char::is_uppercase));
            if place_before && own.len() == 2 && is_capitals(own) && piece.first == piece.last {
                signs.add(Sign::StateAfterComma);
            }
        }
        _ => {}
    }
    let opening = matches!(word.as_str(), "\"" | "“" | "''" | "``" | "‘" | "'");
    let after = tree.tokens.get(piece.last + 1).map(|token| token.span.of(text));
    if opening && matches!(after, Some("\"" | "”" | "''" | "’" | "'")) {
        signs.add(Sign::Quoted);
    }
}

fn from_after(place: &Place<'_>, lists: &Gazetteer, signs: &mut Signs) {
    let Place { text, tree, piece, .. } = *place;
    let word = |at: usize| tree.tokens.get(at).map_or("", |token| token.span.of(text));
    match (word(piece.last + 1), word(piece.last + 2)) {
        (",", next) => {
            if lists.place(next).is_some() || lists.place(&[next, word(piece.last + 3)].join(" ")).is_some() {
                signs.add(Sign::BeforePlace);
            }
            if next.parse::<u8>().is_ok_and(|age| (4..110).contains(&age)) {
                signs.add(Sign::Age);
            }
            if matches!(next, "who" | "whose") {
                signs.add(Sign::Who);
            }
        }
        ("who" | "whose" | "himself" | "herself", _) => signs.add(Sign::Who),
        ("-", "based" | "born" | "area") => signs.add(Sign::Based),
        ("'s" | "’s" | "'" | "’", _) => signs.add(Sign::Owner),
        _ => {}
    }
}

/// What the name does in its sentence.
fn from_tree(place: &Place<'_>, lists: &Gazetteer, signs: &mut Signs) {
    let Place { tree, piece, .. } = *place;
    let inside = |at: usize| (piece.first..=piece.last).contains(&at);
    let head = (piece.first..=piece.last).find(|&at| tree.tokens[at].head.is_none_or(|up| !inside(up)));
    let Some(head) = head else { return };
    let token = &tree.tokens[head];
    let governor = token.head.map(|up| &tree.tokens[up]);
    match (token.relation, governor) {
        (Relation::Nsubj, Some(verb)) if lists.is(&verb.lemma, NameWord::Speech) => signs.add(Sign::Speaks),
        (Relation::Nsubj, Some(_)) => signs.add(Sign::Subject),
        (Relation::Compound | Relation::Amod, Some(noun))
            if noun.upos == Upos::Noun && token.head.is_some_and(|up| up > piece.last) =>
        {
            signs.add(Sign::BeforeNoun);
        }
        _ => {}
    }
    if token.upos == Upos::Adj && piece.first == piece.last {
        signs.add(Sign::Adjective);
    }
    if let Some(noun) = tree.child(head, &[Relation::Appos]) {
        let lemma = &tree.tokens[noun].lemma;
        if lists.title(lemma).is_some() || lists.relation(lemma).is_some() {
            signs.add(Sign::RoleAfter);
        } else if lists.is(lemma, NameWord::Company) || lists.is(lemma, NameWord::Medium) || is_body_noun(lists, lemma)
        {
            signs.add(Sign::BodyAfter);
        }
    }
}

/// "group", "association": the head of a body's name, in small letters.
fn is_body_noun(lists: &Gazetteer, lemma: &str) -> bool {
    let mut letters = lemma.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    lists.head(&capital).is_some_and(|(kind, _)| kind == EntityKind::Organization)
}

fn from_tagger(tree: &Tree, piece: Piece, signs: &mut Signs) {
    signs.add(match tree.tokens[piece.first].name {
        NameTag::Begin(kind) | NameTag::Inside(kind) => match kind {
            NameKind::Person => Sign::TaggedPerson,
            NameKind::Organization => Sign::TaggedBody,
            NameKind::Location => Sign::TaggedPlace,
            NameKind::Misc => Sign::TaggedThing,
        },
        NameTag::Outside => Sign::Untagged,
    });
}

fn from_article(place: &Place<'_>, name: &str, background: &Background<'_>, signs: &mut Signs) {
    if place.piece.first == place.piece.last {
        if place.piece.first == 0 {
            signs.add(Sign::Opens);
        }
        let small = name.to_lowercase();
        if super::common::is_common(&small) {
            signs.add(Sign::Common);
        }
        if background.lowered.contains(small.as_str()) {
            signs.add(Sign::Lowered);
        }
    }
    if place.loud {
        signs.add(Sign::Loud);
    }
    match place.section {
        Section::Boilerplate => signs.add(Sign::Boilerplate),
        Section::Headline | Section::Subhead => signs.add(Sign::Headline),
        _ => {}
    }
}
