//! Subjects and speakers outside of what is reported, in text order, and what each of them is: one person, several, a
//! body, a thing. It settles no pronoun.

use rustc_hash::FxHashMap;

use crate::language::Upos;
use crate::language::clause::{Form, Link, Origin};
use crate::reading::attribution::joint::members;
use crate::reading::attribution::lexicon::voice_noun;
use crate::reading::attribution::quotation::{CARRIED, OPEN};
use crate::reading::attribution::report::{Report, Words};
use crate::reading::attribution::site::Site;
use crate::reading::attribution::voice_kind::lone_noun;
use crate::reading::attribution::voices::Voices;
use crate::reading::kinds::{Anonymity, EntityKind, SourceKind};
use crate::reading::names::coreference::human_noun;
use crate::reading::names::gazetteer::Gender;
use crate::reading::{Reading, Section};
use crate::span::Span;

/// What a subject is, as far as pronouns care.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One person: who, where named, and of which gender, where that is known.
    Person(Option<usize>, Option<Gender>),
    /// Several.
    Many,
    /// A body or a text.
    Body,
    /// A pronoun that is not settled.
    Open,
    /// Anything else.
    Thing,
}

/// A subject or speaker.
#[derive(Debug, Clone, Copy)]
pub struct Event {
    /// Its words.
    pub words: Words,
    /// Index of its report, if it reports.
    pub report: Option<usize>,
    /// Whether it speaks in what another one says.
    pub inner: bool,
    /// Whether it is the subject of a clause that hangs on another: it counts in its own sentence alone.
    pub minor: bool,
    /// What it is.
    pub kind: Kind,
}

/// What is reported in each sentence, with the index of the report.
pub type Said = FxHashMap<usize, Vec<(Span, usize)>>;

/// The contents of the reports that are made, by the sentence of their cue.
pub fn said(reports: &[Report], sound: &[bool]) -> Said {
    let mut said = Said::default();
    for (at, report) in reports.iter().enumerate().filter(|&(at, _)| sound[at]) {
        said.entry(report.sentence).or_default().extend(report.content.iter().map(|&piece| (piece, at)));
    }
    said
}

/// All events of an article in text order; what those are that no words tell stays open.
pub fn events(
    sites: &[Option<Site>],
    reading: &Reading,
    (reports, sound): (&[Report], &[bool]),
    said: &Said,
) -> Vec<Event> {
    let mut events = Vec::new();
    let body = |sentence: usize| reading.sentences.get(sentence).is_some_and(|it| it.section == Section::Body);
    for (at, report) in reports.iter().enumerate().filter(|&(at, _)| sound[at]) {
        let speaks = |words: &Words| {
            let site = sites.get(words.sentence).and_then(Option::as_ref);
            let outside = site.is_some_and(|site| !site.is_quoted(words.head));
            outside && body(words.sentence) && !matches!(report.rule, OPEN | CARRIED)
        };
        let words = report.source.filter(speaks);
        // A voice inside another's words has no floor: "Ruiz said that Brandt denied it. He …".
        let inner = |span: Span| {
            let holds = |&(it, other): &(Span, usize)| {
                other != at && reports[other].cue.start < span.start && it.contains(span)
            };
            said.get(&report.sentence).is_some_and(|said| said.iter().any(holds))
        };
        events.extend(words.map(|words| {
            let inner = inner(words.span);
            Event { words, report: Some(at), inner, minor: false, kind: Kind::Open }
        }));
    }
    for site in sites.iter().flatten().filter(|site| body(site.sentence)) {
        for clause in site.clauses().iter().filter(|clause| clause.form == Form::Finite) {
            let Some(subject) = clause.subject.filter(|subject| subject.origin == Origin::Own) else { continue };
            let head = subject.noun();
            let span = site.token(head);
            let reported = said.get(&site.sentence).is_some_and(|said| said.iter().any(|(it, _)| it.contains(span)));
            if !site.is_quoted(head) && !reported {
                let minor = !matches!(clause.link, Link::Main | Link::Conjunct | Link::Beside);
                let words = Words { span, sentence: site.sentence, head };
                events.push(Event { words, report: None, inner: false, minor, kind: Kind::Open });
            }
        }
    }
    events.sort_by_key(|event| (event.words.sentence, event.words.head, event.report.is_none()));
    events.dedup_by_key(|event| (event.words.sentence, event.words.head));
    events
}

/// What a subject is by its words; a pronoun is what it surely means.
pub fn kind(site: &Site, event: &Event, voices: &Voices, reading: &Reading, genders: &[Option<Gender>]) -> Kind {
    let words = event.words;
    if members(site, words).len() > 1 {
        return Kind::Many;
    }
    let known = voices.entity(words);
    let plural = matches!(site.xpos(words.head), "NNS" | "NNPS");
    if let Some(entity) = known {
        return match reading.entities[entity].kind {
            EntityKind::Person => Kind::Person(known, genders.get(entity).copied().flatten()),
            EntityKind::Group if plural => Kind::Many,
            EntityKind::Group => Kind::Person(None, None),
            _ => Kind::Body,
        };
    }
    let lemma = site.lemma(words.head);
    let voice = voice_noun(lemma);
    match site.upos(words.head) {
        Upos::Pron if matches!(site.word(words.head), "some" | "others" | "many" | "both" | "those") => Kind::Many,
        Upos::Pron => Kind::Open,
        Upos::Propn if lone_noun(site, words.head).is_some_and(|(noun, plural)| plural || noun == "police") => {
            Kind::Many
        }
        Upos::Propn => Kind::Person(None, None),
        Upos::Noun if voice.is_some_and(|voice| voice.anonymity == Anonymity::Collective) => Kind::Many,
        Upos::Noun if plural => {
            let people = event.report.is_some() || voice.is_some() || human_noun(lemma).is_some();
            if people { Kind::Many } else { Kind::Thing }
        }
        Upos::Noun => match (human_noun(lemma), voice.map(|voice| voice.kind)) {
            (Some(gender), _) => Kind::Person(None, gender),
            (None, Some(SourceKind::Organization | SourceKind::Document | SourceKind::Data | SourceKind::Outlet)) => {
                Kind::Body
            }
            (None, Some(_)) => Kind::Person(None, None),
            (None, None) => Kind::Thing,
        },
        _ => Kind::Thing,
    }
}
