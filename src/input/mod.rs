//! Input: what was named on the command line, as documents ready to be read.
//!
//! It finds files, decodes them, takes the articles out of pages, feeds and records, and joins them with manifests. It knows nothing of the database.

mod decoding;
mod document;
mod extract;
mod feed;
mod manifest;
mod outlet;
mod page;
mod records;
mod walk;

pub use decoding::{Decoded, decode};
pub use document::{Basis, Document, Documents, Given, Rejection, documents};
pub use manifest::{Entry, Manifest, moment};
pub use walk::{Found, Item, find};
