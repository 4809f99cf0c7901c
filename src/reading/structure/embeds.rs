//! Embeds: posts shown in full, which end with their author's signature: `— Ann Orr (@annorr) March 3, 2031`.

use std::ops::Range;

/// The blocks of each embedded post, its signature among them.
pub fn embed_signatures(blocks: &[&str]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut free = 0;
    for (at, text) in blocks.iter().enumerate() {
        let Some(start) = signature(text) else { continue };
        let mut first = at;
        if start == 0 && at > free {
            first = at - 1;
            while first > free && is_trailer(blocks[first]) {
                first -= 1;
            }
        }
        found.push(first..at + 1);
        free = at + 1;
    }
    found
}

/// Where the signature of a post begins in a block that ends with one.
fn signature(text: &str) -> Option<usize> {
    let handle = text.rfind("(@")?;
    let dash = text[..handle].rfind(['—', '–', '-'])?;
    let name = text[dash..handle].trim_start_matches(['—', '–', '-']);
    let after = &text[handle..];
    let rest = after.find(')').map(|end| &after[end + 1..])?;
    let fits = name.split_whitespace().count() <= 8 && rest.split_whitespace().count() <= 8 && !name.contains(". ");
    fits.then(|| text[..dash].trim_end().len())
}

/// The picture links and hashtags that end a post.
fn is_trailer(text: &str) -> bool {
    text.split_whitespace()
        .all(|word| word.starts_with(['#', '@']) || word.contains("pic.twitter.com/") || word.contains("t.co/"))
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
        assert_eq!(embed_signatures(&blocks), vec![1..4]);
        assert_eq!(embed_signatures(&["We will come back. — Ann Orr (@annorr) March 3, 2031"]), vec![0..1]);
    }

    #[test]
    fn a_handle_in_a_sentence_is_no_signature() {
        assert!(
            embed_signatures(&[
                "The mayor - a friend of Ann Orr (@annorr), who wrote it - wept and left the hall alone."
            ])
            .is_empty()
        );
        assert!(embed_signatures(&["— Ann Orr"]).is_empty());
    }
}
