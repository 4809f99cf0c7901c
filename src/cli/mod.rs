//! The command line: what was typed, and one thin `run` a command.
//!
//! Each command's file holds its arguments as typed (`Args`) and a `run` that turns them into ready objects and calls
//! the library. No SQL and no reading of text stands here.

mod check;
mod completions;
mod dossier;
mod export;
mod load;
mod man;
mod messages;
mod migrate;
mod query;
mod read;
mod report;
mod shell;
mod show;

use std::process::ExitCode;

use clap::{ColorChoice, Parser, Subcommand};

pub use messages::Messages;

use crate::error::Error;

/// A fact database for news: who says what, on whose word, and where reports disagree.
#[derive(Debug, Parser)]
#[command(name = "newsfacts", version, about, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    /// Say only what went wrong
    #[arg(short, long, global = true, conflicts_with = "verbose", display_order = 900)]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true, display_order = 901)]
    pub verbose: bool,
    /// When to use colours
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", display_order = 902)]
    pub color: ColorChoice,
    /// What to do
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Read files and folders into a database; makes or upgrades it
    Load(load::Args),
    /// Print a canned report, or the list of reports
    Report(report::Args),
    /// Ask in SQL, read-only
    Query(query::Args),
    /// Start sqlite3 on the database, read-only
    Shell(shell::Args),
    /// Write every table and report as files
    Export(export::Args),
    /// Show one claim, fact, entity, source or article with its evidence
    Show(show::Args),
    /// Prove a database: keys, every span, every hop
    Check(check::Args),
    /// Bring a database to this program's version
    Migrate(migrate::Args),
    /// Make one HTML page of conflicts, voices, chains and a timeline
    Dossier(dossier::Args),
    /// Show how one text is read, aligned under its words
    Read(read::Args),
    /// Print what completes commands and options in a shell
    Completions(completions::Args),
    /// Write manual pages, one a command
    Man(man::Args),
}

/// How a command ended that was no error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// All is done.
    Done,
    /// `check` found something.
    Found,
    /// Some input was refused, the rest is in.
    Refused,
}

impl Ending {
    /// The exit code of the program.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Refused => 3,
        }
    }
}

/// Runs the program with the arguments of the process.
#[must_use]
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version are no errors; a closed pipe while they print is none either.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    let messages = Messages::new(cli.quiet, cli.verbose, cli.color);
    match run(cli.command, messages) {
        Ok(ending) => ExitCode::from(ending.code()),
        Err(error) => {
            let code = error.code();
            if code != 0 {
                messages.error(&error);
            }
            ExitCode::from(code)
        }
    }
}

fn run(command: Command, messages: Messages) -> Result<Ending, Error> {
    match command {
        Command::Load(args) => load::run(args, messages),
        Command::Report(args) => report::run(&args, messages),
        Command::Query(args) => query::run(&args, messages),
        Command::Shell(args) => shell::run(&args, messages),
        Command::Export(args) => export::run(&args, messages),
        Command::Show(args) => show::run(&args, messages),
        Command::Check(args) => check::run(&args, messages),
        Command::Migrate(args) => migrate::run(&args, messages),
        Command::Dossier(args) => dossier::run(&args, messages),
        Command::Read(args) => read::run(&args),
        Command::Completions(args) => completions::run(&args),
        Command::Man(args) => man::run(&args, messages),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
