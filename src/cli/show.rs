//! `newsfacts show`: one row with everything that stands behind it.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Ending, Messages};
use crate::error::Error;
use crate::output::{CardFormat, card};
use crate::store::{self, Kind};

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Examples:\n  newsfacts show news.db claim 12\n  newsfacts show news.db fact 9d916aab\n  newsfacts show news.db source Reuters -f markdown"
)]
pub struct Args {
    /// The database
    db: PathBuf,
    /// claim, fact, entity, source or article
    #[arg(value_parser = kind)]
    kind: Kind,
    /// Its id, its key or the start of it, or its name
    id: String,
    /// How it is printed
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    format: CardFormat,
}

fn kind(typed: &str) -> Result<Kind, String> {
    typed.parse().map_err(|_| "type claim, fact, entity, source or article".to_owned())
}

/// Prints the card.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    let connection = store::open_for_reading(&args.db)?;
    let shown = store::show(&connection, args.kind, &args.id)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    card(&mut out, &shown, args.format, messages.colored(&io::stdout()))?;
    out.flush()?;
    Ok(Ending::Done)
}
