//! `newsfacts migrate`: brings a database to this program's version, or tells where it stands.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Ending, Messages};
use crate::error::Error;
use crate::store::{self, migrations};

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: newsfacts migrate news.db --status")]
pub struct Args {
    /// The database
    db: PathBuf,
    /// Only tell which steps the database has
    #[arg(long)]
    status: bool,
}

/// Upgrades, or tells.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    if args.status {
        let connection = store::open_any_version(&args.db)?;
        let reached = migrations::version(&connection)?;
        let mut out = io::BufWriter::new(io::stdout().lock());
        for step in migrations::steps() {
            writeln!(
                out,
                "{}\t{}\t{}",
                step.version,
                step.name,
                if step.version <= reached { "done" } else { "to do" }
            )?;
        }
        out.flush()?;
        return Ok(Ending::Done);
    }
    let before = migrations::version(&store::open_any_version(&args.db)?)?;
    let connection = store::open_for_writing(&args.db)?;
    let views = store::views::make(&connection, &store::views::of_program())?;
    let again = store::read_again(&connection)?;
    store::rest(&connection)?;
    for note in &again.notes {
        messages.warning(note);
    }
    let after = migrations::version(&connection)?;
    let read = match again.articles {
        0 => String::new(),
        1 => "; 1 article was read again".to_owned(),
        more => format!("; {more} articles were read again"),
    };
    messages.say(&match (before == after, views) {
        (true, false) if again.articles == 0 => format!("nothing to do: the database has version {after}"),
        (true, false) => format!("the database has version {after}{read}"),
        (true, true) => format!("the views were updated; the database has version {after}{read}"),
        (false, _) => format!("the database went from version {before} to {after}{read}"),
    });
    Ok(Ending::Done)
}
