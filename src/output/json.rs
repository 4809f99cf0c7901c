//! JSON (one array) and JSON Lines (one object a line), both written as rows come.

use std::io::{self, Write};

use rusqlite::types::Value;

use super::{Rows, cell};

/// One array of objects; `[]` where there is no row.
pub struct Json<W: Write> {
    out: W,
    keys: Vec<String>,
    begun: bool,
}

impl<W: Write> Json<W> {
    /// Nothing is written before the header.
    pub const fn new(out: W) -> Self {
        Self { out, keys: Vec::new(), begun: false }
    }
}

impl<W: Write> Rows for Json<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.keys = keys(columns)?;
        self.out.write_all(b"[")
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        self.out.write_all(if self.begun { b",\n " } else { b"\n " })?;
        self.begun = true;
        object(&mut self.out, &self.keys, values)
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        self.out.write_all(if self.begun { b"\n]\n" } else { b"]\n" })?;
        self.out.flush()?;
        Ok(Vec::new())
    }
}

/// One object a line; nothing where there is no row.
pub struct JsonLines<W: Write> {
    out: W,
    keys: Vec<String>,
}

impl<W: Write> JsonLines<W> {
    /// Nothing is written before the first row.
    pub const fn new(out: W) -> Self {
        Self { out, keys: Vec::new() }
    }
}

impl<W: Write> Rows for JsonLines<W> {
    fn header(&mut self, columns: &[String]) -> io::Result<()> {
        self.keys = keys(columns)?;
        Ok(())
    }

    fn row(&mut self, values: &[Value]) -> io::Result<()> {
        object(&mut self.out, &self.keys, values)?;
        self.out.write_all(b"\n")
    }

    fn end(&mut self) -> io::Result<Vec<String>> {
        self.out.flush()?;
        Ok(Vec::new())
    }
}

/// Keys as JSON writes them; a name that stands twice (`SELECT 1 AS a, 2 AS a`) gets a number, so that nothing is lost.
fn keys(columns: &[String]) -> io::Result<Vec<String>> {
    let mut names: Vec<String> = Vec::with_capacity(columns.len());
    for column in columns {
        let mut name = column.clone();
        let mut number = 2;
        while names.contains(&name) {
            name = format!("{column}_{number}");
            number += 1;
        }
        names.push(name);
    }
    names.iter().map(|name| serde_json::to_string(name).map_err(io::Error::from)).collect()
}

fn object(out: &mut impl Write, keys: &[String], values: &[Value]) -> io::Result<()> {
    for (at, (key, value)) in keys.iter().zip(values).enumerate() {
        write!(out, "{}{key}: ", if at == 0 { "{" } else { ", " })?;
        match value {
            Value::Null => out.write_all(b"null")?,
            Value::Integer(number) => write!(out, "{number}")?,
            // An open end is a number that every reader takes for infinity.
            Value::Real(number) => out.write_all(cell::real(*number).as_bytes())?,
            Value::Text(text) => serde_json::to_writer(&mut *out, text)?,
            Value::Blob(_) => serde_json::to_writer(&mut *out, &*cell::text(value, false))?,
        }
    }
    out.write_all(if keys.is_empty() { b"{}" } else { b"}" })
}
