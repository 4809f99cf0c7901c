//! `newsfacts check`: proves a database.

use std::io::{self, Write};
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Ending, Messages};
use crate::error::Error;
use crate::store;

/// What was typed.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example: newsfacts check news.db\nThe exit code is 1 where something is found.")]
pub struct Args {
    /// The database
    db: PathBuf,
    /// How findings are written
    #[arg(short, long, value_name = "FORMAT", default_value = "text")]
    format: Format,
}

/// Places of one kind that are shown as text.
const SHOWN: usize = 10;

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One line a finding
    Text,
    /// One object
    Json,
}

/// Proves the database and prints what was found.
pub fn run(args: &Args, messages: Messages) -> Result<Ending, Error> {
    let connection = store::open_for_reading(&args.db)?;
    let proof = store::check(&connection)?;
    let mut out = io::BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, &proof).map_err(io::Error::from)?;
            writeln!(out)?;
        }
        Format::Text => {
            for findings in proof.findings.chunk_by(|a, b| a.check == b.check) {
                writeln!(out, "does not hold: {}", findings[0].check)?;
                for finding in findings.iter().take(SHOWN) {
                    writeln!(out, "  {}", finding.place)?;
                }
                if findings.len() > SHOWN {
                    writeln!(out, "  and {} more, all of them with --format json", findings.len() - SHOWN)?;
                }
            }
        }
    }
    out.flush()?;
    messages.say(&format!(
        "{} articles, {} spans and {} rules proved: {}",
        proof.articles,
        proof.spans,
        proof.rules,
        if proof.findings.is_empty() { "all is well".to_owned() } else { format!("{} findings", proof.findings.len()) }
    ));
    if proof.stale > 0 {
        let articles = if proof.stale == 1 { "article is" } else { "articles are" };
        messages.warning(&format!(
            "{} {articles} stale: newsfacts migrate reads what another version has read again",
            proof.stale
        ));
    }
    Ok(if proof.findings.is_empty() { Ending::Done } else { Ending::Found })
}
