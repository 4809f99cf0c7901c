//! The tables of a database as an export shows them: their rows in order, their keys, what their columns mean.

use std::sync::LazyLock;

use rusqlite::Connection;
use rusqlite::types::Value;

use super::{Filters, run};
use crate::error::Error;
use crate::lexicon;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// The SELECT of all its rows in the order of its key.
    pub select: String,
    /// Whether it is about loads rather than news.
    pub of_loads: bool,
    /// The columns of its key.
    pub key: Vec<String>,
    /// Columns that refer to another table: column, table, its column.
    pub references: Vec<[String; 3]>,
    /// Its statement in the schema, comments and all.
    schema: String,
}

/// The tables of a database, by name.
pub fn tables(connection: &Connection) -> Result<Vec<Table>, Error> {
    let mut tables = Vec::new();
    each(connection, include_str!("lookup/tables.sql"), &Filters::default(), |row| {
        if let [Value::Text(name), Value::Text(select), Value::Integer(of_loads), Value::Text(schema)] = row {
            let (name, select, schema) = (name.clone(), select.clone(), schema.clone());
            tables.push(Table {
                name,
                select,
                of_loads: *of_loads == 1,
                key: Vec::new(),
                references: Vec::new(),
                schema,
            });
        }
    })?;
    for table in &mut tables {
        let mut filters = Filters::default();
        filters.set("table", Some(table.name.clone()));
        each(connection, include_str!("lookup/keys.sql"), &filters, |row| {
            if let [Value::Text(what), Value::Text(from), Value::Text(to_table), Value::Text(to), _] = row {
                match what.as_str() {
                    "key" => table.key.push(from.clone()),
                    _ => table.references.push([from.clone(), to_table.clone(), to.clone()]),
                }
            }
        })?;
    }
    Ok(tables)
}

/// When the newest load ended, in seconds since 1970.
pub fn newest_load(connection: &Connection) -> Result<i64, Error> {
    let mut seconds = 0;
    each(connection, include_str!("lookup/newest_load.sql"), &Filters::default(), |row| {
        if let [Value::Integer(ended)] = row {
            seconds = *ended;
        }
    })?;
    Ok(seconds)
}

fn each(connection: &Connection, sql: &str, filters: &Filters, mut take: impl FnMut(&[Value])) -> Result<(), Error> {
    let take = |row: &[Value]| {
        take(row);
        Ok(())
    };
    run(connection, sql, filters)?.each(None, take).map(|_| ())
}

impl Table {
    /// What a row is.
    #[must_use]
    pub fn help(&self) -> &'static str {
        described(&self.name, "").unwrap_or_default()
    }

    /// What a column means: the comment behind it in the schema, else what is said of the table, else, for ids, keys and
    /// offsets, what it means everywhere.
    #[must_use]
    pub fn meaning(&self, column: &str) -> Option<&str> {
        let line = self.schema.lines().find(|line| line.split_whitespace().next() == Some(column));
        let comment = line.and_then(|line| line.split_once("-- ")).map(|(_, comment)| comment.trim());
        let is_plain = ["_id", "_key", "_char"].iter().any(|ending| column.ends_with(ending));
        comment.or_else(|| described(&self.name, column)).or_else(|| meaning(column).filter(|_| is_plain))
    }
}

/// What is said of a column of a table, or of the table where the column is empty.
fn described(table: &str, column: &str) -> Option<&'static str> {
    lexicon::rows(TABLES).find(|row| row[..2] == [table, column]).map(|row| row[2])
}

/// The tables with what a row of each is.
pub fn described_tables() -> impl Iterator<Item = (&'static str, &'static str)> {
    lexicon::rows(TABLES).filter(|row| row[1].is_empty()).map(|row| (row[0], row[2]))
}

/// The columns that are described of a table, with their meanings.
pub fn described_columns(table: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    lexicon::rows(TABLES).filter(move |row| row[0] == table && !row[1].is_empty()).map(|row| (row[1], row[2]))
}

/// What a column of reports and views means.
#[must_use]
pub fn meaning(column: &str) -> Option<&'static str> {
    static MEANINGS: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| lexicon::rows(COLUMNS).filter_map(|row| Some((*row.first()?, *row.get(1)?))).collect());
    MEANINGS.binary_search_by_key(&column, |(name, _)| name).ok().map(|at| MEANINGS[at].1)
}

const COLUMNS: &str = include_str!("columns.tsv");
const TABLES: &str = include_str!("tables.tsv");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_and_column_has_a_meaning_and_none_is_described_that_is_not_there() {
        lexicon::check(TABLES).unwrap();
        let connection = super::super::tests::empty();
        let tables = tables(&connection).unwrap();
        let mut known = Vec::new();
        for table in &tables {
            assert!(!table.help().is_empty(), "{}", table.name);
            known.push((table.name.clone(), String::new()));
            for column in run(&connection, &table.select, &Filters::default()).unwrap().columns {
                assert!(table.meaning(&column).is_some(), "{}.{column}", table.name);
                known.push((table.name.clone(), column));
            }
        }
        for row in lexicon::rows(TABLES) {
            let place = (row[0].to_owned(), row[1].to_owned());
            assert!(known.contains(&place), "{place:?}");
        }
    }

    #[test]
    fn every_column_of_every_report_and_view_has_a_meaning_and_none_is_left_over() {
        lexicon::check(COLUMNS).unwrap();
        let texts = super::super::views();
        let listed: Vec<Vec<String>> = texts
            .iter()
            .map(|(name, sql)| super::super::Report { name: name.clone().into(), sql: sql.clone().into(), own: false })
            .map(|view| view.columns().into_iter().map(ToOwned::to_owned).collect())
            .collect();
        let used: std::collections::BTreeSet<&str> = listed.iter().flatten().map(String::as_str).collect();
        let known: std::collections::BTreeSet<&str> = lexicon::rows(COLUMNS).map(|row| row[0]).collect();
        assert_eq!(used.difference(&known).collect::<Vec<_>>(), Vec::<&&str>::new());
        assert_eq!(known.difference(&used).collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
