//! The card of a source: who it is, who cites it, and what it says.

use rusqlite::Connection;

use super::MOST;
use super::card::{Card, Part};
use super::fact::count;
use super::passage::{marks_of_claim, passage};

/// The card of one source.
pub fn card(connection: &Connection, source_id: i64) -> rusqlite::Result<Card> {
    let mut card = Card { kind: "source", ..Card::default() };
    connection.query_row(
        "SELECT sources.name, sources.kind, coalesce(entities.name || ' (' || entities.kind || ', entity ' || entity_id || ')', '')
         FROM sources LEFT JOIN entities USING (entity_id) WHERE source_id = ?1",
        [source_id],
        |row| {
            card.title = row.get(0)?;
            card.field("source_kind", row.get::<_, String>(1)?);
            card.field("entity", row.get::<_, String>(2)?);
            Ok(())
        },
    )?;
    card.field("source_id", source_id.to_string());
    for (title, sql) in LINES {
        let mut part = Part::new(*title);
        let mut statement = connection.prepare_cached(sql)?;
        part.lines = statement.query_map([source_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        card.part(part);
    }
    card.part(claims(connection, source_id)?);
    Ok(card)
}

/// What is shown in one line each.
const LINES: &[(&str, &str)] = &[
    (
        "members",
        "SELECT name || ' (' || kind || ')' FROM source_members JOIN sources ON sources.source_id = member_id
         WHERE source_members.source_id = ?1 ORDER BY name, member_id",
    ),
    (
        "speaks jointly as",
        "SELECT name || ', source ' || sources.source_id FROM source_members JOIN sources ON sources.source_id = source_members.source_id
         WHERE member_id = ?1 ORDER BY name, sources.source_id",
    ),
    (
        "its own reports",
        "SELECT file || coalesce(', ' || published, '') || coalesce(', ' || headline, '') FROM articles WHERE outlet_id = ?1
         ORDER BY published IS NULL, published, article_id LIMIT 20",
    ),
    (
        "cited by",
        "SELECT outlets.name || ', ' || count(DISTINCT claim_id) || CASE count(DISTINCT claim_id) WHEN 1 THEN ' claim' ELSE ' claims' END
         FROM attributions JOIN claims USING (claim_id) JOIN articles USING (article_id)
         JOIN sources AS outlets ON outlets.source_id = outlet_id
         WHERE attributions.source_id = ?1 AND hop > 0 GROUP BY outlet_id ORDER BY count(DISTINCT claim_id) DESC, outlets.name",
    ),
];

fn claims(connection: &Connection, source_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("what it says");
    let mut statement = connection.prepare_cached(
        "SELECT claim_id, article_id, d.chain, claim_kind, line = 0 FROM claim_details AS d
         WHERE claim_id IN (SELECT claim_id FROM attributions WHERE attributions.source_id = ?1 AND hop > 0)
         ORDER BY published = '', published, outlet, file, start_char, claim_id",
    )?;
    let mut rows = statement.query([source_id])?;
    while let Some(row) = rows.next()? {
        if part.passages.len() == MOST {
            part.left_out += 1;
            continue;
        }
        let (claim_id, chain, kind): (i64, String, String) = (row.get(0)?, row.get(2)?, row.get(3)?);
        let marks = marks_of_claim(connection, claim_id)?;
        let text = (row.get(1)?, row.get(4)?);
        part.passages.push(passage(connection, text, format!("claim {claim_id}, {kind}, {chain}"), marks)?);
    }
    let all = part.passages.len() + part.left_out;
    if all > 0 {
        part.title = format!("what it says ({})", count(all as i64, "claim"));
    }
    Ok(part)
}
