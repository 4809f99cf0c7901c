//! Where rows go: standard output or a file, in which format, how wide.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal};
use std::path::PathBuf;

use super::{Format, Rows, Style};
use crate::error::Error;

/// The flags of every command that prints rows.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Target {
    /// How to print: a table on a terminal, else csv
    #[arg(short, long, value_enum)]
    pub format: Option<Format>,
    /// Write to a file; its ending chooses the format
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// CSV that spreadsheets open well: byte-order mark, CRLF, no cell that runs as a formula
    #[arg(long)]
    pub excel: bool,
}

impl Target {
    /// Whether a format or a file was typed.
    #[must_use]
    pub const fn is_asked_for(&self) -> bool {
        self.format.is_some() || self.output.is_some() || self.excel
    }

    /// The format that was asked for, or the one that fits the place.
    pub fn format(&self) -> Result<Format, Error> {
        let format = match (self.format, &self.output) {
            (Some(format), _) => format,
            (None, Some(path)) => Format::of(path)?,
            (None, None) if self.excel => Format::Csv,
            (None, None) if io::stdout().is_terminal() => Format::Table,
            (None, None) => Format::Csv,
        };
        if format == Format::Xlsx && self.output.is_none() {
            return Err(Error::Usage("a spreadsheet needs a file: -o FILE.xlsx".to_owned()));
        }
        if self.excel && format != Format::Csv {
            return Err(Error::Usage("--excel is for csv; xlsx needs no guard".to_owned()));
        }
        Ok(format)
    }

    /// Opens the place. `colored` is whether a terminal gets colours.
    pub fn open(&self, colored: bool) -> Result<Box<dyn Rows>, Error> {
        let format = self.format()?;
        let style = Style { color: false, width: None, excel: self.excel };
        let Some(path) = &self.output else {
            let style = Style { color: colored, width: columns(), ..style };
            return Ok(super::rows(format, style, Box::new(BufWriter::new(io::stdout().lock()))));
        };
        let file = File::create(path).map_err(|error| Error::file(format!("writing {}", path.display()), error))?;
        Ok(super::rows(format, style, Box::new(BufWriter::new(file))))
    }
}

/// How wide the terminal is; `COLUMNS` has the last word, and a pipe has no width.
fn columns() -> Option<u16> {
    let told = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let seen = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| width.0);
    let width = told.or_else(seen).filter(|width| *width > 20);
    width.or_else(|| io::stdout().is_terminal().then_some(UNTOLD))
}

/// The width of a terminal that does not tell it.
const UNTOLD: u16 = 80;
