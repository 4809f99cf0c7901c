//! Trains the models of `data/model/` from openly licensed data; see the card there for the command.

use std::process::ExitCode;

use clap::Parser;
use newsfacts::training::{Options, run};

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}
