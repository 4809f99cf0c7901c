//! What reading makes of one article: plain data, spans in bytes of its text, indexes into the lists beside it.
//!
//! It knows nothing of files, of the database or of other articles. The outlet's own hop (hop 0) is not listed:
//! it is there for every claim.

use jiff::civil::Date;

use super::kinds::{
    Anonymity, ClaimKind, DescriptorKind, EntityKind, FactKind, LinkRelation, MentionKind, Modality, Polarity, Section,
    SourceKind, TextOf, TimeBasis, TimeType,
};
use super::passages::Passage;
use crate::span::Span;

/// What is known of an article before it is read.
#[derive(Debug, Clone, Copy, Default)]
pub struct ArticleText<'a> {
    /// Its text.
    pub body: &'a str,
    /// The headline of the manifest or page, if there is one. Where the body lacks it, it is read as the line above.
    pub headline: Option<&'a str>,
    /// The day of publication, the anchor of "on Saturday".
    pub published: Option<Date>,
    /// The outlet's name: a voice that an article's own "told X" must not take for a hop.
    pub outlet: &'a str,
}

/// The whole reading of one article.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// Bytes before the body in the text that spans count in: the headline that the body lacks, and a blank line.
    pub above: usize,
    /// In text order; every non-blank character of the text lies in exactly one.
    pub sentences: Vec<Sentence>,
    /// Each thing in the world that the article names, once.
    pub entities: Vec<Entity>,
    /// In text order; name mentions do not overlap.
    pub mentions: Vec<Mention>,
    /// Titles, posts, epithets of mentions.
    pub descriptors: Vec<Descriptor>,
    /// How the article's entities hang together.
    pub links: Vec<EntityLink>,
    /// Every voice but the outlet's own.
    pub voices: Vec<Voice>,
    /// In text order of their hulls, narration among them.
    pub claims: Vec<Claim>,
    /// Words of time.
    pub times: Vec<Time>,
    /// Numbers with their units.
    pub quantities: Vec<Quantity>,
    /// What can be compared in the claims.
    pub values: Vec<Value>,
    /// The sentences as comparing sees them, in text order.
    pub passages: Vec<Passage>,
    /// Reports that one rule found and another declined, for people who improve the rules.
    pub declined: Vec<Declined>,
    /// Whose word the narration is: the agency in the byline or dateline, as an index into `voices`.
    pub credit: Option<usize>,
    /// The day of publication as the text itself tells it: a dateline, or a date line of its own.
    pub dated: Option<Date>,
    /// The span of the headline in the body, where it stands there.
    pub headline: Option<Span>,
}

impl Reading {
    /// In which text of the article a span stands, and where in it.
    #[must_use]
    pub const fn locate(&self, span: Span) -> (TextOf, Span) {
        if span.start < self.above {
            (TextOf::Headline, span)
        } else {
            (TextOf::Body, Span::new(span.start - self.above, span.end - self.above))
        }
    }
}

/// A report that a rule found and another declined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Declined {
    /// The words that would report.
    pub cue: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// Why it is none.
    pub why: &'static str,
}

/// A sentence, or a line of boilerplate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Without the white space around it.
    pub span: Span,
    /// Counted from 0 over the article.
    pub paragraph: usize,
    /// Where it stands in the article.
    pub section: Section,
}

/// A thing in the world, as one article names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entity {
    /// The fullest name of the article, as spelled there.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Every spelling of the article, `name` among them, sorted.
    pub names: Vec<String>,
}

/// Words that name an entity.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mention {
    /// The bare name, without title, article or possessive.
    pub span: Span,
    /// Index into `sentences`.
    pub sentence: usize,
    /// Index into `entities`; `None` where it could not be linked safely.
    pub entity: Option<usize>,
    /// Index into `claims`: the attributed claim whose content holds it.
    pub claim: Option<usize>,
    /// Name, noun or pronoun.
    pub kind: MentionKind,
    /// How likely it means its entity, from 0 to 1; 1 where words say so.
    pub confidence: f64,
}

/// Words that describe a mention's entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Descriptor {
    /// Index into `mentions`.
    pub mention: usize,
    /// Its words.
    pub span: Span,
    /// What they say.
    pub kind: DescriptorKind,
}

/// One entity hanging on another: "Russia's Defense Ministry" on Russia.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntityLink {
    /// Index into `entities`.
    pub entity: usize,
    /// Index into `entities`.
    pub of: usize,
    /// How.
    pub relation: LinkRelation,
}

/// A voice that the article cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voice {
    /// The name, or the words that stand for it ("a local journalist").
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// How well it is known: a joint voice is named when all its members are.
    pub anonymity: Anonymity,
    /// Index into `entities` of the person, body or state that speaks.
    pub entity: Option<usize>,
    /// Indexes into `voices` of a joint voice's members.
    pub members: Vec<usize>,
}

/// Something put forward, and the way it came.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Index into `sentences`: where it starts.
    pub sentence: usize,
    /// Its words, in text order, without quotation marks at their ends; the hull is the claim's text.
    pub parts: Vec<Span>,
    /// How it is put.
    pub kind: ClaimKind,
    /// The origin's stance.
    pub polarity: Polarity,
    /// How real it is said to be.
    pub modality: Modality,
    /// The words that hedge it.
    pub hedge: Option<Span>,
    /// From whom the outlet names to whom *they* name; the last is the origin. Empty for narration.
    pub hops: Vec<Hop>,
    /// The rule that found it, for `show` and for people who improve the rules.
    pub rule: &'static str,
}

impl Claim {
    /// From the first to the last of its words.
    #[must_use]
    pub fn hull(&self) -> Span {
        match (self.parts.first(), self.parts.last()) {
            (Some(first), Some(last)) => first.hull(*last),
            _ => Span::new(0, 0),
        }
    }
}

/// One step of the way a claim came.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hop {
    /// Index into `voices`.
    pub voice: usize,
    /// The words that report ("said", "according to"); a cue in two pieces is its hull.
    pub cue: Option<Span>,
    /// The words that name the voice, with title and apposition.
    pub source: Option<Span>,
    /// How likely the voice and the cut of what it says are right, 0 to 1.
    pub confidence: f32,
    /// How likely the voice is the right one, wherever what it says was cut, 0 to 1.
    pub voice_confidence: f32,
}

/// Words of time and what they mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// Its words.
    pub span: Span,
    /// Index into `sentences`.
    pub sentence: usize,
    /// TIMEX3 type.
    pub kind: TimeType,
    /// TIMEX3 value: `2019-03-23`, `2018-12`, `P3M`, `PRESENT_REF`.
    pub value: String,
    /// First day, inclusive; `None` without an anchor or with an open start.
    pub low: Option<Date>,
    /// Last day, inclusive.
    pub high: Option<Date>,
    /// What it was anchored on.
    pub basis: TimeBasis,
}

/// A number, exact or vague, as an inclusive interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Quantity {
    /// Its words, with the unit and the words of approximation.
    pub span: Span,
    /// Index into `sentences`.
    pub sentence: usize,
    /// Lower end in `unit`; `None` is open.
    pub low: Option<f64>,
    /// Upper end in `unit`; `None` is open.
    pub high: Option<f64>,
    /// Normalised unit ("t", "USD", "km", "%"), `None` for a count.
    pub unit: Option<String>,
    /// The unit's own words.
    pub unit_text: Option<Span>,
    /// The words of approximation ("nearly").
    pub approx: Option<Span>,
    /// What is counted, its head in the singular ("troop").
    pub noun: Option<String>,
}

/// Something comparable in a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Index into `claims`.
    pub claim: usize,
    /// What kind of question it answers.
    pub kind: FactKind,
    /// Its further kind: for casualties killed, injured, missing, arrested.
    pub attribute: Option<String>,
    /// Its words: in the claim's hull, or in its cue or source for attribution, response and polarity.
    pub span: Span,
    /// Lower end; `None` is open.
    pub low: Option<f64>,
    /// Upper end; `None` is open.
    pub high: Option<f64>,
    /// Normalised unit.
    pub unit: Option<String>,
    /// First day.
    pub date_low: Option<Date>,
    /// Last day.
    pub date_high: Option<Date>,
    /// Index into `entities`: a place, a person.
    pub entity: Option<usize>,
    /// Normalised words for kinds without numbers.
    pub word: Option<String>,
    /// Index into `quantities`.
    pub quantity: Option<usize>,
    /// Index into `times`.
    pub time: Option<usize>,
    /// Whether its day is the one on which what the claim says happened, not that of a part of it.
    pub dates_claim: bool,
    /// How firmly its clause tells it; `None`: it cannot be said.
    pub firmness: Option<Firmness>,
    /// What the value is about: by these terms it meets values of other claims. `None`: no question can be formed.
    pub frame: Option<Frame>,
}

/// How firmly a clause is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Firmness {
    /// Under a hedge: "reportedly", "may have", "is believed to have".
    Hedged,
    /// As a fact.
    Plain,
}

/// The question that a value answers, as one article puts it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frame {
    /// What happened: the class of the verb or its noun ("land", "arrive" → "arrive").
    pub predicate: Option<String>,
    /// The head of what is asked for ("troop" of "almost 100 troops").
    pub head: Option<String>,
    /// Index into `entities`: whom or what the question is about.
    pub about: Option<usize>,
    /// Everything else that narrows the question.
    pub terms: Vec<Term>,
    /// The question as a reader would put it.
    pub question: String,
}

/// One word or entity that narrows a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its part in the question: `agent`, `patient`, `place`, `time`, `modifier`, `scope` ("second", "total"), `topic`.
    pub role: &'static str,
    /// The normalised word.
    pub word: String,
    /// Index into `entities`, where it names one.
    pub entity: Option<usize>,
}
