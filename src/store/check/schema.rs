//! The tables, indexes and views of a file against those of the program; what a person added beside them is no finding.

use rusqlite::Connection;

use super::Proof;
use crate::error::Error;
use crate::store::{migrations, views};

const IS_THE_PROGRAMS: &str = "tables, indexes and views are the program's";
const NO_TRIGGER: &str = "no trigger changes what is written";

/// Finds what is missing or differs, and triggers.
pub fn compare(connection: &Connection, proof: &mut Proof) -> Result<(), Error> {
    proof.rules += 2;
    let stored = migrations::objects(connection)?;
    for object in migrations::schema(migrations::latest())? {
        let place = format!("{} {}", object.kind, object.name);
        match stored.iter().find(|other| other.kind == object.kind && other.name == object.name) {
            None => proof.found(IS_THE_PROGRAMS, format!("{place} is missing")),
            Some(other) if *other != object => proof.found(IS_THE_PROGRAMS, format!("{place} differs")),
            Some(_) => {}
        }
    }
    let stored = views::stored(connection)?;
    for (name, sql) in views::statements() {
        match stored.iter().find(|(other, _)| *other == name) {
            None => proof.found(IS_THE_PROGRAMS, format!("view {name} is missing; newsfacts migrate makes it")),
            Some((_, other)) if *other != sql => {
                proof.found(IS_THE_PROGRAMS, format!("view {name} differs; newsfacts migrate makes it again"));
            }
            Some(_) => {}
        }
    }
    let mut triggers = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name")?;
    for name in triggers.query_map([], |row| row.get::<_, String>(0))? {
        proof.found(NO_TRIGGER, format!("trigger {}", name?));
    }
    Ok(())
}
