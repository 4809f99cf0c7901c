//! The card of an entity: its spellings, what it hangs together with, how it is described, and where it is mentioned.

use rusqlite::Connection;

use super::MOST;
use super::card::{Card, Mark, Part, Role};
use super::fact::count;
use super::passage::passage;

/// The card of one entity.
pub fn card(connection: &Connection, entity_id: i64) -> rusqlite::Result<Card> {
    let mut card = Card { kind: "entity", ..Card::default() };
    connection.query_row("SELECT name, kind FROM entities WHERE entity_id = ?1", [entity_id], |row| {
        card.title = row.get(0)?;
        card.field("entity_kind", row.get::<_, String>(1)?);
        Ok(())
    })?;
    let (mentions, articles): (i64, i64) = connection.query_row(
        "SELECT count(*), count(DISTINCT article_id) FROM mentions WHERE entity_id = ?1",
        [entity_id],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    card.field("mentions", format!("{mentions} in {}", count(articles, "report")));
    card.field("entity_id", entity_id.to_string());
    for (title, sql) in LINES {
        let mut part = Part::new(*title);
        let mut statement = connection.prepare_cached(sql)?;
        part.lines = statement.query_map([entity_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        card.part(part);
    }
    card.part(places(connection, entity_id)?);
    Ok(card)
}

/// What is shown in one line each.
const LINES: &[(&str, &str)] = &[
    ("spellings", "SELECT name FROM entity_names WHERE entity_id = ?1 ORDER BY name"),
    (
        "hangs together with",
        "SELECT replace(relation, '_', ' ') || ' ' || name FROM entity_links JOIN entities ON entities.entity_id = of_entity_id
         WHERE entity_links.entity_id = ?1
         UNION ALL SELECT name || ' ' || replace(relation, '_', ' ') || ' it' FROM entity_links
         JOIN entities ON entities.entity_id = entity_links.entity_id WHERE of_entity_id = ?1 ORDER BY 1",
    ),
    (
        "described as",
        "SELECT d.text || ' (' || d.kind || ', ' || count(*) || ')' FROM descriptors AS d JOIN mentions USING (mention_id)
         WHERE entity_id = ?1 GROUP BY d.text, d.kind ORDER BY count(*) DESC, d.text LIMIT 20",
    ),
    (
        "speaks as",
        "SELECT sources.name || ' (' || sources.kind || '), ' || count(DISTINCT claim_id) || ' claims, source ' || source_id
         FROM sources JOIN attributions USING (source_id) WHERE entity_id = ?1 AND hop > 0 GROUP BY source_id ORDER BY count(DISTINCT claim_id) DESC, source_id",
    ),
    (
        "asked about",
        "SELECT question || ' (fact ' || fact_id || ')' FROM facts WHERE about_entity_id = ?1 ORDER BY question, fact_key LIMIT 20",
    ),
];

/// The first place in each report, the newest reports last.
fn places(connection: &Connection, entity_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("first named in each report");
    let mut statement = connection.prepare_cached(
        "SELECT article_id, start_char, end_char, mentions, apart FROM
           (SELECT m.article_id, m.start_char, m.end_char, text_of = 'headline' AS apart, count(*) OVER (PARTITION BY m.article_id) AS mentions,
              row_number() OVER (PARTITION BY m.article_id ORDER BY kind <> 'name', text_of DESC, m.start_char) AS place
            FROM mentions AS m JOIN sentences USING (sentence_id) WHERE entity_id = ?1)
         JOIN articles USING (article_id) WHERE place = 1 ORDER BY published IS NULL, published, article_id",
    )?;
    let mut rows = statement.query([entity_id])?;
    while let Some(row) = rows.next()? {
        if part.passages.len() == MOST {
            part.left_out += 1;
            continue;
        }
        let mark = Mark { role: Role::Name, start_char: row.get(1)?, end_char: row.get(2)? };
        let mentions: i64 = row.get(3)?;
        part.passages.push(passage(connection, (row.get(0)?, row.get(4)?), count(mentions, "mention"), vec![mark])?);
    }
    Ok(part)
}
