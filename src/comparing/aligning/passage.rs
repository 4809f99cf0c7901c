//! Passages as comparing keeps them in memory: terms with what they weigh, words in order, what is quoted.

use rustc_hash::FxHashMap;

use crate::comparing::rarity;
use crate::reading::{Passage, Section};

/// What a name weighs: a name is known by its last word alone, so that a rare word may tell more.
const NAME: f64 = 3.5;

/// Longer passages and quotations are laid side by side word for word up to here.
pub(super) const WORDS: usize = 120;

/// An article of a story with its passages, in text order.
#[derive(Debug, Clone, Default)]
pub struct TellingArticle {
    /// By content: outlet and file.
    pub key: String,
    /// Who published it.
    pub outlet: String,
    /// When; `None` where that is not known.
    pub published: Option<jiff::civil::Date>,
    /// Its passages.
    pub told: Vec<Told>,
}

/// A sentence with what reading made of it.
#[derive(Debug, Clone)]
pub struct Told {
    /// The sentence's row.
    pub sentence_id: i64,
    /// Where it stands.
    pub section: Section,
    /// Its words.
    pub text: String,
    /// What reading made of it.
    pub passage: Passage,
}

/// A passage, prepared once.
#[derive(Debug)]
pub(super) struct Prepared<'a> {
    /// The sentence's row.
    pub sentence_id: i64,
    /// Its article by content.
    pub article: &'a str,
    /// What reading made of it.
    pub passage: &'a Passage,
    /// Where it stands among the passages of its article, from 0.
    pub ordinal: usize,
    /// The same as a share of the article, 0 to 1.
    pub depth: f64,
    /// Whether it is a headline.
    pub is_headline: bool,
    /// Its terms with their weights, in the order of the terms.
    pub terms: Vec<(&'a str, f64)>,
    /// The sum of the weights.
    pub weight: f64,
    /// The root of the sum of their squares.
    pub length: f64,
    /// Its words in lower case.
    pub words: Vec<String>,
    /// The words that it quotes, in lower case.
    pub quoted: Vec<String>,
}

/// An article, prepared once.
#[derive(Debug)]
pub(super) struct Article<'a> {
    /// By content: outlet and file.
    pub key: &'a str,
    /// Who published it.
    pub outlet: &'a str,
    /// When.
    pub published: Option<jiff::civil::Date>,
    /// Its passages.
    pub passages: Vec<Prepared<'a>>,
    /// Where each term stands.
    pub index: FxHashMap<&'a str, Vec<usize>>,
    /// The terms of the whole article, each once, and the root of the sum of the squares of their weights.
    terms: FxHashMap<&'a str, f64>,
    length: f64,
}

impl<'a> Article<'a> {
    pub fn of(article: &'a TellingArticle) -> Self {
        let count = article.told.len();
        let passages: Vec<Prepared<'a>> =
            article.told.iter().enumerate().map(|(at, told)| Prepared::of(&article.key, told, at, count)).collect();
        let mut index: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut terms: FxHashMap<&str, f64> = FxHashMap::default();
        for (at, passage) in passages.iter().enumerate() {
            for &(term, weight) in &passage.terms {
                index.entry(term).or_default().push(at);
                terms.insert(term, weight);
            }
        }
        let mut squares: Vec<f64> = terms.values().map(|weight| weight * weight).collect();
        // In one order, so that the sum is the same in every run.
        squares.sort_by(f64::total_cmp);
        let length = squares.iter().sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        let (key, outlet) = (article.key.as_str(), article.outlet.as_str());
        Self { key, outlet, published: article.published, passages, index, terms, length }
    }

    /// How much of what they tell two articles share, 0 to 1.
    pub fn likeness(&self, other: &Self) -> f64 {
        let (few, many) = if self.terms.len() <= other.terms.len() { (self, other) } else { (other, self) };
        let mut shared: Vec<f64> = few
            .terms
            .iter()
            .filter(|(term, _)| many.terms.contains_key(*term))
            .map(|(_, weight)| weight * weight)
            .collect();
        shared.sort_by(f64::total_cmp);
        shared.iter().sum::<f64>() / (self.length * other.length)
    }
}

impl<'a> Prepared<'a> {
    fn of(article: &'a str, told: &'a Told, ordinal: usize, count: usize) -> Self {
        let terms: Vec<(&str, f64)> = told.passage.terms.iter().map(|term| (term.as_str(), weight(term))).collect();
        let quoted = told.passage.quoted.iter().filter_map(|&(from, to)| told.text.get(from..to));
        Self {
            sentence_id: told.sentence_id,
            article,
            passage: &told.passage,
            ordinal,
            depth: (ordinal + 1) as f64 / count.max(1) as f64,
            is_headline: told.section == Section::Headline,
            weight: terms.iter().map(|(_, weight)| weight).sum(),
            length: terms.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE),
            terms,
            words: words(&told.text),
            quoted: quoted.flat_map(words).take(WORDS).collect(),
        }
    }
}

/// What a term tells: names much, everyday words little.
fn weight(term: &str) -> f64 {
    if is_name(term) { NAME } else { rarity::weight(term) }
}

/// Whether a term stands for an entity.
pub(super) fn is_name(term: &str) -> bool {
    term.starts_with('@')
}

fn words(text: &str) -> Vec<String> {
    let of = |c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | '-');
    text.split(of)
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| word.to_lowercase().replace('’', "'"))
        .collect()
}
