//! Sections: which blocks are the article, and which are its headline, captions, embeds or the boilerplate around it.
//!
//! First each block is looked at alone (`features`), then the stretch of blocks that reads most like an article is
//! found, and last the lines before, in and after it are told apart by their place and their neighbours.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::blocks::Block;
use super::boilerplate::{Boilerplate, Grade};
use super::captions::{ends_with_a_weekday, is_caption};
use super::dateline::{dateline, is_byline, is_time_line};
use super::embeds::{Embed, embeds};
use super::features::Features;
use super::notices::is_notice;
use super::seams::{is_counter, is_player};
use crate::reading::Section;
use crate::span::Span;

/// What is known of each block while sections are decided.
pub struct Page<'a> {
    body: &'a str,
    blocks: &'a [Block],
    features: Vec<Features>,
    /// How much each reads like running text.
    prose: Vec<f32>,
    sections: Vec<Option<Section>>,
    /// The stretch of blocks that reads most like an article.
    article: Range<usize>,
}

/// The section of each block, and the block that is the headline.
pub fn sections(body: &str, blocks: &[Block], headline: Option<&str>) -> (Vec<Section>, Option<usize>) {
    let features: Vec<_> = blocks.iter().map(|block| Features::of(block.span.of(body))).collect();
    let mut prose: Vec<_> = features.iter().map(Features::prose).collect();
    fade_after_article(&mut prose, &features);
    let mut page = Page { body, blocks, features, prose, sections: vec![None; blocks.len()], article: 0..0 };
    let (anywhere, most) = best_stretch(&page.prose, 0);
    let anchored = page.anchor(headline).map(|at| (at, best_stretch(&page.prose, at + 1)));
    // A headline that little text follows is a link to the article, not its beginning.
    let anchored = anchored.filter(|(_, (_, sum))| *sum > most * 0.5);
    let anchor = anchored.as_ref().map(|(at, _)| *at);
    page.article = anchored.map_or(anywhere, |(_, (stretch, _))| stretch);
    page.mark_repeats();
    page.mark_boilerplate();
    page.mark_embeds();
    let headline = page.headline(anchor);
    page.mark_before_article(headline);
    page.mark_article();
    let sections = page.sections.iter().map(|section| section.unwrap_or(Section::Boilerplate)).collect();
    (sections, headline)
}

/// With no more lines than this before its text, an article is no page: its first line is the headline.
const FEW: usize = 8;

/// How much text makes an article, in scores of [`Features::prose`]: some four paragraphs.
const ENOUGH: f32 = 6.0;

/// How much text counts after a line that ends articles, such as "Comments".
const FADED: f32 = 0.3;

/// Text after "Comments" or "Related articles" counts little, once an article has been seen.
fn fade_after_article(prose: &mut [f32], features: &[Features]) {
    let (mut seen, mut ended) = (0.0, false);
    for (score, features) in prose.iter_mut().zip(features) {
        ended |= features.boilerplate.ends && seen > ENOUGH;
        if *score > 0.0 {
            seen += *score;
            *score *= if ended { FADED } else { 1.0 };
        }
    }
}

/// So many other lines may stand before a clear paragraph or after it for it to belong to the article beyond them.
const GAP: usize = 3;

/// Longer blocks, in bytes, are no captions.
const LONGEST_CAPTION: usize = 500;

/// A block with a higher score of [`Features::prose`] is clearly a paragraph.
const CLEAR: f32 = 1.2;

/// The run of blocks from `from` on whose scores add up to most, and that sum; all of them where none reads like text.
fn best_stretch(prose: &[f32], from: usize) -> (Range<usize>, f32) {
    let (mut best, mut best_sum) = (0..0, 0.0);
    let (mut start, mut sum) = (from, 0.0);
    for (at, score) in prose.iter().enumerate().skip(from) {
        sum += score.clamp(-1.0, 4.0);
        if sum <= 0.0 {
            (start, sum) = (at + 1, 0.0);
        } else if sum > best_sum {
            (best, best_sum) = (start..at + 1, sum);
        }
    }
    if best.is_empty() {
        return (from..prose.len(), best_sum);
    }
    // A few lines of boilerplate between the first or the last paragraphs end no article.
    while let Some(next) = (best.end..prose.len().min(best.end + GAP + 1)).find(|&at| prose[at] > CLEAR) {
        best.end = next + 1;
    }
    let before = |start: usize| from.max(start.saturating_sub(GAP + 1))..start;
    while let Some(earlier) = before(best.start).find(|&at| prose[at] > CLEAR) {
        best.start = earlier;
    }
    (best, best_sum)
}

impl Page<'_> {
    fn text(&self, at: usize) -> &str {
        self.blocks[at].span.of(self.body)
    }

    fn set(&mut self, at: usize, section: Section) {
        self.sections[at].get_or_insert(section);
    }

    /// A line repeated word for word is read once, then it is boilerplate.
    fn mark_repeats(&mut self) {
        let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
        for at in 0..self.blocks.len() {
            let text = self.blocks[at].span.of(self.body);
            if *seen.entry(text).or_insert(at) != at {
                self.sections[at] = Some(Section::Boilerplate);
            }
        }
    }

    /// Lines whose words alone say that they are boilerplate, and what a "read more" leads to.
    fn mark_boilerplate(&mut self) {
        let mut led = false;
        for at in 0..self.blocks.len() {
            let features = self.features[at];
            let boilerplate = features.boilerplate;
            let is_sure = boilerplate.line == Some(Grade::Sure)
                || boilerplate.start == Some(Grade::Sure) && !(features.words > 25 && self.prose[at] > 0.5)
                || boilerplate.start.is_some() && !features.ends
                || boilerplate.within >= 2 && features.words <= 30
                || boilerplate.line.is_some() && features.words <= 2;
            let started = at > self.article.start;
            led = started && (boilerplate.leads || led && !features.ends && self.prose[at] < 0.3);
            let text = self.text(at);
            if is_sure || led || is_byline(text) || is_time_line(text) || is_player(text) || is_notice(text) {
                self.set(at, Section::Boilerplate);
            }
        }
    }

    fn mark_embeds(&mut self) {
        let texts: Vec<&str> = self.blocks.iter().map(|block| block.span.of(self.body)).collect();
        for Embed { words, signature } in embeds(&texts) {
            for at in words.chain([signature]) {
                self.sections[at] = Some(Section::Embed);
            }
        }
    }

    /// Whether a block could be a headline: a line that no other rule has taken, without a full stop or in capitals.
    fn could_be_headline(&self, at: usize) -> bool {
        let features = &self.features[at];
        let text = self.text(at);
        self.sections[at].is_none()
            && (2..=32).contains(&features.words)
            && (!features.ends || text.ends_with(['?', '!', '"', '”', '’', '\'']) || features.small < 0.5)
            && features.stops < 2
            && !text.ends_with(',')
            && !text.starts_with(['-', '•', '*', '('])
    }

    /// The block that is known to be the headline: the one that was given, or the one that the page's title line names
    /// before the site (`Ferry sinks - Kelso Mirror`), if text follows it.
    fn anchor(&self, known: Option<&str>) -> Option<usize> {
        let wanted = known.map(bare).filter(|wanted| !wanted.is_empty());
        let given = wanted.and_then(|wanted| (0..self.blocks.len()).find(|&at| bare(self.text(at)) == wanted));
        let by_title = || {
            let title = self.blocks.first().map(|block| block.span.of(self.body))?;
            (1..self.blocks.len()).find(|&at| {
                self.features[at].words > 3 && title.len() > self.text(at).len() && title.starts_with(self.text(at))
            })
        };
        given.or_else(by_title).filter(|&at| self.prose[at + 1..].iter().any(|score| *score > 0.5))
    }

    /// The block that is the headline: the one that is known to be, or the likeliest before the article's text.
    fn headline(&mut self, anchor: Option<usize>) -> Option<usize> {
        let chosen = anchor.filter(|&at| self.sections[at].is_none()).or_else(|| self.likeliest_headline())?;
        self.sections[chosen] = Some(Section::Headline);
        Some(chosen)
    }

    fn likeliest_headline(&self) -> Option<usize> {
        let limit = self.article.end.min(self.blocks.len());
        let first_text = (self.article.start..limit).find(|&at| self.prose[at] > 0.5 && self.features[at].ends);
        let before = first_text.unwrap_or(limit.min(1));
        let mut candidates = (0..before).filter(|&at| self.could_be_headline(at) && !is_caption(self.text(at)));
        let first = candidates.clone().next().filter(|&at| before <= FEW && self.features[at].words >= 3);
        first.or_else(|| candidates.rfind(|&at| self.features[at].words >= 4))
    }

    /// Between the headline and the first paragraph stand captions and standfirsts; before the headline only boilerplate.
    fn mark_before_article(&mut self, headline: Option<usize>) {
        let from = headline.map_or(self.article.start, |at| at + 1);
        for at in from..self.article.start {
            let features = self.features[at];
            let text = self.text(at);
            if is_caption(text) || ends_with_a_weekday(text) && features.words > 6 {
                self.set(at, Section::Caption);
            } else if features.boilerplate == Boilerplate::default()
                && (features.words >= 6 && features.small > 0.3 && self.article.start - at <= 6
                    || features.words >= 3 && self.article.start <= FEW)
            {
                self.set(at, if features.ends { Section::Body } else { Section::Subhead });
            }
        }
    }

    /// Inside the article's stretch: paragraphs, and between them subheads, captions and lines of boilerplate.
    fn mark_article(&mut self) {
        let (start, end) = (self.article.start, self.article.end);
        for at in start..end {
            if self.sections[at].is_some() {
                continue;
            }
            let section = if is_caption(self.text(at)) || self.follows_counter(at) {
                Section::Caption
            } else if !self.could_be_subhead(at) {
                Section::Body
            } else if !self.crowded(at) {
                Section::Subhead
            } else if self.could_be_link(at) {
                Section::Boilerplate
            } else {
                Section::Body
            };
            self.sections[at] = Some(section);
        }
    }

    /// Whether a short block stands behind the number of a picture on its line: `Image 4 of 10 The ferry at sea.`
    fn follows_counter(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|before| self.blocks[before].span) else { return false };
        let here = self.blocks[at].span;
        is_counter(before.of(self.body))
            && here.len() <= LONGEST_CAPTION
            && !self.body[before.end..here.start].contains('\n')
    }

    /// Whether a block inside the article is a headline-like line: short, and neither a sentence nor the lead-in of one.
    fn could_be_subhead(&self, at: usize) -> bool {
        let features = &self.features[at];
        let text = self.text(at);
        let asks = features.words <= 8 && text.ends_with('?') && features.stops == 0;
        let short = features.words <= 20 && !text.ends_with([':', ',', ';', '-', '–', '—']) && features.stops < 2;
        !text.starts_with(['-', '•', '*', '(', '"', '“']) && (asks || short && !features.ends)
    }

    /// Whether a line in a list is the headline of another article rather than an item of a table or an enumeration.
    fn could_be_link(&self, at: usize) -> bool {
        let features = &self.features[at];
        let is_item = features.digits > 0.03 || self.text(at).starts_with(['-', '•', '*', '–']);
        features.boilerplate != Boilerplate::default() || !is_item && (features.words >= 5 || features.small < 0.35)
    }

    /// Whether a short line stands among others of its like, as in a list of links.
    fn crowded(&self, at: usize) -> bool {
        let short = |at: usize| self.prose[at] <= 0.0 && !self.features[at].ends;
        let before = (self.article.start..at).rev().take_while(|&at| short(at)).count();
        let after = (at + 1..self.article.end).take_while(|&at| short(at)).count();
        before + after >= 3
    }
}

/// Letters and digits only, small: how two spellings of one headline are compared.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The dateline of the first paragraph that has one, among the first few paragraphs of the article.
pub fn first_dateline(body: &str, blocks: &[Block], sections: &[Section]) -> Option<super::dateline::Dateline> {
    let paragraphs = blocks.iter().zip(sections).filter(|(_, section)| **section == Section::Body);
    paragraphs.take(3).find_map(|(block, _)| dateline(body, Span::new(block.span.start, block.span.end)))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::blocks;
    use super::*;

    const LONG: &str = "The ferry sank at dawn on Friday, a few miles off the harbour of Kelso, the coast guard said.";
    const MORE: &str = "Nobody was hurt, according to the harbour master, who saw the ferry go down within minutes.";
    const FOURTH: &str =
        "The storm had closed the port for two days, and ferries had waited in the bay until Thursday.";
    const LAST: &str = "The captain, who has served the line for twenty years, is to be heard by a court on Monday.";

    /// The sections of lines that end in the words given.
    fn sections_of(lines: &[&str]) -> Vec<&'static str> {
        let body = lines.join("\n\n");
        sections(&body, &blocks(&body), None).0.into_iter().map(Section::as_str).collect()
    }

    #[test]
    fn an_article_is_told_from_the_boilerplate_around_it() {
        for (lines, wanted) in [
            (vec!["Ferry sinks off Kelso", LONG, MORE], "headline body body"),
            (
                vec!["Watch LIVE", "Ferry sinks off Kelso", "Coast guard saves all aboard the ship", LONG],
                "boilerplate headline subhead body",
            ),
            (vec!["Ferry sinks off Kelso", LONG, "Why did it sink?", MORE, LAST], "headline body subhead body body"),
            (
                vec!["Ferry sinks off Kelso", LONG, "Storm closes bridges in the north", MORE],
                "headline body subhead body",
            ),
            (
                vec!["Ferry sinks off Kelso", LONG, MORE, "Storm closes bridges in the north"],
                "headline body body boilerplate",
            ),
            (
                vec!["Ferry sinks off Kelso", LONG, "Also readStorm closes bridges", MORE],
                "headline body boilerplate body",
            ),
            (
                vec!["Ferry sinks off Kelso", LONG, "Read more:", "Storm closes bridges", MORE],
                "headline body boilerplate boilerplate body",
            ),
            (
                vec![
                    "Ferry sinks off Kelso",
                    "A boy looks at the sea from the pier in Kelso Monday",
                    "Ferry sinks off Kelso",
                    LONG,
                ],
                "headline caption boilerplate body",
            ),
            (
                vec!["Ferry sinks off Kelso", "March 4, 2031", "By Ann Orr", LONG, "Share on Facebook"],
                "headline boilerplate boilerplate body boilerplate",
            ),
            (
                vec!["Ferry sinks off Kelso", LONG, "We are safe.", "— Ann Orr (@annorr) March 4, 2031", MORE],
                "headline body embed embed body",
            ),
            (vec![LONG, "It named three ports:", MORE], "body body body"),
            (vec![LONG, "Read more:", "Storm closes bridges", MORE, LAST], "body boilerplate boilerplate body body"),
            (vec![LONG, "“No.”", MORE], "body body body"),
        ] {
            assert_eq!(sections_of(&lines).join(" "), wanted, "{lines:?}");
        }
    }

    #[test]
    fn a_page_gives_its_article_and_not_its_menus_or_comments() {
        let mut lines =
            vec!["Ferry sinks off Kelso pier - Kelso Mirror", "Home", "World", "Sport", "Weather", "Jobs", "Cars"];
        lines.extend([
            "Ferry sinks off Kelso pier",
            LONG,
            MORE,
            LAST,
            FOURTH,
            "12 Comments",
            "Tom",
            "I knew that ferry. It was old.",
        ]);
        let found = sections_of(&lines).join(" ");
        let menu = ["boilerplate"; 7].join(" ");
        assert_eq!(found, format!("{menu} headline body body body body boilerplate boilerplate boilerplate"));
    }

    #[test]
    fn a_text_without_sentences_is_kept() {
        assert_eq!(sections_of(&["PORT 12 14", "PIER 3 4"]).len(), 2);
        assert!(sections_of(&[]).is_empty());
    }
}
