//! `newsfacts query`: SQL of one's own, read-only.

use std::io::{self, Read};
use std::path::PathBuf;

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, ErrorCode};

use super::{Ending, Messages};
use crate::error::Error;
use crate::output::Target;
use crate::report::{self, Filters};
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  newsfacts query news.db \"SELECT outlet, claim FROM claim_details WHERE source = 'Reuters'\""
)]
pub struct Args {
    /// The database
    db: PathBuf,
    /// One SELECT; - reads it from standard input
    sql: String,
    #[command(flatten)]
    target: Target,
}

/// Asks, and prints the rows.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    args.target.format()?;
    let sql = if args.sql == "-" { from_input()? } else { args.sql.clone() };
    let mut connection = store::open_for_reading(&args.db)?;
    guard(&mut connection)?;
    answer(&connection, &sql, &Filters::default(), None, &args.target, messages)?;
    Ok(Ending::Done)
}

fn from_input() -> Result<String, Error> {
    let mut sql = String::new();
    io::stdin().read_to_string(&mut sql).map_err(|error| Error::file("reading SQL from standard input", error))?;
    Ok(sql)
}

/// Asks a text that a person wrote and prints what comes; its mistakes are theirs to mend.
pub(super) fn answer(
    connection: &Connection,
    sql: &str,
    filters: &Filters,
    limit: Option<u64>,
    target: &Target,
    messages: Messages,
) -> Result<u64, Error> {
    let rows = report::run(connection, sql, filters).map_err(mistake)?;
    if rows.columns.is_empty() {
        return Err(Error::Usage("this SQL gives no rows; type one SELECT".to_owned()));
    }
    let mut writer = target.open(messages.colored(&io::stdout()))?;
    writer.header(&rows.columns)?;
    let count = rows.each(limit, |values| Ok(writer.row(values)?)).map_err(|error| match error {
        Error::Sqlite(error) => mistake(error),
        other => other,
    })?;
    for note in writer.end()? {
        messages.warning(&note);
    }
    Ok(count)
}

/// Lets a connection read and nothing else: no write, no other file, no setting.
pub(super) fn guard(connection: &mut Connection) -> Result<(), Error> {
    connection.authorizer(Some(|context: AuthContext<'_>| match context.action {
        AuthAction::Select | AuthAction::Read { .. } | AuthAction::Recursive => Authorization::Allow,
        AuthAction::Function { function_name } if !function_name.eq_ignore_ascii_case("load_extension") => {
            Authorization::Allow
        }
        AuthAction::Pragma { pragma_name, pragma_value } if tells(pragma_name, pragma_value) => Authorization::Allow,
        _ => Authorization::Deny,
    }))?;
    Ok(())
}

/// Whether a pragma only tells something.
fn tells(name: &str, value: Option<&str>) -> bool {
    let name = name.to_ascii_lowercase();
    let takes_a_name =
        name.ends_with("_info") || name.ends_with("_xinfo") || name.ends_with("_list") || name.ends_with("_check");
    takes_a_name && name != "wal_checkpoint"
        || value.is_none()
            && matches!(
                name.as_str(),
                "user_version" | "application_id" | "journal_mode" | "encoding" | "page_count" | "page_size"
            )
}

/// A mistake in SQL is wrong usage, with SQLite's own words; anything else is what it is.
fn mistake(error: rusqlite::Error) -> Error {
    let words = match &error {
        rusqlite::Error::MultipleStatement => "more than one statement; type one SELECT".to_owned(),
        rusqlite::Error::SqlInputError { msg, sql, offset, .. } => {
            match usize::try_from(*offset).ok().and_then(|at| sql.get(..at)) {
                Some(before) => {
                    let line = before.matches('\n').count() + 1;
                    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
                    format!("{msg} (line {line}, column {column})")
                }
                None => msg.clone(),
            }
        }
        rusqlite::Error::SqliteFailure(failure, words) => match failure.code {
            ErrorCode::AuthorizationForStatementDenied | ErrorCode::ReadOnly => {
                "this SQL would change something, and newsfacts only reads; use sqlite3 on a copy of the file"
                    .to_owned()
            }
            ErrorCode::Unknown | ErrorCode::TypeMismatch | ErrorCode::TooBig | ErrorCode::ParameterOutOfRange => {
                words.clone().unwrap_or_else(|| error.to_string())
            }
            _ => return Error::Sqlite(error),
        },
        rusqlite::Error::NulError(_) => "SQL cannot hold U+0000".to_owned(),
        _ => return Error::Sqlite(error),
    };
    Error::Usage(words)
}
