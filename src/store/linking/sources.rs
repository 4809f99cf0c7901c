//! Sources behind the voices of articles: one row a named voice, one a nameless voice of one article and wording.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params};

use crate::comparing::linking::voice_key;
use crate::reading::names::gazetteer::{Known, gazetteer};
use crate::store::touched::Touched;

/// A voice of one article.
struct Voice {
    id: i64,
    name: String,
    kind: String,
    named: bool,
    entity: Option<i64>,
    entity_name: Option<String>,
    was: Option<i64>,
}

/// The commonest wording of a source: name and kind of the voice, then id, name and kind of its entity.
type Best = (String, String, Option<i64>, Option<String>, Option<String>);

/// Makes again the sources of the touched articles.
pub fn link(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut affected: BTreeSet<i64> = touched.sources.clone();
    for &article_id in &touched.articles {
        outlet(connection, article_id)?;
    }
    for &article_id in &touched.articles {
        let voices = voices(connection, article_id)?;
        let mut joint = Vec::new();
        for voice in voices {
            let members = members(connection, voice.id)?;
            if members.is_empty() {
                let key = single_key(connection, article_id, &voice)?;
                let source = tie(connection, &voice, &key, &mut affected)?;
                affected.insert(source);
            } else {
                joint.push((voice, members));
            }
        }
        for (voice, members) in joint {
            let key = joint_key(connection, article_id, &voice, &members)?;
            let source = tie(connection, &voice, &key, &mut affected)?;
            affected.insert(source);
            tie_members(connection, source, &members)?;
        }
    }
    for &source_id in &affected {
        let before = identity(connection, source_id)?;
        refresh(connection, source_id)?;
        if identity(connection, source_id)? != before {
            cited_by(connection, source_id, &mut touched.articles)?;
        }
    }
    touched.sources.extend(affected);
    Ok(())
}

fn voices(connection: &Connection, article_id: i64) -> rusqlite::Result<Vec<Voice>> {
    let mut select = connection.prepare_cached(
        "SELECT article_voice_id, v.name, v.kind, v.anonymity = 'named', a.entity_id, e.name, v.source_id
         FROM x_article_voices AS v
         LEFT JOIN x_article_entities AS a ON a.article_entity_id = v.article_entity_id
         LEFT JOIN entities AS e ON e.entity_id = a.entity_id
         WHERE v.article_id = ?1 ORDER BY v.ordinal",
    )?;
    let rows = select.query_map([article_id], |row| {
        Ok(Voice {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
            named: row.get(3)?,
            entity: row.get(4)?,
            entity_name: row.get(5)?,
            was: row.get(6)?,
        })
    })?;
    rows.collect()
}

fn members(connection: &Connection, voice: i64) -> rusqlite::Result<Vec<i64>> {
    let mut select = connection.prepare_cached(
        "SELECT member_id FROM x_article_voice_members WHERE article_voice_id = ?1 ORDER BY member_id",
    )?;
    select.query_map([voice], |row| row.get(0))?.collect()
}

/// An outlet is known by its name as a medium: a row that reports cited before becomes its row.
fn outlet(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    let row: Option<(i64, String)> = connection
        .prepare_cached("SELECT source_id, s.name FROM sources AS s JOIN articles ON outlet_id = source_id WHERE article_id = ?1 AND voice_key IS NULL")?
        .query_row([article_id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((new, name)) = row else { return Ok(()) };
    let key = medium_key(&name);
    let cited: Option<(i64, bool)> = connection
        .prepare_cached("SELECT source_id, EXISTS (SELECT 1 FROM articles WHERE outlet_id = source_id) FROM sources WHERE voice_key = ?1")?
        .query_row([&key], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match cited {
        Some((_, true)) => {
            // Another outlet is written nearly alike: this one keeps a key of its own.
            let own = format!("outlet {name}");
            connection
                .prepare_cached("UPDATE sources SET voice_key = ?2 WHERE source_id = ?1")?
                .execute(params![new, own])?;
        }
        Some((old, false)) => {
            for sql in [
                "UPDATE articles SET outlet_id = ?2 WHERE outlet_id = ?1",
                "UPDATE attributions SET source_id = ?2 WHERE source_id = ?1",
                "UPDATE claims SET origin_id = ?2 WHERE origin_id = ?1",
                "UPDATE x_article_voices SET source_id = ?2 WHERE source_id = ?1",
                "DELETE FROM sources WHERE source_id = ?1 AND ?1 <> ?2",
            ] {
                connection.prepare_cached(sql)?.execute([new, old])?;
            }
            connection
                .prepare_cached("UPDATE sources SET name = ?2, kind = 'outlet' WHERE source_id = ?1")?
                .execute(params![old, name])?;
        }
        None => {
            connection
                .prepare_cached("UPDATE sources SET voice_key = ?2 WHERE source_id = ?1")?
                .execute(params![new, key])?;
        }
    }
    Ok(())
}

fn medium_key(name: &str) -> String {
    format!("medium {}", voice_key(name))
}

/// A medium by its name, any other named voice by its entity or else its words, a nameless one by article and wording.
fn single_key(connection: &Connection, article_id: i64, voice: &Voice) -> rusqlite::Result<String> {
    if !voice.named {
        return Ok(format!("article {article_id} {}", voice.name));
    }
    let name = voice.entity_name.as_deref().unwrap_or(&voice.name);
    let listed = matches!(gazetteer().known(name), Some(Known::Medium(_)));
    let by_name = medium_key(name);
    let is_outlet = || connection.prepare_cached("SELECT 1 FROM sources WHERE voice_key = ?1")?.exists([&by_name]);
    if voice.kind != "person" && (listed || is_outlet()?) {
        return Ok(by_name);
    }
    Ok(match voice.entity {
        Some(entity) => format!("entity {entity}"),
        None => format!("name {}", voice_key(&voice.name)),
    })
}

/// A joint voice of named members by these; one with a nameless member by article and wording.
fn joint_key(connection: &Connection, article_id: i64, voice: &Voice, members: &[i64]) -> rusqlite::Result<String> {
    let mut select = connection.prepare_cached("SELECT source_id FROM x_article_voices WHERE article_voice_id = ?1")?;
    let mut ids = BTreeSet::new();
    for member in members {
        ids.insert(select.query_row([member], |row| row.get::<_, Option<i64>>(0))?.unwrap_or_default());
    }
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    Ok(if voice.named { format!("joint {}", ids.join(" ")) } else { format!("article {article_id} {}", voice.name) })
}

/// Gives a voice the source of a key, new if there is none.
fn tie(connection: &Connection, voice: &Voice, key: &str, affected: &mut BTreeSet<i64>) -> rusqlite::Result<i64> {
    let stored = connection
        .prepare_cached("SELECT source_id FROM sources WHERE voice_key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()?;
    let source = if let Some(source) = stored {
        source
    } else {
        connection
            .prepare_cached("INSERT INTO sources (name, kind, voice_key) VALUES (?1, ?2, ?3)")?
            .execute(params![voice.name, voice.kind, key])?;
        connection.last_insert_rowid()
    };
    if voice.was != Some(source) {
        affected.extend(voice.was);
        connection
            .prepare_cached("UPDATE x_article_voices SET source_id = ?2 WHERE article_voice_id = ?1")?
            .execute([voice.id, source])?;
    }
    Ok(source)
}

fn tie_members(connection: &Connection, source: i64, members: &[i64]) -> rusqlite::Result<()> {
    for member in members {
        connection
            .prepare_cached(
                "INSERT OR IGNORE INTO source_members (source_id, member_id)
                 SELECT ?1, source_id FROM x_article_voices WHERE article_voice_id = ?2 AND source_id <> ?1",
            )?
            .execute([source, *member])?;
    }
    Ok(())
}

/// What comparing knows of a source: its name and the entity behind it.
fn identity(connection: &Connection, source_id: i64) -> rusqlite::Result<Option<(String, Option<i64>)>> {
    connection
        .prepare_cached("SELECT name, entity_id FROM sources WHERE source_id = ?1")?
        .query_row([source_id], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()
}

/// The articles that cite a source.
fn cited_by(connection: &Connection, source_id: i64, into: &mut BTreeSet<i64>) -> rusqlite::Result<()> {
    let mut query =
        connection.prepare_cached("SELECT DISTINCT article_id FROM x_article_voices WHERE source_id = ?1")?;
    for article in query.query_map([source_id], |row| row.get(0))? {
        into.insert(article?);
    }
    Ok(())
}

/// Name, kind and entity of a source, from all the voices that it has; an outlet of ours stays one.
fn refresh(connection: &Connection, source_id: i64) -> rusqlite::Result<()> {
    let voices: Option<Best> = connection
        .prepare_cached(
            "SELECT v.name, v.kind, e.entity_id, e.name, e.kind FROM x_article_voices AS v
             LEFT JOIN x_article_entities AS a ON a.article_entity_id = v.article_entity_id
             LEFT JOIN entities AS e ON e.entity_id = a.entity_id
             WHERE v.source_id = ?1
             GROUP BY v.name, v.kind, e.entity_id ORDER BY e.entity_id IS NULL, count(*) DESC, length(v.name) DESC, v.name, v.kind, e.name LIMIT 1",
        )?
        .query_row([source_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?)))
        .optional()?;
    let Some((name, kind, entity, entity_name, entity_kind)) = voices else { return Ok(()) };
    let known = gazetteer().known(&name).filter(|known| entity.is_none() && matches!(known, Known::Medium(_)));
    let name = entity_name.unwrap_or_else(|| known.map_or(name, |known| known.canonical().to_owned()));
    let kind = match (gazetteer().known(&name), entity_kind.as_deref()) {
        (Some(Known::Medium(medium)), _) if kind != "person" => medium.kind.as_str().to_owned(),
        (_, Some("person")) if kind == "organization" => "person".to_owned(),
        (_, Some("organization" | "place")) if kind == "person" => "organization".to_owned(),
        _ => kind,
    };
    connection
        .prepare_cached(
            "UPDATE sources SET entity_id = ?4,
               name = CASE WHEN kind = 'outlet' AND EXISTS (SELECT 1 FROM articles WHERE outlet_id = source_id) THEN name ELSE ?2 END,
               kind = CASE WHEN EXISTS (SELECT 1 FROM articles WHERE outlet_id = source_id) THEN 'outlet' ELSE ?3 END
             WHERE source_id = ?1",
        )?
        .execute(params![source_id, name, kind, entity])?;
    Ok(())
}

/// Sources that no article cites and that publish none go; facts that rested on them are to be made again.
pub fn clear(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut order: Vec<(bool, i64)> = Vec::new();
    for &source_id in &touched.sources {
        let joint = connection
            .prepare_cached("SELECT kind = 'group' FROM sources WHERE source_id = ?1")?
            .query_row([source_id], |row| row.get(0))
            .optional()?;
        order.extend(joint.map(|joint: bool| (!joint, source_id)));
    }
    order.sort_unstable();
    for (_, source_id) in order {
        let used = connection
            .prepare_cached(
                "SELECT 1 FROM x_article_voices WHERE source_id = ?1 UNION ALL SELECT 1 FROM articles WHERE outlet_id = ?1
                 UNION ALL SELECT 1 FROM source_members WHERE member_id = ?1",
            )?
            .exists([source_id])?;
        if used {
            continue;
        }
        let mut facts = connection.prepare_cached("SELECT DISTINCT fact_id FROM fact_origins WHERE source_id = ?1")?;
        for fact in facts.query_map([source_id], |row| row.get(0))? {
            touched.facts.insert(fact?);
        }
        for sql in ["DELETE FROM fact_origins WHERE source_id = ?1", "DELETE FROM sources WHERE source_id = ?1"] {
            connection.prepare_cached(sql)?.execute([source_id])?;
        }
    }
    Ok(())
}
