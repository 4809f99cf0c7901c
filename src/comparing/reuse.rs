//! Copied sentences: found by rare pairs of words, weighed word by word, each tied to the earliest of its copies.

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::wordings;
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
    /// Its words.
    pub text: String,
    /// Sources of the last hop of the claims that start in it, sorted.
    pub origins: Vec<i64>,
    /// Words that name sources in it.
    pub source_words: Vec<String>,
    /// Words that hedge in it, sorted.
    pub hedges: Vec<String>,
    /// Figures in it, sorted.
    pub figures: Vec<String>,
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
const COPIED: f64 = 0.6;
/// Fewer words than this are a phrase that anybody may use.
const SHORTEST: usize = 7;
/// Pairs of words that stand in more sentences than this say nothing.
const WIDESPREAD: usize = 200;

/// The copied sentences of a story, in the order of its lines: those among the fresh lines, and those that a fresh line
/// may be the first of. What the other lines copy is as it was.
#[must_use]
pub fn reuses(lines: &[Line], is_fresh: impl Fn(&Line) -> bool) -> Told {
    let words: Vec<Vec<String>> = lines.iter().map(|line| plain_words(&line.text)).collect();
    let mut order: Vec<usize> = (0..lines.len()).filter(|&at| words[at].len() >= SHORTEST).collect();
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
            let similarity = similarity(&words[other], &words[at]);
            if similarity >= COPIED {
                earliest = Some((other, similarity));
                break;
            }
        }
        if let Some((other, similarity)) = earliest {
            found.push(reuse(&lines[other], &lines[at], similarity));
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

fn reuse(a: &Line, b: &Line, similarity: f64) -> Reuse {
    let known = matches!((a.published, b.published), (Some(one), Some(other)) if one < other);
    let same_origin = !a.origins.is_empty() && a.origins.iter().any(|origin| b.origins.contains(origin));
    Reuse { a: a.sentence_id, b: b.sentence_id, similarity, changed: changed(a, b), known, same_origin }
}

/// The gravest change: the source, then a hedge, then a figure, then the words.
fn changed(a: &Line, b: &Line) -> Option<Changed> {
    let (mut left, mut right) = (a.source_words.clone(), b.source_words.clone());
    left.sort();
    right.sort();
    if left != right {
        Some(Changed::Source)
    } else if a.hedges != b.hedges {
        Some(Changed::Hedge)
    } else if a.figures != b.figures {
        Some(Changed::Figure)
    } else {
        (plain_words(&a.text) != plain_words(&b.text)).then_some(Changed::Wording)
    }
}

/// Words both share, twice, over the words of both; words in the same order count for more, as read side by side.
fn similarity(a: &[String], b: &[String]) -> f64 {
    let (left, right) = (a.join(" "), b.join(" "));
    let matched = wordings::variation(&left, &right).map_or(0, |found| found.matched);
    // A copy may hang on into more words: the shorter one must be nearly whole, the longer one half.
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    let whole = matched as f64 / shorter.max(1) as f64;
    let half = matched as f64 / longer.max(1) as f64;
    if half < 0.45 { 0.0 } else { f64::midpoint(whole, half) }
}

fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(id: i64, article: &str, day: i8, text: &str, source: &str) -> Line {
        Line {
            sentence_id: id,
            article: (article.into(), id),
            published: Date::new(2021, 6, day).ok(),
            text: text.into(),
            source_words: vec![source.into()],
            ..Line::default()
        }
    }

    #[test]
    fn a_copy_is_tied_to_the_earliest_and_its_swapped_source_is_told() {
        let lines = [
            line(
                1,
                "b",
                4,
                "The ferry left Marlow harbour on Sunday evening with forty passengers, a dock worker said",
                "a dock worker",
            ),
            line(
                2,
                "a",
                3,
                "The ferry left Marlow harbour on Sunday evening with forty passengers, according to reports",
                "reports",
            ),
            line(3, "c", 5, "The mayor of Marlow will speak on Monday about the new parking fees in town", "x"),
        ];
        let found = reuses(&lines, |_| true).found;
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].a, found[0].b, found[0].changed, found[0].known), (2, 1, Some(Changed::Source), true));
    }
}
