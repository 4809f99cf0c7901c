//! Stale articles: those whose rows an earlier reading made. Their stored bodies are read again.

use rayon::prelude::*;
use rusqlite::{Connection, Row, params};

use super::articles::{self, Ready};
use super::identity::Identity;
use super::reading_documents::{Hashed, note, read};
use super::touched::Touched;
use super::{facts, linking};
use crate::error::Error;
use crate::input::{Basis, Document};
use crate::reading;

/// Articles that are read again in one transaction.
const TOGETHER: usize = 512;

/// What reading again came to.
#[derive(Debug, Default)]
pub struct Again {
    /// Articles that were read again.
    pub articles: usize,
    /// What a person should know of them.
    pub notes: Vec<String>,
}

/// How many articles were read by another reading than this program's.
pub fn stale(connection: &Connection) -> rusqlite::Result<usize> {
    let count = "SELECT count(*) FROM articles WHERE read_by <> ?1";
    connection.query_row(count, [reading::VERSION], |row| row.get::<_, i64>(0)).map(|count| count as usize)
}

/// Reads every stale article again, and makes again what rests on it.
///
/// Each transaction ends with whole articles, so that a stop loses only the work since the last one.
pub fn read_again(connection: &Connection) -> Result<Again, Error> {
    let mut again = Again::default();
    loop {
        let documents = stored(connection)?;
        if documents.is_empty() {
            return Ok(again);
        }
        let (ids, documents): (Vec<i64>, Vec<Hashed>) = documents.into_iter().unzip();
        let ready: Vec<Ready> = documents.into_par_iter().map(read).collect();
        connection.execute_batch("BEGIN IMMEDIATE")?;
        let written = write(connection, &ids, &ready);
        if written.is_err() {
            let _ = connection.execute_batch("ROLLBACK");
        }
        written?;
        connection.execute_batch("COMMIT")?;
        again.articles += ids.len();
        again.notes.extend(ready.iter().filter_map(note));
    }
}

fn write(connection: &Connection, ids: &[i64], ready: &[Ready]) -> Result<(), Error> {
    let mut touched = Touched::default();
    for (&article_id, ready) in ids.iter().zip(ready) {
        let load_id = connection
            .prepare_cached("SELECT load_id FROM articles WHERE article_id = ?1")?
            .query_row([article_id], |row| row.get(0))?;
        articles::write(connection, load_id, ready, Identity::Described(article_id), &mut touched)?;
    }
    linking::link(connection, &mut touched)?;
    facts::compare(connection, &mut touched)?;
    Ok(())
}

/// The next stale articles as documents, in the order in which they came.
fn stored(connection: &Connection) -> rusqlite::Result<Vec<(i64, Hashed)>> {
    let mut select = connection.prepare_cached(
        "SELECT article_id, name, outlet_basis, file, url, headline, published, published_at, published_basis, sha256, body
         FROM articles JOIN sources ON source_id = outlet_id WHERE read_by <> ?1 ORDER BY article_id LIMIT ?2",
    )?;
    select.query_map(params![reading::VERSION, TOGETHER as i64], document)?.collect()
}

fn document(row: &Row<'_>) -> rusqlite::Result<(i64, Hashed)> {
    let published_basis: Basis = row.get::<_, String>("published_basis")?.parse().unwrap_or(Basis::None);
    // A day that the text gives is read from it again.
    let given = !matches!(published_basis, Basis::None | Basis::Text);
    let published: Option<String> = row.get("published")?;
    let document = Document {
        file: row.get("file")?,
        outlet: row.get("name")?,
        outlet_basis: row.get::<_, String>("outlet_basis")?.parse().unwrap_or(Basis::File),
        url: row.get("url")?,
        headline: row.get("headline")?,
        published: published.filter(|_| given).and_then(|day| day.parse().ok()),
        published_at: row.get("published_at")?,
        published_basis,
        story: None,
        body: row.get("body")?,
    };
    Ok((row.get("article_id")?, (document, row.get("sha256")?)))
}
