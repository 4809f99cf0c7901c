//! What the rules find: one cue with its source and content, before voices and hops are known.

use super::lexicon::Entry;
use crate::reading::kinds::{Modality, Polarity};
use crate::span::Span;

/// One report of something by somebody.
#[derive(Debug, Clone)]
pub struct Report {
    /// The rule that found it.
    pub rule: &'static str,
    /// Index of the sentence in which the cue stands.
    pub sentence: usize,
    /// The words that report.
    pub cue: Span,
    /// Token of the reporting word in the sentence's tree.
    pub at: usize,
    /// Who reports, where words stand for them.
    pub source: Option<Words>,
    /// What is reported, in text order; empty while a quotation is looked for.
    pub content: Vec<Span>,
    /// The stance of the source.
    pub polarity: Polarity,
    /// How real the content is said to be.
    pub modality: Modality,
    /// The addressee.
    pub addressee: Option<Words>,
    /// What the report is in the article's chain of voices.
    pub strength: Strength,
    /// Whether the cue can introduce words in quotation marks.
    pub quotes: bool,
    /// Where it holds quotations: how likely its voice speaks them, the least likely one counting.
    pub quoted: Option<f32>,
}

/// Words that name a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Their stretch of the body.
    pub span: Span,
    /// Index of their sentence.
    pub sentence: usize,
    /// The token that heads them in the sentence's tree.
    pub head: usize,
}

/// What kind of report it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// A stance, wish or plan: "opposed the raid". Never a level of its own inside another report.
    Attitude,
    /// Words are put forward: "said that".
    Speech,
    /// A refusal to speak.
    Silence,
}

impl Report {
    /// A report by a word of the lexicon.
    pub fn new(rule: &'static str, sentence: usize, (cue, at): (Span, usize), entry: &Entry) -> Self {
        Self {
            rule,
            sentence,
            cue,
            at,
            source: None,
            content: Vec::new(),
            polarity: entry.polarity,
            modality: entry.modality,
            addressee: None,
            strength: Strength::Attitude,
            quotes: entry.takes(super::lexicon::Frame::Quote),
            quoted: None,
        }
    }

    /// Words that introduce what is said without a word of the lexicon: behind a colon or a dash, in a document, by a witness.
    pub fn introducing(rule: &'static str, sentence: usize, (cue, at): (Span, usize), source: Option<Words>) -> Self {
        Self {
            rule,
            sentence,
            cue,
            at,
            source,
            content: Vec::new(),
            polarity: Polarity::Affirmed,
            modality: Modality::Asserted,
            addressee: None,
            strength: Strength::Speech,
            quotes: true,
            quoted: None,
        }
    }

    /// Notes that a quotation in it is its voice's with this chance.
    pub fn is_said_with(&mut self, chance: f32) {
        self.quoted = Some(self.quoted.map_or(chance, |least| least.min(chance)));
    }

    /// From the first to the last word of its content.
    pub fn hull(&self) -> Option<Span> {
        Some(self.content.first()?.hull(*self.content.last()?))
    }

    /// Whether `span` lies inside a piece of its content.
    pub fn holds(&self, span: Span) -> bool {
        self.content.iter().any(|piece| piece.contains(span))
    }
}
