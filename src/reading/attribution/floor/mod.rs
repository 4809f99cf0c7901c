//! Whom a pronoun that speaks means by who had the floor before: "The road is closed, Ruiz said. He added that …".
//!
//! It goes through speakers and subjects in text order; where two could be meant it gives none. It makes no voice and
//! weighs no name: whom a pronoun means by the names around it is the work of `names::coreference`.

mod again;
mod bearers;
mod described;
mod events;

use rustc_hash::FxHashMap;

use self::bearers::Bearers;
use self::events::{Event, Kind, Said, events, kind, said};
use super::lexicon::voice_noun;
use super::report::{Report, Words};
use super::site::Site;
use super::voices::Voices;
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::gazetteer::Gender;
use crate::reading::{Mention, Reading};
use crate::span::Span;

/// So many sentences of the outlet's own words may stand between a speaker and the pronoun.
const REACH: usize = 1;
/// So many subjects and speakers are looked at for one pronoun.
const MOST: usize = 12;
/// How likely the last speaker is meant where the names around the pronoun say the same.
const AGREED: f64 = 0.95;
/// How likely it is where they say nothing, or another without being sure.
const ALONE: f64 = 0.9;
/// How likely the subject before is meant, where no one else was named.
const SUBJECT: f64 = 0.85;
/// From this chance on the names around a pronoun outweigh the floor.
const CERTAIN: f64 = 0.9;

/// Whom a pronoun means.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Meant {
    /// Who that is.
    pub whom: Whom,
    /// How likely that is.
    pub chance: f64,
}

/// Who is meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Whom {
    /// The one of whom the names around the pronoun speak.
    Named,
    /// A speaker before.
    Speaker(Words),
    /// A person or body that the article names.
    Entity(usize),
    /// No one who is known: the names around the pronoun and the floor speak for two.
    Open,
}

/// What pronouns are looked at with.
pub struct Floor<'a> {
    sites: &'a [Option<Site<'a>>],
    reading: &'a Reading,
    voices: &'a Voices<'a>,
    /// For each entity the gender that its names or pronouns tell.
    genders: Vec<Option<Gender>>,
    said: Said,
    bearers: Bearers,
    /// How often each noun is introduced.
    introductions: FxHashMap<String, usize>,
}

/// For each pronoun that speaks in a report of which `sound` says that it is made, by its place, whom it means.
/// `genders` tells of each entity what its names tell.
pub fn settle<'a>(
    body: &str,
    sites: &'a [Option<Site<'a>>],
    reading: &'a Reading,
    genders: &[Option<Gender>],
    voices: &'a Voices<'a>,
    (reports, sound): (&[Report], &[bool]),
) -> FxHashMap<Span, Meant> {
    let said = said(reports, sound);
    let mut events = events(sites, reading, (reports, sound), &said);
    let bearers = Bearers::of(body, reading);
    let introductions = again::introductions(sites);
    let floor = Floor { sites, reading, voices, genders: genders.to_vec(), said, bearers, introductions };
    let floor = floor.with_pronouns();
    let mut found: FxHashMap<Span, Meant> = FxHashMap::default();
    for at in 0..events.len() {
        let (before, rest) = events.split_at_mut(at);
        let event = &mut rest[0];
        let Some(site) = floor.site(event.words.sentence) else { continue };
        let meant = match site.word(event.words.head) {
            _ if event.report.is_none() => floor.described(event, before),
            "he" => floor.person(Gender::Male, event, before),
            "she" => floor.person(Gender::Female, event, before),
            "they" => floor.several(event.words, before),
            "it" => floor.body(event.words, before),
            _ => floor.described(event, before).or_else(|| floor.owned(event)).or_else(|| floor.again(event, before)),
        };
        event.kind = match meant {
            Some(Meant { whom: Whom::Speaker(words), .. }) => {
                before.iter().rev().find(|other| other.words == words).map_or(Kind::Open, |other| other.kind)
            }
            Some(Meant { whom: Whom::Entity(entity), .. }) => floor.kind_of(entity),
            Some(Meant { whom: Whom::Open, .. }) => Kind::Open,
            Some(_) => voices.guess(event.words).map_or(Kind::Open, |(entity, _)| floor.kind_of(entity)),
            None => kind(site, event, voices, reading, &floor.genders),
        };
        found.extend(meant.map(|meant| (event.words.span, meant)));
    }
    found
}

impl Floor<'_> {
    fn site(&self, sentence: usize) -> Option<&Site<'_>> {
        self.sites.get(sentence).and_then(Option::as_ref)
    }

    /// What an entity is as a subject.
    fn kind_of(&self, entity: usize) -> Kind {
        match self.reading.entities[entity].kind {
            EntityKind::Person => Kind::Person(Some(entity), self.genders.get(entity).copied().flatten()),
            _ => Kind::Body,
        }
    }

    /// With the genders that pronouns tell which surely mean their person.
    fn with_pronouns(mut self) -> Self {
        for mention in self.reading.mentions.iter().filter(|mention| mention.kind == MentionKind::Pronoun) {
            let site = self.sites.get(mention.sentence).and_then(Option::as_ref);
            let (Some(entity), Some(site)) = (mention.entity.filter(|_| mention.confidence >= CERTAIN), site) else {
                continue;
            };
            let told = site.tree.token_at(mention.span.start).and_then(|at| match site.word(at) {
                "he" | "him" | "his" => Some(Gender::Male),
                "she" | "her" | "hers" => Some(Gender::Female),
                _ => None,
            });
            if let Some(slot) = self.genders.get_mut(entity) {
                *slot = slot.or(told);
            }
        }
        self
    }

    /// Those who come into question for a pronoun, the last one first, with how many sentences stand between.
    fn near<'e>(&'e self, pronoun: Words, before: &'e [Event]) -> impl Iterator<Item = (&'e Event, usize)> {
        let counts = move |event: &&Event| !event.minor || event.words.sentence == pronoun.sentence;
        let far = move |event: &'e Event| (event, self.gap(event.words.sentence, pronoun.sentence));
        before.iter().rev().filter(counts).take(MOST).map(far).take_while(|&(_, gap)| gap <= REACH)
    }

    /// How many sentences with words of the outlet stand between two.
    fn gap(&self, from: usize, to: usize) -> usize {
        let own = |sentence: &usize| {
            self.site(*sentence).is_none_or(|site| (0..site.len()).any(|at| !site.is_quoted(at) && !site.is_mark(at)))
        };
        (from + 1..to).take(MOST).filter(own).count()
    }

    /// Whom "he" or "she" means: the last person of this gender who spoke, unless someone else was named since.
    fn person(&self, gender: Gender, pronoun: &Event, before: &[Event]) -> Option<Meant> {
        let guess = self.voices.guess(pronoun.words);
        let fits = |kind: Kind| matches!(kind, Kind::Person(_, known) if known.is_none_or(|known| known == gender));
        let (mut other, mut inner) = (false, None);
        for (event, gap) in self.near(pronoun.words, before) {
            let agreed =
                matches!(event.kind, Kind::Person(Some(own), _) if guess.is_some_and(|(entity, _)| entity == own));
            match event.kind {
                // "Ruiz said that Brandt denied it. He …": Ruiz; "The report said that Brandt denied it. He …": open.
                _ if event.inner && !agreed => inner = Some(event.words.sentence),
                Kind::Open if event.report.is_some() => return None,
                Kind::Many | Kind::Body => other |= event.report.is_some(),
                // "The debt that a student has is small, he said."
                Kind::Person(None, _) if event.minor && event.report.is_none() => {}
                Kind::Person(..) if fits(event.kind) && inner.is_some_and(|at| at != event.words.sentence) => {
                    return None;
                }
                Kind::Person(entity, known) if fits(event.kind) => {
                    let sole = !other && !self.is_named_since(event, pronoun, Some(gender));
                    // "Ruiz beat Brandt by a mile. “It is cold,” he said.": the subject, where the names say so, too.
                    let parallel =
                        !other && gap == 0 && !event.minor && !Self::is_subject_since(event, pronoun, before);
                    if agreed {
                        let told = event.report.is_some() || known.is_some();
                        let chance = if sole { AGREED } else { SUBJECT };
                        return ((sole || parallel) && told).then_some(Meant { whom: Whom::Named, chance });
                    }
                    let beside = before.iter().rev().take_while(|it| it.words.sentence >= event.words.sentence);
                    let beside = beside.filter(|it| it.words.sentence == event.words.sentence && fits(it.kind));
                    let only = beside.into_iter().all(|it| it.kind == event.kind);
                    let meant = |whom, chance| Some(Meant { whom, chance });
                    return match guess {
                        Some((_, chance)) if chance >= CERTAIN => None,
                        _ if event.report.is_some() && sole && only => meant(Whom::Speaker(event.words), ALONE),
                        // "Ruiz walked to the pier. “It is cold,” he said."
                        _ if event.minor || gap > 0 || entity.is_none() => None,
                        _ if sole && only => entity.and_then(|entity| meant(Whom::Entity(entity), SUBJECT)),
                        Some(_) if known.is_some() => meant(Whom::Open, 1.0),
                        _ => None,
                    };
                }
                _ => {}
            }
        }
        None
    }

    /// Whether another person is a subject between an event and a pronoun.
    fn is_subject_since(event: &Event, pronoun: &Event, before: &[Event]) -> bool {
        let since = before.iter().rev().take_while(|it| it.words.span.start > event.words.span.start);
        let mut since = since.filter(|it| it.words.span.start < pronoun.words.span.start && !it.inner);
        since.any(|it| matches!(it.kind, Kind::Person(..) | Kind::Open) && it.kind != event.kind)
    }

    /// Whether the outlet's own words, or what the pronoun itself says, name another person behind a speaker.
    fn is_named_since(&self, event: &Event, pronoun: &Event, gender: Option<Gender>) -> bool {
        let Reading { mentions, entities, .. } = self.reading;
        let own = if let Kind::Person(entity, _) = event.kind { entity } else { None };
        // "Ruiz, a fellow of the Brandt Institute, said".
        let phrase = self.site(event.words.sentence).map(|site| {
            let (first, last) = site.reach(event.words.head);
            site.token(first).hull(site.token(last))
        });
        let from = mentions.partition_point(|mention| mention.span.start < event.words.span.end);
        let between = mentions[from..].iter().take_while(|mention| mention.span.start < pronoun.words.span.start);
        // A description of either gender may mean the person that "her" meant.
        let counts =
            |mention: &&Mention| mention.kind != MentionKind::Pronoun || gender.is_none() && mention.entity.is_some();
        let names = between.filter(counts).filter(|mention| mention.entity != own);
        let persons = names.filter(|mention| {
            mention.entity.is_none_or(|entity| {
                let fits = self
                    .genders
                    .get(entity)
                    .copied()
                    .flatten()
                    .is_none_or(|known| gender.is_none_or(|gender| known == gender));
                entities[entity].kind == EntityKind::Person && fits
            })
        });
        persons.into_iter().any(|mention| {
            let site = self.site(mention.sentence);
            let quoted =
                site.is_some_and(|site| site.tree.token_at(mention.span.start).is_some_and(|at| site.is_quoted(at)));
            let said = self.said.get(&mention.sentence);
            let reported = said.is_some_and(|said| {
                said.iter().any(|&(piece, report)| Some(report) != pronoun.report && piece.contains(mention.span))
            });
            let pronoun = mention.kind == MentionKind::Pronoun;
            !quoted && (pronoun || !reported) && phrase.is_none_or(|phrase| !phrase.contains(mention.span))
        })
    }

    /// Whom "they" means: those, or the body, who spoke in the sentence before.
    fn several(&self, pronoun: Words, before: &[Event]) -> Option<Meant> {
        let told = self.near(pronoun, before).take_while(|&(_, gap)| gap == 0);
        for (event, _) in told.filter(|(event, _)| !event.inner) {
            match event.kind {
                Kind::Many | Kind::Body if event.report.is_some() => {
                    return Some(Meant { whom: Whom::Speaker(event.words), chance: ALONE });
                }
                Kind::Many if self.is_bare_voice(event.words) => {
                    return Some(Meant { whom: Whom::Speaker(event.words), chance: SUBJECT });
                }
                Kind::Many | Kind::Open => return None,
                _ if event.report.is_some() => return None,
                _ => {}
            }
        }
        None
    }

    /// "Authorities", "police": a noun for several who speak, with nothing beside it.
    fn is_bare_voice(&self, words: Words) -> bool {
        self.site(words.sentence).is_some_and(|site| {
            let speaks = voice_noun(site.lemma(words.head)).is_some() || voice_noun(site.word(words.head)).is_some();
            speaks && site.reach(words.head) == (words.head, words.head)
        })
    }

    /// What "it" means: the body or text that spoke in the sentence before.
    fn body(&self, pronoun: Words, before: &[Event]) -> Option<Meant> {
        let person = |event: &Event| matches!(event.kind, Kind::Person(..)) && event.report.is_none();
        let (event, gap) = self.near(pronoun, before).find(|(event, _)| !person(event) && !event.inner)?;
        let speaks = event.kind == Kind::Body && event.report.is_some() && gap == 0;
        speaks.then_some(Meant { whom: Whom::Speaker(event.words), chance: ALONE })
    }
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::last_voice as last;

    #[test]
    fn who_spoke_last_speaks_on() {
        for (text, wanted) in [
            ("John Roe said that Mark Brandt owed the bank money. He said that the bank was patient.", "John Roe"),
            ("A witness said that the ferry was late. “I saw it from the pier,” he said.", "A witness"),
            (
                "Harbour officials said that the ferry was late. They said that it had lost a screw.",
                "Harbour officials",
            ),
            ("The indictment said that the ferry was late. It said that the owner knew of it.", "The indictment"),
        ] {
            assert_eq!(last(text), wanted, "{text}");
        }
    }

    #[test]
    fn whoever_is_named_since_may_be_meant() {
        for (text, unwanted) in [
            (
                "A witness said that the ferry was late. The town waited for Mark Brandt. He said that it was cold.",
                "A witness",
            ),
            (
                "Harbour officials said that the ferry was late. Anna Roe said the pier was full. They said it was cold.",
                "Harbour officials",
            ),
        ] {
            assert_ne!(last(text), unwanted, "{text}");
        }
    }
}
