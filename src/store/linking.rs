//! Ties what articles name to the world: entities over all articles, and the sources behind their voices.
//!
//! What is joined is decided in `comparing::linking`; here its input is gathered and its answer written. Only what
//! shares a block of names with a touched article is looked at.

mod entities;
mod sources;

use rusqlite::Connection;

use super::touched::Touched;
use crate::error::Error;

/// Makes again the ties of the touched articles; called once a transaction, after all its articles are written.
///
/// Articles whose ties change by it, such as one whose surname now has a full name, are added to the touched ones.
pub fn link(connection: &Connection, touched: &mut Touched) -> Result<(), Error> {
    entities::link(connection, touched)?;
    sources::link(connection, touched)?;
    for &article_id in &touched.articles {
        spread(connection, article_id)?;
    }
    sources::clear(connection, touched)?;
    entities::clear(connection, touched)?;
    Ok(())
}

/// From the article's entities and voices to everything that names them.
fn spread(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    for sql in [
        "UPDATE mentions SET entity_id = (SELECT e.entity_id FROM x_article_entities AS e WHERE e.article_entity_id = mentions.article_entity_id)
         WHERE article_id = ?1",
        "UPDATE attributions SET source_id = (SELECT v.source_id FROM x_article_voices AS v WHERE v.article_voice_id = attributions.article_voice_id)
         WHERE article_voice_id IS NOT NULL AND claim_id IN (SELECT claim_id FROM claims WHERE article_id = ?1)",
        "UPDATE claims SET origin_id = (SELECT source_id FROM attributions AS a WHERE a.claim_id = claims.claim_id ORDER BY hop DESC LIMIT 1)
         WHERE article_id = ?1",
        "UPDATE claim_values SET value_entity_id =
           (SELECT e.entity_id FROM x_article_entities AS e WHERE e.article_entity_id = claim_values.value_article_entity_id)
         WHERE claim_id IN (SELECT claim_id FROM claims WHERE article_id = ?1)",
        "UPDATE articles SET credit_id = (SELECT source_id FROM x_article_voices AS v WHERE v.article_id = ?1 AND is_credit) WHERE article_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([article_id])?;
    }
    Ok(())
}
