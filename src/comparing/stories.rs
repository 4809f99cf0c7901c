//! Which articles tell of one event: the same names and rare words, published within a few days.
//!
//! `profile` says what an article is about, `ties` how surely two of them tell of one event, `groups` which ties make a
//! story. All depends on the articles alone, so the order of loading does not matter. What a person forced into a story
//! is never tied to anything else.

pub mod groups;
pub mod profile;
pub mod ties;

use rustc_hash::{FxHashMap, FxHashSet};

use super::rarity;
use profile::Profile;
use ties::Shared;

/// So many shared words are given as the reason of a story.
const GIVEN: usize = 6;

/// The words that most of some articles share, the most telling first.
fn shared<'p>(profiles: &[&'p Profile]) -> Vec<&'p str> {
    let mut words: FxHashMap<&str, (usize, f64)> = FxHashMap::default();
    for profile in profiles {
        for term in &profile.terms {
            let entry = words.entry(&term.word).or_default();
            *entry = (entry.0 + 1, entry.1 + term.weight + term.name + term.opening);
        }
    }
    let most = |articles: usize| articles > 1 && articles * 2 >= profiles.len();
    let mut shared: Vec<_> =
        words.into_iter().filter(|(_, (articles, weight))| most(*articles) && *weight > 0.0).collect();
    shared.sort_by(|a, b| b.1.1.total_cmp(&a.1.1).then_with(|| a.0.cmp(b.0)));
    shared.into_iter().map(|(word, _)| word).collect()
}

/// The words that some articles share, as a text spells them.
fn spelled(profiles: &[&Profile], text: &str) -> String {
    let wanted = shared(profiles);
    let mut spellings: FxHashMap<String, &str> = FxHashMap::default();
    let known: FxHashSet<&str> = wanted.iter().copied().collect();
    for piece in text.split(|c: char| !c.is_alphanumeric()) {
        if let Some((word, _)) = rarity::words(piece).next()
            && known.contains(word.as_str())
        {
            spellings.entry(word).or_insert(piece);
        }
    }
    let words: Vec<_> = wanted.iter().filter_map(|word| spellings.get(*word).copied()).take(GIVEN).collect();
    words.join(", ")
}

/// The reason of a story in words: what its articles share, as the text of one of them spells it, and when they were
/// published.
#[must_use]
pub fn reason(profiles: &[&Profile], text: &str) -> String {
    let dates: Vec<_> = profiles.iter().filter_map(|profile| profile.published).collect();
    let when = match (dates.iter().min(), dates.iter().max()) {
        (Some(first), Some(last)) if first == last => format!("published on {first}"),
        (Some(first), Some(last)) => format!("published from {first} to {last}"),
        _ => "no dates of publication".to_owned(),
    };
    format!("{} reports share the words {}; {when}", profiles.len(), spelled(profiles, text))
}

/// Why an article is alone: the report that is most like it, if there is one, and what both share.
#[must_use]
pub fn alone(own: &Profile, text: &str, nearest: Option<(&str, &Profile)>) -> String {
    let Some((label, other)) = nearest else {
        return "a report of its own: no other shares enough of its names and rare words".to_owned();
    };
    let days = match Shared::of(own, other).days {
        None => "on a day that is not known".to_owned(),
        Some(0) => "on the same day".to_owned(),
        Some(1) => "a day apart".to_owned(),
        Some(days) => format!("{days} days apart"),
    };
    let words = spelled(&[own, other], text);
    format!("a report of its own: “{label}” is most like it, shares only {words}, and was published {days}")
}

/// The article that is most like the others of its story (its headline names the story); of equals the first.
#[must_use]
pub fn centre(profiles: &[&Profile]) -> usize {
    let total = |at: usize| -> f64 { profiles.iter().map(|other| Shared::of(profiles[at], other).words).sum() };
    let totals: Vec<_> = (0..profiles.len()).map(total).collect();
    (0..totals.len()).fold(0, |best, at| if totals[at] > totals[best] + 1e-9 { at } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::Date;

    #[test]
    fn the_reason_spells_what_is_shared_as_a_report_does() {
        let text = "The ferry Albatross ran aground off Kestrel Point.";
        let first = Profile::of("", text, Date::new(2021, 6, 3).ok());
        let second = Profile::of("", "Passengers of the Albatross were saved off Kestrel.", Date::new(2021, 6, 4).ok());
        let reason = reason(&[&first, &second], text);
        assert!(reason.contains("Albatross") && reason.contains("from 2021-06-03 to 2021-06-04"), "{reason}");
        assert!(!reason.contains("ferry"), "{reason}");
    }

    #[test]
    fn a_report_alone_names_the_one_that_is_most_like_it() {
        let text = "Mayor Olive Parrish of Dunmere opened a bridge.";
        let own = Profile::of("", text, Date::new(2021, 6, 3).ok());
        let other = Profile::of("", "Olive Parrish was born in 1960.", Date::new(2021, 9, 3).ok());
        assert!(alone(&own, text, None).starts_with("a report of its own"));
        let reason = alone(&own, text, Some(("Born to lead", &other)));
        assert!(
            reason.contains("“Born to lead”") && reason.contains("Parrish") && reason.contains("92 days"),
            "{reason}"
        );
    }
}
