//! Articles as rows: a new one, a changed text of a stored one, or a stored one of which more is known.

use rusqlite::{Connection, OptionalExtension, params};

use super::identity::Identity;
use super::rows::{self, Written};
use super::touched::Touched;
use crate::input::{Basis, Document};
use crate::reading::{self, Reading};

/// A document with its reading, ready to be written.
#[derive(Debug)]
pub struct Ready {
    /// What was found.
    pub document: Document,
    /// Of the document's body.
    pub sha256: String,
    /// What reading made of it.
    pub reading: Reading,
    /// The lines of sentences at which reading failed; 0 is the headline.
    pub unread: Vec<usize>,
}

/// Writes an article and all that its reading found; returns its key.
pub fn write(
    connection: &Connection,
    load_id: i64,
    ready: &Ready,
    identity: Identity,
    touched: &mut Touched,
) -> rusqlite::Result<i64> {
    let document = &ready.document;
    let outlet_id = outlet(connection, &document.outlet, touched)?;
    let article_id = match identity {
        Identity::Stored(article_id) => return Ok(article_id),
        Identity::New => insert(connection, load_id, ready, outlet_id)?,
        Identity::Described(article_id) => {
            touched.leave(connection, article_id)?;
            forget_reading(connection, article_id)?;
            describe(connection, article_id, ready, outlet_id)?;
            article_id
        }
        Identity::Version(article_id) => {
            touched.leave(connection, article_id)?;
            keep_version(connection, article_id)?;
            forget_reading(connection, article_id)?;
            renew(connection, load_id, article_id, ready)?;
            describe(connection, article_id, ready, outlet_id)?;
            article_id
        }
    };
    put_in_story(connection, article_id, document)?;
    touched.articles.insert(article_id);
    let article = Written {
        article_id,
        outlet_id,
        outlet: &document.outlet,
        file: &document.file,
        headline: document.headline.as_deref().unwrap_or_default(),
        body: &document.body,
        sha256: &ready.sha256,
    };
    rows::write(connection, &article, &ready.reading)?;
    Ok(article_id)
}

/// The source row of an outlet, made where it is new.
fn outlet(connection: &Connection, name: &str, touched: &mut Touched) -> rusqlite::Result<i64> {
    let stored = connection
        .prepare_cached("SELECT source_id FROM sources WHERE name = ?1 AND kind = 'outlet'")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    if let Some(source_id) = stored {
        return Ok(source_id);
    }
    connection.prepare_cached("INSERT INTO sources (name, kind) VALUES (?1, 'outlet')")?.execute([name])?;
    let source_id = connection.last_insert_rowid();
    touched.sources.insert(source_id);
    Ok(source_id)
}

/// Headline, day and who says so, of the document or else of its text.
fn dated(ready: &Ready) -> (Option<&str>, Option<String>, Basis) {
    let (document, reading) = (&ready.document, &ready.reading);
    let in_text = reading.headline.map(|span| reading.locate(span).1.of(&document.body));
    let headline = document.headline.as_deref().or(in_text).filter(|headline| !headline.trim().is_empty());
    match (document.published, reading.dated) {
        (Some(day), _) => (headline, Some(day.to_string()), document.published_basis),
        (None, Some(day)) => (headline, Some(day.to_string()), Basis::Text),
        (None, None) => (headline, None, Basis::None),
    }
}

fn insert(connection: &Connection, load_id: i64, ready: &Ready, outlet_id: i64) -> rusqlite::Result<i64> {
    let document = &ready.document;
    let (headline, published, basis) = dated(ready);
    connection
        .prepare_cached(
            "INSERT INTO articles (outlet_id, file, url, headline, published, published_at, published_basis, outlet_basis, sha256, body, load_id, read_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            outlet_id,
            document.file,
            document.url,
            headline,
            published,
            document.published_at,
            basis.as_str(),
            document.outlet_basis.as_str(),
            ready.sha256,
            document.body,
            load_id,
            reading::VERSION,
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Takes over what is known now; an address and a headline that the document does not have stay.
fn describe(connection: &Connection, article_id: i64, ready: &Ready, outlet_id: i64) -> rusqlite::Result<()> {
    let document = &ready.document;
    let (headline, published, basis) = dated(ready);
    connection
        .prepare_cached(
            "UPDATE articles SET outlet_id = ?2, file = ?3, url = coalesce(?4, url), headline = coalesce(?5, headline),
               published = ?6, published_basis = ?7, published_at = ?8, outlet_basis = ?9, read_by = ?10 WHERE article_id = ?1",
        )?
        .execute(params![
            article_id,
            outlet_id,
            document.file,
            document.url,
            headline,
            published,
            basis.as_str(),
            document.published_at,
            document.outlet_basis.as_str(),
            reading::VERSION,
        ])?;
    Ok(())
}

fn renew(connection: &Connection, load_id: i64, article_id: i64, ready: &Ready) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE articles SET sha256 = ?2, body = ?3, load_id = ?4 WHERE article_id = ?1")?
        .execute(params![article_id, ready.sha256, ready.document.body, load_id])?;
    Ok(())
}

fn keep_version(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO article_versions (article_id, version, sha256, headline, body, load_id)
             SELECT article_id, (SELECT count(*) + 1 FROM article_versions WHERE article_id = ?1), sha256, headline, body, load_id
             FROM articles WHERE article_id = ?1",
        )?
        .execute([article_id])?;
    Ok(())
}

/// Removes what reading had found; what hangs on it goes with it.
fn forget_reading(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM claims WHERE article_id = ?1",
        "DELETE FROM mentions WHERE article_id = ?1",
        "DELETE FROM times WHERE article_id = ?1",
        "DELETE FROM quantities WHERE article_id = ?1",
        "DELETE FROM x_article_voices WHERE article_id = ?1",
        "DELETE FROM x_article_entities WHERE article_id = ?1",
        "DELETE FROM sentences WHERE article_id = ?1",
        "UPDATE articles SET credit_id = NULL WHERE article_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([article_id])?;
    }
    Ok(())
}

/// Puts an article into the story that a person named; without one, comparing finds its story.
fn put_in_story(connection: &Connection, article_id: i64, document: &Document) -> rusqlite::Result<()> {
    let Some(label) = &document.story else { return Ok(()) };
    let stored = connection
        .prepare_cached("SELECT story_id FROM stories WHERE forced = 1 AND label = ?1")?
        .query_row([label], |row| row.get::<_, i64>(0))
        .optional()?;
    let story_id = if let Some(story_id) = stored {
        story_id
    } else {
        connection
            .prepare_cached("INSERT INTO stories (label, reason, forced) VALUES (?1, 'put together by a person', 1)")?
            .execute([label])?;
        connection.last_insert_rowid()
    };
    connection
        .prepare_cached("UPDATE articles SET story_id = ?2 WHERE article_id = ?1")?
        .execute([article_id, story_id])?;
    Ok(())
}

#[cfg(test)]
mod tests;
