//! Passages of several articles side by side: which tell of one thing, and where an editor would find that they differ.
//!
//! Passages are lined up first and compared then. Two articles are looked at on their own, whatever else is loaded: each
//! passage meets the few of the other article that share most with it, by weighted words and names, and general signs
//! that name no word are weighed (`data/model/comparisons.tsv`). It knows nothing of facts, files or tables.

mod beside;
mod candidates;
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
use evidence::{Evidence, evidence};

/// An article is laid beside so many others of its story: those that share most with it.
const ARTICLES: usize = 12;
/// A passage has at most so many partners.
const PARTNERS: usize = 5;
/// Passages that less surely tell of one thing are not shown side by side.
const ALIGNED: f64 = 0.1;

/// The passages of the articles of one story side by side, likeliest difference first.
#[must_use]
pub fn comparisons(articles: &[TellingArticle]) -> Vec<Comparison> {
    let mut prepared: Vec<passage::Article> = articles.iter().map(passage::Article::of).collect();
    prepared.sort_by_key(|article| article.key);
    let mut found = Vec::new();
    for (one, other) in pairs(&prepared) {
        for (beside, evidence) in lined_up(&prepared[one], &prepared[other]) {
            let (alignment, score) = (weights::alignment(&evidence), weights::difference(&evidence));
            if alignment >= ALIGNED {
                // Equal scores go by content, so that the order of loading does not matter.
                let place = (beside.a.article, beside.a.ordinal, beside.b.article, beside.b.ordinal);
                found.push((comparison(&beside, alignment, score), place));
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

fn comparison(beside: &Beside<'_>, alignment: f64, score: f64) -> Comparison {
    let (a, b) = (beside.a.sentence_id, beside.b.sentence_id);
    Comparison { a: a.min(b), b: a.max(b), alignment, score, differs: differences::kinds(beside) }
}

/// The candidates of two articles (or of one with itself), each with what tells for and against it.
fn lined_up<'a>(one: &'a passage::Article, other: &'a passage::Article) -> Vec<(Beside<'a>, Evidence)> {
    let within = std::ptr::eq(one, other);
    candidates::candidates(one, other)
        .into_iter()
        .map(|candidate| {
            let beside = Beside::of(&one.passages[candidate.a], &other.passages[candidate.b], within);
            let evidence = evidence(&beside, &candidate);
            (beside, evidence)
        })
        .collect()
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
    let known = |&(one, other): &(i64, i64)| {
        let (one, other) = (places.get(&one)?, places.get(&other)?);
        let ((one, a), (other, b)) = (one.min(other), one.max(other));
        let (one, other) = (&prepared[*one], &prepared[*other]);
        let candidate = candidates::of_pair(one, *a, other, *b);
        let beside = Beside::of(&one.passages[*a], &other.passages[*b], std::ptr::eq(one, other));
        let evidence = evidence(&beside, &candidate);
        Some(comparison(&beside, weights::alignment(&evidence), weights::difference(&evidence)))
    };
    pairs.iter().map(known).collect()
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
    let of = |(one, other): (usize, usize)| lined_up(&prepared[one], &prepared[other]);
    let rows = pairs(&prepared).into_iter().flat_map(of);
    rows.map(|(beside, evidence)| (beside.a.sentence_id, beside.b.sentence_id, evidence)).collect()
}

#[cfg(test)]
mod tests;
