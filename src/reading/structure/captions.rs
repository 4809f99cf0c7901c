//! Captions: the lines under pictures, with their owners ("(Photo by …)", "/AFP").

use std::sync::LazyLock;

use super::dates::{date_in, is_weekday};
use crate::lexicon;

const CAPTIONS: &str = include_str!("../../../data/lexicon/captions.tsv");

struct Words {
    starts: Vec<&'static str>,
    owners: Vec<&'static str>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let of = |place: &str| {
        let rows = lexicon::rows(CAPTIONS).filter(|row| row.get(1) == Some(&place));
        rows.filter_map(|row| row.first().copied()).collect()
    };
    Words { starts: of("start"), owners: of("credit") }
});

/// Captions are short: longer blocks are paragraphs.
const LONGEST: usize = 500;

/// Whether a block is the line under a picture, by its words alone.
pub fn is_caption(text: &str) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let lower = text.to_lowercase();
    labelled(&lower) || owned(&lower) || dated(text)
}

/// Whether a sentence is nothing but the credit of a picture: `(Photo: Ann Orr)`, `Photo by Ann Orr, Kelso Mirror`.
pub fn is_credit(sentence: &str) -> bool {
    let short = sentence.len() <= 120 && sentence.split_whitespace().count() <= 10;
    let starts = sentence.trim_start_matches('(').to_lowercase();
    let pictured = starts.starts_with("photo") || starts.starts_with("image");
    short && pictured && labelled(&sentence.to_lowercase()) && !sentence.ends_with(['!', '?', '"', '”'])
}

/// `A ferry leaves the harbour of Kelso Monday`: ends with a weekday and no full stop. Headlines do so too; between
/// the headline and the first paragraph it is a caption.
pub fn ends_with_a_weekday(text: &str) -> bool {
    text.split_whitespace().last().is_some_and(is_weekday)
}

/// `Photo: Ann Orr`, `(File photo)`, `Image credit …`.
fn labelled(lower: &str) -> bool {
    let bare = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    WORDS.starts.iter().any(|start| {
        let rest = bare.strip_prefix(start);
        rest.is_some_and(|rest| {
            let marked = rest.starts_with([':', ')', '/', '|']) || rest.is_empty() || rest.starts_with("...");
            marked || start.contains(' ') && rest.starts_with([' ', ','])
        })
    })
}

/// `… at the harbour. (Photo by Ann Orr)`, `… at the harbour. Ann Orr/AFP`.
fn owned(lower: &str) -> bool {
    let tail_start = lower.char_indices().rev().nth(60).map_or(0, |(at, _)| at);
    let tail = &lower[tail_start..];
    let first = tail.find(['(', '[', '|', '©', '/']).map(|at| &tail[at..]);
    first.is_some_and(|owner| {
        let owner = owner.trim_matches(|c: char| !c.is_alphanumeric());
        let mut words = owner.split(|c: char| "/|,©;()".contains(c)).map(str::trim);
        let named = words.any(|word| WORDS.owners.iter().any(|name| word.starts_with(name) || word.ends_with(name)));
        let labelled = WORDS.starts.iter().any(|start| owner.starts_with(start) && start.contains("photo"));
        owner.split_whitespace().count() <= 10 && (named || labelled)
    })
}

/// `The mayor opens the bridge, July 2, 2013.`: ends with a full date after a comma.
fn dated(text: &str) -> bool {
    let Some(found) = date_in(text) else { return false };
    let after = text[found.span.end..].trim_matches(|c: char| !c.is_alphanumeric());
    let before = text[..found.span.start].trim_end();
    after.is_empty() && before.ends_with(',') && before.split_whitespace().count() >= 5 && !before.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_well_formed() {
        assert_eq!(lexicon::check(CAPTIONS), Ok(()));
    }

    #[test]
    fn captions_are_told_from_paragraphs() {
        for caption in [
            "Photo: Ann Orr",
            "(File photo)",
            "A ferry leaves the harbour of Kelso. (Photo by Ann Orr)",
            "A ferry leaves the harbour of Kelso. Tom Lee/AFP/Getty Images",
            "The mayor of Kelso opens the new bridge, July 2, 2013. (",
        ] {
            assert!(is_caption(caption), "{caption}");
        }
        for other in [
            "The ferry sank on July 2, 2013.",
            "Photos of the ferry show a hole in its side.",
            "Above all, nobody was hurt.",
            "The ferry sank, the coast guard told AFP.",
        ] {
            assert!(!is_caption(other), "{other}");
        }
    }
}
