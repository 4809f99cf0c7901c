//! `newsfacts completions`: what a shell needs to complete commands and options.

use std::io::{self, Write};

use clap::CommandFactory;
use clap_complete::Shell;

use super::{Cli, Ending};
use crate::error::Error;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: newsfacts completions bash > ~/.local/share/bash-completion/completions/newsfacts")]
pub struct Args {
    /// The shell
    shell: Shell,
}

/// Prints the script.
pub fn run(args: &Args) -> Result<Ending, Error> {
    // Made in memory first: the generator takes a closed pipe for a failure.
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "newsfacts", &mut script);
    io::stdout().lock().write_all(&script)?;
    Ok(Ending::Done)
}
