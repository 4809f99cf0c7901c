//! What a document takes over from the stored article of which it is another version or description.
//!
//! Only what a person gave: what the text itself says is read from the new text.

use rusqlite::Connection;

use super::identity::Identity;
use crate::input::{Basis, Document};
use crate::reading;

/// What is known of the stored article and not of the document: a day, an outlet and a headline that a person gave.
pub fn inherit(connection: &Connection, document: &mut Document, identity: Identity) -> rusqlite::Result<()> {
    let (Identity::Described(article_id) | Identity::Version(article_id)) = identity else { return Ok(()) };
    let mut stored = connection.prepare_cached(
        "SELECT name, outlet_basis, published, published_basis, published_at, headline, body FROM articles
         JOIN sources ON source_id = outlet_id WHERE article_id = ?1",
    )?;
    stored.query_row([article_id], |row| {
        let outlet_basis: Basis = row.get::<_, String>(1)?.parse().unwrap_or(Basis::File);
        let published_basis: Basis = row.get::<_, String>(3)?.parse().unwrap_or(Basis::None);
        if document.outlet_basis == Basis::File && outlet_basis != Basis::File {
            document.outlet = row.get(0)?;
            document.outlet_basis = outlet_basis;
        }
        if document.published.is_none() && !matches!(published_basis, Basis::None | Basis::Text) {
            document.published = row.get::<_, String>(2)?.parse().ok();
            document.published_basis = published_basis;
            document.published_at = row.get(4)?;
        }
        if document.headline.is_none() {
            let body: String = row.get(6)?;
            let given = |headline: &String| reading::is_missing(&body, headline);
            document.headline = row.get::<_, Option<String>>(5)?.filter(given);
        }
        Ok(())
    })
}
