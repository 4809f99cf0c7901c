//! Views for people: made again from the program's own text when they differ, so that none lives twice.

use rusqlite::Connection;

use crate::error::Error;

/// The views of this program, in an order in which each names only earlier ones.
#[must_use]
pub fn of_program() -> Vec<(String, String)> {
    crate::report::views()
}

/// Drops every view; a migration may then rebuild any table.
pub fn drop_all(connection: &Connection) -> rusqlite::Result<()> {
    let mut statement = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")?;
    let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
    names.iter().try_for_each(|name| connection.execute_batch(&format!("DROP VIEW {}", quoted(name))))
}

/// Makes the program's views (name, `SELECT` text) and drops those that are not, or no longer, its own.
///
/// Returns whether anything differed; where nothing did, nothing is written.
pub fn make(connection: &Connection, views: &[(String, String)]) -> Result<bool, Error> {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name")?;
    let stored = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let stored = stored.collect::<Result<Vec<(String, String)>, _>>()?;
    drop(statement);
    let wanted: Vec<(String, String)> = views.iter().map(|(name, sql)| (name.clone(), create(name, sql))).collect();
    let mut sorted = wanted.clone();
    sorted.sort_unstable();
    if stored == sorted {
        return Ok(false);
    }
    connection.execute_batch("SAVEPOINT views")?;
    drop_all(connection)?;
    for (_, sql) in &wanted {
        connection.execute_batch(sql)?;
    }
    connection.execute_batch("RELEASE views")?;
    Ok(true)
}

/// The statement as SQLite keeps it in the schema.
fn create(name: &str, sql: &str) -> String {
    format!("CREATE VIEW {} AS\n{}", quoted(name), sql.trim().trim_end_matches(';').trim_end())
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn views_are_made_anew_only_when_they_differ() {
        let connection = Connection::open_in_memory().unwrap();
        let one = [("b".to_owned(), "SELECT 1 AS x;\n".to_owned()), ("a".to_owned(), "SELECT x FROM b".to_owned())];
        assert!(make(&connection, &one).unwrap());
        assert!(!make(&connection, &one).unwrap());
        assert!(make(&connection, &one[..1]).unwrap());
        let left: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1);
    }
}
