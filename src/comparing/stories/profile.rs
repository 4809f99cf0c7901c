//! What an article is about: its telling words, its names, the words it opens with and its numbers.
//!
//! It knows nothing of other articles, so that a profile never depends on what else is loaded.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::comparing::rarity;

/// So many words make the profile of an article …
const WORDS: usize = 60;
/// … so many names …
const NAMES: usize = 30;
/// … and so many words of what it opens with.
const OPENING_WORDS: usize = 40;
/// The opening: the headline and so many words of the text.
const OPENING: usize = 90;
/// Numbers of an article that count.
const NUMBERS: usize = 40;

/// A word or number of an article and how much it tells; the squares of each weight add up to 1 over an article.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Term {
    /// Lower case, without the plural mark; a number in digits.
    pub word: String,
    /// In the whole article; 0 for numbers and for words that are too many.
    pub weight: f64,
    /// Among its names.
    pub name: f64,
    /// In its opening.
    pub opening: f64,
}

/// What an article is about.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// By word.
    pub terms: Vec<Term>,
    /// The day of publication.
    pub published: Option<Date>,
}

impl Profile {
    /// The profile of a text without its boilerplate; a word of the headline counts as often as one that stands twice.
    #[must_use]
    pub fn of(headline: &str, body: &str, published: Option<Date>) -> Self {
        let opening = body.split_whitespace().take(OPENING).collect::<Vec<_>>().join(" ");
        let all = weighed(headline, body);
        let names = all.iter().filter(|word| word.is_name).cloned().collect();
        let mut terms: FxHashMap<String, Term> = FxHashMap::default();
        let mut put = |words: Vec<(String, f64)>, into: fn(&mut Term) -> &mut f64| {
            for (word, weight) in words {
                let term = terms.entry(word.clone()).or_insert_with(|| Term { word, ..Term::default() });
                *into(term) = weight;
            }
        };
        put(first(all, WORDS), |term| &mut term.weight);
        put(first(names, NAMES), |term| &mut term.name);
        put(first(weighed(headline, &opening), OPENING_WORDS), |term| &mut term.opening);
        put(numbers(headline, body).into_iter().map(|number| (number, 0.0)).collect(), |term| &mut term.weight);
        let mut terms: Vec<_> = terms.into_values().collect();
        terms.sort_by(|a, b| a.word.cmp(&b.word));
        Self { terms, published }
    }

    /// Whether nothing tells what the article is about.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

impl Term {
    /// Whether it is a number that both articles may give.
    #[must_use]
    pub fn is_number(&self) -> bool {
        self.word.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    }
}

/// A word with how much it tells.
#[derive(Clone)]
struct Weighed {
    word: String,
    weight: f64,
    is_name: bool,
}

/// The words of a text, the most telling first.
fn weighed(headline: &str, body: &str) -> Vec<Weighed> {
    let mut counts: FxHashMap<String, (u32, bool)> = FxHashMap::default();
    for (word, capital) in rarity::words(body).chain(rarity::words(headline)).chain(rarity::words(headline)) {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            continue;
        }
        let entry = counts.entry(word).or_insert((0, true));
        *entry = (entry.0 + 1, entry.1 && capital);
    }
    let mut words: Vec<_> = counts
        .into_iter()
        .map(|(word, (count, capital))| {
            let is_name = capital && !rarity::is_common(&word);
            let boost = if is_name { 1.5 } else { 1.0 };
            Weighed { weight: (1.0 + f64::from(count).ln()) * rarity::weight(&word) * boost, word, is_name }
        })
        .collect();
    words.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.word.cmp(&b.word)));
    words
}

/// The first words, their weights scaled.
fn first(mut words: Vec<Weighed>, most: usize) -> Vec<(String, f64)> {
    words.truncate(most);
    let length = words.iter().map(|word| word.weight * word.weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
    words.into_iter().map(|word| (word.word, word.weight / length)).collect()
}

/// The numbers in digits that tell something: neither small nor round nor a year.
fn numbers(headline: &str, body: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in [headline, body] {
        for piece in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '_'))) {
            let digits: String = piece.trim_end_matches(['.', ',']).chars().filter(|&c| c != ',').collect();
            let Ok(number) = digits.parse::<f64>() else { continue };
            let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.') && digits.len() < 16;
            let tells =
                number > 12.0 && !(1900.0..=2030.0).contains(&number) && !(number <= 100.0 && number % 10.0 == 0.0);
            if plain && tells && found.len() < NUMBERS {
                let number = number.to_string();
                if !found.contains(&number) {
                    found.push(number);
                }
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_when_they_are_neither_small_nor_round_nor_years() {
        assert_eq!(numbers("47 saved", "In 2019, 1,250 people, 27-year-old Ann and 3 of 50."), ["47", "1250", "27"]);
        assert!(numbers("", "Flight B747 had 12 crew in the 1980s.").is_empty());
    }

    #[test]
    fn names_and_the_opening_are_weighed_apart() {
        let profile = Profile::of("Ferry aground", "The ferry Albatross struck rocks off Kestrel Point.", None);
        let term = |word: &str| profile.terms.iter().find(|term| term.word == word).unwrap();
        assert!(term("albatross").name > 0.5 && term("ferry").name.abs() < f64::EPSILON);
        assert!(term("ferry").opening > 0.0);
    }
}
