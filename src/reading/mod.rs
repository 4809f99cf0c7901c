//! Reading: one article's text in, plain data out. Pure, and never failing on any text.
//!
//! No file, no SQL, no other article: what needs more than one article is the work of `comparing`.

mod article_reading;
pub mod attribution;
mod kinds;
pub mod names;
mod numerals;
mod quantities;
pub mod structure;
mod times;
mod values;

use self::structure::Structure;
use crate::language::{self, Syntax, Tree};
use crate::span::Span;

pub use article_reading::{
    ArticleText, Claim, Descriptor, Entity, EntityLink, Frame, Hop, Mention, Quantity, Reading, Sentence, Term, Time,
    Value, Voice,
};
pub use kinds::{
    Anonymity, ClaimKind, DescriptorKind, EntityKind, FactKind, LinkRelation, MentionKind, Modality, Polarity, Section,
    SourceKind, TimeBasis, TimeType,
};

pub use times::counted_days;

/// Reads one article.
#[must_use]
pub fn read(article: &ArticleText<'_>) -> Reading {
    let structure = structure::structure(article);
    let trees = trees(article.body, &structure);
    let mut reading = Reading { headline: structure.headline, dated: structure.dated, ..Reading::default() };
    reading.sentences.clone_from(&structure.sentences);
    let dated = ArticleText { published: article.published.or(structure.dated), ..*article };
    reading.times = times::times(&dated, &reading.sentences, &trees);
    reading.quantities = quantities::quantities(article, &reading.sentences, &trees, &reading.times);
    let names = names::names(article.body, &reading.sentences, &trees, &structure.quotations);
    (reading.entities, reading.mentions) = (names.entities, names.mentions);
    (reading.descriptors, reading.links) = (names.descriptors, names.links);
    let grammar: Vec<Syntax<'_>> = trees.iter().map(|tree| Syntax::new(article.body, tree)).collect();
    attribution::attribute(article, &structure, &grammar, &mut reading);
    names::let_states_speak(&mut reading);
    reading.values = values::values(article.body, &trees, &structure.quotations, &reading);
    reading
}

/// The tree of each sentence, beside it; a dateline stands in none. Page furniture has one too, for the names in it.
fn trees(body: &str, structure: &Structure) -> Vec<Tree> {
    let after_dateline = structure.dateline.map_or(0, |line| line.end);
    let dateline = structure.dateline.map_or(0, |line| line.start);
    let read = |sentence: &Sentence| {
        let dated = sentence.span.start == dateline && sentence.span.end > after_dateline;
        if dated { Span::new(after_dateline, sentence.span.end).trim(body) } else { sentence.span }
    };
    language::trees(body, &structure.sentences.iter().map(read).collect::<Vec<_>>())
}
