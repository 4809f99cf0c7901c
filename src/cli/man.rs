//! `newsfacts man`: manual pages, one a command.

use std::fs;
use std::path::PathBuf;

use clap::CommandFactory;

use super::{Cli, Ending, Messages};
use crate::error::Error;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: newsfacts man ~/.local/share/man/man1")]
pub struct Args {
    /// The folder that they are written to; it is made where there is none
    dir: PathBuf,
}

/// Writes the pages.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    let writing = |error| Error::file(format!("writing manual pages to {}", args.dir.display()), error);
    fs::create_dir_all(&args.dir).map_err(writing)?;
    clap_mangen::generate_to(Cli::command(), &args.dir).map_err(writing)?;
    messages.say(&format!("manual pages written to {}", args.dir.display()));
    Ok(Ending::Done)
}
