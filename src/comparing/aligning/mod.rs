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
pub(crate) use self::evidence::NAMES as SIGN_NAMES;
pub use self::passage::{TellingArticle, Told};

use rustc_hash::FxHashMap;

use super::comparison::Comparison;
use beside::Beside;
use evidence::{Evidence, evidence};

/// An article is laid beside so many others of its story: those that share most with it.
const ARTICLES: usize = 12;
/// A passage has at most so many partners, each in another article. Groups of reports marked by hand, left out: of their
/// conflicts .34 stand among the first 30 rows, as with two partners; with five in any article .33.
const PARTNERS: usize = 3;
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
    let mut partners = Partners::default();
    found.retain(|(_, (one, at, other, to))| partners.take((one, *at), (other, *to)));
    found.into_iter().map(|(row, _)| row).collect()
}

/// In which articles each passage, by its article and its place there, has a partner already.
#[derive(Default)]
struct Partners<'a>(FxHashMap<(&'a str, usize), Vec<&'a str>>);

impl<'a> Partners<'a> {
    /// Makes two passages partners, unless one of them has enough already or one in the article of the other.
    fn take(&mut self, one: (&'a str, usize), other: (&'a str, usize)) -> bool {
        let is_free = |passage, article| {
            self.0.get(&passage).is_none_or(|met: &Vec<&str>| met.len() < PARTNERS && !met.contains(&article))
        };
        let free = is_free(one, other.0) && is_free(other, one.0);
        if free {
            self.0.entry(one).or_default().push(other.0);
            self.0.entry(other).or_default().push(one.0);
        }
        free
    }
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

/// Which articles are laid beside which: each beside itself, and beside those that share most with it.
fn pairs(articles: &[passage::Article]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = (0..articles.len()).map(|at| (at, at)).collect();
    for at in 0..articles.len() {
        let mut others: Vec<(f64, usize)> = (0..articles.len())
            .filter(|&other| other != at)
            .map(|other| (articles[at].likeness(&articles[other]), other))
            .collect();
        if others.len() > ARTICLES {
            others.sort_by(|x, y| y.0.total_cmp(&x.0).then_with(|| articles[x.1].key.cmp(&articles[y.1].key)));
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
