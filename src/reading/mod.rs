//! Reading: one article's text in, plain data out. Pure, and never failing on any text.
//!
//! No file, no SQL, no other article: what needs more than one article is the work of `comparing`.

mod article_reading;
mod kinds;
pub mod names;
mod numerals;
mod times;

use crate::language::{self, Tree};

pub use article_reading::{
    ArticleText, Claim, Descriptor, Entity, EntityLink, Frame, Hop, Mention, Quantity, Reading, Sentence, Term, Time,
    Value, Voice,
};
pub use kinds::{
    Anonymity, ClaimKind, DescriptorKind, EntityKind, FactKind, LinkRelation, MentionKind, Modality, Polarity, Section,
    SourceKind, TimeBasis, TimeType,
};

/// Reads one article.
#[must_use]
pub fn read(article: &ArticleText<'_>) -> Reading {
    let mut reading = Reading { sentences: lines(article.body), ..Reading::default() };
    let trees = trees(article.body, &reading.sentences);
    reading.times = times::times(article, &reading.sentences, &trees);
    let names = names::names(article.body, &reading.sentences, &trees, &[]);
    (reading.entities, reading.mentions) = (names.entities, names.mentions);
    (reading.descriptors, reading.links) = (names.descriptors, names.links);
    reading
}

/// The tree of each sentence, beside it; page furniture has an empty one.
fn trees(body: &str, sentences: &[Sentence]) -> Vec<Tree> {
    let read = |sentence: &Sentence| match sentence.section {
        Section::Boilerplate => Tree::default(),
        _ => language::tree(body, sentence.span),
    };
    sentences.iter().map(read).collect()
}

fn lines(body: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut at = 0;
    for (paragraph, line) in body.split_inclusive('\n').enumerate() {
        for span in language::sentences(body, crate::span::Span::new(at, at + line.len())) {
            sentences.push(Sentence { span, paragraph, section: Section::Body });
        }
        at += line.len();
    }
    sentences
}
