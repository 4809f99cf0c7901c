//! On whose word a fact rests: the last hop of each claim, copies followed back to what they copy.
//!
//! Only named origins count as independent; unnamed ones stand beside them, and a copy of a sentence adds nothing to
//! the origin of the sentence that it copies.

use std::collections::HashMap;
use std::hash::BuildHasher;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::reading::{Anonymity, Modality};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How well an origin is known.
    Standing {
        /// By name.
        Named = "named",
        /// A voice without a name.
        Unnamed = "unnamed",
        /// The outlet's own narration.
        OwnVoice = "own_voice",
        /// "reportedly", "it was reported", "media reports".
        Unattributed = "unattributed",
    }
}

/// One value's way to its origin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// The source of the last hop: for narration the outlet, or the agency that the article credits.
    pub source_id: i64,
    /// Its anonymity; `None` at hop 0.
    pub anonymity: Option<Anonymity>,
    /// Whether no words stand for the voice ("it was reported"), or none but media or reports ("media reports").
    pub hearsay: bool,
    /// Whether it is the agency in the byline.
    pub credited: bool,
    /// How real it is said to be.
    pub modality: Modality,
    /// The outlet's source row.
    pub outlet_id: i64,
    /// The sentence it stands in.
    pub sentence_id: i64,
}

/// An origin of a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Whose word.
    pub source_id: i64,
    /// How well it is known.
    pub standing: Standing,
    /// How many outlets carry it.
    pub outlets: usize,
}

/// The origins of a fact from the ways of its values; `copy_of` leads from a copied sentence to the one it copies.
#[must_use]
pub fn origins<S: BuildHasher>(ways: &[Way], copy_of: &HashMap<i64, i64, S>) -> Vec<Origin> {
    let by_sentence: FxHashMap<i64, &Way> = ways.iter().map(|way| (way.sentence_id, way)).collect();
    let mut outlets: FxHashMap<(i64, Standing), FxHashSet<i64>> = FxHashMap::default();
    for way in ways {
        let origin = followed(way, &by_sentence, copy_of);
        outlets.entry((origin.source_id, standing(origin))).or_default().insert(way.outlet_id);
    }
    let mut found: Vec<_> = outlets
        .into_iter()
        .map(|((source_id, standing), outlets)| Origin { source_id, standing, outlets: outlets.len() })
        .collect();
    found.sort_by_key(|origin| (origin.standing, origin.source_id));
    found
}

/// A narrated copy rests on the word of what it copies.
fn followed<'a, S: BuildHasher>(
    way: &'a Way,
    by_sentence: &FxHashMap<i64, &'a Way>,
    copy_of: &HashMap<i64, i64, S>,
) -> &'a Way {
    if way.anonymity.is_some() {
        return way;
    }
    copy_of.get(&way.sentence_id).and_then(|earlier| by_sentence.get(earlier)).copied().unwrap_or(way)
}

fn standing(way: &Way) -> Standing {
    match way.anonymity {
        None if way.modality == Modality::Reported => Standing::Unattributed,
        None if way.credited => Standing::Named,
        None => Standing::OwnVoice,
        Some(Anonymity::Named) => Standing::Named,
        Some(_) if way.hearsay => Standing::Unattributed,
        Some(_) => Standing::Unnamed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(source_id: i64, anonymity: Option<Anonymity>, sentence_id: i64) -> Way {
        Way {
            source_id,
            anonymity,
            hearsay: false,
            credited: false,
            modality: Modality::Asserted,
            outlet_id: 100 + sentence_id,
            sentence_id,
        }
    }

    #[test]
    fn a_copy_adds_an_outlet_to_the_origin_and_no_origin() {
        let ways = [way(1, Some(Anonymity::Named), 1), way(9, None, 2), way(3, Some(Anonymity::Described), 3)];
        let copy_of = FxHashMap::from_iter([(2, 1)]);
        let found = origins(&ways, &copy_of);
        assert_eq!(
            found,
            [
                Origin { source_id: 1, standing: Standing::Named, outlets: 2 },
                Origin { source_id: 3, standing: Standing::Unnamed, outlets: 1 },
            ]
        );
    }
}
