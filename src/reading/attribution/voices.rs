//! Voices: who the words of a source stand for, what kind of voice that is and how well it is known.
//!
//! It asks the mentions and entities of the article for names and pronouns, and the word lists for the rest.

use rustc_hash::FxHashMap;

use super::floor::{Meant, Whom};
use super::joint::members;
use super::lexicon::medium;
use super::person_named::person_named;
use super::report::Words;
use super::site::Site;
use super::titles::last_noun;
use super::voice_kind::{kind, lone_noun, of_group};
use super::wording::{antecedent, cut, phrase, plain, without_focus};
use crate::language::{Relation, Upos};
use crate::reading::kinds::{Anonymity, EntityKind, MentionKind, SourceKind};
use crate::reading::names::fold::words;
use crate::reading::{Mention, Reading, Voice};
use crate::span::Span;

/// The voices of one article, each once.
pub struct Voices<'a> {
    sites: &'a [Option<Site<'a>>],
    reading: &'a Reading,
    /// What was found so far.
    pub list: Vec<Voice>,
    by_key: FxHashMap<Key, usize>,
    /// Whom pronouns mean by who had the floor.
    pub floor: FxHashMap<Span, Meant>,
}

/// From this chance on a pronoun speaks as the person whom it means; below it the voice stays open.
const SURE: f64 = 0.7;

/// By what two sources of an article are one voice.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    Entity(usize),
    Wording(String),
    /// A voice that is left open is one at each place.
    Place(Span),
    Members(Vec<usize>),
}

impl<'a> Voices<'a> {
    /// For an article whose mentions are known.
    pub fn new(sites: &'a [Option<Site<'a>>], reading: &'a Reading) -> Self {
        Self { sites, reading, list: Vec::new(), by_key: FxHashMap::default(), floor: FxHashMap::default() }
    }

    /// The voice behind the words of a source; without words one that is not named, for each cue its own.
    pub fn of(&mut self, words: Option<Words>, cue: Span) -> usize {
        let Some(words) = words else { return self.unspecified(cue) };
        let Some(site) = self.sites.get(words.sentence).and_then(Option::as_ref) else {
            return self.unspecified(cue);
        };
        let reading = self.reading;
        if let Some(entity) = person_named(site, words, reading).and_then(|name| name.entity) {
            return self.of_entity(entity);
        }
        if let Some(Meant { whom: Whom::Entity(entity), .. }) = self.floor.get(&words.span).copied() {
            return self.of_entity(entity);
        }
        let members = members(site, words);
        if members.len() > 1 {
            let members: Vec<_> = members.into_iter().map(|member| self.single(site, member)).collect();
            return self.joint(site, words, members);
        }
        self.single(site, words)
    }

    /// The voice of an entity of the article.
    pub fn of_entity(&mut self, entity: usize) -> usize {
        let reading = self.reading;
        self.add(Key::Entity(entity), || {
            let known = &reading.entities[entity];
            let kind = medium(&known.name).unwrap_or(match known.kind {
                EntityKind::Person => SourceKind::Person,
                EntityKind::Work => SourceKind::Document,
                EntityKind::Product => SourceKind::Data,
                _ => SourceKind::Organization,
            });
            Voice {
                name: known.name.clone(),
                kind,
                anonymity: Anonymity::Named,
                entity: Some(entity),
                members: Vec::new(),
            }
        })
    }

    /// A voice that is known by words alone.
    pub fn described(&mut self, name: &str, kind: SourceKind, anonymity: Anonymity) -> usize {
        let voice = || Voice { name: name.to_owned(), kind, anonymity, entity: None, members: Vec::new() };
        self.add(Key::Wording(name.to_owned()), voice)
    }

    fn unspecified(&mut self, cue: Span) -> usize {
        self.add(Key::Place(cue), || Voice {
            name: "unspecified".into(),
            kind: SourceKind::Unnamed,
            anonymity: Anonymity::Unnamed,
            entity: None,
            members: Vec::new(),
        })
    }

    /// The voice of words whose speaker the article does not settle, one at each place.
    pub fn open(&mut self, place: Span) -> usize {
        self.add(Key::Place(place), || Voice {
            name: "unspecified".into(),
            kind: SourceKind::Unnamed,
            anonymity: Anonymity::Unresolved,
            entity: None,
            members: Vec::new(),
        })
    }

    fn add(&mut self, key: Key, voice: impl FnOnce() -> Voice) -> usize {
        let list = &mut self.list;
        *self.by_key.entry(key).or_insert_with(|| {
            list.push(voice());
            list.len() - 1
        })
    }

    fn joint(&mut self, site: &Site, words: Words, mut members: Vec<usize>) -> usize {
        members.sort_unstable();
        members.dedup();
        if let [one] = members[..] {
            return one;
        }
        let worst = members.iter().map(|&member| self.list[member].anonymity).max().unwrap_or(Anonymity::Named);
        let name = plain(words.span.of(site.text));
        self.add(Key::Members(members.clone()), || Voice {
            name,
            kind: SourceKind::Group,
            anonymity: worst,
            entity: None,
            members,
        })
    }

    fn single(&mut self, site: &Site, words: Words) -> usize {
        let floor = self.floor.get(&words.span).copied();
        match floor.map(|meant| meant.whom) {
            Some(Whom::Speaker(before)) => return self.of(Some(before), before.span),
            Some(Whom::Entity(entity)) => return self.of_entity(entity),
            Some(Whom::Named | Whom::Open) | None => {}
        }
        let words = last_noun(site, words, self.reading);
        let head = antecedent(site, words.head);
        let is_relative = head != words.head;
        let mention = self.mention(site, head, words.span, is_relative);
        let entity = mention.and_then(|mention| match floor.map(|meant| meant.whom) {
            Some(Whom::Open) => None,
            Some(_) => mention.entity,
            None => known(mention),
        });
        let entity = self.bearer_of_surname(site, words, head, entity).or(entity);
        // "Detectives said": a noun that was taken for a name.
        let alone = |entity: &usize| self.reading.entities[*entity].name == site.token(head).of(site.text);
        let entity = entity.filter(|entity| !(alone(entity) && lone_noun(site, head).is_some()));
        let in_group = entity.is_some_and(|entity| self.reading.entities[entity].kind == EntityKind::Group);
        if let Some(entity) = entity.filter(|_| !in_group) {
            return self.of_entity(entity);
        }
        let span = if is_relative { phrase(site, head) } else { without_focus(site, words.span, head) };
        let name = plain(cut(site, span, head).of(site.text));
        let (kind, anonymity) = if in_group { of_group(site, head) } else { kind(site, head, mention) };
        // "Ruiz, a former clerk": the name ends at its comma.
        let name = match name.split_once(", ") {
            Some((first, _)) if anonymity == Anonymity::Named && !first.is_empty() => first.to_owned(),
            _ => name,
        };
        let name = match name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")) {
            Some(bare) if anonymity == Anonymity::Named && bare.matches(' ').count() > 1 => bare.to_owned(),
            _ => name,
        };
        if let Some(entity) = (anonymity == Anonymity::Named).then(|| self.spelled_alike(&name)).flatten() {
            return self.of_entity(entity);
        }
        let key = match anonymity {
            Anonymity::Unresolved => Key::Place(words.span),
            Anonymity::Named => Key::Wording(name.clone()),
            _ => Key::Wording(name.to_lowercase()),
        };
        self.add(key, || Voice { name, kind, anonymity, entity: None, members: Vec::new() })
    }

    /// The only entity of the article with such a name, whatever its letters: "ACME" where the article names Acme.
    fn spelled_alike(&self, name: &str) -> Option<usize> {
        let wanted = words(name);
        let alike = |entity: &super::super::Entity| {
            entity.kind != EntityKind::Group && entity.names.iter().any(|own| words(own) == wanted)
        };
        let mut found = self.reading.entities.iter().enumerate().filter(|(_, entity)| alike(entity));
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    }

    /// The mention that stands for a source: the one that holds its head, or a name in apposition to it.
    fn mention(&self, site: &Site, head: usize, span: Span, is_relative: bool) -> Option<&'a Mention> {
        let at = site.token(head);
        let covering = |at: Span| {
            let mentions = &self.reading.mentions;
            let from = mentions.partition_point(|mention| mention.span.end <= at.start);
            mentions[from..]
                .iter()
                .take_while(|mention| mention.span.start < at.end)
                .find(|mention| mention.span.overlaps(at))
        };
        let own = covering(at).map(|own| self.bearer_behind(site, own, span).unwrap_or(own));
        if let Some(own) = own.filter(|own| own.kind == MentionKind::Name || site.upos(head) == Upos::Pron) {
            return Some(own);
        }
        let beside = site.children(head).iter().copied().find_map(|child| {
            let inside = is_relative || span.contains(site.token(child));
            let named = matches!(site.relation(child), Relation::Appos | Relation::Flat) && inside;
            covering(site.token(child)).filter(|mention| named && mention.kind == MentionKind::Name)
        });
        beside.or(own)
    }

    /// The only person of the article whose surname a capitalised word alone is that no mention, or one of a people, covers:
    /// "Sanders said", "Cuban said".
    fn bearer_of_surname(&self, site: &Site, words: Words, head: usize, entity: Option<usize>) -> Option<usize> {
        let Reading { entities, mentions, .. } = self.reading;
        let token = site.token(head);
        let word = token.of(site.text);
        let other = entity.is_some_and(|entity| entities[entity].kind != EntityKind::Group);
        let from = mentions.partition_point(|mention| mention.span.end <= token.start);
        let open = mentions.get(from).is_some_and(|own| own.span.overlaps(token) && own.entity.is_none());
        if other || open || words.span != token || !word.starts_with(char::is_uppercase) || word.len() < 3 {
            return None;
        }
        let bears = |entity: &super::super::Entity| {
            entity.kind == EntityKind::Person && entity.name.rsplit(' ').next() == Some(word)
        };
        let mut found = entities.iter().enumerate().filter(|(_, entity)| bears(entity));
        found.next().filter(|_| found.next().is_none()).map(|(at, _)| at)
    }

    /// "Valley TV editor Ana Ruiz": the person named behind a body and a post, where nothing parts them.
    fn bearer_behind(&self, site: &Site, own: &Mention, span: Span) -> Option<&'a Mention> {
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|mention| mention.span.start < own.span.end);
        let named = |mention: &&Mention| {
            let entity = mention.entity.and_then(|entity| self.reading.entities.get(entity));
            mention.kind == MentionKind::Name && entity.is_some_and(|entity| entity.kind == EntityKind::Person)
        };
        let person = mentions[from..].iter().take_while(|mention| mention.span.end <= span.end).find(named)?;
        let first = site.tree.token_at(own.span.end)?;
        let mut between = (first..site.len()).take_while(|&at| site.token(at).end <= person.span.start).peekable();
        between.peek()?;
        let posts =
            between.all(|at| matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Adj) && !site.is_mark(at));
        posts.then_some(person)
    }

    /// How likely the pronoun at the head of a source means its person; 1 for all other words.
    pub fn certainty(&self, words: Words) -> f64 {
        let Some(site) = self.sites.get(words.sentence).and_then(Option::as_ref) else { return 1.0 };
        if let Some(meant) = self.floor.get(&words.span) {
            return meant.chance;
        }
        let head = antecedent(site, words.head);
        let mention = self.mention(site, head, words.span, head != words.head);
        mention.filter(|mention| known(mention).is_some()).map_or(1.0, |mention| mention.confidence)
    }

    /// The entity that words surely stand for.
    pub fn entity(&self, words: Words) -> Option<usize> {
        let site = self.sites.get(words.sentence)?.as_ref()?;
        if let Some(entity) = person_named(site, words, self.reading).and_then(|name| name.entity) {
            return Some(entity);
        }
        let words = last_noun(site, words, self.reading);
        let head = antecedent(site, words.head);
        // A head alone stands for its whole phrase: "his wife, | Ana Ruiz".
        let whole = head != words.head || words.span == site.token(head);
        self.mention(site, head, words.span, whole).and_then(known)
    }

    /// The pronouns that mean the speaker who had the floor, each with the entity of that speaker, if it has one.
    pub fn meant(&self) -> Vec<(Span, Option<usize>, f64)> {
        let entity = |mut words: Words| {
            // No one speaks on for longer; the bound also ends a circle, of which there is none.
            for _ in 0..self.floor.len() {
                match self.floor.get(&words.span).map(|meant| meant.whom) {
                    Some(Whom::Speaker(before)) => words = before,
                    Some(Whom::Entity(entity)) => return Some(entity),
                    Some(Whom::Named) => return self.guess(words).map(|(entity, _)| entity),
                    Some(Whom::Open) => return None,
                    None => break,
                }
            }
            self.entity(words)
        };
        let told = self.floor.iter().filter_map(|(&span, meant)| match meant.whom {
            Whom::Speaker(words) => Some((span, entity(words), meant.chance)),
            Whom::Entity(one) => Some((span, Some(one), meant.chance)),
            Whom::Open => Some((span, None, 0.0)),
            Whom::Named => None,
        });
        let mut told: Vec<_> = told.collect();
        told.sort_by_key(|(span, ..)| *span);
        told
    }

    /// Whom the names around it make the likeliest for a pronoun, and how likely.
    pub fn guess(&self, words: Words) -> Option<(usize, f64)> {
        let site = self.sites.get(words.sentence)?.as_ref()?;
        let mention = self.mention(site, words.head, words.span, false)?;
        Some((mention.entity?, mention.confidence))
    }
}

/// Whom a mention surely means: "he" as a voice needs a better chance than "he" elsewhere, since words are put in a mouth.
fn known(mention: &Mention) -> Option<usize> {
    let doubtful = mention.kind == MentionKind::Pronoun && mention.confidence < SURE;
    mention.entity.filter(|_| !doubtful)
}
