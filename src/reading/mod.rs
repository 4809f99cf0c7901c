//! Reading: one article's text in, plain data out. Pure, and never failing on any text.
//!
//! No file, no SQL, no other article: what needs more than one article is the work of `comparing`.

mod article_reading;
mod kinds;

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
    let _ = article;
    Reading::default()
}
