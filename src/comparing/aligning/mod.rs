//! Passages of several articles side by side: which tell of one thing, and where an editor would find that they differ.
//!
//! Passages are lined up first and compared then. Two articles are looked at on their own, whatever else is loaded: each
//! passage meets the few of the other article that share most with it, by weighted words and names, and general signs
//! that name no word are weighed (`data/model/comparisons.tsv`). It knows nothing of facts, files or tables.

mod beside;
mod candidates;
pub(crate) mod context;
mod differences;
mod evidence;
mod passage;
mod weights;

#[cfg(feature = "train")]
pub(crate) use self::evidence::{NAMES as SIGN_NAMES, SIGNS};
pub use self::passage::{TellingArticle, Told};

use rustc_hash::FxHashMap;

use super::comparison::Comparison;
use beside::Beside;
use context::Context;
use evidence::{Evidence, evidence};

/// An article is laid beside so many others of its story: those that share most with it.
const ARTICLES: usize = 12;
/// A passage has at most so many partners.
const PARTNERS: usize = 5;
/// Passages that taken alone less surely tell of one thing say nothing of how their articles stand to each other.
const ALIGNED: f64 = 0.1;
/// Passages that less surely tell of one thing are not laid side by side.
const BESIDE: f64 = 0.25;

/// The passages of the articles of one story side by side, likeliest difference first.
#[must_use]
pub fn comparisons(articles: &[TellingArticle]) -> Vec<Comparison> {
    let mut prepared: Vec<passage::Article> = articles.iter().map(passage::Article::of).collect();
    prepared.sort_by_key(|article| article.key);
    let mut found = Vec::new();
    for (one, other) in pairs(&prepared) {
        let meeting = Meeting::of(&prepared[one], &prepared[other]);
        for (beside, evidence) in &meeting.rows {
            let row = meeting.comparison(beside, evidence);
            if row.alignment >= BESIDE {
                // Equal scores go by content, so that the order of loading does not matter.
                let place = (beside.a.article, beside.a.ordinal, beside.b.article, beside.b.ordinal);
                found.push((row, place));
            }
        }
    }
    found.sort_by(|x, y| y.0.score.total_cmp(&x.0.score).then_with(|| x.1.cmp(&y.1)));
    let mut partners: FxHashMap<i64, usize> = FxHashMap::default();
    let mut kept: Vec<Comparison> = found.into_iter().map(|(row, _)| row).collect();
    kept.retain(|row| {
        let free = [row.a, row.b].iter().all(|side| partners.get(side).is_none_or(|&count| count < PARTNERS));
        if free {
            *partners.entry(row.a).or_default() += 1;
            *partners.entry(row.b).or_default() += 1;
        }
        free
    });
    kept
}

/// Two articles beside each other (or one beside itself), with the passages that may tell of one thing.
struct Meeting<'a> {
    context: Context,
    rows: Vec<(Beside<'a>, Evidence)>,
}

impl<'a> Meeting<'a> {
    fn of(one: &'a passage::Article<'a>, other: &'a passage::Article<'a>) -> Self {
        let within = std::ptr::eq(one, other);
        let rows: Vec<(Beside<'a>, Evidence)> = candidates::candidates(one, other)
            .into_iter()
            .map(|candidate| {
                let beside = Beside::of(&one.passages[candidate.a], &other.passages[candidate.b], within);
                let evidence = evidence(&beside, &candidate);
                (beside, evidence)
            })
            .collect();
        let alone = rows.iter().map(|(_, evidence)| weights::alignment(evidence));
        let context = Context::of(one, other, alone.filter(|alignment| *alignment >= ALIGNED));
        Self { context, rows }
    }

    /// Two of its passages, weighed.
    fn comparison(&self, beside: &Beside<'_>, evidence: &Evidence) -> Comparison {
        let alone = weights::alignment(evidence);
        let alignment = self.context.alignment(alone);
        // Passages that less surely tell of one thing differ less surely in it, too.
        let score = weights::difference(evidence) * (alignment / alone).min(1.0);
        let (a, b) = (beside.a.sentence_id, beside.b.sentence_id);
        Comparison { a: a.min(b), b: a.max(b), alignment, score, differs: differences::kinds(beside) }
    }
}

/// How surely two sentences tell of one thing and how likely an editor finds that they differ, for pairs that are known
/// already; `None` where one of them is no passage of these articles.
#[must_use]
pub fn between(articles: &[TellingArticle], pairs: &[(i64, i64)]) -> Vec<Option<Comparison>> {
    let mut prepared: Vec<passage::Article> = articles.iter().map(passage::Article::of).collect();
    prepared.sort_by_key(|article| article.key);
    let mut places: FxHashMap<i64, (usize, usize)> = FxHashMap::default();
    for (article, told) in prepared.iter().enumerate() {
        places.extend(told.passages.iter().enumerate().map(|(at, passage)| (passage.sentence_id, (article, at))));
    }
    let mut meetings: FxHashMap<(usize, usize), Meeting<'_>> = FxHashMap::default();
    let mut known = |&(one, other): &(i64, i64)| {
        let (one, other) = (places.get(&one)?, places.get(&other)?);
        let ((one, a), (other, b)) = (one.min(other), one.max(other));
        let (left, right) = (&prepared[*one], &prepared[*other]);
        let meeting = meetings.entry((*one, *other)).or_insert_with(|| Meeting::of(left, right));
        let candidate = candidates::of_pair(left, *a, right, *b);
        let beside = Beside::of(&left.passages[*a], &right.passages[*b], one == other);
        Some(meeting.comparison(&beside, &evidence(&beside, &candidate)))
    };
    pairs.iter().map(&mut known).collect()
}

/// Which articles are laid beside which: each beside itself, and beside those that share most with it.
fn pairs(articles: &[passage::Article]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = (0..articles.len()).map(|at| (at, at)).collect();
    for at in 0..articles.len() {
        let mut others: Vec<(f64, usize)> = (0..articles.len())
            .filter(|&other| other != at)
            .map(|other| (articles[at].likeness(&articles[other]), other))
            .collect();
        if others.len() > ARTICLES {
            others.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| articles[x.1].key.cmp(articles[y.1].key)));
            others.truncate(ARTICLES);
        }
        pairs.extend(others.into_iter().map(|(_, other)| (at.min(other), at.max(other))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// What training learns from: the evidence of each candidate of a group, with the rows of its two sentences.
#[cfg(feature = "train")]
pub(crate) fn examples(articles: &[TellingArticle]) -> Vec<(i64, i64, Evidence)> {
    let prepared: Vec<passage::Article> = articles.iter().map(passage::Article::of).collect();
    let mut found = Vec::new();
    for (one, other) in pairs(&prepared) {
        let meeting = Meeting::of(&prepared[one], &prepared[other]);
        let row = |(beside, evidence): &(Beside<'_>, Evidence)| (beside.a.sentence_id, beside.b.sentence_id, *evidence);
        found.extend(meeting.rows.iter().map(row));
    }
    found
}

/// What training learns from: two sentences of two articles (or of one), with what their context says.
#[cfg(feature = "train")]
pub(crate) fn in_context(one: &TellingArticle, other: &TellingArticle, pairs: &[(i64, i64)]) -> Vec<context::Signs> {
    let prepared: Vec<passage::Article> = [one, other].into_iter().map(passage::Article::of).collect();
    let right = if one.key == other.key { &prepared[0] } else { &prepared[1] };
    let meeting = Meeting::of(&prepared[0], right);
    let at =
        |article: &passage::Article<'_>, row: i64| article.passages.iter().position(|told| told.sentence_id == row);
    let signs = |&(a, b): &(i64, i64)| {
        let (a, b) = (at(&prepared[0], a)?, at(right, b)?);
        let candidate = candidates::of_pair(&prepared[0], a, right, b);
        let beside = Beside::of(&prepared[0].passages[a], &right.passages[b], one.key == other.key);
        Some(meeting.context.signs(weights::alignment(&evidence(&beside, &candidate))))
    };
    pairs.iter().filter_map(signs).collect()
}

#[cfg(test)]
mod tests;
