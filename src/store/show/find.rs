//! From what was typed to one row: an id, a key or its start, or a name.

use rusqlite::{Connection, ToSql};

use super::Kind;
use crate::error::Error;

/// How many rows a message names when one must be chosen.
const NAMED: usize = 5;

/// The one row that is meant.
pub fn find(connection: &Connection, kind: Kind, typed: &str) -> Result<i64, Error> {
    let steps: &[&str] = match kind {
        Kind::Claim => &[
            "SELECT claim_id, claim_key FROM claims WHERE claim_id = ?2",
            "SELECT claim_id, claim_key FROM claims WHERE claim_key >= ?1 AND claim_key < ?1 || 'g' LIMIT 6",
        ],
        Kind::Fact => &[
            "SELECT fact_id, fact_key FROM facts WHERE fact_id = ?2",
            "SELECT fact_id, fact_key FROM facts WHERE fact_key >= ?1 AND fact_key < ?1 || 'g' LIMIT 6",
            "SELECT fact_id, fact_key FROM fact_aliases WHERE fact_key >= ?1 AND fact_key < ?1 || 'g' LIMIT 6",
            "SELECT fact_id, fact_key FROM facts WHERE question = ?1 COLLATE NOCASE LIMIT 6",
        ],
        Kind::Entity => &[
            "SELECT entity_id, name || ' (' || kind || ')' FROM entities WHERE entity_id = ?2",
            "SELECT entity_id, name || ' (' || kind || ')' FROM entities WHERE name = ?1 COLLATE NOCASE LIMIT 6",
            "SELECT entity_id, entities.name || ' (' || kind || ')' FROM entity_names JOIN entities USING (entity_id)
             WHERE entity_names.name = ?1 COLLATE NOCASE GROUP BY entity_id LIMIT 6",
        ],
        Kind::Source => &[
            "SELECT source_id, name || ' (' || kind || ')' FROM sources WHERE source_id = ?2",
            "SELECT source_id, name || ' (' || kind || ')' FROM sources WHERE name = ?1 COLLATE NOCASE LIMIT 6",
            "SELECT source_id, sources.name || ' (' || kind || ')' FROM entity_names JOIN sources USING (entity_id)
             WHERE entity_names.name = ?1 COLLATE NOCASE GROUP BY source_id LIMIT 6",
        ],
        Kind::Article => &[
            "SELECT article_id, file FROM articles WHERE article_id = ?2",
            "SELECT article_id, file FROM articles WHERE file = ?1 OR file LIKE '%/' || ?1 LIMIT 6",
            "SELECT article_id, file FROM articles WHERE url = ?1 OR headline = ?1 COLLATE NOCASE LIMIT 6",
            "SELECT article_id, file FROM articles WHERE sha256 >= ?1 AND sha256 < ?1 || 'g' LIMIT 6",
        ],
    };
    let id: Option<i64> = typed.parse().ok();
    for sql in steps {
        let mut statement = connection.prepare(sql)?;
        let asked: &[&dyn ToSql] = if statement.parameter_count() == 1 { &[&typed] } else { &[&typed, &id] };
        let rows = statement.query_map(asked, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let found: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
        match found.as_slice() {
            [] => {}
            [(row, _)] => return Ok(*row),
            [(row, name), ..] if name == typed => return Ok(*row),
            several => return Err(ambiguous(kind, typed, several)),
        }
    }
    let reports = match kind {
        Kind::Claim => "claims",
        Kind::Fact => "facts",
        Kind::Entity => "entities",
        Kind::Source => "sources",
        Kind::Article => "articles",
    };
    Err(Error::Usage(format!("there is no {kind} {typed:?}; the report {reports} lists them")))
}

fn ambiguous(kind: Kind, typed: &str, several: &[(i64, String)]) -> Error {
    let named: Vec<String> = several.iter().take(NAMED).map(|(id, name)| format!("{id} {name}")).collect();
    let more = if several.len() > NAMED { " …" } else { "" };
    Error::Usage(format!("{typed:?} may be more than one {kind}: {}{more}; type the id", named.join(", ")))
}
