//! Bodies of which each town or state has one: "Kelso police", "the Orrin County sheriff's office", and "police" where the
//! article names only one.
//!
//! It looks at words and the names beside them; that two articles mean one body is decided elsewhere, by `canonical`.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::Names;
use super::fold::{capitalised, fold, words};
use super::gazetteer::{PlaceClass, gazetteer};
use crate::language::{Tree, Upos};
use crate::lexicon::rows;
use crate::reading::kinds::{EntityKind, MentionKind};
use crate::reading::names::coreference::human_noun;
use crate::span::Span;

const LIST: &str = include_str!("../../../data/lexicon/local_bodies.tsv");

/// By the words as they stand, and by those without dots and apostrophes.
static BODIES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| rows(LIST).map(|row| (row[0], row[1])).collect());
static FOLDED: LazyLock<FxHashMap<String, Vec<String>>> =
    LazyLock::new(|| rows(LIST).map(|row| (words(row[0]).join(" "), words(row[1]))).collect());

/// More words than any entry of the list has, marks counted.
const LONGEST: usize = 5;

/// A body that words of the article name or mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalBody {
    /// Its words: with the place before them, or those for the body alone.
    pub span: Span,
    /// Their sentence.
    pub sentence: usize,
    /// Its name with its place.
    pub name: String,
    /// By what it is told from other bodies of the article.
    pub key: String,
}

/// The one form of a local body's name, in small letters: "kelso police department" of "Kelso Metro Police"; nothing for
/// all other names and for a body without its place.
#[must_use]
pub fn canonical(name: &[String]) -> Option<Vec<String>> {
    let body_at = |from: usize| FOLDED.get(&name[from..].join(" ")).filter(|body| !body.is_empty());
    let (from, body) = (1..name.len()).find_map(|from| Some((from, body_at(from)?)))?;
    let is_idle = |word: &&String| FOLDED.get(word.as_str()).is_some_and(Vec::is_empty);
    let end = from - name[..from].iter().rev().take_while(is_idle).count();
    let place: Vec<String> = name[..end].iter().skip_while(|word| *word == "the").cloned().collect();
    (!place.is_empty()).then(|| [place, body.clone()].concat())
}

/// The letters of an acronym without those of words that tell no other body: "ipd" of "IMPD", whose M is "Metropolitan".
#[must_use]
pub fn short_acronym(acronym: &str) -> Option<String> {
    let letters = acronym.to_lowercase();
    let initials = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let idle = |letter: char| FOLDED.iter().any(|(word, body)| body.is_empty() && word.starts_with(letter));
    FOLDED.values().filter(|body| body.len() > 1).find_map(|body| {
        let town = letters.strip_suffix(&initials(body))?;
        let short = town.strip_suffix(idle).filter(|short| !short.is_empty())?;
        Some(format!("{short}{}", initials(body)))
    })
}

/// The local bodies of an article, in text order: those named with their places, and the words that mean the only one of
/// its sort. `home` is the place of the dateline.
pub fn local_bodies(text: &str, trees: &[Tree], names: &Names, home: Option<&str>) -> Vec<LocalBody> {
    let mut found = Vec::new();
    let mut alone = Vec::new();
    for (sentence, tree) in trees.iter().enumerate() {
        let mut at = 0;
        while at < tree.tokens.len() {
            let Some((last, body)) = body_from(text, tree, at) else {
                at += 1;
                continue;
            };
            let own = tree.tokens[at].span.hull(tree.tokens[last].span);
            let one = |span: Span, name: String| LocalBody { span, sentence, key: key_of(&name), name };
            if let Some(start) = place_before(text, tree, at, own, names) {
                let span = Span::new(start, own.end);
                found.push(one(span, span.of(text).to_owned()));
            } else if let Some(place) = place_behind(text, tree, last, names) {
                found.push(one(own, format!("{place} {body}")));
            } else if stands_alone(text, tree, (at, last)) {
                alone.push((one(own, String::new()), body));
            }
            at = last + 1;
        }
    }
    found.retain(|body| !body.key.is_empty());
    let county = only_county(names);
    let mut only: FxHashMap<&str, Option<(String, String)>> = FxHashMap::default();
    for body in BODIES.values() {
        let end = format!(" {}", words(body).join(" "));
        let mut named = found.iter().filter(|found| found.key.ends_with(&end));
        let meant = match named.next() {
            Some(first) => named.all(|other| other.key == first.key).then(|| first.name.clone()),
            // "HULL (Reuters) - Police said": those of Hull; a sheriff is a county's.
            None if body.ends_with("department") => {
                home.filter(|home| !is_county(home)).map(|home| format!("{home} {body}"))
            }
            None => home.filter(|home| is_county(home)).or(county).map(|home| format!("{home} {body}")),
        };
        only.insert(body, meant.map(|name| (key_of(&name), name)));
    }
    for (one, body) in alone {
        if let Some(Some((key, name))) = only.get(body) {
            found.push(LocalBody { key: key.clone(), name: name.clone(), ..one });
        }
    }
    found.sort_by_key(|body| (body.span.start, body.span.end));
    found
}

fn key_of(name: &str) -> String {
    canonical(&words(name)).unwrap_or_default().join(" ")
}

/// The place that a dateline names first: "Hull" of "HULL, England (Reuters) -".
#[must_use]
pub fn home(dateline: &str) -> Option<String> {
    let place = dateline.split([',', '(', '-', '–', '—', ':', '/']).next()?.trim();
    let capital = place.starts_with(char::is_uppercase) && place.split_whitespace().count() <= 3;
    capital.then(|| if place.chars().any(char::is_lowercase) { place.to_owned() } else { capitalised(place) })
}

fn is_county(place: &str) -> bool {
    words(place).last().is_some_and(|word| word == "county")
}

/// The county of an article that names only one.
fn only_county(names: &Names) -> Option<&str> {
    let places = names.entities.iter().filter(|entity| entity.kind == EntityKind::Place && is_county(&entity.name));
    let mut counties = places.map(|entity| entity.name.as_str());
    counties.next().filter(|_| counties.next().is_none())
}

/// The longest entry of the list that begins at a token: its last token, and the body.
fn body_from(text: &str, tree: &Tree, at: usize) -> Option<(usize, &'static str)> {
    let start = tree.tokens[at].span.start;
    let ends = (at..tree.tokens.len().min(at + LONGEST)).rev();
    let mut found = ends.filter_map(|last| {
        let words = fold(Span::new(start, tree.tokens[last].span.end).of(text)).to_lowercase();
        Some((last, *BODIES.get(words.as_str())?))
    });
    found.next().filter(|(_, body)| *body != "-")
}

fn is_state(place: &str) -> bool {
    gazetteer().place(place).is_some_and(|place| matches!(place.class, PlaceClass::State | PlaceClass::Region))
}

/// Whether a place may be a town: no state, no county.
fn is_town(place: &str) -> bool {
    let known = gazetteer().place(place);
    !is_county(place) && known.is_none_or(|place| matches!(place.class, PlaceClass::City | PlaceClass::Capital))
}

/// Where the name of the place before a body begins.
fn place_before(text: &str, tree: &Tree, at: usize, own: Span, names: &Names) -> Option<usize> {
    let Names { mentions, entities, .. } = names;
    let mut before = at.checked_sub(1)?;
    // "Kelso | 's police", "Kelso Metro | police"
    let skipped = |word: &str| matches!(word, "'s" | "’s") || BODIES.get(word.to_lowercase().as_str()) == Some(&"-");
    if skipped(tree.word(text, before)) {
        before = before.checked_sub(1)?;
    }
    let end = tree.tokens[before].span.end;
    let from = mentions.partition_point(|mention| mention.span.end < end);
    let near = mentions[from..].iter().take_while(|mention| mention.span.start < own.end);
    let mut named = near.filter(|mention| mention.kind == MentionKind::Name && mention.span.start < end);
    let Some(mention) = named.next() else { return double_name(text, tree, before, names) };
    let kind = entities[mention.entity?].kind;
    let owns = match kind {
        // "Oregon police" may be those of any town there.
        EntityKind::Place => mention.span.end == end && !is_state(mention.span.of(text)),
        EntityKind::Group => mention.span.end == end,
        // "Orrin University police", "Kelso Police Department"
        EntityKind::Organization => mention.span.end >= own.start || mention.span.of(text).contains(' '),
        _ => false,
    };
    owns.then(|| before_hyphen(text, mention.span.start))
}

/// The start of "Kelso-Orrin" before its body, where only the first half was read as a place.
fn double_name(text: &str, tree: &Tree, last: usize, names: &Names) -> Option<usize> {
    let hyphen = last.checked_sub(1).filter(|&at| matches!(tree.word(text, at), "-" | "–"))?;
    let end = tree.tokens[hyphen].span.start;
    let from = names.mentions.partition_point(|mention| mention.span.end < end);
    let first = names.mentions.get(from).filter(|mention| mention.span.end == end)?;
    let place = names.entities[first.entity?].kind == EntityKind::Place && first.kind == MentionKind::Name;
    (place && tree.word(text, last).starts_with(char::is_uppercase)).then_some(first.span.start)
}

/// The start of a double name whose second half begins at `start`: "Kelso-|Orrin police".
fn before_hyphen(text: &str, start: usize) -> usize {
    let Some(head) = text[..start].strip_suffix(['-', '–']) else { return start };
    let from = head.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let from = (from..=head.len()).find(|&at| head.is_char_boundary(at)).unwrap_or(start);
    if head[from..].starts_with(char::is_uppercase) { from } else { start }
}

/// The town of "police in Hull"; a state or county has more bodies than one.
fn place_behind<'n>(text: &str, tree: &Tree, last: usize, names: &'n Names) -> Option<&'n str> {
    let (case, next) = (tree.tokens.get(last + 1)?, tree.tokens.get(last + 2)?);
    let from = names.mentions.partition_point(|mention| mention.span.start < next.span.start);
    let mention = names.mentions.get(from).filter(|mention| mention.span.start == next.span.start)?;
    let entity = &names.entities[mention.entity?];
    let name = entity.name.as_str();
    let fits = entity.kind == EntityKind::Place && mention.kind == MentionKind::Name && is_town(name);
    (case.span.of(text) == "in" && fits).then_some(name)
}

/// Whether words for a body stand for the one that is meant in the article: no "state police", "police car".
fn stands_alone(text: &str, tree: &Tree, (first, last): (usize, usize)) -> bool {
    let lists = gazetteer();
    let narrowed = first.checked_sub(1).is_some_and(|before| {
        let token = &tree.tokens[before];
        let word = tree.word(text, before);
        matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj)
            || matches!(word, "'s" | "’s" | "a" | "A" | "another" | "no" | "their" | "other" | "-")
    });
    let holds = |noun: &str| human_noun(noun).is_some() || lists.title(noun).is_some();
    let part = tree.tokens.get(last + 1).is_some_and(|next| {
        matches!(next.upos, Upos::Noun | Upos::Propn) && !holds(&next.lemma) && !holds(next.span.of(text))
    });
    !narrowed && !part
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::sentences;
    use crate::reading::names::{add_local_bodies, names};
    use crate::reading::{Section, Sentence};

    fn bodies(text: &str) -> Vec<(&str, String)> {
        bodies_from(text, None)
    }

    fn bodies_from<'t>(text: &'t str, home: Option<&str>) -> Vec<(&'t str, String)> {
        let spans = sentences(text, Span::new(0, text.len()));
        let sentences: Vec<Sentence> =
            spans.into_iter().map(|span| Sentence { span, paragraph: 0, section: Section::Body }).collect();
        let trees: Vec<_> = sentences.iter().map(|sentence| crate::language::tree(text, sentence.span)).collect();
        let mut names = names(text, &sentences, &trees, &[]);
        add_local_bodies(text, &trees, home, &mut names);
        let nominal = names.mentions.iter().filter(|mention| mention.kind == MentionKind::Nominal);
        let each =
            nominal.filter_map(|mention| Some((mention.span.of(text), names.entities[mention.entity?].name.clone())));
        each.collect()
    }

    #[test]
    fn the_list_is_sound() {
        assert_eq!(crate::lexicon::check(LIST), Ok(()));
    }

    #[test]
    fn a_body_with_its_place_is_one_however_it_is_written() {
        let form = |name: &str| canonical(&words(name)).map(|words| words.join(" "));
        assert_eq!(form("Houston police"), form("Houston Police Department"));
        assert_eq!(form("Houston Metro Police"), form("Houston Police Dept."));
        assert_eq!(form("Essex County Sheriff’s Office"), form("Essex County sheriff's department"));
        assert_ne!(form("Houston Police"), form("Dallas Police"));
        assert_eq!(form("the police department"), None);
        assert_eq!(short_acronym("HMPD").as_deref(), Some("hpd"));
        assert_eq!(short_acronym("HPD"), None);
        assert_eq!(form("Police"), None);
    }

    #[test]
    fn a_dateline_has_a_place() {
        assert_eq!(home("ST. LOUIS (Reuters) —").as_deref(), Some("St. Louis"));
        assert_eq!(home("HULL, England --").as_deref(), Some("Hull"));
    }

    #[test]
    fn police_are_those_that_the_article_names() {
        let houston = || "Houston police".to_owned();
        assert_eq!(
            bodies("Houston police closed the road. It was late, police said."),
            [("Houston police", houston()), ("police", houston())]
        );
        assert_eq!(bodies("Police closed the road. It was late, police said."), []);
        let two = bodies("Houston police and Dallas police closed the road. It was late, police said.");
        assert_eq!(two.len(), 2);
        let home = bodies_from("Police closed the road on Monday.", Some("Dallas"));
        assert_eq!(home, [("Police", "Dallas police department".to_owned())]);
        assert_eq!(bodies("Oregon police closed the road on Monday. It was late, police said."), []);
        let other = bodies("Houston police closed the road. Military police and a police car were there.");
        assert_eq!(other.len(), 1);
    }
}
