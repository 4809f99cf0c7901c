//! Whom a description means that the article names: "the senator", "the former Ohio governor", "the airline".
//!
//! Who bears the post and had the floor last is meant, else the only one who bears it; a noun that tells no post means
//! the last subject where no one else was named. A description with a complement of its own ("the head of the port") is left alone.

use super::bearers::{Description, calls_again, is_former};
use super::events::{Event, Kind};
use super::{ALONE, Floor, Meant, Whom};
use crate::language::Upos;
use crate::reading::Mention;
use crate::reading::attribution::lexicon::voice_noun;
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::{Known, gazetteer};

/// How likely the only bearer of a post is meant who did not have the floor.
const ONLY: f64 = 0.85;

/// So many sentences back a company may have been named.
const BACK: usize = 3;

impl Floor<'_> {
    /// Whom the words of a subject or speaker mean, where they describe and do not name.
    pub(super) fn described(&self, event: &Event, before: &[Event]) -> Option<Meant> {
        let description = self.description(event)?;
        let place = event.words.span.start;
        let gender = human_noun(&description.noun).flatten();
        let fits = |entity: usize| {
            let known = self.genders.get(entity).copied().flatten();
            gender.is_none() || known.is_none() || gender == known
        };
        let meant = |entity, chance| Some(Meant { whom: Whom::Entity(entity), chance });
        if calls_again(&description.noun, "company") {
            return self.company(event).and_then(|entity| meant(entity, ONLY));
        }
        let persons = || {
            self.near(event.words, before).filter_map(|(event, _)| match event.kind {
                Kind::Person(Some(entity), _) => Some((event, entity)),
                _ => None,
            })
        };
        let bearer = persons().find(|&(_, entity)| self.bearers.bears(entity, &description) && fits(entity));
        if let Some((_, entity)) = bearer {
            let named = |word: &String| capital(word).is_some();
            let told = !description.rest.iter().any(named) || self.bearers.tells(entity, &description.rest);
            return told.then_some(()).and_then(|()| meant(entity, ALONE));
        }
        if let Some(only) = self.bearers.only(&description, place).filter(|&only| fits(only)) {
            return meant(only, ONLY);
        }
        let (last, entity) = persons().find(|(event, _)| !event.inner)?;
        let beside = persons().any(|(event, other)| event.words.sentence == last.words.sentence && other != entity);
        let alone = calls_again(&description.noun, "person")
            && !self.bearers.has(&description)
            && !last.minor
            && !beside
            && fits(entity)
            && !self.is_named_since(last, event, None)
            && description.rest.iter().all(|word| !matches!(capital(word), Some(false)));
        alone.then_some(()).and_then(|()| meant(entity, ONLY))
    }

    /// "the former Ohio senator", where nothing else belongs to it.
    fn description(&self, event: &Event) -> Option<Description> {
        let words = event.words;
        let site = self.site(words.sentence)?;
        let head = words.head;
        let singular = matches!(site.xpos(head), "NN" | "NNP" | "JJ");
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|mention| mention.span.end <= site.token(head).start);
        let own = mentions.get(from).filter(|mention| mention.span.start < site.token(head).end);
        let group = own
            .is_none_or(|own| own.entity.is_some_and(|entity| self.reading.entities[entity].kind == EntityKind::Group));
        // A subject of the outlet's own words is known by its head alone.
        let start = site.reach(head).0;
        let whole = event.report.is_none() || site.tree.token_at(words.span.end.saturating_sub(1)) == Some(head);
        let bare = site.reach(head).1 == head || event.report.is_some();
        let first = if event.report.is_some() { site.tree.token_at(words.span.start)? } else { start };
        if !singular || !group || !whole || !bare || !matches!(site.word(first), "the") || first >= head {
            return None;
        }
        let inside = first + 1..head;
        let plain = |at: usize| {
            matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Adj) || site.is_mark(at) && site.word(at) == "-"
        };
        if !inside.clone().all(plain) {
            return None;
        }
        let others = inside.clone().filter(|&at| !site.is_mark(at) && !is_former(site.word(at)));
        Some(Description {
            noun: site.word(head).to_owned(),
            former: inside.clone().any(|at| is_former(site.word(at))),
            rest: others.map(|at| site.token(at).of(site.text).to_owned()).map(|word| small(&word)).collect(),
        })
    }

    /// The only body named in the last sentence that names any, if it can be a company.
    fn company(&self, event: &Event) -> Option<usize> {
        let sentence = event.words.sentence;
        let mentions = &self.reading.mentions;
        let body = |mention: &&Mention| {
            let organization = |entity: usize| self.reading.entities[entity].kind == EntityKind::Organization;
            mention.kind == MentionKind::Name && mention.entity.is_some_and(organization)
        };
        let end = mentions.partition_point(|mention| mention.span.start < event.words.span.start);
        let last = mentions[..end].iter().rev().find(body).map(|mention| mention.sentence)?;
        let from = mentions.partition_point(|mention| mention.sentence < last);
        let near = mentions[from..end].iter().filter(|_| sentence - last.min(sentence) <= BACK);
        let bodies = near.filter(|mention| mention.kind == MentionKind::Name).filter_map(|mention| {
            let entity = mention.entity?;
            let known = &self.reading.entities[entity];
            (known.kind == EntityKind::Organization).then_some((entity, known))
        });
        let mut found = None;
        for (entity, known) in bodies {
            if found.is_some_and(|found| found != entity) {
                return None;
            }
            let last = known.name.rsplit(' ').next().unwrap_or_default();
            let company = voice_noun(&last.to_lowercase()).is_none() && gazetteer().head(last).is_none();
            found = company.then_some(entity).or(found);
            if !company {
                return None;
            }
        }
        found
    }
}

/// Whether a capitalised word is a place, group or party (true) or another name (false).
fn capital(word: &str) -> Option<bool> {
    word.starts_with(char::is_uppercase)
        .then(|| matches!(gazetteer().known(word), Some(Known::Place(_) | Known::Group(_))))
}

/// A word as descriptors are kept: names keep their capital for `capital`, all else is in lower case.
fn small(word: &str) -> String {
    if word.starts_with(char::is_uppercase) { word.to_owned() } else { word.to_lowercase() }
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::last_voice as last;

    #[test]
    fn a_description_means_whom_the_article_gives_the_post() {
        for (text, wanted) in [
            (
                "Sen. Ann Lee (R-Ohio) left the hall. The ferry was late. The Ohio senator said that it was cold.",
                "Ann Lee",
            ),
            ("Police chief Mark Brandt came at noon. The chief said that the road was closed.", "Mark Brandt"),
            ("Ann Lee, the group's lawyer, left the hall. The lawyer said that it was cold.", "Ann Lee"),
            ("Ann Lee opened her campaign in Kelso. The candidate said that the town was poor.", "Ann Lee"),
        ] {
            assert_eq!(last(text), wanted, "{text}");
        }
    }

    #[test]
    fn a_post_that_two_bear_or_that_no_one_is_given_stays_open() {
        for (text, wanted) in [
            (
                "Sen. Ann Lee and Sen. Mark Brandt were named. The ferry was late. It was cold. The rain fell. The senator said that it was cold.",
                "The senator",
            ),
            ("Ann Lee left the hall. The judge said that it was cold.", "The judge"),
            ("The town met former Mayor Ann Lee. The mayor said that it was cold.", "The mayor"),
        ] {
            assert_eq!(last(text), wanted, "{text}");
        }
    }
}
