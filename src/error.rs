//! What can go wrong, in one type, and the exit code of the program for each.
//!
//! Messages are lower-case, say what was being done to what, and what to do next. A single bad input file is no
//! error: it is a reject, and the load goes on.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Anything that ends a command.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// What was typed makes no sense: wrong usage, bad SQL, a query that writes.
    #[error("{0}")]
    Usage(String),
    /// The database cannot be used: locked, not ours, newer than this program, no permission.
    #[error("{}: {why}", path.display())]
    Database {
        /// The file.
        path: PathBuf,
        /// Why, and what to do next.
        why: String,
    },
    /// SQLite failed at something that should have worked.
    #[error("{}", of_sqlite(.0))]
    Sqlite(#[from] rusqlite::Error),
    /// A file or folder could not be read or written.
    #[error("{doing}: {source}")]
    File {
        /// What was being done to which file.
        doing: String,
        /// What the system said.
        source: io::Error,
    },
    /// Writing to standard output failed; a closed pipe is no failure.
    #[error("writing the output: {0}")]
    Output(#[from] io::Error),
    /// Something that cannot happen, did: a mistake of this program.
    #[error("{0}; this is a mistake of newsfacts, please report it")]
    Internal(String),
}

impl Error {
    /// A database that cannot be used.
    pub fn database(path: &Path, why: impl Into<String>) -> Self {
        Self::Database { path: path.to_owned(), why: why.into() }
    }

    /// A file that cannot be read or written.
    pub fn file(doing: impl Into<String>, source: io::Error) -> Self {
        Self::File { doing: doing.into(), source }
    }

    /// The exit code of the program.
    #[must_use]
    pub fn code(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Database { .. } => 4,
            Self::Sqlite(error) if cannot_be_used(error) => 4,
            Self::Output(error) if is_closed_pipe(error) => 0,
            Self::Sqlite(_) | Self::File { .. } | Self::Output(_) | Self::Internal(_) => 5,
        }
    }
}

/// Whether the reader of our output went away, however deep a writer of some format wrapped that.
fn is_closed_pipe(error: &io::Error) -> bool {
    if error.kind() == io::ErrorKind::BrokenPipe {
        return true;
    }
    match error.get_ref().and_then(|inner| inner.downcast_ref::<csv::Error>()).map(csv::Error::kind) {
        Some(csv::ErrorKind::Io(inner)) => is_closed_pipe(inner),
        _ => false,
    }
}

/// What SQLite said, in words that help.
fn of_sqlite(error: &rusqlite::Error) -> String {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            format!("another program is writing to the database; try again when it has finished ({error})")
        }
        Some(ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => format!(
            "the database could not be read or written, perhaps because the disk is full; what was in before is still in ({error})"
        ),
        Some(ErrorCode::ReadOnly) => {
            format!("the database may not be written; look at its permissions and its folder's ({error})")
        }
        _ => format!("the database gave an error: {error}"),
    }
}

/// Whether SQLite says that the file as a whole is out of reach.
fn cannot_be_used(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(
            ErrorCode::DatabaseBusy
                | ErrorCode::DatabaseLocked
                | ErrorCode::NotADatabase
                | ErrorCode::DatabaseCorrupt
                | ErrorCode::CannotOpen
                | ErrorCode::ReadOnly
                | ErrorCode::PermissionDenied
                | ErrorCode::AuthorizationForStatementDenied
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_error_has_the_code_of_the_contract() {
        let path = Path::new("news.db");
        assert_eq!(Error::Usage(String::new()).code(), 2);
        assert_eq!(Error::database(path, "locked").code(), 4);
        assert_eq!(Error::file("reading", io::Error::from(io::ErrorKind::NotFound)).code(), 5);
        let closed = || io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(Error::Output(closed()).code(), 0);
        assert_eq!(Error::Output(io::Error::other(csv::Error::from(closed()))).code(), 0);
        assert_eq!(Error::Output(io::Error::other("full")).code(), 5);
        let busy = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None);
        assert_eq!(Error::Sqlite(busy).code(), 4);
        let full = rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_FULL), None);
        assert_eq!(Error::Sqlite(full).code(), 5);
    }
}
