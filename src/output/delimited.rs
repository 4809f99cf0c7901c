//! CSV and TSV: every cell word for word, quoted where it must be; and CSV for spreadsheets.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};
use jiff::fmt::strtime::BrokenDownTime;
use rusqlite::types::Value;

use super::{Rows, cell};

/// What a cell and a sheet of common spreadsheets can hold.
const LONGEST_CELL: usize = 32_767;
const MOST_ROWS: u64 = 1_048_576;

/// Rows as lines, cells parted by one character (RFC 4180).
pub struct Delimited<W: Write> {
    out: csv::Writer<W>,
    shares: Vec<bool>,
}

impl<W: Write> Delimited<W> {
    /// Comma-separated.
    pub fn commas(out: W) -> Self {
        Self::new(out, b',')
    }

    /// Tab-separated; a cell that holds a tab or a line end is quoted.
    pub fn tabs(out: W) -> Self {
        Self::new(out, b'\t')
    }

    fn new(out: W, delimiter: u8) -> Self {
        let out = WriterBuilder::new().delimiter(delimiter).quote_style(QuoteStyle::Necessary).from_writer(out);
        Self { out, shares: Vec::new() }
    }
}

impl<W: Write> Rows for Delimited<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.shares = columns.iter().map(|column| cell::is_share(column)).collect();
        self.out.write_record(columns).map_err(io::Error::from)
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        for (value, share) in values.iter().zip(&self.shares) {
            self.out.write_field(cell::text(value, *share).as_bytes()).map_err(io::Error::from)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        self.out.flush()?;
        Ok(Vec::new())
    }
}

/// CSV that spreadsheets open well: a byte-order mark, CRLF, and no text cell that would run as a formula or lose digits.
pub struct Spreadsheet<W: Write> {
    out: csv::Writer<W>,
    columns: Vec<String>,
    rows: u64,
    longest: Option<(u64, String, usize)>,
}

impl<W: Write> Spreadsheet<W> {
    /// Nothing is written before the header.
    pub fn new(out: W) -> Self {
        let out = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(out);
        Self { out, columns: Vec::new(), rows: 0, longest: None }
    }
}

impl<W: Write> Rows for Spreadsheet<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.columns = columns.to_vec();
        // The mark must be no part of a quoted cell, so it goes before the first record, by the first field's bytes.
        let mut cells = columns.iter();
        if let Some(first) = cells.next() {
            self.out.write_field(format!("\u{feff}{first}")).map_err(io::Error::from)?;
        }
        for name in cells {
            self.out.write_field(name).map_err(io::Error::from)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        self.rows += 1;
        for (value, column) in values.iter().zip(&self.columns) {
            let text = cell::text(value, cell::is_share(column));
            let length = text.encode_utf16().count();
            if length > LONGEST_CELL && self.longest.as_ref().is_none_or(|(_, _, longest)| length > *longest) {
                self.longest = Some((self.rows + 1, column.clone(), length));
            }
            let guarded = match value {
                Value::Text(_) => is_formula(&text) || is_mangled(&text) || is_day_in_words(&text),
                // The open end of an interval is no number that a spreadsheet knows.
                Value::Real(number) => number.is_infinite(),
                _ => false,
            };
            let guard = if guarded { "'" } else { "" };
            self.out.write_field(format!("{guard}{text}")).map_err(io::Error::from)?;
        }
        self.out.write_record(None::<&[u8]>).map_err(io::Error::from)
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        self.out.flush()?;
        let mut notes = Vec::new();
        if let Some((line, column, length)) = &self.longest {
            notes.push(too_long(*line, column, *length));
        }
        if self.rows >= MOST_ROWS {
            notes.push(too_many(self.rows));
        }
        Ok(notes)
    }
}

/// Whether a spreadsheet would run a text instead of showing it, full-width signs included.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// Whether a spreadsheet would take a text for a number, day or hour and write it otherwise: "007", "12e5", "5,000",
/// "10/11", a key of twenty digits. A day as ISO 8601 writes it stays a day.
fn is_mangled(text: &str) -> bool {
    /// Digits that a spreadsheet keeps.
    const KEPT: usize = 15;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let number = text.parse::<f64>();
    let is_kept = number.as_ref().is_ok_and(|number| number.to_string() == text) && digits <= KEPT;
    let is_figures = text.bytes().all(|byte| byte.is_ascii_digit() || b",./:-% ".contains(&byte));
    let starts = text.starts_with(|first: char| first.is_ascii_digit());
    starts && (is_figures || number.is_ok()) && !is_kept && text.parse::<jiff::civil::Date>().is_err()
}

/// Whether a spreadsheet would turn a text into a day of its own spelling ("July 2, 2013", "March 2019").
fn is_day_in_words(text: &str) -> bool {
    const SPELLINGS: [&str; 12] = [
        "%B %d, %Y",
        "%B %d %Y",
        "%d %B %Y",
        "%B %Y",
        "%B %d",
        "%d %B",
        "%b %d, %Y",
        "%b %d %Y",
        "%d %b %Y",
        "%b %Y",
        "%b %d",
        "%d %b",
    ];
    const LONGEST: usize = "September 30, 2019".len();
    text.len() <= LONGEST && SPELLINGS.iter().any(|spelling| BrokenDownTime::parse(spelling, text).is_ok())
}

/// A warning of a cell that a spreadsheet will cut.
pub(super) fn too_long(line: u64, column: &str, length: usize) -> String {
    format!("row {line}, {column}: {length} characters, a spreadsheet shows {LONGEST_CELL}; csv or json keep them all")
}

/// A warning of more rows than a sheet can hold.
pub(super) fn too_many(rows: u64) -> String {
    format!("{rows} rows and a header, a sheet holds {MOST_ROWS}; --limit or a filter makes them fewer")
}

pub(super) const fn longest_cell() -> usize {
    LONGEST_CELL
}

pub(super) const fn most_rows() -> u64 {
    MOST_ROWS
}
