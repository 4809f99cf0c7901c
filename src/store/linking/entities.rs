//! Entities over all articles: blocks gathered, clusters written, names and links made again.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use crate::comparing::linking::{Cluster, Context, Item, SHARED, SURNAME, clusters, key};
use crate::reading::EntityKind;
use crate::store::touched::Touched;

/// Makes again every block that a touched article or a departed entity has a part in.
pub fn link(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut blocks: BTreeSet<String> = BTreeSet::new();
    for &article_id in &touched.articles {
        note_keys(connection, article_id)?;
        gather(
            connection,
            "SELECT DISTINCT block FROM x_article_entities WHERE article_id = ?1",
            article_id,
            &mut blocks,
        )?;
    }
    for &entity_id in &touched.entities {
        gather(
            connection,
            "SELECT DISTINCT block FROM x_article_entities WHERE entity_id = ?1",
            entity_id,
            &mut blocks,
        )?;
    }
    let mut changed = BTreeSet::new();
    for block in &blocks {
        relink(connection, block, touched, &mut changed)?;
    }
    for &article_id in &touched.articles {
        gather(
            connection,
            "SELECT DISTINCT entity_id FROM x_article_entities WHERE article_id = ?1",
            article_id,
            &mut changed,
        )?;
    }
    for entity_id in changed {
        links(connection, entity_id)?;
    }
    Ok(())
}

fn gather<T: rusqlite::types::FromSql + Ord>(
    connection: &Connection,
    sql: &str,
    id: i64,
    into: &mut BTreeSet<T>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(sql)?;
    for row in statement.query_map([id], |row| row.get(0))? {
        into.insert(row?);
    }
    Ok(())
}

/// Writes block and key of the entities of an article that has none yet.
fn note_keys(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT article_entity_id, name, kind FROM x_article_entities WHERE article_id = ?1 AND block IS NULL",
    )?;
    let mut spellings = connection.prepare_cached(
        "SELECT name FROM x_article_entity_names WHERE article_entity_id = ?1 AND name <> ?2 ORDER BY length(name) DESC, name",
    )?;
    let mut update = connection.prepare_cached(
        "UPDATE x_article_entities SET block = ?2, link_key = ?3, is_partial = ?4, telling = ?5 WHERE article_entity_id = ?1",
    )?;
    let rows = select.query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for row in rows.collect::<Result<Vec<(i64, String, String)>, _>>()? {
        let (id, name, kind) = row;
        let others: Vec<String> =
            spellings.query_map(params![id, name], |row| row.get(0))?.collect::<Result<_, _>>()?;
        let names: Vec<&str> = std::iter::once(name.as_str()).chain(others.iter().map(String::as_str)).collect();
        let key = key(&names, entity_kind(&kind));
        update.execute(params![id, key.block, key.key, key.partial, key.telling])?;
    }
    Ok(())
}

fn entity_kind(word: &str) -> EntityKind {
    word.parse().unwrap_or(EntityKind::Other)
}

fn relink(
    connection: &Connection,
    block: &str,
    touched: &mut Touched,
    changed: &mut BTreeSet<i64>,
) -> rusqlite::Result<()> {
    let mut select = connection.prepare_cached(
        "SELECT article_entity_id, article_id, kind, link_key, is_partial, name, entity_id FROM x_article_entities
         WHERE block = ?1 ORDER BY article_entity_id",
    )?;
    let mut items = Vec::new();
    let mut now: Vec<Option<i64>> = Vec::new();
    let mut rows = select.query([block])?;
    while let Some(row) = rows.next()? {
        items.push(Item {
            id: row.get(0)?,
            article: row.get(1)?,
            kind: entity_kind(&row.get::<_, String>(2)?),
            key: row.get(3)?,
            partial: row.get(4)?,
            name: row.get(5)?,
        });
        now.push(row.get(6)?);
    }
    let context = context(connection, &items)?;
    let mut taken = BTreeSet::new();
    for cluster in clusters(&items, &context) {
        let (entity_id, renamed) = entity(connection, &cluster, &now, &mut taken)?;
        if renamed {
            touched.articles.extend(cluster.members.iter().map(|&member| items[member].article));
        }
        for &member in cluster.members.iter().filter(|&&member| now[member] != Some(entity_id)) {
            connection
                .prepare_cached("UPDATE x_article_entities SET entity_id = ?2 WHERE article_entity_id = ?1")?
                .execute([items[member].id, entity_id])?;
            touched.articles.insert(items[member].article);
            touched.entities.extend(now[member]);
        }
        names(connection, entity_id)?;
        changed.insert(entity_id);
    }
    Ok(())
}

/// The telling keys of a block's articles, where a surname of it or a name of several kinds needs them.
fn context(connection: &Connection, items: &[Item]) -> rusqlite::Result<Context> {
    let mut context = Context::new();
    let persons = || items.iter().filter(|item| item.kind == EntityKind::Person);
    let surnames = persons().any(|item| item.partial) && persons().any(|item| !item.partial);
    if !surnames && items.iter().all(|item| item.kind == items[0].kind) {
        return Ok(context);
    }
    let mut select = connection.prepare_cached(
        "SELECT link_key, max(telling) FROM x_article_entities
         WHERE article_id = ?1 AND telling > 0 AND NOT is_partial GROUP BY link_key
         UNION ALL SELECT DISTINCT ?2 || block, 1 FROM x_article_entities WHERE article_id = ?1 AND kind = 'person'
         UNION ALL SELECT 'in story ' || story_id, ?3 FROM articles JOIN stories USING (story_id) WHERE article_id = ?1 AND forced",
    )?;
    for item in items {
        if let std::collections::btree_map::Entry::Vacant(entry) = context.entry(item.article) {
            let keys = select
                .query_map(params![item.article, SURNAME, SHARED], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect::<Result<_, _>>()?;
            entry.insert(keys);
        }
    }
    Ok(context)
}

/// The row of a cluster: the lowest that one of its members has already, or a new one; and whether it has another name now.
fn entity(
    connection: &Connection,
    cluster: &Cluster,
    now: &[Option<i64>],
    taken: &mut BTreeSet<i64>,
) -> rusqlite::Result<(i64, bool)> {
    let kept = cluster.members.iter().filter_map(|&member| now[member]).filter(|id| !taken.contains(id)).min();
    let (entity_id, renamed) = if let Some(kept) = kept {
        let renamed = connection
            .prepare_cached(
                "UPDATE entities SET name = ?2, kind = ?3 WHERE entity_id = ?1 AND (name <> ?2 OR kind <> ?3)",
            )?
            .execute(params![kept, cluster.name, cluster.kind.as_str()])?;
        (kept, renamed > 0)
    } else {
        connection
            .prepare_cached("INSERT INTO entities (name, kind) VALUES (?1, ?2)")?
            .execute(params![cluster.name, cluster.kind.as_str()])?;
        (connection.last_insert_rowid(), false)
    };
    taken.insert(entity_id);
    Ok((entity_id, renamed))
}

fn names(connection: &Connection, entity_id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM entity_names WHERE entity_id = ?1")?.execute([entity_id])?;
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO entity_names (entity_id, name)
             SELECT a.entity_id, n.name FROM x_article_entities AS a JOIN x_article_entity_names AS n USING (article_entity_id)
             WHERE a.entity_id = ?1",
        )?
        .execute([entity_id])?;
    Ok(())
}

/// The ties of an entity, from those of all articles that name it.
fn links(connection: &Connection, entity_id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM entity_links WHERE entity_id = ?1")?.execute([entity_id])?;
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO entity_links (entity_id, of_entity_id, relation)
             SELECT a.entity_id, b.entity_id, relation FROM x_article_entity_links AS l
             JOIN x_article_entities AS a ON a.article_entity_id = l.article_entity_id
             JOIN x_article_entities AS b ON b.article_entity_id = l.of_article_entity_id
             WHERE a.entity_id = ?1 AND b.entity_id <> a.entity_id",
        )?
        .execute([entity_id])?;
    Ok(())
}

/// Entities that no article names any more go; facts about them are to be made again.
pub fn clear(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    for &entity_id in &touched.entities {
        let named = connection
            .prepare_cached("SELECT 1 FROM x_article_entities WHERE entity_id = ?1 UNION ALL SELECT 1 FROM sources WHERE entity_id = ?1")?
            .exists([entity_id])?;
        if named {
            continue;
        }
        gather(connection, "SELECT fact_id FROM facts WHERE about_entity_id = ?1", entity_id, &mut touched.facts)?;
        for sql in [
            "UPDATE facts SET about_entity_id = NULL WHERE about_entity_id = ?1",
            "DELETE FROM entities WHERE entity_id = ?1",
        ] {
            connection.prepare_cached(sql)?.execute([entity_id])?;
        }
    }
    Ok(())
}
