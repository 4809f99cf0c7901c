//! What a load says where its articles came out as several stories.

use rusqlite::Connection;

use crate::error::Error;

/// So many articles may be meant as reports on one event; larger loads are collections.
const FEW: usize = 20;
/// So many stories are named.
const NAMED: usize = 4;

/// That the articles of a small load tell of several events, as far as the program sees, and how to put them together.
pub(in crate::store) fn note(connection: &Connection, load_id: i64) -> Result<Option<String>, Error> {
    let stories: Vec<(String, usize)> = connection
        .prepare_cached(
            "SELECT label, count(*) FROM articles JOIN stories USING (story_id) WHERE load_id = ?1 AND NOT forced
             GROUP BY story_id ORDER BY count(*) DESC, label",
        )?
        .query_map([load_id], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize)))?
        .collect::<Result<_, _>>()?;
    let articles: usize = stories.iter().map(|(_, articles)| articles).sum();
    if stories.len() < 2 || articles > FEW {
        return Ok(None);
    }
    let mut named: Vec<_> =
        stories.iter().take(NAMED).map(|(label, articles)| format!("“{label}” ({articles})")).collect();
    if stories.len() > NAMED {
        named.push(format!("{} more", stories.len() - NAMED));
    }
    Ok(Some(format!(
        "{articles} reports came out as {} stories, which share too few names and rare words or lie too many days apart: {}; \
         if they tell of one event, load them with --story LABEL",
        stories.len(),
        named.join(", ")
    )))
}
