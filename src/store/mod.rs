//! The database: opening and upgrading it, writing what reading found, and proving it.
//!
//! The only place, with the report files and migrations, where SQL stands. Offsets become code points here.

mod accounts;
mod added;
mod aligned;
mod anchoring;
mod answers;
mod articles;
mod check;
mod claim_key;
pub mod comparisons;
pub mod facts;
mod file;
mod identity;
mod inheriting;
mod joins;
pub mod linking;
pub mod load;
pub mod migrations;
mod passages;
mod reading_documents;
mod reuse;
mod rows;
mod show;
mod stale;
mod stories;
mod summary;
mod touched;
pub mod views;

pub use check::{Finding, Proof, check};
pub use file::{APPLICATION_ID, open_any_version, open_copy, open_for_reading, open_for_writing, rest};
pub use show::{Card, Field, Kind, Mark, Part, Passage, Role, show};
pub use stale::{Again, read_again, stale};
pub use summary::{Agreed, Dispute, Heard, Summary, Told, summary};
pub use touched::Touched;
