//! Embeds: posts shown in full, which end with their author's signature: `— Ann Orr (@annorr) March 3, 2031`.

use std::ops::Range;

use super::dates::date_in;
use crate::span::Span;

/// A post among the blocks of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// The blocks of its words.
    pub words: Range<usize>,
    /// The block that ends with its signature; one of `words` where both stand in one block.
    pub signature: usize,
}

/// The posts among blocks, in order.
pub fn embeds(blocks: &[&str]) -> Vec<Embed> {
    let mut found: Vec<Embed> = Vec::new();
    let mut free = 0;
    for (at, text) in blocks.iter().enumerate() {
        let Some(start) = signature(text) else { continue };
        let (mut first, mut end) = (at, at + 1);
        if start == 0 {
            end = at;
            if at > free {
                first = at - 1;
                while first > free && is_trailer(blocks[first]) {
                    first -= 1;
                }
            }
        }
        found.push(Embed { words: first..end, signature: at });
        free = at + 1;
    }
    found
}

/// Where the signature of a post begins in a block that ends with one.
fn signature(text: &str) -> Option<usize> {
    let handle = text.rfind("(@")?;
    let dash = dash_before(text, 0, handle)?;
    let after = &text[handle..];
    let rest = after.find(')').map(|end| &after[end + 1..])?;
    let fits = rest.split_whitespace().count() <= 8 && is_handle(text, handle).is_some();
    fits.then(|| text[..dash].trim_end().len())
}

/// The name in the signature that ends a block, and the place where that signature begins.
pub fn signed(body: &str, block: Span) -> Option<(Span, usize)> {
    let text = block.of(body);
    let handle = text.rfind("(@")?;
    let dash = dash_before(text, 0, handle)?;
    let name = text[dash..handle].trim_start_matches(|c: char| "—–-".contains(c) || c.is_whitespace());
    let start = block.start + handle - name.len();
    Some((Span::new(start, block.start + handle).trim(body), block.start + dash))
}

/// The words of a post without the links and pictures that end it.
pub fn without_links(body: &str, words: Span) -> Span {
    let mut words = words.trim(body);
    while let Some(last) = words.of(body).split_whitespace().last() {
        if !(last.contains("pic.twitter.com/") || last.contains("t.co/") || last.starts_with("http")) {
            break;
        }
        words = Span::new(words.start, words.end - last.len()).trim(body);
    }
    words
}

/// The dash before the name of a signature whose handle stands at `handle`: `— Ann Orr (@`.
fn dash_before(text: &str, from: usize, handle: usize) -> Option<usize> {
    let dash = text[from..handle].rfind(['—', '–', '-']).map(|at| from + at)?;
    let name = text[dash..handle].trim_start_matches(['—', '–', '-']);
    let start = from + text[from..dash].trim_end_matches(['—', '–', '-']).len();
    let parted =
        text[dash..].starts_with('—') || text[from..start].is_empty() || text[..start].ends_with(char::is_whitespace);
    let fits = (1..=8).contains(&name.split_whitespace().count()) && !name.contains(". ") && name.len() < 80;
    (parted && fits).then_some(start)
}

/// The byte behind the bracket of a handle `(@annorr)`.
fn is_handle(text: &str, at: usize) -> Option<usize> {
    let inside = &text[at + 2..];
    let len = inside.find(')')?;
    let plain = inside[..len].chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    (plain && (1..=30).contains(&len)).then_some(at + 2 + len + 1)
}

/// A post is no longer than this, in bytes.
const LONGEST: usize = 320;

/// Where posts and their signatures begin and end in a line that holds more than them.
pub fn seams(line: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let mut from = 0;
    for (handle, _) in line.match_indices("(@") {
        let Some(after) = is_handle(line, handle).filter(|_| handle >= from) else { continue };
        let Some(dash) = dash_before(line, from, handle) else { continue };
        let limit = line.floor_char_boundary(line.len().min(after + 40));
        let date = date_in(&line[after..limit]).filter(|date| line[after..after + date.span.start].trim().is_empty());
        let end = date.map_or(after, |date| after + date.span.end);
        if date.is_none() && !line[end..].trim().is_empty() {
            continue;
        }
        if dash - from > LONGEST {
            cuts.extend(last_sentence(line, from, dash));
        }
        cuts.extend([dash, end]);
        from = end;
    }
    cuts
}

/// Where the last sentence of a stretch begins that has several words.
fn last_sentence(line: &str, from: usize, end: usize) -> Option<usize> {
    let stretch = &line[from..end];
    let borders = stretch.match_indices(' ').rev().map(|(at, _)| at + 1).filter(|&at| {
        let before = stretch[..at].trim_end().trim_end_matches(['"', '”', '’', ')']);
        let next = stretch[at..].chars().next();
        before.ends_with(['.', '!', '?', ':']) && next.is_some_and(|c| c.is_uppercase() || "#@“\"".contains(c))
    });
    let mut long = borders.filter(|&at| stretch[at..].split_whitespace().filter(|word| !is_link(word)).count() >= 4);
    long.next().map(|at| from + at)
}

/// The picture links and hashtags that end a post.
pub fn is_trailer(text: &str) -> bool {
    text.split_whitespace().all(is_link)
}

fn is_link(word: &str) -> bool {
    word.starts_with(['#', '@']) || word.contains("pic.twitter.com/") || word.contains("t.co/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_reaches_from_its_words_to_its_signature() {
        let blocks = [
            "He wrote:",
            "We will come back.",
            "#Kelso pic.twitter.com/abc",
            "— Ann Orr (@annorr) March 3, 2031",
            "More.",
        ];
        assert_eq!(embeds(&blocks), vec![Embed { words: 1..3, signature: 3 }]);
        let one = ["We will come back. — Ann Orr (@annorr) March 3, 2031"];
        assert_eq!(embeds(&one), vec![Embed { words: 0..1, signature: 0 }]);
    }

    #[test]
    fn a_handle_in_a_sentence_is_no_signature() {
        let sentence = "The mayor - a friend of Ann Orr (@annorr), who wrote it - wept and left the hall alone.";
        assert!(embeds(&[sentence]).is_empty() && seams(sentence).is_empty());
        assert!(embeds(&["— Ann Orr"]).is_empty());
    }

    #[test]
    fn only_the_last_sentence_of_a_long_line_is_the_post() {
        let text = "The ferry sank at dawn off the harbour of Kelso. ".repeat(8);
        let line = format!("{text}We will all come back. — Ann Orr (@annorr) March 3, 2031 It rained.");
        let cuts = seams(&line);
        assert_eq!(&line[cuts[0]..cuts[1]], "We will all come back. ");
        assert_eq!(&line[cuts[2]..], " It rained.");
    }
}
