//! Proves a database: the file, its keys, every span against the text, every hop, every character in one sentence.

mod rules;
mod schema;
mod spans;

use rusqlite::Connection;

use crate::error::Error;

/// Something that must not be.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Finding {
    /// What was proved.
    pub check: &'static str,
    /// The row or the article where it fails.
    pub place: String,
}

/// What a proof looked at, and what it found.
#[derive(Debug, Default, serde::Serialize)]
pub struct Proof {
    /// Articles that were looked at.
    pub articles: usize,
    /// Spans that were compared with the text.
    pub spans: usize,
    /// Articles that another reading has read: `migrate` reads them again.
    pub stale: usize,
    /// Rules that every row was held against.
    pub rules: usize,
    /// What must not be.
    pub findings: Vec<Finding>,
}

impl Proof {
    fn found(&mut self, check: &'static str, place: String) {
        self.findings.push(Finding { check, place });
    }
}

/// Proves everything; an error is a database that cannot be read at all.
pub fn check(connection: &Connection) -> Result<Proof, Error> {
    let mut proof = Proof::default();
    integrity(connection, &mut proof)?;
    keys(connection, &mut proof)?;
    schema::compare(connection, &mut proof)?;
    rules::hold(connection, &mut proof)?;
    spans::compare(connection, &mut proof)?;
    proof.stale = super::stale::stale(connection)?;
    Ok(proof)
}

fn integrity(connection: &Connection, proof: &mut Proof) -> Result<(), Error> {
    proof.rules += 1;
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    for line in statement.query_map([], |row| row.get::<_, String>(0))? {
        match line? {
            ok if ok == "ok" => {}
            damage => proof.found("the file is whole", damage),
        }
    }
    Ok(())
}

fn keys(connection: &Connection, proof: &mut Proof) -> Result<(), Error> {
    proof.rules += 1;
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    for row in rows {
        let (table, row, parent): (String, Option<i64>, String) = row?;
        let row = row.map_or_else(String::new, |row| format!(" row {row}"));
        proof.found("every key leads somewhere", format!("{table}{row} to {parent}"));
    }
    Ok(())
}
