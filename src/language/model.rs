//! The trained models, as they lie in the program: static bytes, used where they are.

use super::clusters::Clusters;
use super::lists::Lists;
use super::names::NAME_ROOM;
use super::parser::Parser;
use super::table::Table;
use super::tagger::TAG_ROOM;
use super::tagset::tags;

/// Keeps numbers of four bytes on their boundaries.
#[repr(C, align(64))]
struct Aligned<B: ?Sized>(B);

static CLUSTERS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/clusters.bin")));
static TAGS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/tags.bin")));
static ACTIONS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/actions.bin")));
static LISTS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/lists.bin")));
static NAMES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/names.bin")));
static LABELS: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/labels.bin")));

/// Everything that was learnt.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// Brown clusters.
    pub clusters: Clusters,
    /// How many joint tags there are.
    pub classes: usize,
    /// Weights of the tagger.
    pub tags: Table<TAG_ROOM>,
    /// Weights of the parser.
    pub parser: Parser,
    /// Word lists, hints for names.
    pub lists: Lists,
    /// Weights of the tagger of names.
    pub names: Table<NAME_ROOM>,
}

impl Model {
    /// The model of the program; costs nothing.
    pub fn embedded() -> Self {
        Self {
            clusters: Clusters::new(&CLUSTERS.0),
            classes: tags().len(),
            tags: Table::new(&TAGS.0),
            parser: Parser { actions: Table::new(&ACTIONS.0), labels: Table::new(&LABELS.0) },
            lists: Lists::new(&LISTS.0),
            names: Table::new(&NAMES.0),
        }
    }
}
