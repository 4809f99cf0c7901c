//! Which articles tell of one event: the same names and rare words, published within a few days.
//!
//! Two articles are tied or not whatever else is loaded, and a story is what ties hold together; so the order of
//! loading does not matter. What a person forced into a story is never tied to anything else.

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use super::rarity;

/// As many words as make the profile of an article.
const WORDS: usize = 60;
/// How alike two profiles must be (a cosine). Measured on groups of reports on one event against reports on others.
pub const TIED: f64 = 0.28;
/// Reports on one event are published within so many days of each other.
const DAYS: i32 = 5;

/// What an article is about, in words with weights whose squares add up to 1.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Profile {
    /// By word.
    pub words: Vec<(String, f64)>,
    /// The day of publication.
    pub published: Option<Date>,
}

impl Profile {
    /// The profile of a text; a word of the headline counts as often as one that stands there twice more.
    #[must_use]
    pub fn of(headline: &str, body: &str, published: Option<Date>) -> Self {
        let mut counts: FxHashMap<String, (u32, bool)> = FxHashMap::default();
        for (word, capital) in rarity::words(body).chain(rarity::words(headline)).chain(rarity::words(headline)) {
            if word.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let entry = counts.entry(word).or_insert((0, true));
            *entry = (entry.0 + 1, entry.1 && capital);
        }
        let weigh = |word: &str, count: u32, name: bool| {
            let boost = if name && !rarity::is_common(word) { 1.5 } else { 1.0 };
            (1.0 + f64::from(count).ln()) * rarity::weight(word) * boost
        };
        let mut words: Vec<_> =
            counts.into_iter().map(|(word, (count, name))| (weigh(&word, count, name), word)).collect();
        words.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        words.truncate(WORDS);
        let length = words.iter().map(|(weight, _)| weight * weight).sum::<f64>().sqrt().max(f64::MIN_POSITIVE);
        let mut words: Vec<_> = words.into_iter().map(|(weight, word)| (word, weight / length)).collect();
        words.sort_by(|a, b| a.0.cmp(&b.0));
        Self { words, published }
    }

    /// How alike two profiles are, 0 to 1.
    #[must_use]
    pub fn similarity(&self, other: &Self) -> f64 {
        self.shared(other).iter().map(|(_, product)| product).sum()
    }

    /// Whether the two articles belong to one story.
    #[must_use]
    pub fn is_tied_to(&self, other: &Self) -> bool {
        let near = match (self.published, other.published) {
            (Some(one), Some(two)) => (one - two).get_days().abs() <= DAYS,
            _ => true,
        };
        near && self.similarity(other) >= TIED
    }

    /// The words that both share and what each adds to their likeness, by word.
    fn shared<'a>(&'a self, other: &Self) -> Vec<(&'a str, f64)> {
        let theirs: FxHashMap<&str, f64> = other.words.iter().map(|(word, weight)| (word.as_str(), *weight)).collect();
        let both = |(word, weight): &'a (String, f64)| Some((word.as_str(), weight * theirs.get(word.as_str())?));
        self.words.iter().filter_map(both).collect()
    }
}

/// The reason of a story in words: what its articles share, and when they were published.
#[must_use]
pub fn reason(profiles: &[&Profile]) -> String {
    if profiles.len() < 2 {
        return "a report of its own".to_owned();
    }
    let mut words: FxHashMap<&str, (usize, f64)> = FxHashMap::default();
    for profile in profiles {
        for (word, weight) in &profile.words {
            let entry = words.entry(word).or_default();
            *entry = (entry.0 + 1, entry.1 + weight);
        }
    }
    let mut shared: Vec<_> = words.into_iter().filter(|(_, (articles, _))| *articles > 1).collect();
    shared.sort_by(|a, b| b.1.1.total_cmp(&a.1.1).then_with(|| a.0.cmp(b.0)));
    let names: Vec<_> = shared.iter().take(6).map(|(word, _)| *word).collect();
    let dates: Vec<_> = profiles.iter().filter_map(|profile| profile.published).collect();
    let when = match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first == last => format!("published on {first}"),
        (Some(first), Some(last)) => format!("published from {first} to {last}"),
        _ => "no dates of publication".to_owned(),
    };
    format!("{} reports share the words {}; {when}", profiles.len(), names.join(", "))
}

/// The article that is most like the others of its story (its headline names the story); of equals the first.
#[must_use]
pub fn centre(profiles: &[&Profile]) -> usize {
    let total = |at: usize| -> f64 { profiles.iter().map(|other| profiles[at].similarity(other)).sum() };
    let totals: Vec<_> = (0..profiles.len()).map(total).collect();
    (0..totals.len()).fold(0, |best, at| if totals[at] > totals[best] + 1e-9 { at } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(text: &str, day: i8) -> Profile {
        Profile::of("", text, Date::new(2021, 6, day).ok())
    }

    #[test]
    fn the_same_names_within_a_few_days_make_a_story() {
        let first = profile(
            "The ferry Albatross ran aground off Kestrel Point; the coastguard took 40 passengers to Marlow harbour.",
            3,
        );
        let second = profile(
            "Passengers of the Albatross were taken to Marlow after the ferry struck rocks at Kestrel Point.",
            4,
        );
        let other = profile("The council of Dunmere voted to raise parking fees, said mayor Olive Parrish.", 4);
        let later = Profile { published: Date::new(2021, 9, 1).ok(), ..second.clone() };
        assert!(first.is_tied_to(&second));
        assert!(!first.is_tied_to(&other));
        assert!(!first.is_tied_to(&later));
        assert!(reason(&[&first, &second]).contains("albatros"));
    }
}
