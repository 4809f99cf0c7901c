//! Tables for the eye: they fit the terminal by wrapping, never by cutting; numbers stand to the right.

use std::io::{self, Write};

use anstyle::Style as Ansi;
use comfy_table::{
    Cell, CellAlignment, ContentArrangement,
    presets::{UTF8_FULL, UTF8_FULL_CONDENSED},
};
use rusqlite::types::Value;
use unicode_width::UnicodeWidthStr;

use super::{Rows, Style, cell};

/// A column narrower than this breaks words to pieces; rather than that, rows are shown as records.
const NARROWEST: usize = 9;

/// Rows under a header; where the terminal is too narrow for the columns, each row as a record of lines.
pub struct Table<W: Write> {
    out: W,
    style: Style,
    columns: Vec<String>,
    numeric: Vec<bool>,
    rows: Vec<Vec<String>>,
}

impl<W: Write> Table<W> {
    /// All rows are kept until the end: widths depend on each of them.
    pub const fn new(out: W, style: Style) -> Self {
        Self { out, style, columns: Vec::new(), numeric: Vec::new(), rows: Vec::new() }
    }

    /// Whether every column would be wide enough to read.
    fn fits(&self) -> bool {
        self.style.width.is_none_or(|width| self.needed(NARROWEST) < usize::from(width))
    }

    /// The width of the table when no column gets more than `most`.
    fn needed(&self, most: usize) -> usize {
        let widest = |at: usize| {
            let cells = self.rows.iter().map(|row| row[at].width()).max().unwrap_or(0);
            cells.max(self.columns[at].width())
        };
        (0..self.columns.len()).map(|at| widest(at).min(most) + 3).sum()
    }

    fn table(&mut self) -> io::Result<()> {
        let mut table = comfy_table::Table::new();
        // Rows of several lines need a rule between them.
        let wraps = self.style.width.is_some_and(|width| self.needed(usize::MAX) >= usize::from(width));
        table.load_style(if wraps { UTF8_FULL } else { UTF8_FULL_CONDENSED });
        match self.style.width {
            Some(width) => table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width),
            None => table.set_content_arrangement(ContentArrangement::Disabled),
        };
        table.set_header(self.columns.iter().map(Cell::new).collect::<Vec<_>>());
        for row in self.rows.drain(..) {
            table.add_row(row);
        }
        for (at, numeric) in self.numeric.iter().enumerate() {
            if let Some(column) = table.column_mut(at)
                && *numeric
            {
                column.set_cell_alignment(CellAlignment::Right);
            }
        }
        let (bold, plain) = self.bold();
        for (at, line) in table.lines().enumerate() {
            // The lines between the first border and the second are the header.
            if at == 1 { writeln!(self.out, "{bold}{line}{plain}")? } else { writeln!(self.out, "{line}")? }
        }
        Ok(())
    }

    fn records(&mut self) -> io::Result<()> {
        let (bold, plain) = self.bold();
        let margin = self.columns.iter().map(|name| name.width()).max().unwrap_or(0);
        let width = usize::from(self.style.width.unwrap_or(u16::MAX)).saturating_sub(margin + 2).max(10);
        for (number, row) in self.rows.iter().enumerate() {
            writeln!(self.out, "{}── {} {}", if number == 0 { "" } else { "\n" }, number + 1, "─".repeat(margin))?;
            for (name, text) in self.columns.iter().zip(row) {
                let indent = " ".repeat(margin - name.width());
                for (at, line) in wrapped(text, width).iter().enumerate() {
                    if at == 0 {
                        writeln!(self.out, "{bold}{indent}{name}{plain}  {line}")?;
                    } else {
                        writeln!(self.out, "{}  {line}", " ".repeat(margin))?;
                    }
                }
            }
        }
        Ok(())
    }

    fn bold(&self) -> (Ansi, &'static str) {
        if self.style.color { (Ansi::new().bold(), "\u{1b}[0m") } else { (Ansi::new(), "") }
    }
}

impl<W: Write> Rows for Table<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.columns = columns.to_vec();
        self.numeric = vec![true; columns.len()];
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        let mut row = Vec::with_capacity(values.len());
        for (at, value) in values.iter().enumerate() {
            self.numeric[at] &= !matches!(value, Value::Text(_) | Value::Blob(_));
            row.push(cell::visible(&cell::text(value, cell::is_share(&self.columns[at]))).into_owned());
        }
        self.rows.push(row);
        Ok(())
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        if self.columns.is_empty() {
            return self.out.flush().map(|()| Vec::new());
        }
        if self.rows.is_empty() || self.fits() {
            self.table()?;
        } else {
            self.records()?;
        }
        self.out.flush()?;
        Ok(Vec::new())
    }
}

/// Lines of at most `width` columns, broken at spaces where there are some.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut used = 0;
    for word in text.split_inclusive(' ') {
        let length = word.trim_end().width();
        if used > 0 && used + length > width {
            lines.push(String::new());
            used = 0;
        }
        for character in word.chars() {
            let wide = unicode_width::UnicodeWidthChar::width(character).unwrap_or(0);
            if used + wide > width && character != ' ' {
                lines.push(String::new());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                line.push(character);
            }
            used += wide;
        }
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_wrapped_at_spaces_and_never_cut() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrapped("漢字漢字", 4), ["漢字", "漢字"]);
        assert_eq!(wrapped("", 4), [""]);
    }
}
