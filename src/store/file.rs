//! The database as a file: telling ours from others before anything is touched, opening it, and leaving it at rest.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::{migrations, views};
use crate::error::Error;

/// "NEWS": tells `file` and other programs whose database it is.
pub const APPLICATION_ID: i32 = 0x4E45_5753;

/// How long a command waits while another program writes.
const PATIENCE: Duration = Duration::from_secs(5);

/// Statements that stay prepared: more than a load uses.
const CACHED: usize = 256;

const NO_DATABASE: &str = "there is no such database; newsfacts load makes one";
const EMPTY: &str = "the database is empty; newsfacts load fills it";

/// What the first bytes of a file say, before SQLite has touched it.
#[derive(Debug, PartialEq, Eq)]
enum Seen {
    /// There is no file.
    Nothing,
    /// An empty file, or a database without a single table.
    Empty,
    /// A database of ours.
    Ours {
        /// A stop left it in WAL mode, or a load runs.
        wal: bool,
    },
}

/// Opens a database for writing: creates it where there is none, and brings it to this program's version.
pub fn open_for_writing(path: &Path) -> Result<Connection, Error> {
    let seen = look(path)?;
    let mut connection = open(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
    if !matches!(seen, Seen::Ours { .. }) {
        connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(|error| unusable(path, error))?;
    }
    reject_triggers(&connection, path)?;
    if migrations::version(&connection).map_err(|error| unusable(path, error))? < migrations::latest() {
        migrations::run(&mut connection).map_err(|error| unusable(path, error))?;
    }
    Ok(connection)
}

/// A trigger would change what the program writes.
fn reject_triggers(connection: &Connection, path: &Path) -> Result<(), Error> {
    let first = "SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name LIMIT 1";
    match connection.query_row(first, [], |row| row.get::<_, String>(0)).optional()? {
        None => Ok(()),
        Some(name) => Err(Error::database(
            path,
            format!(
                "the trigger {name:?} would change what is written, and the database stays as it is; drop it first"
            ),
        )),
    }
}

/// Opens a database for reading only; it must be there and of this program's version.
///
/// It asks the program's own views, never those of the file.
pub fn open_for_reading(path: &Path) -> Result<Connection, Error> {
    let connection = open_any_version(path)?;
    if migrations::version(&connection)? < migrations::latest() {
        return Err(Error::database(path, "the database is of an earlier version; newsfacts migrate brings it up"));
    }
    views::for_reading(&connection)?;
    Ok(connection)
}

/// Opens a database of this or an earlier version for reading only.
pub fn open_any_version(path: &Path) -> Result<Connection, Error> {
    match look(path)? {
        Seen::Nothing => Err(Error::database(path, NO_DATABASE)),
        Seen::Empty => Err(Error::database(path, EMPTY)),
        Seen::Ours { wal, .. } => {
            if wal {
                end_an_interrupted_load(path);
            }
            open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)
        }
    }
}

/// A copy in memory, brought to this program's version, to try what would happen; the file stays untouched.
pub fn open_copy(path: &Path) -> Result<Connection, Error> {
    let mut copy = Connection::open_in_memory()?;
    match look(path)? {
        Seen::Nothing | Seen::Empty => copy.pragma_update(None, "application_id", APPLICATION_ID)?,
        Seen::Ours { .. } => {
            let stored = open(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
            reject_triggers(&stored, path)?;
            Backup::new(&stored, &mut copy)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
        }
    }
    copy.set_prepared_statement_cache_capacity(CACHED);
    if migrations::version(&copy)? < migrations::latest() {
        migrations::run(&mut copy)?;
    }
    Ok(copy)
}

/// Leaves the file as one file at rest; another program that reads it right now only postpones that.
pub fn rest(connection: &Connection) -> Result<(), Error> {
    let _: String =
        connection.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get(0)).or_else(|error| {
            match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DatabaseBusy | rusqlite::ErrorCode::DatabaseLocked) => Ok(String::new()),
                _ => Err(error),
            }
        })?;
    Ok(())
}

/// A load that was stopped leaves the file in WAL mode; a reader brings it to rest, where it may.
fn end_an_interrupted_load(path: &Path) {
    if let Ok(connection) = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE) {
        // A load that runs right now, or a folder without write permission: reading works all the same, or says why not.
        let _ = connection.busy_timeout(Duration::ZERO);
        let _ = rest(&connection);
    }
}

fn open(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| unusable(path, error))?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(CACHED);
    // The first question shows whether the file can be read at all.
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))
        .map_err(|error| unusable(path, error))?;
    Ok(connection)
}

/// What SQLite said of the whole file, with what to do next.
fn unusable(path: &Path, error: rusqlite::Error) -> Error {
    use rusqlite::ErrorCode;
    let next = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program is writing to it; try again when it has finished"
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "it may not be written; look at the permissions of the file and its folder"
        }
        Some(ErrorCode::CannotOpen) => "it cannot be opened; look at the permissions of the file and its folder",
        Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt) => {
            "it is damaged or no database; take a copy, then load into a new file"
        }
        _ => return Error::Sqlite(error),
    };
    Error::database(path, format!("{next} ({error})"))
}

/// Looks at the header of a file without opening it as a database, so that what is not ours stays untouched.
fn look(path: &Path) -> Result<Seen, Error> {
    let mut header = [0; 108];
    let length = match File::open(path) {
        Ok(_) if path.is_dir() => return Err(Error::database(path, "this is a folder; name a database file in it")),
        Ok(file) => fill(file, &mut header).map_err(|error| Error::database(path, error.to_string()))?,
        Err(error) if error.kind() == ErrorKind::NotFound => return missing(path),
        Err(error) => return Err(Error::database(path, format!("it cannot be opened: {error}"))),
    };
    if length == 0 {
        return Ok(Seen::Empty);
    }
    if length < 100 || !header.starts_with(b"SQLite format 3\0") {
        return Err(Error::database(path, "this is no database, and stays as it is; name another file"));
    }
    let number = |at: usize| i32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let (pages, version, application) = (number(28), number(60), number(68));
    let no_table = pages <= 1 && header[100] == 0x0D && header[103..105] == [0, 0];
    match application {
        APPLICATION_ID if version > migrations::latest() => Err(Error::database(
            path,
            format!(
                "the database is of a newer newsfacts (version {version}, this program knows {}), and stays as it is; use the newer program",
                migrations::latest()
            ),
        )),
        APPLICATION_ID => Ok(Seen::Ours { wal: header[18] == 2 }),
        0 if no_table => Ok(Seen::Empty),
        _ => Err(Error::database(
            path,
            "this is a database of another application, and stays as it is; name another file",
        )),
    }
}

fn missing(path: &Path) -> Result<Seen, Error> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(Error::database(path, format!("there is no folder {}", folder.display())))
        }
        _ => Ok(Seen::Nothing),
    }
}

fn fill(mut file: File, buffer: &mut [u8]) -> std::io::Result<usize> {
    let mut length = 0;
    while length < buffer.len() {
        match file.read(&mut buffer[length..])? {
            0 => break,
            more => length += more,
        }
    }
    Ok(length)
}
