//! `newsfacts shell`: the system's `sqlite3` on the database, read-only.

use std::io::{ErrorKind, IsTerminal};
use std::path::PathBuf;
use std::process::Command;

use super::{Ending, Messages};
use crate::error::Error;
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  newsfacts shell news.db\n\
                        What you type there is SQL; .help tells the rest. Nothing that you do there changes the file.")]
pub struct Args {
    /// The database
    db: PathBuf,
}

/// What a person should know before the first question.
const BANNER: &str = "\
This is sqlite3, read-only. Ask for example:
  SELECT strength, question, answers FROM report_conflicts;
  SELECT outlet, source, claim FROM claim_details WHERE source LIKE '%ministry%';
  SELECT * FROM fact_values WHERE fact_kind = 'casualties' AND high_or_max > 10;
Views: claim_details, fact_values, and report_NAME for each report. .tables lists all, .schema NAME explains one, .quit leaves.";

/// Starts the shell and waits for its end.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    // Says what is wrong with a file better than the shell would.
    drop(store::open_for_reading(&args.db)?);
    if std::io::stdin().is_terminal() {
        messages.say(&BANNER);
    }
    let started = Command::new("sqlite3")
        .args([
            "-readonly",
            "-cmd",
            ".headers on",
            "-cmd",
            ".mode box --wrap 60 --wordwrap on",
            "-cmd",
            ".nullvalue NULL",
        ])
        .arg(&args.db)
        .status();
    match started {
        Ok(status) if status.success() => Ok(Ending::Done),
        Ok(status) => Err(Error::Usage(format!("sqlite3 ended with {status}"))),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(Error::file(
            "sqlite3 is not installed; get it with apt install sqlite3, brew install sqlite or from sqlite.org; \
             newsfacts query asks without it",
            error,
        )),
        Err(error) => Err(Error::file("starting sqlite3", error)),
    }
}
