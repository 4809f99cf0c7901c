//! Spreadsheets: typed cells, a frozen header with filters, columns wide enough to read.

use std::io::{self, Write};

use rusqlite::types::Value;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, FormatAlign, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::delimited::{longest_cell, most_rows, too_long, too_many};
use super::{Rows, cell};

/// Columns are as wide as their widest cell, within these.
const NARROWEST: usize = 6;
const WIDEST: usize = 60;

/// A workbook of several sheets, the same bytes for the same rows.
#[derive(Default)]
pub struct Workbook {
    sheets: Vec<Kept>,
}

#[derive(Default)]
struct Kept {
    name: String,
    columns: Vec<String>,
    rows: Vec<Vec<Value>>,
    dropped: u64,
}

impl Workbook {
    /// Begins a sheet; rows go to the last one. A name has at most 31 characters in a spreadsheet.
    pub fn sheet(&mut self, name: &str) {
        self.sheets.push(Kept { name: name.chars().take(31).collect(), ..Kept::default() });
    }

    /// The file's bytes, and what it could not hold. `created` is all of a date that the file has: seconds since 1970.
    pub fn bytes(&self, created: i64) -> io::Result<(Vec<u8>, Vec<String>)> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let time = ExcelDateTime::from_timestamp(created).map_err(failed)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&time));
        let mut notes = Vec::new();
        for kept in &self.sheets {
            let sheet = book.add_worksheet();
            if !kept.name.is_empty() {
                sheet.set_name(&kept.name).map_err(failed)?;
            }
            kept.write(sheet, &mut notes).map_err(failed)?;
        }
        Ok((book.save_to_buffer().map_err(failed)?, notes))
    }

    fn last(&mut self) -> &mut Kept {
        if self.sheets.is_empty() {
            self.sheet("");
        }
        let last = self.sheets.len() - 1;
        &mut self.sheets[last]
    }
}

impl Kept {
    fn write(&self, sheet: &mut rust_xlsxwriter::Worksheet, notes: &mut Vec<String>) -> Result<(), XlsxError> {
        let header = CellFormat::new().set_bold();
        let share = CellFormat::new().set_num_format("0.00");
        let wrap = CellFormat::new().set_align(FormatAlign::Top).set_text_wrap();
        for (at, name) in (0u16..).zip(&self.columns) {
            sheet.write_string_with_format(0, at, name, &header)?;
            sheet.set_column_width(at, self.width(usize::from(at)) as f64)?;
        }
        for (line, row) in (1u32..).zip(&self.rows) {
            for (at, value) in (0u16..).zip(row) {
                let column = &self.columns[usize::from(at)];
                match value {
                    Value::Null => continue,
                    Value::Integer(number) if number.unsigned_abs() <= 1 << 53 => {
                        sheet.write_number(line, at, *number as f64)?
                    }
                    Value::Real(number) if number.is_finite() && cell::is_share(column) => {
                        sheet.write_number_with_format(line, at, *number, &share)?
                    }
                    Value::Real(number) if number.is_finite() => sheet.write_number(line, at, *number)?,
                    other => {
                        let text = cell::text(other, false);
                        let length = text.encode_utf16().count();
                        if length > longest_cell() {
                            notes.push(too_long(u64::from(line) + 1, column, length));
                        }
                        sheet.write_string_with_format(line, at, fitting(&text), &wrap)?
                    }
                };
            }
        }
        if self.dropped > 0 {
            notes.push(too_many(self.dropped + self.rows.len() as u64));
        }
        if let (Some(last), true) = (self.columns.len().checked_sub(1), !self.columns.is_empty()) {
            sheet.set_freeze_panes(1, 0)?;
            sheet.autofilter(0, 0, self.rows.len() as u32, last as u16)?;
        }
        Ok(())
    }

    fn width(&self, at: usize) -> usize {
        let longest_word =
            |value: &Value| cell::text(value, false).lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        let widest = self.rows.iter().take(1000).map(|row| longest_word(&row[at])).max().unwrap_or(0);
        (widest.max(self.columns[at].width() + 3) + 1).clamp(NARROWEST, WIDEST)
    }
}

impl Rows for Workbook {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.last().columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        let sheet = self.last();
        if sheet.rows.len() as u64 + 1 < most_rows() {
            sheet.rows.push(values.to_vec());
        } else {
            sheet.dropped += 1;
        }
        Ok(())
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        Ok(Vec::new())
    }
}

/// A workbook of one sheet, written at the end.
pub struct Sheet<W: Write> {
    out: W,
    book: Workbook,
}

impl<W: Write> Sheet<W> {
    /// All rows are kept until the end.
    pub fn new(out: W) -> Self {
        Self { out, book: Workbook::default() }
    }
}

impl<W: Write> Rows for Sheet<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.book.header(columns)
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        self.book.row(values)
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        let (bytes, notes) = self.book.bytes(0)?;
        self.out.write_all(&bytes)?;
        self.out.flush()?;
        Ok(notes)
    }
}

/// The text as far as a cell can hold it; the person is told where that is not all.
fn fitting(text: &str) -> String {
    let mut length = 0;
    text.chars()
        .take_while(|character| {
            length += character.len_utf16();
            length <= longest_cell()
        })
        .collect()
}

fn failed(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}
