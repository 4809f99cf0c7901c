//! Identity: whether a document is already there, another version of a stored article, or a new one.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};

use crate::input::{Basis, Document};
use crate::reading::is_missing;
use crate::span::CodePoints;

/// What a document is to the database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Identity {
    /// Nothing like it is there.
    New,
    /// It is there, and nothing better is known about it now.
    Stored(i64),
    /// The same text is there, and more is known about it now: its outlet or its date.
    Described(i64),
    /// A changed text of this article.
    Version(i64),
}

/// Compares a document with what is stored.
pub fn identify(connection: &Connection, document: &Document, sha256: &str) -> rusqlite::Result<Identity> {
    if let Some(identity) = same_outlet_and_text(connection, document, sha256)? {
        return Ok(identity);
    }
    if let Some(identity) = same_text(connection, document, sha256)? {
        return Ok(identity);
    }
    if let Some(article_id) = same_url(connection, document)? {
        return Ok(Identity::Version(article_id));
    }
    Ok(same_file(connection, document)?.map_or(Identity::New, Identity::Version))
}

/// The same outlet and text, wherever it lies, in the newest version or an earlier one.
fn same_outlet_and_text(
    connection: &Connection,
    document: &Document,
    sha256: &str,
) -> rusqlite::Result<Option<Identity>> {
    let stored = connection
        .prepare_cached(
            "SELECT article_id, published_basis, url IS NULL, headline IS NULL, coalesce(forced AND label IS ?3, 0),
               headline <> ?4 AND (file = ?5 OR url = ?6) AND NOT EXISTS (SELECT 1 FROM article_versions AS earlier
                 WHERE earlier.article_id = articles.article_id AND earlier.sha256 = ?2 AND earlier.headline = ?4)
             FROM articles JOIN sources ON source_id = outlet_id LEFT JOIN stories USING (story_id)
             WHERE sources.name = ?1 AND sources.kind = 'outlet' AND sha256 = ?2",
        )?
        .query_row(
            params![document.outlet, sha256, document.story, document.headline, document.file, document.url],
            |row| {
                let renamed: Option<bool> = row.get(5)?;
                Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?, row.get(3)?, row.get(4)?, renamed))
            },
        )
        .optional()?;
    let Some((article_id, basis, no_url, no_headline, in_story, renamed)) = stored else {
        return earlier_version(connection, document, sha256);
    };
    let (no_url, no_headline, in_story): (bool, bool, bool) = (no_url, no_headline, in_story);
    // A headline that is no part of the body has changed: the same text is read again below it.
    if renamed == Some(true) && document.headline.as_deref().is_some_and(|title| is_missing(&document.body, title)) {
        return Ok(Some(Identity::Version(article_id)));
    }
    let date = document.published.is_some() && matches!(basis.as_str(), "none" | "text");
    let address = no_url && document.url.is_some();
    let headline = no_headline && document.headline.is_some();
    let story = document.story.is_some() && !in_story;
    let better = date || address || headline || story;
    Ok(Some(if better { Identity::Described(article_id) } else { Identity::Stored(article_id) }))
}

fn earlier_version(connection: &Connection, document: &Document, sha256: &str) -> rusqlite::Result<Option<Identity>> {
    connection
        .prepare_cached(
            "SELECT article_id FROM article_versions AS earlier JOIN articles USING (article_id) JOIN sources ON source_id = outlet_id
             WHERE earlier.sha256 = ?1 AND sources.name = ?2",
        )?
        .query_row(params![sha256, document.outlet], |row| row.get(0).map(Identity::Stored))
        .optional()
}

/// The same text where one of the two outlets is only a file's name: the better name wins, whichever came first.
fn same_text(connection: &Connection, document: &Document, sha256: &str) -> rusqlite::Result<Option<Identity>> {
    let name = document.file.rsplit('/').next().unwrap_or_default();
    let mut statement = connection.prepare_cached(
        "SELECT article_id FROM articles WHERE sha256 = ?1 AND (outlet_basis = 'file') = ?2
         ORDER BY file = ?3 DESC, file = ?4 OR file LIKE '%/' || ?4 DESC, article_id LIMIT 1",
    )?;
    let by_file = document.outlet_basis == Basis::File;
    let found = statement.query_row(params![sha256, !by_file, document.file, name], |row| row.get(0)).optional()?;
    Ok(found.map(if by_file { Identity::Stored } else { Identity::Described }))
}

fn same_url(connection: &Connection, document: &Document) -> rusqlite::Result<Option<i64>> {
    let Some(url) = &document.url else { return Ok(None) };
    connection
        .prepare_cached("SELECT article_id FROM articles WHERE url = ?1 ORDER BY article_id LIMIT 1")?
        .query_row([url], |row| row.get(0))
        .optional()
}

/// The same file and outlet, with at least half of the sentences kept.
fn same_file(connection: &Connection, document: &Document) -> rusqlite::Result<Option<i64>> {
    let mut statement = connection.prepare_cached(
        "SELECT article_id, body, url FROM articles JOIN sources ON source_id = outlet_id
         WHERE file = ?1 AND sources.name = ?2 AND sources.kind = 'outlet' ORDER BY article_id",
    )?;
    let mut rows = statement.query(params![document.file, document.outlet])?;
    while let Some(row) = rows.next()? {
        let (article_id, body, url): (i64, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let other_address = url.is_some() && document.url.is_some() && url != document.url;
        if !other_address && keeps_half(connection, article_id, &body, &document.body)? {
            return Ok(Some(article_id));
        }
    }
    Ok(None)
}

/// Whether at least half of the stored sentences stand in the new text, boilerplate left out.
fn keeps_half(connection: &Connection, article_id: i64, body: &str, new: &str) -> rusqlite::Result<bool> {
    let mut statement = connection.prepare_cached(
        "SELECT start_char, end_char FROM sentences WHERE article_id = ?1 AND section <> 'boilerplate' AND text_of = 'body'",
    )?;
    let spans = statement.query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let starts = CodePoints::starts(body);
    let (mut all, mut kept) = (0, 0);
    let lines: HashSet<&str> = new.lines().map(str::trim).collect();
    for span in spans {
        let (start, end): (i64, i64) = span?;
        let sentence =
            starts.get(start as usize).zip(starts.get(end as usize)).and_then(|(&start, &end)| body.get(start..end));
        let sentence = sentence.unwrap_or_default();
        all += 1;
        kept += usize::from(lines.contains(sentence) || new.contains(sentence));
    }
    Ok(all > 0 && kept * 2 >= all)
}
