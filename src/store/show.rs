//! One row with everything that stands behind it, as a plain card: a claim, fact, entity, source or article.
//!
//! It knows nothing of how a card is printed.

mod article;
mod beside;
mod card;
mod claim;
mod entity;
mod fact;
mod find;
mod passage;
mod source;

use rusqlite::Connection;

pub use card::{Card, Field, Mark, Part, Passage, Role};

use crate::error::Error;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What can be shown.
    Kind {
        /// Words that a voice put forward.
        Claim = "claim",
        /// A question with its answers.
        Fact = "fact",
        /// A thing in the world.
        Entity = "entity",
        /// A voice.
        Source = "source",
        /// A report.
        Article = "article",
    }
}

/// Passages of one kind that a card holds at most.
const MOST: usize = 20;

/// The card of a row, by its id, its key or the start of it, or its name.
pub fn show(connection: &Connection, kind: Kind, typed: &str) -> Result<Card, Error> {
    let id = find::find(connection, kind, typed)?;
    Ok(match kind {
        Kind::Claim => claim::card(connection, id)?,
        Kind::Fact => fact::card(connection, id)?,
        Kind::Entity => entity::card(connection, id)?,
        Kind::Source => source::card(connection, id)?,
        Kind::Article => article::card(connection, id)?,
    })
}
