//! Views for people: remade from the program's own text when they differ, so that none lives twice. A person's own
//! views stay.

use rusqlite::Connection;

use crate::error::Error;

/// The views of this program, in an order in which each names only earlier ones.
#[must_use]
pub fn of_program() -> Vec<(String, String)> {
    crate::report::views()
}

/// Every view of the file with its statement, by name.
pub(super) fn stored(connection: &Connection) -> rusqlite::Result<Vec<(String, String)>> {
    let mut statement = connection.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'view' ORDER BY name")?;
    statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Drops views by name.
pub(super) fn drop_views<'a>(connection: &Connection, names: impl Iterator<Item = &'a str>) -> rusqlite::Result<()> {
    let mut names = names;
    names.try_for_each(|name| connection.execute_batch(&format!("DROP VIEW {}", quoted(name))))
}

/// Whether this or an earlier program made a view: its text begins with its help and its columns.
pub(super) fn is_programs(name: &str, sql: &str) -> bool {
    let text = sql.strip_prefix(&format!("CREATE VIEW {} AS\n-- ", quoted(name)));
    text.and_then(|text| text.lines().nth(1)).is_some_and(|line| line.starts_with("-- columns: "))
}

/// The statements of the program's views, as the file keeps them.
pub(super) fn statements() -> Vec<(String, String)> {
    let statement = |(name, sql): (String, String)| {
        let sql = create(&name, &sql);
        (name, sql)
    };
    of_program().into_iter().map(statement).collect()
}

/// Lets a connection that reads ask the program's views, whatever those of the file are.
pub(super) fn for_reading(connection: &Connection) -> rusqlite::Result<()> {
    let text = |(name, sql): (String, String)| create(&name, &sql).replacen("CREATE VIEW", "CREATE TEMP VIEW", 1);
    of_program().into_iter().try_for_each(|view| connection.execute_batch(&text(view)))
}

/// Makes the program's views (name, `SELECT` text) and drops those that are no longer its own.
///
/// Returns whether anything differed; where nothing did, nothing is written.
pub fn make(connection: &Connection, views: &[(String, String)]) -> Result<bool, Error> {
    let mut stored = stored(connection)?;
    stored.retain(|(name, sql)| views.iter().any(|(ours, _)| ours == name) || is_programs(name, sql));
    let wanted: Vec<(String, String)> = views.iter().map(|(name, sql)| (name.clone(), create(name, sql))).collect();
    let mut sorted = wanted.clone();
    sorted.sort_unstable();
    if stored == sorted {
        return Ok(false);
    }
    connection.execute_batch("SAVEPOINT views")?;
    drop_views(connection, stored.iter().map(|(name, _)| name.as_str()))?;
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
    fn views_are_updated_only_when_they_differ() {
        let connection = Connection::open_in_memory().unwrap();
        let view = |name: &str, sql: &str| (name.to_owned(), format!("-- What it is.\n-- columns: x\n{sql}"));
        let one = [view("b", "SELECT 1 AS x;\n"), view("a", "SELECT x FROM b")];
        assert!(make(&connection, &one).unwrap());
        assert!(!make(&connection, &one).unwrap());
        assert!(make(&connection, &one[..1]).unwrap());
        let left: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0)).unwrap();
        assert_eq!(left, 1);
    }

    #[test]
    fn views_of_a_person_stay_and_those_of_an_earlier_program_go() {
        let connection = Connection::open_in_memory().unwrap();
        let earlier = "CREATE VIEW \"c\" AS\n-- What it is.\n-- columns: x\nSELECT 1 AS x";
        connection.execute_batch(earlier).unwrap();
        connection.execute_batch("CREATE VIEW mine AS\n-- What it is.\n-- columns: x\nSELECT 1 AS x").unwrap();
        connection.execute_batch("CREATE VIEW b AS SELECT 2 AS x").unwrap();
        make(&connection, &[("b".to_owned(), "SELECT 1 AS x".to_owned())]).unwrap();
        let names: Vec<_> = stored(&connection).unwrap().into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["b", "mine"]);
        let x: i64 = connection.query_row("SELECT x FROM b", [], |row| row.get(0)).unwrap();
        assert_eq!(x, 1);
    }
}
