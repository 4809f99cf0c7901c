//! Ties what articles name to the world: entities over all articles, and the sources behind their voices.

use rusqlite::{Connection, params};

use super::touched::Touched;
use crate::error::Error;

/// Makes anew the ties of the touched articles; called once a transaction, after all its articles are written.
///
/// Names are joined only where they are spelled alike and of one kind. A voice without a name is a source of its own
/// for each article and wording.
pub fn link(connection: &Connection, touched: &mut Touched) -> Result<(), Error> {
    for &article_id in &touched.articles {
        entities(connection, article_id)?;
        sources(connection, article_id)?;
        spread(connection, article_id)?;
    }
    clear(connection, touched)?;
    Ok(())
}

fn entities(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    for sql in [
        "INSERT INTO entities (name, kind)
         SELECT name, kind FROM article_entities AS a WHERE article_id = ?1
           AND NOT EXISTS (SELECT 1 FROM entities AS e WHERE e.name = a.name AND e.kind = a.kind)
         GROUP BY name, kind ORDER BY min(ordinal)",
        "UPDATE article_entities AS a SET entity_id =
           (SELECT min(entity_id) FROM entities AS e WHERE e.name = a.name AND e.kind = a.kind) WHERE article_id = ?1",
        "INSERT OR IGNORE INTO entity_names (entity_id, name)
         SELECT entity_id, n.name FROM article_entity_names AS n JOIN article_entities USING (article_entity_id) WHERE article_id = ?1",
        "INSERT OR IGNORE INTO entity_links (entity_id, of_entity_id, relation)
         SELECT a.entity_id, b.entity_id, relation FROM article_entity_links AS l
         JOIN article_entities AS a ON a.article_entity_id = l.article_entity_id
         JOIN article_entities AS b ON b.article_entity_id = l.of_article_entity_id WHERE a.article_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([article_id])?;
    }
    Ok(())
}

fn sources(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    let mut voices = connection.prepare_cached(
        "SELECT article_voice_id, v.name, kind, anonymity = 'named', entity_id FROM article_voices AS v
         LEFT JOIN (SELECT article_entity_id, entity_id FROM article_entities) USING (article_entity_id)
         WHERE article_id = ?1 ORDER BY ordinal",
    )?;
    let mut named = connection.prepare_cached(
        "SELECT source_id FROM sources WHERE name = ?1 AND (kind = 'outlet' OR kind = ?2) ORDER BY kind = 'outlet' DESC LIMIT 1",
    )?;
    let mut unnamed = connection
        .prepare_cached("SELECT source_id FROM article_voices WHERE article_id = ?1 AND name = ?2 AND anonymity <> 'named' AND source_id IS NOT NULL")?;
    let mut insert = connection.prepare_cached("INSERT INTO sources (name, kind, entity_id) VALUES (?1, ?2, ?3)")?;
    let mut tie = connection.prepare_cached("UPDATE article_voices SET source_id = ?2 WHERE article_voice_id = ?1")?;
    let rows =
        voices.query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))?;
    for row in rows.collect::<Result<Vec<_>, _>>()? {
        let (voice, name, kind, is_named, entity): (i64, String, String, bool, Option<i64>) = row;
        let stored: Option<i64> = if is_named {
            named.query_map(params![name, kind], |row| row.get(0))?.next().transpose()?
        } else {
            unnamed.query_map(params![article_id, name], |row| row.get(0))?.next().transpose()?
        };
        let source = if let Some(source) = stored {
            source
        } else {
            insert.execute(params![name, kind, entity])?;
            connection.last_insert_rowid()
        };
        tie.execute([voice, source])?;
    }
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO source_members (source_id, member_id)
             SELECT a.source_id, b.source_id FROM article_voice_members AS m
             JOIN article_voices AS a ON a.article_voice_id = m.article_voice_id
             JOIN article_voices AS b ON b.article_voice_id = m.member_id
             WHERE a.article_id = ?1 AND a.source_id <> b.source_id",
        )?
        .execute([article_id])?;
    Ok(())
}

/// From the article's entities and voices to everything that names them.
fn spread(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    for sql in [
        "UPDATE mentions SET entity_id = (SELECT e.entity_id FROM article_entities AS e WHERE e.article_entity_id = mentions.article_entity_id)
         WHERE article_id = ?1",
        "UPDATE attributions SET source_id = (SELECT v.source_id FROM article_voices AS v WHERE v.article_voice_id = attributions.article_voice_id)
         WHERE article_voice_id IS NOT NULL AND claim_id IN (SELECT claim_id FROM claims WHERE article_id = ?1)",
        "UPDATE claims SET origin_id = (SELECT source_id FROM attributions AS a WHERE a.claim_id = claims.claim_id ORDER BY hop DESC LIMIT 1)
         WHERE article_id = ?1",
        "UPDATE claim_values SET value_entity_id =
           (SELECT e.entity_id FROM article_entities AS e WHERE e.article_entity_id = claim_values.value_article_entity_id)
         WHERE claim_id IN (SELECT claim_id FROM claims WHERE article_id = ?1)",
        "UPDATE articles SET credit_id = (SELECT source_id FROM article_voices AS v WHERE v.article_id = ?1 AND is_credit) WHERE article_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([article_id])?;
    }
    Ok(())
}

/// Entities and sources that no article names any more go.
fn clear(connection: &Connection, touched: &Touched) -> rusqlite::Result<()> {
    for source in &touched.sources {
        connection
            .prepare_cached(
                "DELETE FROM sources WHERE source_id = ?1
                   AND NOT EXISTS (SELECT 1 FROM article_voices WHERE source_id = ?1)
                   AND NOT EXISTS (SELECT 1 FROM articles WHERE outlet_id = ?1)",
            )?
            .execute([source])?;
    }
    for entity in &touched.entities {
        connection
            .prepare_cached(
                "DELETE FROM entities WHERE entity_id = ?1
                   AND NOT EXISTS (SELECT 1 FROM article_entities WHERE entity_id = ?1)
                   AND NOT EXISTS (SELECT 1 FROM sources WHERE entity_id = ?1)",
            )?
            .execute([entity])?;
    }
    Ok(())
}
