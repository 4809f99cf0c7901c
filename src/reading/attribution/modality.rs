//! How real a content is put: hedged, possible, planned, reported. It looks at the words of the content alone.

use super::lexicon::{attribution_phrase, hedge};
use super::site::Site;
use crate::language::{Relation, Upos};
use crate::reading::kinds::Modality;
use crate::span::Span;

/// The first hedge in the content, and whether it says "reportedly".
pub fn hedges(site: &Site, content: &[Span]) -> Option<(Span, bool)> {
    for at in tokens(site, content) {
        // The month of May is no hedge.
        if site.upos(at) == Upos::Propn {
            continue;
        }
        let words = |offset: usize| Some(site.word(at + offset)).filter(|word| !word.is_empty());
        if let Some((length, "reported")) = attribution_phrase(words) {
            return Some((site.token(at).hull(site.token(at + length - 1)), true));
        }
        if let Some(length) = hedge(words) {
            return Some((site.token(at).hull(site.token(at + length - 1)), false));
        }
    }
    None
}

/// What the highest verb of the content says of it: "will" is planned, "may" is possible.
pub fn of_clause(site: &Site, content: &[Span]) -> Modality {
    let top = tokens(site, content).find(|&at| {
        let outside = site.head(at).is_none_or(|head| !content.iter().any(|piece| piece.contains(site.token(head))));
        outside && !site.is_mark(at)
    });
    let Some(top) = top else { return Modality::Asserted };
    for &child in site.children(top) {
        if site.relation(child) == Relation::Aux && child < top {
            match site.word(child) {
                "will" | "would" | "shall" | "'ll" | "’ll" => return Modality::Planned,
                "may" | "might" | "could" | "can" => return Modality::Possible,
                _ => {}
            }
        }
    }
    Modality::Asserted
}

fn tokens<'s>(site: &'s Site, content: &'s [Span]) -> impl Iterator<Item = usize> + 's {
    content.iter().flat_map(move |piece| {
        let first = site.tree.tokens.partition_point(|token| token.span.end <= piece.start);
        let last = site.tree.tokens.partition_point(|token| token.span.start < piece.end);
        first..last
    })
}
