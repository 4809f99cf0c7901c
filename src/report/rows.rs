//! Asking the database: a SQL text with its parameters in, rows of plain values out, one at a time.

use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Statement};

use super::Filters;
use super::filters::bind;
use crate::error::Error;

/// A question that is ready to be asked.
#[derive(Debug)]
pub struct Rows<'c> {
    statement: Statement<'c>,
    /// The names of the columns.
    pub columns: Vec<String>,
}

/// Prepares a SQL text; a parameter that is not set is NULL.
pub fn run<'c>(connection: &'c Connection, sql: &str, filters: &Filters) -> rusqlite::Result<Rows<'c>> {
    let mut statement = connection.prepare(sql)?;
    for (name, value) in filters.iter() {
        bind(&mut statement, name, value)?;
    }
    let columns = statement.column_names().map(ToOwned::to_owned).collect();
    Ok(Rows { statement, columns })
}

impl Rows<'_> {
    /// Hands over each row, at most `limit` of them; returns how many.
    pub fn each(
        mut self,
        limit: Option<u64>,
        mut take: impl FnMut(&[Value]) -> Result<(), Error>,
    ) -> Result<u64, Error> {
        let width = self.columns.len();
        let mut rows = self.statement.raw_query();
        let mut values = Vec::with_capacity(width);
        let mut count = 0;
        while limit.is_none_or(|limit| count < limit) {
            let Some(row) = rows.next()? else { break };
            values.clear();
            for index in 0..width {
                values.push(owned(row.get_ref(index)?));
            }
            take(&values)?;
            count += 1;
        }
        Ok(count)
    }
}

/// Text that is not UTF-8 can only come from a person's own SQL; it is shown as well as it can be.
fn owned(value: ValueRef<'_>) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Integer(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => Value::Text(String::from_utf8_lossy(bytes).into_owned()),
        ValueRef::Blob(bytes) => Value::Blob(bytes.to_owned()),
    }
}
