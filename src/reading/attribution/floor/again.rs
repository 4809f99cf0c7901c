//! Whom a description means by how the article names or introduces it elsewhere: "her sister" whom it calls "Ann Lee, Roe's
//! sister", "the university" where one is named, "the source" after "a source at the port".
//!
//! Only the one that fits is meant; where two fit, the words stay as they are. It settles no pronoun.

use super::bearers::calls_again;
use super::events::Event;
use super::{Floor, Meant, Whom};
use crate::language::{Relation, Upos};
use crate::reading::attribution::lexicon::{medium, voice_noun};
use crate::reading::attribution::site::Site;
use crate::reading::kinds::{DescriptorKind, EntityKind, MentionKind, SourceKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::{Known, gazetteer};
use crate::span::Span;

/// How likely the only one that fits is meant.
const ONLY: f64 = 0.85;
/// A body of the same kind that was named in so many sentences before is nearer than all others.
const NEAR: usize = 2;
/// So many sentences back an outlet is "the newspaper".
const RECENT: usize = 3;

/// What a description says: its noun in small letters, the words before it, the tokens.
struct Described {
    noun: String,
    rest: Vec<String>,
    /// Whether a name stands before its noun.
    capitals: bool,
}

impl Floor<'_> {
    /// Whom "her sister", "the boy's father" or "his attorney" means: the only person of whom the article says so.
    pub(super) fn owned(&self, event: &Event) -> Option<Meant> {
        let words = event.words;
        let site = self.site(words.sentence)?;
        let head = words.head;
        let owner = site.child(head, &[Relation::NmodPoss]).filter(|&at| words.span.contains(site.token(at)))?;
        let last = site.tree.token_at(words.span.end.checked_sub(1)?)?;
        if site.xpos(head) != "NN" || last != head {
            return None;
        }
        let word = site.word(head);
        let (prefix, noun) = word.rsplit_once('-').unwrap_or(("", word));
        let kin = gazetteer().relation(noun).is_some();
        let gender = human_noun(noun)?;
        let owner = self.entity_at(site.token(owner));
        let mut found: Option<usize> = None;
        for descriptor in &self.reading.descriptors {
            let text = descriptor.span.of(site.text).to_lowercase();
            let mut told = text.split([' ', ',', '-']).take_while(|word| !is_preposition(word));
            let says = told.clone().any(|word| word == noun) && (prefix.is_empty() || told.any(|word| word == prefix));
            let office = !kin && descriptor.kind == DescriptorKind::Title && !text.starts_with("defense");
            let Some(mention) = self.reading.mentions.get(descriptor.mention).filter(|_| says && !office) else {
                continue;
            };
            let Some(entity) =
                mention.entity.filter(|&entity| self.reading.entities[entity].kind == EntityKind::Person)
            else {
                continue;
            };
            let known = self.genders.get(entity).copied().flatten();
            let other = self.owner_of(descriptor.span, mention.span);
            let fits = gender.is_none() || known.is_none() || known == gender;
            if !fits || Some(entity) == owner || matches!((owner, other), (Some(a), Some(b)) if a != b) {
                continue;
            }
            if found.is_some_and(|found| found != entity) {
                return None;
            }
            found = Some(entity);
        }
        found.map(|entity| Meant { whom: Whom::Entity(entity), chance: ONLY })
    }

    /// Whom "the university", "the newspaper" or "the source" means.
    pub(super) fn again(&self, event: &Event, before: &[Event]) -> Option<Meant> {
        let site = self.site(event.words.sentence)?;
        let described = describe(site, event)?;
        let kind = voice_noun(&described.noun).map(|noun| noun.kind);
        let capital = site.token(event.words.head).of(site.text).starts_with(char::is_uppercase);
        // "the Kelso Tribune" is named already.
        let named = self.entity_at(site.token(event.words.head)).is_some();
        if capital && (kind != Some(SourceKind::Organization) || named) {
            return None;
        }
        let entity = match kind {
            Some(SourceKind::Outlet) if !described.capitals => self.outlet(&described.noun, event),
            Some(SourceKind::Organization) => self.named_body(&described, event),
            _ => None,
        };
        let meant = |whom| Some(Meant { whom, chance: ONLY });
        if let Some(entity) = entity {
            return meant(Whom::Entity(entity));
        }
        kind?;
        self.introduced(&described, event, before).and_then(|words| meant(Whom::Speaker(words.words)))
    }

    /// The speaker before who was introduced by the same noun: "a source at the port" for "the source".
    fn introduced<'e>(&self, described: &Described, event: &Event, before: &'e [Event]) -> Option<&'e Event> {
        let same = before.iter().rev().filter(|other| {
            let site = self.site(other.words.sentence);
            other.report.is_some()
                && !other.inner
                && site.is_some_and(|site| {
                    let first = site.tree.token_at(other.words.span.start);
                    let new = first.is_some_and(|first| !matches!(site.word(first), "the" | "this" | "that"));
                    let text = other.words.span.of(site.text).to_lowercase();
                    let told = described.rest.iter().all(|word| text.contains(word.as_str()));
                    site.xpos(other.words.head) == "NN" && site.lemma(other.words.head) == described.noun && new && told
                })
        });
        let mut same = same;
        let last = same.next()?;
        let gap = event.words.sentence.saturating_sub(last.words.sentence);
        let alone = same.next().is_none() && self.introductions.get(&described.noun).copied().unwrap_or_default() <= 1;
        let site = self.site(last.words.sentence)?;
        let person = human_noun(&described.noun).is_some()
            || voice_noun(&described.noun)
                .is_some_and(|noun| matches!(noun.kind, SourceKind::Official | SourceKind::Unnamed));
        let owned = site.child(last.words.head, &[Relation::NmodPoss]).is_some();
        (alone || !person && !owned && gap <= NEAR).then_some(last)
    }

    /// The only body whose name ends with the words of a description, or has them before its "of": "the university".
    fn named_body(&self, described: &Described, event: &Event) -> Option<usize> {
        let phrase = if described.rest.is_empty() {
            described.noun.clone()
        } else {
            format!("{} {}", described.rest.join(" ").replace(" 's", "'s"), described.noun)
        };
        let fits = |name: &String| {
            let name = name.to_lowercase().replace('’', "'");
            let before = [" of ", " for ", " to ", " on "].iter().filter_map(|of| name.find(of)).min();
            let own = &name[..before.unwrap_or(name.len())];
            [own, name.as_str()].iter().any(|own| {
                own.strip_suffix(phrase.as_str())
                    .is_some_and(|rest| rest.ends_with(' ') || rest.is_empty() && before.is_some())
            })
        };
        let found: Vec<usize> = (0..self.reading.entities.len())
            .filter(|&entity| {
                let known = &self.reading.entities[entity];
                known.kind == EntityKind::Organization && known.names.iter().any(fits)
            })
            .filter(|&entity| self.is_named_before(entity, event, usize::MAX))
            .collect();
        let near: Vec<usize> =
            found.iter().copied().filter(|&entity| self.is_named_before(entity, event, NEAR)).collect();
        match (&found[..], &near[..]) {
            (&[one], _) | (_, &[one]) => Some(one),
            _ => None,
        }
    }

    /// The only newspaper or station that was named in the sentences before.
    fn outlet(&self, noun: &str, event: &Event) -> Option<usize> {
        let printed = calls_again(noun, "print");
        let aired = calls_again(noun, "air");
        let known = |reach: usize| -> Vec<usize> {
            let all = (0..self.reading.entities.len()).filter(|&entity| {
                let name = &self.reading.entities[entity].name;
                let fits = if is_on_air(name) { !printed } else { !aired };
                fits && matches!(medium(name), Some(SourceKind::Outlet)) && self.is_named_before(entity, event, reach)
            });
            all.collect()
        };
        match (&known(RECENT)[..], &known(usize::MAX)[..]) {
            (&[one], _) | (&[], &[one]) => Some(one),
            _ => None,
        }
    }

    /// Whether an entity is named before an event, at most `reach` sentences back.
    fn is_named_before(&self, entity: usize, event: &Event, reach: usize) -> bool {
        let mentions = &self.reading.mentions;
        let end = mentions.partition_point(|mention| mention.span.start < event.words.span.start);
        let from = mentions.partition_point(|mention| mention.sentence.saturating_add(reach) < event.words.sentence);
        mentions.get(from..end).unwrap_or_default().iter().any(|mention| mention.entity == Some(entity))
    }

    /// Whose words of a description say it is: "his", "Roe's".
    fn owner_of(&self, description: Span, name: Span) -> Option<usize> {
        let from = description.start.saturating_sub(6);
        let mentions = &self.reading.mentions;
        let first = mentions.partition_point(|mention| mention.span.end <= from);
        let near = mentions[first..].iter().take_while(|mention| mention.span.start < description.end);
        near.filter(|mention| mention.span != name && mention.kind != MentionKind::Nominal)
            .find_map(|mention| mention.entity)
    }

    fn entity_at(&self, span: Span) -> Option<usize> {
        let mentions = &self.reading.mentions;
        let from = mentions.partition_point(|mention| mention.span.end <= span.start);
        mentions.get(from).filter(|mention| mention.span.overlaps(span)).and_then(|mention| mention.entity)
    }
}

/// How often each noun is introduced in an article: "a source", "another source".
pub(super) fn introductions(sites: &[Option<Site>]) -> rustc_hash::FxHashMap<String, usize> {
    let mut found = rustc_hash::FxHashMap::default();
    for site in sites.iter().flatten() {
        for at in (0..site.len()).filter(|&at| site.xpos(at) == "NN") {
            let new = site.children(at).iter().any(|&child| {
                child < at && matches!(site.word(child), "a" | "an" | "another" | "one" | "second" | "third")
            });
            if new {
                *found.entry(site.lemma(at).to_owned()).or_default() += 1;
            }
        }
    }
    found
}

/// "the county sheriff's office": "the", nouns and adjectives, a noun in the singular at the end.
fn describe(site: &Site, event: &Event) -> Option<Described> {
    let words = event.words;
    let first = site.tree.token_at(words.span.start)?;
    let last = site.tree.token_at(words.span.end.checked_sub(1)?)?;
    let opened = matches!(site.word(first), "the" | "this" | "that") && first < words.head && last == words.head;
    if !opened || site.xpos(last) != "NN" && !(site.xpos(last) == "NNP" && site.upos(last) == Upos::Propn) {
        return None;
    }
    let inside = first + 1..last;
    let plain = |at: usize| matches!(site.upos(at), Upos::Noun | Upos::Propn | Upos::Adj) || site.xpos(at) == "POS";
    let rest = inside.clone().map(|at| site.word(at).replace('’', "'")).collect();
    let capitals = inside.clone().any(|at| {
        let word = site.token(at).of(site.text);
        word.starts_with(char::is_uppercase)
            && !matches!(gazetteer().known(word), Some(Known::Place(_) | Known::Group(_)))
    });
    inside.clone().all(plain).then(|| Described { noun: site.word(last).to_owned(), rest, capitals })
}

/// Whether an outlet's name is that of a station: "CNN", "Kelso Radio".
fn is_on_air(name: &str) -> bool {
    let initials = |word: &str| {
        word.len() > 1 && word.chars().all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit())
    };
    name.split(' ').any(|word| initials(word) || matches!(word, "Radio" | "TV" | "Television" | "News" | "Channel"))
}

fn is_preposition(word: &str) -> bool {
    matches!(word, "of" | "for" | "at" | "in" | "with" | "who" | "from" | "to" | "on")
}

#[cfg(test)]
mod tests {
    use crate::reading::attribution::examples::last_voice as last;

    #[test]
    fn whom_the_article_names_elsewhere_speaks_by_a_description() {
        for (text, wanted) in [
            (
                "Bo Roe was hurt on Friday. His sister, Ann Lee, left the hall. The rain fell. His sister said it was cold.",
                "Ann Lee",
            ),
            (
                "The dean of Kelso University came. The rain fell. The university said that it was cold.",
                "Kelso University",
            ),
            (
                "A source at the port said that the ferry was late. The rain fell. It was cold. The source said that it sank.",
                "A source at the port",
            ),
        ] {
            assert_eq!(last(text), wanted, "{text}");
        }
    }

    #[test]
    fn where_two_fit_the_words_stay() {
        for (text, wanted) in [
            (
                "A source at the port said that the ferry was late. Another source said it sank. It was cold. The rain fell. It was dark. The source said that it burned.",
                "The source",
            ),
            (
                "Kelso University and Orlin University closed. The rain fell. It was cold. The town slept. The university said it was cold.",
                "The university",
            ),
        ] {
            assert_eq!(last(text), wanted, "{text}");
        }
    }
}
