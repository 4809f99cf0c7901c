//! Reading: one article's text in, plain data out. Pure, and never failing on any text.
//!
//! No file, no SQL, no other article: what needs more than one article is the work of `comparing`.

mod article_reading;
pub mod attribution;
mod careful;
mod kinds;
pub mod names;
mod numerals;
mod passages;
mod quantities;
mod soundness;
pub mod structure;
mod times;
mod values;

use self::structure::Structure;
use crate::language::{self, Syntax, Tree};
use crate::span::Span;

pub use article_reading::{
    ArticleText, Claim, Declined, Descriptor, Entity, EntityLink, Firmness, Frame, Hop, Mention, Quantity, Reading,
    Sentence, Term, Time, Value, Voice,
};
pub use kinds::{
    Anonymity, ClaimKind, DescriptorKind, EntityKind, FactKind, LinkRelation, MentionKind, Modality, Polarity, Section,
    SourceKind, TextOf, TimeBasis, TimeType,
};

pub use careful::read_carefully;
pub use passages::{Number, Passage, Predicate, When};
pub use structure::is_missing;
pub use times::counted_days;

/// Which reading this is: another one wherever code, word lists or models read differently.
pub const VERSION: &str = env!("NEWSFACTS_READING");

/// Reads one article; a headline that its body lacks is read as the line above it, with the same entities and voices.
#[must_use]
pub fn read(article: &ArticleText<'_>) -> Reading {
    read_but(article, &|_| false)
}

/// Reads one article and gives the tree of each sentence that was used for it, too.
#[must_use]
pub fn read_with_trees(article: &ArticleText<'_>) -> (Reading, Vec<Tree>) {
    everything(article, &|_| false, &mut attribution::Trained)
}

/// Reads one article but for some of its sentences, by their number: they stay, and nothing is found in them.
fn read_but(article: &ArticleText<'_>, skipped: &dyn Fn(usize) -> bool) -> Reading {
    read_by(article, skipped, &mut attribution::Trained)
}

/// The same with another judge of speakers and confidence than the trained one.
pub(crate) fn read_by(
    article: &ArticleText<'_>,
    skipped: &dyn Fn(usize) -> bool,
    judge: &mut dyn attribution::Judge,
) -> Reading {
    everything(article, skipped, judge).0
}

fn everything(
    article: &ArticleText<'_>,
    skipped: &dyn Fn(usize) -> bool,
    judge: &mut dyn attribution::Judge,
) -> (Reading, Vec<Tree>) {
    let structure = structure::structure(article);
    match article.headline.map(str::trim_end).filter(|headline| structure::is_missing(article.body, headline)) {
        None => read_text(article, &structure, 0, skipped, judge),
        Some(headline) => {
            let text = format!("{headline}{BETWEEN}{}", article.body);
            let above = headline.len() + BETWEEN.len();
            let structure = structure.below(&text, headline);
            read_text(&ArticleText { body: &text, ..*article }, &structure, above, skipped, judge)
        }
    }
}

/// What parts a headline from the body below it.
const BETWEEN: &str = "\n\n";

/// Reads a text whose first `above` bytes are a headline that the body lacks.
fn read_text(
    article: &ArticleText<'_>,
    structure: &Structure,
    above: usize,
    skipped: &dyn Fn(usize) -> bool,
    judge: &mut dyn attribution::Judge,
) -> (Reading, Vec<Tree>) {
    let trees = trees(article.body, structure, skipped);
    let mut reading = Reading { above, headline: structure.headline, dated: structure.dated, ..Reading::default() };
    reading.sentences.clone_from(&structure.sentences);
    let dated = ArticleText { published: article.published.or(structure.dated), ..*article };
    reading.times = times::times(&dated, &reading.sentences, &trees);
    reading.quantities = quantities::quantities(article, &reading.sentences, &trees, &reading.times);
    let mut names = names::names(article.body, &reading.sentences, &trees, &structure.quotations);
    let home = structure.dateline.and_then(|line| names::local_bodies::home(line.of(article.body)));
    names::add_local_bodies(article.body, &trees, home.as_deref(), &mut names);
    (reading.entities, reading.mentions) = (names.entities, names.mentions);
    (reading.descriptors, reading.links) = (names.descriptors, names.links);
    let grammar: Vec<Syntax<'_>> = trees.iter().map(|tree| Syntax::new(article.body, tree)).collect();
    attribution::attribute(article, structure, &grammar, &names.genders, &mut reading, judge);
    names::let_states_speak(&mut reading);
    reading.values = values::values(article.body, &grammar, &structure.quotations, &reading);
    soundness::keep(article.body, &mut reading);
    reading.passages = passages::passages(article.body, &grammar, &reading);
    drop(grammar);
    (reading, trees)
}

/// The tree of each sentence, beside it; a dateline or a speaker's label stands in none. Boilerplate has one too, for
/// the names in it.
fn trees(body: &str, structure: &Structure, skipped: &dyn Fn(usize) -> bool) -> Vec<Tree> {
    let after_dateline = structure.dateline.map_or(0, |line| line.end);
    let dateline = structure.dateline.map_or(0, |line| line.start);
    let read = |(at, sentence): (usize, &Sentence)| {
        if skipped(at) {
            return Span::new(sentence.span.start, sentence.span.start);
        }
        let dated = sentence.span.start == dateline && sentence.span.end > after_dateline;
        if let Some(label) = structure.label_of(sentence.span) {
            return Span::new(label.end.min(sentence.span.end), sentence.span.end).trim(body);
        }
        if dated { Span::new(after_dateline, sentence.span.end).trim(body) } else { sentence.span }
    };
    language::trees(body, &structure.sentences.iter().enumerate().map(read).collect::<Vec<_>>())
}
