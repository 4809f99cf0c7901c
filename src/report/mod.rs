//! The canned reports and the views for people: SQL texts with their help, columns and filters.
//!
//! A report is one `.sql` file; its view is the same text without filters, so that no report lives twice. Nothing
//! here knows how rows are printed.

mod canned;
mod filters;
mod own;
mod parameters;
mod rows;
mod tables;

use std::borrow::Cow;

pub use canned::{Group, groups, reports, views};
pub use filters::{Filter, Filters, resolve};
pub use own::{FOLDER, own_reports, typed};
pub use parameters::{filled, literal, named};
pub use rows::{Rows, run};
pub use tables::{Table, described_columns, described_tables, meaning, newest_load, tables};

/// A question to the database that has a name: its help, its columns, its SQL.
#[derive(Debug, Clone)]
pub struct Report {
    /// As typed: words with hyphens.
    pub name: Cow<'static, str>,
    /// The file's text, comments and all.
    pub sql: Cow<'static, str>,
    /// Whether a person added it.
    pub own: bool,
}

impl Report {
    /// The first comment line.
    #[must_use]
    pub fn help(&self) -> &str {
        self.sql.lines().next().and_then(|line| line.strip_prefix("--")).map_or("", str::trim)
    }

    /// The names after `-- columns:`; none where the file does not say (a report of one's own need not).
    #[must_use]
    pub fn columns(&self) -> Vec<&str> {
        let line = self.sql.lines().find_map(|line| line.strip_prefix("-- columns:"));
        line.map_or_else(Vec::new, |names| names.split(',').map(str::trim).collect())
    }

    /// The filters that mean something to this report: those that its text asks for.
    #[must_use]
    pub fn parameters(&self) -> Vec<&str> {
        named(&self.sql)
    }

    /// The name of its view: `report_` and its name, hyphens as underscores.
    #[must_use]
    pub fn view(&self) -> String {
        format!("report_{}", self.name.replace('-', "_"))
    }

    /// The SQL with literals in place of filters, ready for `sqlite3`.
    #[must_use]
    pub fn literal_sql(&self, filters: &Filters, limit: Option<u64>) -> String {
        let sql = filled(self.sql.trim().trim_end_matches(';').trim_end(), |name| literal(filters.get(name)));
        match limit {
            None => format!("{sql};\n"),
            Some(limit) if self.own => format!("SELECT * FROM (\n{sql}\n)\nLIMIT {limit};\n"),
            Some(limit) => format!("{sql}\nLIMIT {limit};\n"),
        }
    }
}

/// Counts the articles that a filter on publication leaves out because they have no date.
pub const UNDATED: &str = include_str!("lookup/undated.sql");

/// The report of a name, if there is one.
#[must_use]
pub fn find(name: &str) -> Option<Report> {
    reports().find(|report| report.name == name)
}

#[cfg(test)]
mod tests;
