//! The `newsfacts` program: starts the command line and hands its ending to the shell.

use std::process::ExitCode;

fn main() -> ExitCode {
    newsfacts::cli::main()
}
