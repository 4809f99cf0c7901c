//! Names of one article: where they stand, what they name, which are one thing, and what stands beside them.
//!
//! It reads trees and lists; it knows nothing of claims or of other articles.

pub mod common;
pub mod coreference;
mod descriptors;
mod entities;
mod evidence;
#[cfg(test)]
mod examples;
pub mod fold;
mod fuller;
pub mod gazetteer;
mod headlines;
mod impostors;
mod known;
pub mod likeness;
mod links;
pub mod local_bodies;
mod nominals;
mod numbered;
mod organs;
mod runs;
mod shape;
mod signs;
mod spans;
mod states;
mod surnames;
mod surroundings;
mod units;

/// What learning the kinds of names needs.
#[cfg(feature = "train")]
pub mod learning;

pub use self::states::let_states_speak;

use rustc_hash::FxHashMap;

use self::entities::{Named, clusters};
use self::evidence::weigh;
use self::gazetteer::{Gazetteer, Gender, gazetteer};
use self::signs::Signs;
use self::spans::Piece;
use self::surroundings::{Background, Place, signs};
use super::article_reading::{Descriptor, Entity, EntityLink, Mention, Sentence};
use super::kinds::{EntityKind, MentionKind, Section};
use super::structure::{Quotation, QuotationKind};
use crate::language::{NameKind, NameTag, Tree};
use crate::span::Span;

/// What names tell of an article.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// Each thing that the article names, once.
    pub entities: Vec<Entity>,
    /// For each entity, the gender that names and titles tell of a person.
    pub genders: Vec<Option<Gender>>,
    /// In text order; name mentions do not overlap.
    pub mentions: Vec<Mention>,
    /// Titles, posts, relations and epithets.
    pub descriptors: Vec<Descriptor>,
    /// How the entities hang together.
    pub links: Vec<EntityLink>,
}

/// A name before it is known what it names.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    sentence: usize,
    piece: Piece,
    span: Span,
}

/// Finds the names of an article. `trees` run beside `sentences`; the tree of a line that is not read is empty.
/// `quotations` are the article's.
#[must_use]
pub fn names(text: &str, sentences: &[Sentence], trees: &[Tree], quotations: &[Quotation]) -> Names {
    let weights = coreference::ranker::Weights::embedded();
    judged(text, sentences, trees, quotations, &mut |_, candidates| coreference::likeliest(weights, candidates))
}

/// As `names`, with another judge of whom pronouns mean.
#[must_use]
pub fn judged(
    text: &str,
    sentences: &[Sentence],
    trees: &[Tree],
    quotations: &[Quotation],
    judge: &mut coreference::Judge<'_>,
) -> Names {
    let outer = quotations.iter().filter(|quotation| quotation.depth == 0 && quotation.kind == QuotationKind::Sentence);
    let quoted: Vec<Span> = outer.flat_map(|quotation| quotation.parts.iter().copied()).collect();
    let lists = gazetteer();
    let candidates = candidates(text, trees, lists);
    let named: Vec<Named<'_>> = candidates
        .iter()
        .zip(all_signs(text, sentences, trees, &candidates))
        .map(|(candidate, signs)| Named {
            name: candidate.span.of(text),
            evidence: weigh(&signs),
            gender: signs.gender,
            guessed: signs.guessed,
        })
        .collect();
    let found = clusters(&named, lists);
    let mut names = Names { entities: found.entities, genders: found.genders, ..Names::default() };
    for (candidate, &entity) in candidates.iter().zip(&found.of) {
        let Some(entity) = entity else { continue };
        let mention = names.mentions.len();
        names.mentions.push(Mention {
            span: candidate.span,
            sentence: candidate.sentence,
            entity: Some(entity),
            claim: None,
            kind: MentionKind::Name,
            confidence: 1.0,
        });
        let kind = names.entities[entity].kind;
        let site = descriptors::Site { text, tree: &trees[candidate.sentence], piece: candidate.piece, kind };
        names.descriptors.extend(descriptors::descriptors(&site, lists, mention));
    }
    surnames::settle(text, &mut names, lists);
    let nominals = nominals::nominals(text, trees, &names.entities, &names.mentions, &names.descriptors, lists);
    add(&mut names, nominals);
    let input = coreference::Text { body: text, sentences, trees, quoted: &quoted };
    let pronouns = coreference::pronouns(&input, &names.mentions, &names.entities, &names.genders, judge);
    add(&mut names, pronouns);
    add_organs(text, trees, lists, &mut names);
    names.links.extend(links::links(&names.entities, lists));
    debug_assert!(sentences.len() == trees.len() || trees.is_empty());
    names
}

/// What each candidate shows.
fn all_signs(text: &str, sentences: &[Sentence], trees: &[Tree], candidates: &[Candidate]) -> Vec<Signs> {
    let lists = gazetteer();
    let background = Background::of(text, trees);
    let mut loud = (usize::MAX, false);
    let each = candidates.iter().map(|candidate| {
        let tree = &trees[candidate.sentence];
        if loud.0 != candidate.sentence {
            loud = (candidate.sentence, units::is_headline_like(text, tree));
        }
        let section = sentences.get(candidate.sentence).map_or(Section::Body, |sentence| sentence.section);
        let place = Place { text, tree, piece: candidate.piece, section, loud: loud.1 };
        signs(&place, lists, &background)
    });
    each.collect()
}

/// The bare names of the article in text order: those of the tagger, cut by the rules, and those that the rules alone know.
///
/// Lines whose words nearly all have capitals are read last, for they are understood by the names of the others.
fn candidates(text: &str, trees: &[Tree], lists: &Gazetteer) -> Vec<Candidate> {
    let background = Background::of(text, trees);
    let loud: Vec<bool> = trees.iter().map(|tree| units::is_headline(text, tree)).collect();
    let mut pieces: Vec<Vec<Piece>> = vec![Vec::new(); trees.len()];
    let mut quiet = headlines::Quiet::default();
    for (sentence, tree) in trees.iter().enumerate().filter(|&(sentence, _)| !loud[sentence]) {
        pieces[sentence] = pieces_of(text, tree, lists, units::is_headline_like(text, tree));
        for piece in &pieces[sentence] {
            quiet.add(span_of(tree, *piece).of(text));
        }
    }
    for (sentence, tree) in trees.iter().enumerate().filter(|&(sentence, _)| loud[sentence]) {
        let stretches = pieces_of(text, tree, lists, true).into_iter();
        pieces[sentence] =
            stretches.flat_map(|piece| headlines::names_in(text, tree, lists, &quiet, &background, piece)).collect();
    }
    let all = trees.iter().zip(pieces).enumerate().flat_map(|(sentence, (tree, pieces))| {
        pieces.into_iter().map(move |piece| Candidate { sentence, piece, span: span_of(tree, piece) })
    });
    all.collect()
}

/// The stretches of a sentence that may be names, in text order; `headline`: nearly all its words have capitals.
fn pieces_of(text: &str, tree: &Tree, lists: &Gazetteer, headline: bool) -> Vec<Piece> {
    let units = spans::Units::of(text, tree, lists);
    let ruled = units.pieces();
    let whole: Vec<Piece> = ruled.iter().copied().filter(|piece| units.is_whole(*piece)).collect();
    let tagged = spans::tagged(text, tree, lists);
    let cut = |piece: &Piece| tagged.iter().any(|tag| piece.overlaps(tag) && !piece.contains(tag));
    let mut pieces: Vec<Piece> = whole.into_iter().filter(|piece| !cut(piece)).collect();
    for piece in tagged.iter().flat_map(|piece| units.trimmed(*piece)) {
        let piece = units.completed(piece, &ruled, &tagged);
        if pieces.iter().all(|other| !other.overlaps(&piece)) {
            pieces.push(piece);
        }
    }
    for piece in ruled {
        let known = lists.known(span_of(tree, piece).of(text)).is_some();
        if pieces.iter().all(|other| !other.overlaps(&piece)) && (known || !headline) {
            pieces.push(piece);
        }
    }
    for at in 0..pieces.len() {
        let home = without_home(text, tree, lists, &mut pieces[at]);
        pieces.extend(home);
    }
    pieces.retain(|piece| !impostors::is_impostor(text, tree, lists, *piece));
    pieces.sort_by_key(|piece| piece.first);
    numbered::with_numbers(text, tree, lists, &mut pieces);
    pieces
}

/// Cuts a person's name before its "of", and gives what stands behind it: "Ann Lee | of | Kelso", not "College of Kelso".
fn without_home(text: &str, tree: &Tree, lists: &Gazetteer, piece: &mut Piece) -> Option<Piece> {
    let word = |at: usize| tree.word(text, at);
    let of = (piece.first + 2..piece.last).find(|&at| matches!(word(at), "of" | "from"))?;
    let tagged = matches!(tree.tokens[piece.first].name, NameTag::Begin(NameKind::Person));
    let given = tagged || lists.given_name(word(piece.first)).is_some();
    let head = (piece.first..of).any(|at| lists.head(word(at)).is_some());
    if !given || head || lists.known(span_of(tree, *piece).of(text)).is_some() {
        return None;
    }
    let home = Piece { first: of + 1, last: piece.last, title: None };
    piece.last = of - 1;
    Some(home)
}

/// Adds the organs of state that stand in small letters, each tied to its state where the article names it.
fn add_organs(text: &str, trees: &[Tree], lists: &Gazetteer, names: &mut Names) {
    let mut found = Vec::new();
    for (sentence, tree) in trees.iter().enumerate() {
        for organ in organs::organs(text, tree, lists) {
            let taken = |mention: &Mention| mention.span.overlaps(organ.span) && mention.span.end == organ.span.end;
            if names.mentions.iter().any(taken) {
                continue;
            }
            let same = |entity: &Entity| entity.kind == EntityKind::Organization && entity.names.contains(&organ.name);
            let entity = names.entities.iter().position(same).unwrap_or_else(|| {
                let entity = Entity {
                    name: organ.name.clone(),
                    kind: EntityKind::Organization,
                    names: vec![organ.name.clone()],
                };
                names.entities.push(entity);
                names.genders.push(None);
                names.entities.len() - 1
            });
            found.push(Mention {
                span: organ.span,
                sentence,
                entity: Some(entity),
                claim: None,
                kind: MentionKind::Nominal,
                confidence: 1.0,
            });
        }
    }
    add(names, found);
}

/// Adds the bodies of which each town has one: each with its place, and where only one is meant. `home` is the place of
/// the dateline.
pub fn add_local_bodies(text: &str, trees: &[Tree], home: Option<&str>, names: &mut Names) {
    let bodies = local_bodies::local_bodies(text, trees, names, home);
    if bodies.is_empty() {
        return;
    }
    let mut of: FxHashMap<String, usize> = FxHashMap::default();
    for (at, entity) in names.entities.iter().enumerate() {
        let forms = entity.names.iter().filter(|_| entity.kind == EntityKind::Organization);
        for key in forms.filter_map(|name| local_bodies::canonical(&fold::words(name))) {
            of.entry(key.join(" ")).or_insert(at);
        }
    }
    let mut found = Vec::new();
    for body in bodies {
        let entity = *of.entry(body.key).or_insert_with(|| {
            let name = body.name.clone();
            names.entities.push(Entity { name, kind: EntityKind::Organization, names: Vec::new() });
            names.genders.push(None);
            names.entities.len() - 1
        });
        let spellings = &mut names.entities[entity].names;
        if !spellings.contains(&body.name) {
            spellings.push(body.name);
        }
        let from = names.mentions.partition_point(|mention| mention.span.end < body.span.end);
        let mut near = names.mentions[from..].iter().take_while(|mention| mention.span.start <= body.span.start);
        if near.any(|mention| mention.span.contains(body.span)) {
            continue;
        }
        found.push(Mention {
            span: body.span,
            sentence: body.sentence,
            entity: Some(entity),
            claim: None,
            kind: MentionKind::Nominal,
            confidence: 1.0,
        });
    }
    add(names, found);
}

/// Adds mentions and keeps all in text order.
fn add(names: &mut Names, more: Vec<Mention>) {
    let mut order: Vec<(usize, Mention)> = names.mentions.iter().copied().enumerate().collect();
    order.extend(more.into_iter().map(|mention| (usize::MAX, mention)));
    order.sort_by_key(|(_, mention)| (mention.span.start, mention.span.end));
    let mut place = vec![0; names.mentions.len()];
    for (new, (old, _)) in order.iter().enumerate() {
        if let Some(slot) = place.get_mut(*old) {
            *slot = new;
        }
    }
    names.mentions = order.into_iter().map(|(_, mention)| mention).collect();
    for descriptor in &mut names.descriptors {
        descriptor.mention = place[descriptor.mention];
    }
}

fn span_of(tree: &Tree, piece: Piece) -> Span {
    tree.tokens[piece.first].span.hull(tree.tokens[piece.last].span)
}
