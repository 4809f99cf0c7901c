//! Structure: from a body to its paragraphs, sections, sentences, quotations, dateline and credit.
//!
//! It looks at lines, marks and positions only: no trees, no names. Nothing here fails on any text.

mod blocks;
mod boilerplate;
mod captions;
mod dateline;
mod dates;
mod embeds;
mod features;
pub(crate) mod labels;
mod marks;
mod notices;
mod publication;
mod quotations;
mod seams;
mod sections;
mod sentences;
mod turns;

use jiff::civil::Date;

pub use quotations::{Quotation, QuotationKind};
pub use turns::{Turn, TurnKind};

use self::blocks::{Block, blocks};
use super::{ArticleText, Section, Sentence};
use crate::span::Span;

/// What a body is made of.
#[derive(Debug, Clone, Default)]
pub struct Structure {
    /// Bytes of the whole text.
    pub length: usize,
    /// In text order; every non-blank character lies in exactly one. A line that is not running text is one sentence.
    pub sentences: Vec<Sentence>,
    /// The headline, where it stands in the body.
    pub headline: Option<Span>,
    /// The day of publication as a date line or the dateline tells it.
    pub dated: Option<Date>,
    /// The dateline with its dash, at the start of a body sentence: no claim's words.
    pub dateline: Option<Span>,
    /// The agency's words in byline or dateline ("Reuters" of `KELSO (Reuters) -`).
    pub credit: Option<Span>,
    /// In the order of their first marks; none in boilerplate.
    pub quotations: Vec<Quotation>,
    /// Turns of a transcript and posts, in text order.
    pub turns: Vec<Turn>,
}

/// The structure of an article.
#[must_use]
pub fn structure(article: &ArticleText<'_>) -> Structure {
    let body = article.body;
    let blocks = blocks(body);
    let (mut sections, headline) = sections::sections(body, &blocks, article.headline);
    let mut turns = turns::turns(body, &blocks, &sections);
    for (block, section) in blocks.iter().zip(&mut sections) {
        // A short question with a label is no subhead.
        if *section == Section::Subhead && turns.iter().any(|turn| turn.label.start == block.span.start) {
            *section = Section::Body;
        }
    }
    turns.extend(turns::posts(body, &blocks));
    turns.sort_by_key(|turn| turn.label);
    let read: Vec<Span> = blocks
        .iter()
        .zip(&sections)
        .filter(|(_, section)| **section != Section::Boilerplate)
        .map(|(block, _)| block.span)
        .collect();
    let quotations = quotations::quotations(body, &read);
    let dateline = sections::first_dateline(body, &blocks, &sections);
    Structure {
        length: body.len(),
        sentences: all_sentences(body, &blocks, &sections, &quotations),
        headline: headline.map(|at| blocks[at].span),
        dated: publication::dated(body, &blocks, &sections, dateline.as_ref()),
        dateline: dateline.map(|line| line.span),
        credit: dateline.and_then(|line| line.credit).or_else(|| publication::credit(body, &blocks, &sections)),
        quotations,
        turns,
    }
}

/// Whether a headline has words, and the body has no line of these words.
#[must_use]
pub fn is_missing(body: &str, headline: &str) -> bool {
    let wanted = sections::bare(headline);
    let near = |line: &str| line.len() <= 2 * headline.len() + 8 && sections::bare(line) == wanted;
    !wanted.is_empty() && !body.trim_start().starts_with(headline.trim()) && !body.lines().any(near)
}

impl Structure {
    /// The same structure in `text`, which has `headline`, white space and the body.
    #[must_use]
    pub fn below(self, text: &str, headline: &str) -> Self {
        let body = text.len() - self.length;
        let down = |span: Span| Span::new(span.start + body, span.end + body);
        let title = Span::new(0, headline.len()).trim(text);
        let mut quotations = quotations::quotations(text, &[title]);
        quotations.extend(self.quotations.into_iter().map(|quotation| quotation.moved(body)));
        let mut sentences = vec![Sentence { span: title, paragraph: 0, section: Section::Headline }];
        sentences.extend(self.sentences.into_iter().map(|sentence| Sentence {
            span: down(sentence.span),
            paragraph: sentence.paragraph + 1,
            section: sentence.section,
        }));
        Self {
            length: text.len(),
            sentences,
            headline: Some(title),
            dated: self.dated,
            dateline: self.dateline.map(down),
            credit: self.credit.map(down),
            quotations,
            turns: self.turns.into_iter().map(|turn| turn.moved(body)).collect(),
        }
    }

    /// The label of a transcript with which a sentence starts.
    #[must_use]
    pub fn label_of(&self, sentence: Span) -> Option<Span> {
        let at = self.turns.partition_point(|turn| turn.label.start < sentence.start);
        let turn = self.turns.get(at).filter(|turn| turn.kind != TurnKind::Post && turn.label.start == sentence.start);
        turn.map(|turn| turn.label)
    }

    /// Whether a sentence lies in the label of a turn or in the signature of a post.
    #[must_use]
    pub fn is_label(&self, sentence: Span) -> bool {
        let at = self.turns.partition_point(|turn| turn.label.end < sentence.end);
        self.turns.get(at).is_some_and(|turn| turn.label.contains(sentence))
    }
}

/// The first full date that a short text writes ("March 27, 2019", "27/03/2019").
#[must_use]
pub fn written_date(text: &str) -> Option<Date> {
    dates::date_in(text).map(|found| found.date)
}

fn all_sentences(body: &str, blocks: &[Block], sections: &[Section], quotations: &[Quotation]) -> Vec<Sentence> {
    let mut quoted: Vec<Span> =
        quotations.iter().filter(|q| q.depth == 0).flat_map(|q| q.parts.iter().copied()).collect();
    quoted.sort_unstable();
    let mut rest = &quoted[..];
    let mut found = Vec::new();
    for (paragraph, (block, &section)) in blocks.iter().zip(sections).enumerate() {
        let here = rest.partition_point(|part| part.start < block.span.end);
        let (inside, later) = rest.split_at(here);
        rest = later;
        match section {
            Section::Body | Section::Embed | Section::Caption => {
                let spans = sentences::sentences(body, block.span, inside);
                let added = |span: Span| {
                    let words = span.of(body);
                    let linked = || notices::is_mark(words) || embeds::is_trailer(words);
                    notices::is_notice(words) || span != block.span && linked()
                };
                let of = |span: Span| if added(span) { Section::Boilerplate } else { section };
                found.extend(spans.into_iter().map(|span| Sentence { span, paragraph, section: of(span) }));
            }
            Section::Headline | Section::Subhead | Section::Boilerplate => {
                found.push(Sentence { span: block.span, paragraph, section });
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(body: &str) -> Structure {
        structure(&ArticleText { body, ..ArticleText::default() })
    }

    #[test]
    fn dateline_credit_and_date_are_found() {
        let text = "The ferry sank at dawn on Friday, a few miles off the harbour, the coast guard said.";
        let body = format!(
            "Ferry sinks off Kelso\n\nKELSO, March 3 (Reuters) - {text}\n\n© 2031 Kelso Mirror. All rights reserved."
        );
        let found = of(&body);
        assert_eq!(found.headline.map(|span| span.of(&body)), Some("Ferry sinks off Kelso"));
        assert_eq!(found.dateline.map(|span| span.of(&body)), Some("KELSO, March 3 (Reuters) -"));
        assert_eq!(found.credit.map(|span| span.of(&body)), Some("Reuters"));
        assert_eq!(found.dated.map(|day| day.to_string()).as_deref(), Some("2031-03-03"));

        let body = format!(
            "Ferry sinks off Kelso\nBy Ann Orr, Associated Press\nPublished: 4 March 2031\n{text}\n{text} It rained."
        );
        let found = of(&body);
        assert_eq!(found.credit.map(|span| span.of(&body)), Some("Associated Press"));
        assert_eq!(found.dated.map(|day| day.to_string()).as_deref(), Some("2031-03-04"));
    }

    #[test]
    fn the_date_of_a_caption_is_not_the_day_of_publication() {
        let text = "The ferry sank at dawn on Friday, a few miles off the harbour, the coast guard said.";
        let body = format!("Ferry sinks off Kelso\n\nThe mayor opens the new bridge in Kelso, July 2, 2013.\n\n{text}");
        assert_eq!(of(&body).dated, None);
    }

    proptest::proptest! {
        #[test]
        fn every_character_lies_in_exactly_one_sentence(body in "([a-zA-Z .,\"'“”‘’():|@0-9-]|\n|\\PC){0,200}") {
            let mut covered = 0;
            for sentence in of(&body).sentences {
                proptest::prop_assert!(sentence.span.start >= covered);
                proptest::prop_assert!(body[covered..sentence.span.start].trim().is_empty());
                covered = sentence.span.end;
            }
            proptest::prop_assert!(body[covered..].trim().is_empty());
        }
    }
}
