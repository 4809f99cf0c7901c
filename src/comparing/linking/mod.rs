//! Linking: which entities of different articles are one thing in the world.
//!
//! Pure and free of order: what is joined depends on the set of articles that share a name's block, never on which
//! came first. It knows names and lists, not the database.

mod clusters;
mod keys;
mod kinds;
mod short_names;

pub use clusters::{Cluster, Context, Item, SHARED, SURNAME, clusters};
pub use keys::{Key, key, voice_key};
