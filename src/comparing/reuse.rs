//! Copied sentences: found by rare pairs of words, weighed word by word, each tied to the earliest of its copies.

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::lost::{lost_hedge, lost_source, swapped_source};
use super::wordings;
use crate::lexicon::rows;
use crate::span::Span;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a copy changed.
    Changed {
        /// Another source, or none.
        Source = "source",
        /// A hedge put in or left out.
        Hedge = "hedge",
        /// Another figure.
        Figure = "figure",
        /// Other words.
        Wording = "wording",
    }
}

/// A sentence of an article of the story.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// The row.
    pub sentence_id: i64,
    /// The article, by content (outlet and file), and its row.
    pub article: (String, i64),
    /// When it was published, as exactly as is known.
    pub published: Option<Date>,
    /// Its place in the article.
    pub ordinal: i64,
    /// Its paragraph.
    pub paragraph: i64,
    /// Its words.
    pub text: String,
    /// The stretches of `text` that quote somebody, in bytes: several outlets may carry one remark without copying.
    pub quoted: Vec<Span>,
    /// Whom it names for what, outer voices too.
    pub attributed: Vec<Attributed>,
    /// Words that hedge in it, in lower case, sorted.
    pub hedges: Vec<String>,
    /// Figures in it as numbers with their units, sorted.
    pub figures: Vec<String>,
    /// Whether the headline of its article credits anyone.
    pub headline_credits: bool,
}

/// A voice in a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributed {
    /// The row of the claim's origin.
    pub origin_id: i64,
    /// The voice by its name, empty where it has none.
    pub name: String,
    /// Its words in the sentence, empty where it is named elsewhere.
    pub source: String,
    /// The words that report.
    pub cue: String,
    /// Whether it has a proper name.
    pub is_named: bool,
    /// The kind of the source, as in the table.
    pub kind: String,
    /// Whether the voice is surely the right one, and stands for its own words outside of quotation marks.
    pub is_sure: bool,
}

/// A pair of sentences of which one copies the other (or both a third).
#[derive(Debug, Clone, PartialEq)]
pub struct Reuse {
    /// The earlier one, as far as is known.
    pub a: i64,
    /// Its copy.
    pub b: i64,
    /// 0 to 1.
    pub similarity: f64,
    /// What the copy changed.
    pub changed: Option<Changed>,
    /// Whether the dates say which came first.
    pub known: bool,
    /// Whether both credit one origin.
    pub same_origin: bool,
}

/// What a look at a story's sentences told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The sentences that were looked at.
    pub looked_at: Vec<i64>,
    /// What of them is copied; the others of them copy nothing.
    pub found: Vec<Reuse>,
}

/// How alike two sentences must be.
const COPIED: f64 = 0.72;
/// How alike two sentences must be that share at least [`MANY`] words in one order: a long copy may be edited.
const COPIED_LONG: f64 = 0.6;
/// So many words in one order are no chance.
const MANY: usize = 16;
/// Fewer words than this outside of quotation marks are a phrase that anyone may use.
const SHORTEST: usize = 8;
/// How alike two shorter sentences must be where nothing graver is said of the copy than that it is one.
const ALIKE: f64 = 0.78;
/// Fewer words than this around a quotation are those with which anyone introduces it.
const SHORTEST_AROUND: usize = 14;
/// A sentence of fewer words is copied as a whole, or it is a plain fact that anyone tells so.
const SHORT: usize = 12;
/// So many sentences before one, and so many after it, are looked at for whom it leans on.
const NEAR: (i64, i64) = (2, 1);

static TIP_LINES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../data/lexicon/tip_lines.tsv")).filter_map(|row| row.first().copied()).collect()
});
/// Pairs of words that stand in more sentences than this say nothing.
const WIDESPREAD: usize = 200;

/// The copied sentences of a story, in the order of its lines: those among the fresh lines, and those that a fresh line
/// may be the first of. What the other lines copy is as it was.
#[must_use]
pub fn reuses(lines: &[Line], is_fresh: impl Fn(&Line) -> bool) -> Told {
    let words: Vec<Vec<String>> = lines.iter().map(own_words).collect();
    let is_whole = |at: &usize| {
        let least = if lines[*at].quoted.is_empty() { SHORTEST } else { SHORTEST_AROUND };
        words[*at].len() >= least && !asks_for_hints(&lines[*at])
    };
    let places: FxHashMap<(i64, i64), usize> =
        lines.iter().enumerate().map(|(at, line)| ((line.article.1, line.ordinal), at)).collect();
    let mut order: Vec<usize> = (0..lines.len()).filter(is_whole).collect();
    order.sort_by(|&a, &b| rank(&lines[a]).cmp(&rank(&lines[b])));
    let mut index: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
    let (mut found, mut looked_at) = (Vec::new(), Vec::new());
    for (position, &at) in order.iter().enumerate() {
        let pairs: FxHashSet<_> = words[at].windows(2).map(|pair| (pair[0].as_str(), pair[1].as_str())).collect();
        let mut shared: FxHashMap<usize, usize> = FxHashMap::default();
        for pair in &pairs {
            for &earlier in index.get(pair).into_iter().flatten().take(WIDESPREAD) {
                *shared.entry(earlier).or_default() += 1;
            }
        }
        let mut earliest: Option<(usize, f64)> = None;
        let mut candidates: Vec<_> =
            shared.into_iter().filter(|&(_, count)| count >= 3).map(|(earlier, _)| earlier).collect();
        candidates.sort_unstable();
        let is_open = is_fresh(&lines[at]) || candidates.iter().any(|&earlier| is_fresh(&lines[order[earlier]]));
        if is_open {
            looked_at.push(lines[at].sentence_id);
        }
        for earlier in candidates.into_iter().filter(|_| is_open) {
            let other = order[earlier];
            if lines[other].article.1 == lines[at].article.1 {
                continue;
            }
            if let Some(similarity) = similarity(&words[other], &words[at]) {
                earliest = Some((other, similarity));
                break;
            }
        }
        if let Some((other, similarity)) = earliest {
            let around = [around(lines, &places, &lines[other]), around(lines, &places, &lines[at])];
            let reuse = reuse(&lines[other], &lines[at], &around, similarity);
            let grave = matches!(reuse.changed, Some(Changed::Source | Changed::Hedge));
            if grave || similarity >= ALIKE || words[at].len().min(words[other].len()) >= MANY {
                found.push(reuse);
            }
        }
        for pair in pairs {
            index.entry(pair).or_default().push(position);
        }
    }
    found.sort_by_key(|reuse| (reuse.a, reuse.b));
    Told { looked_at, found }
}

/// Undated articles come last; then by content, never by row.
fn rank(line: &Line) -> (bool, Option<Date>, &str, i64) {
    (line.published.is_none(), line.published, &line.article.0, line.ordinal)
}

/// The sentences near one: on either side, and all of its paragraph.
fn around<'a>(lines: &'a [Line], places: &FxHashMap<(i64, i64), usize>, line: &Line) -> Vec<&'a Line> {
    let at = |ordinal: i64| places.get(&(line.article.1, ordinal)).map(|&at| &lines[at]);
    let near = |other: &&Line| {
        let on = other.ordinal - line.ordinal;
        (-NEAR.0..=NEAR.1).contains(&on) || other.paragraph == line.paragraph
    };
    let before = (1..).map_while(|back| at(line.ordinal - back)).take_while(near);
    let after = (1..).map_while(|on| at(line.ordinal + on)).take_while(near);
    before.chain(after).collect()
}

/// "Anyone with information is asked to call": every report ends so.
fn asks_for_hints(line: &Line) -> bool {
    let lower = line.text.to_lowercase();
    TIP_LINES.iter().any(|phrase| lower.contains(phrase))
}

fn reuse(a: &Line, b: &Line, around: &[Vec<&Line>; 2], similarity: f64) -> Reuse {
    let known = matches!((a.published, b.published), (Some(one), Some(other)) if one < other);
    let same = |voice: &Attributed| b.attributed.iter().any(|other| other.origin_id == voice.origin_id);
    let same_origin = a.attributed.iter().any(same);
    let mut changed = changed(a, b, &around[1]);
    // Where no one knows which came first, either may be the one that leaves the voice out.
    if !known && lost_source(b, a, &around[0]) {
        changed = Some(Changed::Source);
    }
    Reuse { a: a.sentence_id, b: b.sentence_id, similarity, changed, known, same_origin }
}

/// The gravest change: the source, then a hedge, then a figure, then the words.
fn changed(a: &Line, b: &Line, around_b: &[&Line]) -> Option<Changed> {
    if lost_source(a, b, around_b) || swapped_source(a, b) {
        Some(Changed::Source)
    } else if lost_hedge(a, b, around_b) {
        Some(Changed::Hedge)
    } else if a.figures != b.figures {
        Some(Changed::Figure)
    } else {
        (plain_words(&a.text) != plain_words(&b.text)).then_some(Changed::Wording)
    }
}

/// How alike two sentences are, 0 to 1, as read side by side; `None` where one is no copy of the other.
///
/// A copy may hang on into more words: the shorter one must be nearly whole, the longer one half.
fn similarity(a: &[String], b: &[String]) -> Option<f64> {
    let (left, right) = (a.join(" "), b.join(" "));
    let matched = wordings::variation(&left, &right)?.matched;
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let whole = matched as f64 / shorter.max(1) as f64;
    let half = matched as f64 / longer.max(1) as f64;
    let similarity = f64::midpoint(whole, half);
    let enough = if matched >= MANY { COPIED_LONG } else { COPIED };
    // "He was shot in the arm" is part of many a sentence that tells of more.
    let least = if shorter < SHORT { 0.8 } else { 0.45 };
    (half >= least && similarity >= enough).then_some(similarity)
}

/// The words of a line outside of what it quotes.
fn own_words(line: &Line) -> Vec<String> {
    let mut own = String::with_capacity(line.text.len());
    let mut from = 0;
    for span in &line.quoted {
        own.push_str(line.text.get(from..span.start.max(from)).unwrap_or_default());
        own.push(' ');
        from = span.end.max(from);
    }
    own.push_str(line.text.get(from..).unwrap_or_default());
    plain_words(&own)
}

/// The words of a text in lower case.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: i64, article: &str, day: i8, text: &str, source: &str) -> Line {
        let attributed = Attributed {
            origin_id: source.len() as i64,
            name: source.into(),
            source: source.into(),
            cue: "said".into(),
            is_named: source.starts_with(char::is_uppercase),
            kind: if source.ends_with('s') { "group".into() } else { "person".into() },
            is_sure: true,
        };
        Line {
            sentence_id: id,
            article: (article.into(), id),
            published: Date::new(2021, 6, day).ok(),
            text: text.into(),
            attributed: if source.is_empty() { Vec::new() } else { vec![attributed] },
            ..Line::default()
        }
    }

    /// What a copy of the first text in the second changed, if it is one; the voices are those of each.
    #[allow(clippy::option_option, reason = "no copy and an unchanged copy are two answers")]
    fn change(a: (&str, &str), b: (&str, &str)) -> Option<Option<Changed>> {
        let lines = [line(1, "a", 3, a.0, a.1), line(2, "b", 4, b.0, b.1)];
        reuses(&lines, |_| true).found.first().map(|found| found.changed)
    }

    const BARE: &str = "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars.";

    #[test]
    fn a_copy_is_tied_to_the_earliest() {
        let lines = [
            line(1, "b", 4, BARE, ""),
            line(2, "a", 3, BARE, ""),
            line(3, "c", 5, "The mayor of Marlow will speak on Monday about the new parking fees in town", ""),
        ];
        let found = reuses(&lines, |_| true).found;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].a, found[0].b, found[0].changed, found[0].known), (2, 1, None, true));
    }

    #[test]
    fn a_source_is_lost_where_the_copy_has_none() {
        let with =
            "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars, a dock worker said.";
        assert_eq!(change((with, "a dock worker"), (BARE, "")), Some(Some(Changed::Source)));
        // The copy names the same voice in other words, or has words to spare for an attribution not recognised.
        let same =
            "A dock worker said the ferry left Marlow harbour on Sunday evening with forty passengers and two cars.";
        assert_eq!(change((with, "a dock worker"), (same, "")), Some(Some(Changed::Wording)));
        let other = "The ferry left Marlow harbour on Sunday evening with forty passengers and two cars, the harbour master recalled.";
        assert_eq!(change((with, "a dock worker"), (other, "")), Some(Some(Changed::Wording)));
    }

    #[test]
    fn a_source_near_by_is_not_lost_and_a_request_for_hints_is_no_copy() {
        let with = format!("{} a dock worker said.", BARE.trim_end_matches('.').to_owned() + ",");
        let near = Line {
            article: ("b".into(), 2),
            ordinal: 4,
            paragraph: 4,
            ..line(3, "b", 4, "The weather had been calm all day, the harbour master said.", "the harbour master")
        };
        let copy = Line { article: ("b".into(), 2), ordinal: 6, paragraph: 6, ..line(2, "b", 4, BARE, "") };
        let between =
            Line { article: ("b".into(), 2), ordinal: 5, paragraph: 5, ..line(4, "b", 4, "It was late.", "") };
        let lines = [line(1, "a", 3, &with, "a dock worker"), near, between, copy];
        let found = reuses(&lines, |_| true).found;
        assert_eq!(found.iter().map(|reuse| reuse.changed).collect::<Vec<_>>(), [Some(Changed::Wording)]);
        let hints = "Anyone with information on the ferry is asked to call the harbour police of Marlow at once.";
        assert_eq!(change((hints, ""), (hints, "")), None);
    }

    #[test]
    fn another_person_is_a_swap_and_a_fuller_name_is_none() {
        let said =
            |who: &str| format!("{who} said the ferry left Marlow harbour on Sunday evening with forty passengers.");
        let (roe, doe, ann) = (said("Roe"), said("Ann Doe"), said("Ann Roe"));
        assert_eq!(change((&roe, "Roe"), (&doe, "Ann Doe")), Some(Some(Changed::Source)));
        assert_eq!(change((&roe, "Roe"), (&ann, "Ann Roe")), Some(Some(Changed::Wording)));
        let (reports, worker, town) = (said("Reports"), said("A dock worker"), said("A man of the town"));
        assert_eq!(change((&reports, "reports"), (&worker, "a dock worker")), Some(Some(Changed::Source)));
        assert_eq!(change((&town, "a man of the town"), (&worker, "a dock worker")), Some(Some(Changed::Wording)));
    }

    #[test]
    fn a_remark_that_two_outlets_quote_is_no_copy() {
        let quoted = |text: &str| Line { quoted: vec![Span::new(0, text.len() - 10)], ..line(1, "a", 3, text, "") };
        let text = "“The ferry left the harbour on Sunday evening with forty passengers on board,” he said";
        let lines = [quoted(text), Line { sentence_id: 2, article: ("b".into(), 2), ..quoted(text) }];
        assert!(reuses(&lines, |_| true).found.is_empty());
    }
}
