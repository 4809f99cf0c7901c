//! Brown clusters from the lists of spaCy (MIT), made into the table that the program embeds.

use std::path::Path;

use super::Outcome;
use super::corpus::unzipped;
use crate::language::{cluster_table, words::spelling};

/// Slots of the table, as a power of two.
const BITS: u32 = 18;

/// The bytes of the table.
pub fn table(file: &Path) -> Outcome<Vec<u8>> {
    let codes: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&unzipped(file)?)?;
    let mut spellings: Vec<(u64, u32)> = codes
        .iter()
        .filter_map(|(word, code)| Some((spelling(word), code.as_u64()? as u32)))
        .filter(|&(_, code)| code > 0)
        .collect();
    spellings.sort_unstable();
    spellings.dedup_by_key(|&mut (word, _)| word);
    Ok(cluster_table(BITS, &spellings))
}
