//! The joint tags that the tagger chooses from, each a Penn tag with a universal class.

use std::sync::LazyLock;

use super::grammar::Upos;
use super::tagger::TAG_ROOM;
use crate::lexicon;

/// A Penn tag and the universal class that goes with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// Penn tag.
    pub xpos: &'static str,
    /// Universal class.
    pub upos: Upos,
}

const LIST: &str = include_str!(concat!(env!("OUT_DIR"), "/tags.tsv"));

static TAGS: LazyLock<Vec<Tag>> = LazyLock::new(|| {
    let tags = lexicon::rows(LIST).filter_map(|row| match row[..] {
        [xpos, upos] => Some(Tag { xpos, upos: upos.parse().unwrap_or(Upos::X) }),
        _ => None,
    });
    tags.take(TAG_ROOM).collect()
});

/// The joint tags; a tag of the model is an index here.
pub fn tags() -> &'static [Tag] {
    &TAGS
}

/// What a model without a tag says.
pub const UNKNOWN: Tag = Tag { xpos: "FW", upos: Upos::X };

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_tags_is_sound() {
        assert_eq!(lexicon::check(LIST), Ok(()));
        assert!(tags().iter().any(|tag| tag.xpos == "VBD" && tag.upos == Upos::Verb));
    }
}
