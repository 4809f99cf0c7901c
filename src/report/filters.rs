//! The filters of reports: their values, and what a name that was typed means in this database.
//!
//! A report's text says which filters it knows (`:outlet`); any other is rejected before anything is asked.

use rusqlite::Connection;
use rusqlite::types::Value;

use super::Report;
use crate::error::Error;

/// What can narrow a report. Reports of one's own may ask for more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Filter {
    /// An outlet.
    Outlet,
    /// A voice at any hop.
    Source,
    /// A voice at the last hop.
    Origin,
    /// A thing that is mentioned, or that a fact is about.
    Entity,
    /// A story's label.
    Story,
    /// A fact's id, key or start of a key.
    Fact,
}

impl Filter {
    const ALL: [Self; 6] = [Self::Outlet, Self::Source, Self::Origin, Self::Entity, Self::Story, Self::Fact];

    /// Its name in the SQL of reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Source => "source",
            Self::Origin => "origin",
            Self::Entity => "entity",
            Self::Story => "story",
            Self::Fact => "fact",
        }
    }

    /// The names that the database knows.
    const fn known(self) -> &'static str {
        match self {
            Self::Outlet => include_str!("lookup/outlets.sql"),
            Self::Source | Self::Origin => include_str!("lookup/voices.sql"),
            Self::Entity => include_str!("lookup/entities.sql"),
            Self::Story => include_str!("lookup/stories.sql"),
            Self::Fact => include_str!("lookup/facts.sql"),
        }
    }
}

/// The values of a report's parameters, by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters(Vec<(String, Value)>);

impl Filters {
    /// Sets a parameter; `None` leaves it out.
    pub fn set(&mut self, name: &str, value: Option<impl Into<Value>>) {
        if let Some(value) = value {
            self.0.retain(|(other, _)| other != name);
            self.0.push((name.to_owned(), value.into()));
        }
    }

    /// The value of a parameter, if it is set.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.iter().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// Every parameter that is set.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Refuses a filter that the report's text does not ask for.
    pub fn check(&self, report: &Report) -> Result<(), Error> {
        let known = report.parameters();
        let Some((name, _)) = self.iter().find(|(name, _)| !known.contains(name)) else { return Ok(()) };
        let flags: Vec<String> = known.iter().map(|name| flag(name)).collect();
        let instead = if flags.is_empty() { "nothing but --limit".to_owned() } else { flags.join(", ") };
        Err(Error::Usage(format!(
            "{} means nothing to the report {}; it can be narrowed by {instead}",
            flag(name),
            report.name
        )))
    }
}

/// A parameter as it is typed.
fn flag(name: &str) -> String {
    format!("--{}", name.replace('_', "-"))
}

/// Turns names as typed into names as stored (case and accents aside), and a fact's id or key into its id.
///
/// Returns what the person should know: names that the database does not know, which leave nothing of a report.
pub fn resolve(connection: &Connection, filters: &mut Filters) -> Result<Vec<String>, Error> {
    let mut unknown = Vec::new();
    for filter in Filter::ALL {
        let Some(Value::Text(typed)) = filters.get(filter.name()) else { continue };
        let typed = typed.clone();
        if filter == Filter::Fact {
            filters.set(filter.name(), Some(fact(connection, &typed)?));
            continue;
        }
        let known = names(connection, filter, &typed)?;
        match known
            .iter()
            .find(|name| **name == typed)
            .or_else(|| known.iter().find(|name| plain(name) == plain(&typed)))
        {
            Some(name) => filters.set(filter.name(), Some(name.clone())),
            None => unknown.push(unknown_name(filter, &typed, &known)),
        }
    }
    Ok(unknown)
}

fn names(connection: &Connection, filter: Filter, typed: &str) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare(filter.known())?;
    bind(&mut statement, filter.name(), &Value::Text(typed.to_owned()))?;
    let mut rows = statement.raw_query();
    let mut names = Vec::new();
    while let Some(row) = rows.next()? {
        names.push(row.get(0)?);
    }
    Ok(names)
}

/// Binds a parameter where the statement has it.
pub(super) fn bind(statement: &mut rusqlite::Statement<'_>, name: &str, value: &Value) -> rusqlite::Result<()> {
    match statement.parameter_index(&format!(":{name}"))? {
        Some(index) => statement.raw_bind_parameter(index, value),
        None => Ok(()),
    }
}

/// The one fact of an id, a key, an earlier key, or the start of a key.
fn fact(connection: &Connection, typed: &str) -> Result<i64, Error> {
    let mut statement = connection.prepare(Filter::Fact.known())?;
    bind(&mut statement, Filter::Fact.name(), &Value::Text(typed.to_owned()))?;
    let mut rows = statement.raw_query();
    let mut found: Vec<(i64, String)> = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((row.get(0)?, row.get(1)?));
    }
    match found.as_slice() {
        [] => Err(Error::Usage(format!("there is no fact {typed:?}; the report facts lists ids and keys"))),
        [(id, _)] => Ok(*id),
        [(id, key), ..] if key == typed || id.to_string() == typed => Ok(*id),
        several => {
            let keys: Vec<&str> = several.iter().take(5).map(|(_, key)| key.as_str()).collect();
            Err(Error::Usage(format!(
                "several facts begin with {typed:?}: {} …; type more of the key",
                keys.join(", ")
            )))
        }
    }
}

/// A name without case and accents.
fn plain(name: &str) -> String {
    any_ascii::any_ascii(name).to_lowercase()
}

fn unknown_name(filter: Filter, typed: &str, known: &[String]) -> String {
    let wanted = plain(typed);
    let mut near: Vec<(f64, &String)> = known
        .iter()
        .map(|name| (nearness(&wanted, &plain(name)), name))
        .filter(|(nearness, _)| *nearness > 0.8)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    let near: Vec<&str> = near.iter().take(3).map(|(_, name)| name.as_str()).collect();
    let hint = if near.is_empty() { String::new() } else { format!("; did you mean {}?", near.join(", ")) };
    format!("no {} is named {typed:?}{hint}", filter.name())
}

fn nearness(wanted: &str, name: &str) -> f64 {
    if name.contains(wanted) { 0.9 } else { strsim::jaro_winkler(wanted, name) }
}
