//! How rows are printed: one small trait, one file a format.
//!
//! It knows columns and values, not what they mean.

mod card;
mod cell;
mod delimited;
mod json;
mod markdown;
mod package;
mod table;
mod target;
mod xlsx;

use std::io::{self, Write};
use std::path::Path;

use clap::ValueEnum;
use rusqlite::types::Value;

pub use card::{CardFormat, card};
pub use delimited::{Delimited, Spreadsheet};
pub use json::{Json, JsonLines};
pub use markdown::Markdown;
pub use package::{Field, Resource, Typed, package};
pub use table::Table;
pub use target::Target;
pub use xlsx::{Sheet, Workbook};

use crate::error::Error;

/// Takes a header, then rows, then the end.
pub trait Rows {
    /// The names of the columns; comes once, first.
    fn header(&mut self, columns: &[String]) -> io::Result<()>;
    /// One row, as wide as the header.
    fn row(&mut self, values: &[Value]) -> io::Result<()>;
    /// Nothing more comes. Returns what the person should be told: what a spreadsheet could not hold.
    fn end(&mut self) -> io::Result<Vec<String>>;
}

/// The formats of `report` and `query`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lines and columns for the eye
    Table,
    /// Comma-separated (RFC 4180)
    Csv,
    /// Tab-separated
    Tsv,
    /// One array of objects
    Json,
    /// One object a line
    Jsonl,
    /// A table for a mail or a page
    Markdown,
    /// A spreadsheet (needs -o)
    Xlsx,
}

impl Format {
    /// The format that a file's ending asks for.
    pub fn of(path: &Path) -> Result<Self, Error> {
        let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
        match ending.as_str() {
            "txt" => Ok(Self::Table),
            "csv" => Ok(Self::Csv),
            "tsv" | "tab" => Ok(Self::Tsv),
            "json" => Ok(Self::Json),
            "jsonl" | "ndjson" => Ok(Self::Jsonl),
            "md" | "markdown" => Ok(Self::Markdown),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(Error::Usage(format!(
                "{}: the ending names no format; use -f, or one of .txt .csv .tsv .json .jsonl .md .xlsx",
                path.display()
            ))),
        }
    }
}

/// How the rows are dressed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Style {
    /// Whether headers are bold.
    pub color: bool,
    /// How many characters a line may have; unlimited where no one looks.
    pub width: Option<u16>,
    /// Whether CSV is made safe for spreadsheets.
    pub excel: bool,
}

/// The writer of a format.
#[must_use]
pub fn rows<'w>(format: Format, style: Style, out: Box<dyn Write + 'w>) -> Box<dyn Rows + 'w> {
    match format {
        Format::Table => Box::new(Table::new(out, style)),
        Format::Csv if style.excel => Box::new(Spreadsheet::new(out)),
        Format::Csv => Box::new(Delimited::commas(out)),
        Format::Tsv => Box::new(Delimited::tabs(out)),
        Format::Json => Box::new(Json::new(out)),
        Format::Jsonl => Box::new(JsonLines::new(out)),
        Format::Markdown => Box::new(Markdown::new(out)),
        Format::Xlsx => Box::new(Sheet::new(out)),
    }
}

#[cfg(test)]
mod tests;
