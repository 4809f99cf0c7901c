//! Markdown tables, to be pasted into a mail, a ticket or a page.

use std::io::{self, Write};

use rusqlite::types::Value;

use super::{Rows, cell};

/// Rows as lines of a pipe table; numbers stand to the right.
pub struct Markdown<W: Write> {
    out: W,
    columns: Vec<String>,
    begun: bool,
}

impl<W: Write> Markdown<W> {
    /// Nothing is written before the first row is known: its numbers align the columns.
    pub const fn new(out: W) -> Self {
        Self { out, columns: Vec::new(), begun: false }
    }

    fn begin(&mut self, first: Option<&[Value]>) -> io::Result<()> {
        self.begun = true;
        let names: Vec<String> = self.columns.iter().map(|name| escaped(name)).collect();
        writeln!(self.out, "| {} |", names.join(" | "))?;
        let is_number = |at: usize| first.is_some_and(|row| matches!(row[at], Value::Integer(_) | Value::Real(_)));
        let rules: Vec<&str> = (0..names.len()).map(|at| if is_number(at) { "---:" } else { "---" }).collect();
        writeln!(self.out, "| {} |", rules.join(" | "))
    }
}

impl<W: Write> Rows for Markdown<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.columns = columns.to_vec();
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        if !self.begun {
            self.begin(Some(values))?;
        }
        let cells: Vec<String> = values
            .iter()
            .zip(&self.columns)
            .map(|(value, column)| escaped(&cell::text(value, cell::is_share(column))))
            .collect();
        writeln!(self.out, "| {} |", cells.join(" | "))
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        if !self.begun {
            self.begin(None)?;
        }
        self.out.flush()?;
        Ok(Vec::new())
    }
}

/// Text that stays in its cell and is no markup: signs that begin some are escaped, line ends are breaks.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines() {
        if !out.is_empty() {
            out.push_str("<br>");
        }
        for character in cell::visible(line).chars() {
            push_escaped(&mut out, character);
        }
    }
    out
}

/// Adds a letter so that it is no markup; `_` inside a word is none anyway.
pub(super) fn push_escaped(out: &mut String, letter: char) {
    let is_markup = match letter {
        '_' => !out.ends_with(char::is_alphanumeric),
        other => matches!(other, '|' | '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '#' | '~'),
    };
    if is_markup {
        out.push('\\');
    }
    out.push(letter);
}
