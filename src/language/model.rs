//! The trained models, as they lie in the program: static bytes, used where they are.

use super::clusters::Clusters;
use super::parser::Parser;
use super::table::Table;
use super::tagger::TAG_ROOM;

/// Keeps numbers of four bytes on their boundaries.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static CLUSTERS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clusters.bin")));
static TAGS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/tags.bin")));
static ACTIONS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/actions.bin")));
static LABELS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/labels.bin")));

/// Everything that was learnt.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// Brown clusters.
    pub clusters: Clusters,
    /// Weights of the tagger.
    pub tags: Table<TAG_ROOM>,
    /// Weights of the parser.
    pub parser: Parser,
}

impl Model {
    /// The model of the program; costs nothing.
    pub fn embedded() -> Self {
        Self {
            clusters: Clusters::new(&CLUSTERS.0),
            tags: Table::new(&TAGS.0),
            parser: Parser { actions: Table::new(&ACTIONS.0), labels: Table::new(&LABELS.0) },
        }
    }
}
