//! Language: sentences, tokens, word classes, lemmas, names and trees of English text, offsets kept exactly.
//!
//! It knows English, not news: nothing here speaks of sources or claims. The models that it asks are trained by the
//! binary `train` (feature `train`) and lie in `data/model/`.

mod addresses;
pub(crate) mod arcs;
pub mod clause;
mod clusters;
mod grammar;
pub(crate) mod lemma;
pub(crate) mod lists;
mod marks;
pub(crate) mod model;
mod name_links;
pub(crate) mod name_memory;
pub(crate) mod names;
pub(crate) mod parser;
pub(crate) mod parser_features;
mod reader;
mod sentences;
mod syntax;
pub(crate) mod table;
pub(crate) mod tagger;
mod tagset;
mod tokenizer;
mod tree;
pub(crate) mod words;

#[cfg(feature = "train")]
pub(crate) use clusters::{Clusters, table as cluster_table};
pub use grammar::{Relation, Upos};
#[cfg(feature = "train")]
pub(crate) use name_links::joins_names;
#[cfg(feature = "train")]
pub(crate) use reader::{Analysis, analyse, mark_kind, trees_by};
pub use reader::{tree, trees};
pub use sentences::sentences;
pub use syntax::Syntax;
#[cfg(feature = "train")]
pub(crate) use tokenizer::tokens;
pub use tree::{NameKind, NameTag, Token, Tree};
