//! What a person added to the file (views, indexes on our tables) stays over an upgrade, which makes tables again.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::{migrations, views};

/// Statements of what a person added.
pub(super) struct Added(Vec<String>);

impl Added {
    /// Takes a person's views and indexes down, and with them the program's views: no table can be renamed while one
    /// names it.
    pub fn take_down(connection: &Connection) -> rusqlite::Result<Self> {
        let stored = views::stored(connection)?;
        let mut added = indexes(connection)?;
        views::drop_views(connection, stored.iter().map(|(name, _)| name.as_str()))?;
        added.extend(stored.into_iter().filter(|(name, sql)| !views::is_programs(name, sql)).map(|(_, sql)| sql));
        Ok(Self(added))
    }

    /// Puts them back; what leads to a table or column that is gone goes with it.
    pub fn put_back(&self, connection: &Connection) {
        for sql in &self.0 {
            let _ = connection.execute_batch(sql);
        }
    }
}

/// The indexes that no program of this version made.
fn indexes(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let version = migrations::version(connection)?;
    let mut statement = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name")?;
    let stored = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let stored = stored.collect::<rusqlite::Result<Vec<(String, String)>>>()?;
    if stored.is_empty() {
        return Ok(Vec::new());
    }
    let ours: BTreeSet<String> = migrations::schema(version)?.into_iter().map(|object| object.name).collect();
    Ok(stored.into_iter().filter(|(name, _)| !ours.contains(name)).map(|(_, sql)| sql).collect())
}
