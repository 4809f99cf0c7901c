//! The schema and its history: the embedded migrations, and bringing a database to this program's version.
//!
//! Each migration ends with `PRAGMA user_version`, so that a file tells its version even to programs that know nothing
//! of the history table. A shipped migration never changes.

use refinery::{Runner, Target};
use rusqlite::Connection;

use super::added::Added;

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The version that this program writes and reads.
#[must_use]
pub fn latest() -> i32 {
    steps().last().map_or(0, |step| step.version)
}

/// The version of an open database.
pub fn version(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings a database to [`latest`], all or nothing.
pub fn run(connection: &mut Connection) -> rusqlite::Result<()> {
    to(connection, latest())
}

/// Brings a database to one version.
///
/// Keys are off meanwhile (a table that is rebuilt would take its children with it) and verified afterwards; views go
/// first, because a table that a view names cannot be renamed. What a person added is put back.
pub fn to(connection: &mut Connection, version: i32) -> rusqlite::Result<()> {
    let added = Added::take_down(connection)?;
    connection.pragma_update(None, "foreign_keys", false)?;
    let done = runner().set_target(Target::Version(version)).run(connection).map_err(|error| refused(&error));
    connection.pragma_update(None, "foreign_keys", true)?;
    added.put_back(connection);
    done?;
    let broken = connection.prepare("PRAGMA foreign_key_check")?.exists([])?;
    if broken { Err(failed("the upgrade left keys that lead nowhere".into())) } else { Ok(()) }
}

/// A table or index as the file keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Object {
    /// Table or index.
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its statement, comments and all.
    pub sql: String,
}

/// The tables and indexes of a version.
pub(super) fn schema(version: i32) -> rusqlite::Result<Vec<Object>> {
    let mut empty = Connection::open_in_memory()?;
    empty.pragma_update(None, "foreign_keys", false)?;
    runner().set_target(Target::Version(version)).run(&mut empty).map_err(|error| refused(&error))?;
    objects(&empty)
}

/// The tables and indexes of a file, without the history table.
pub(super) fn objects(connection: &Connection) -> rusqlite::Result<Vec<Object>> {
    let mut statement = connection.prepare(
        "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
           AND name NOT LIKE 'sqlite%' AND name <> 'refinery_schema_history' ORDER BY type, name",
    )?;
    let object = |row: &rusqlite::Row<'_>| Ok(Object { kind: row.get(0)?, name: row.get(1)?, sql: row.get(2)? });
    statement.query_map([], object)?.collect()
}

/// One migration of the program.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Step {
    /// The version that it leads to.
    pub version: i32,
    /// What it is about.
    pub name: String,
    /// Over its whole text, as the history table keeps it.
    pub checksum: u64,
}

/// Every step of the program, in order.
#[must_use]
pub fn steps() -> Vec<Step> {
    let step = |step: &refinery::Migration| Step {
        version: step.version(),
        name: step.name().to_owned(),
        checksum: step.checksum(),
    };
    let mut steps: Vec<_> = runner().get_migrations().iter().map(step).collect();
    steps.sort_unstable();
    steps
}

/// All or nothing, and loud about a history that is not the program's.
fn runner() -> Runner {
    embedded::migrations::runner().set_grouped(true).set_abort_divergent(true).set_abort_missing(true)
}

fn refused(error: &refinery::Error) -> rusqlite::Error {
    use std::error::Error as _;
    // SQLite's own error (locked, full) must stay one, for its exit code.
    let mut cause = error.source();
    while let Some(inner) = cause {
        if let Some(rusqlite::Error::SqliteFailure(code, message)) = inner.downcast_ref::<rusqlite::Error>() {
            return rusqlite::Error::SqliteFailure(*code, message.clone());
        }
        cause = inner.source();
    }
    failed(error.to_string())
}

fn failed(message: String) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_ERROR), Some(message))
}
