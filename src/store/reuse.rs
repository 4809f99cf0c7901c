//! Copied sentences of a story, made anew where fresh articles have a part in them.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use crate::comparing::reuse::{Changed, Line, Reuse, reuses};

/// Looks again at the sentences that fresh articles may copy or be copied by; the sentences whose original is another
/// one now.
pub(super) fn remake(
    connection: &Connection,
    stories: &BTreeSet<i64>,
    fresh: &BTreeSet<i64>,
) -> rusqlite::Result<BTreeSet<i64>> {
    let mut before = FxHashMap::default();
    for &story_id in stories {
        before.extend(originals(connection, story_id)?);
    }
    let mut orphans = BTreeSet::new();
    for &article_id in fresh {
        orphans.extend(copies_of(connection, article_id)?);
    }
    forget(connection, &orphans)?;
    let mut now = FxHashMap::default();
    for &story_id in stories {
        let is_fresh = |line: &Line| fresh.contains(&line.article.1) || orphans.contains(&line.sentence_id);
        let told = reuses(&lines(connection, story_id)?, is_fresh);
        forget(connection, &told.looked_at)?;
        insert(connection, &told.found)?;
        now.extend(originals(connection, story_id)?);
    }
    let differs = |sentence: &&i64| before.get(sentence) != now.get(sentence);
    Ok(before.keys().chain(now.keys()).chain(&orphans).filter(differs).copied().collect())
}

fn forget<'a>(connection: &Connection, copies: impl IntoIterator<Item = &'a i64>) -> rusqlite::Result<()> {
    let mut forget = connection.prepare_cached("DELETE FROM reuses WHERE sentence_b = ?1")?;
    copies.into_iter().try_for_each(|sentence| forget.execute([sentence]).map(drop))
}

fn insert(connection: &Connection, found: &[Reuse]) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO reuses (sentence_a, sentence_b, similarity, changed, direction, same_origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for reuse in found {
        let direction = if reuse.known { "known" } else { "unknown" };
        let similarity = (reuse.similarity * 1000.0).round() / 1000.0;
        let changed = reuse.changed.map(Changed::as_str);
        insert.execute(params![reuse.a, reuse.b, similarity, changed, direction, reuse.same_origin])?;
    }
    Ok(())
}

/// The original of each copied sentence of a story.
pub(super) fn originals(connection: &Connection, story_id: i64) -> rusqlite::Result<FxHashMap<i64, i64>> {
    connection
        .prepare_cached(
            "SELECT sentence_b, sentence_a FROM articles JOIN sentences USING (article_id)
             JOIN reuses ON sentence_b = sentence_id WHERE story_id = ?1",
        )?
        .query_map([story_id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// The sentences that copy one of an article, or that an article has copied.
fn copies_of(connection: &Connection, article_id: i64) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT sentence_b FROM sentences JOIN reuses ON sentence_a = sentence_id WHERE article_id = ?1
             UNION SELECT sentence_b FROM sentences JOIN reuses ON sentence_b = sentence_id WHERE article_id = ?1",
        )?
        .query_map([article_id], |row| row.get(0))?
        .collect()
}

fn lines(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<Line>> {
    let mut origins: FxHashMap<i64, Vec<i64>> = FxHashMap::default();
    let mut sources: FxHashMap<i64, Vec<String>> = FxHashMap::default();
    let mut hedges: FxHashMap<i64, Vec<String>> = FxHashMap::default();
    let mut query = connection.prepare_cached(
        "SELECT c.sentence_id, c.origin_id, c.hedge, lower(h.source_text) FROM articles JOIN claims AS c USING (article_id)
         LEFT JOIN attributions AS h ON h.claim_id = c.claim_id AND h.hop > 0
         WHERE story_id = ?1 ORDER BY c.sentence_id, c.claim_key, hop",
    )?;
    let mut rows = query.query([story_id])?;
    while let Some(row) = rows.next()? {
        let sentence: i64 = row.get(0)?;
        if let Some(source) = row.get::<_, Option<String>>(3)? {
            sources.entry(sentence).or_default().push(source);
            origins.entry(sentence).or_default().push(row.get(1)?);
        }
        if let Some(hedge) = row.get::<_, Option<String>>(2)? {
            hedges.entry(sentence).or_default().push(hedge.to_lowercase());
        }
    }
    let mut figures: FxHashMap<i64, Vec<String>> = FxHashMap::default();
    let mut query = connection.prepare_cached(
        "SELECT sentence_id, lower(text) FROM articles JOIN quantities USING (article_id) WHERE story_id = ?1 ORDER BY sentence_id, start_char",
    )?;
    let mut rows = query.query([story_id])?;
    while let Some(row) = rows.next()? {
        figures.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    let mut query = connection.prepare_cached(
        "SELECT sentence_id, article_id, name || char(9) || file || char(9) || sha256 AS article, published, ordinal,
           substr(body, start_char + 1, end_char - start_char) AS text
         FROM articles JOIN sentences USING (article_id) JOIN sources ON source_id = outlet_id
         WHERE story_id = ?1 AND section <> 'boilerplate' AND end_char - start_char < 5000",
    )?;
    let sorted = |mut words: Vec<String>| {
        words.sort();
        words
    };
    query
        .query_map([story_id], |row| {
            let sentence_id = row.get("sentence_id")?;
            Ok(Line {
                sentence_id,
                article: (row.get("article")?, row.get("article_id")?),
                published: row.get::<_, Option<String>>("published")?.and_then(|day| day.parse().ok()),
                ordinal: row.get("ordinal")?,
                text: row.get("text")?,
                origins: origins.remove(&sentence_id).unwrap_or_default(),
                source_words: sources.remove(&sentence_id).unwrap_or_default(),
                hedges: sorted(hedges.remove(&sentence_id).unwrap_or_default()),
                figures: sorted(figures.remove(&sentence_id).unwrap_or_default()),
            })
        })?
        .collect()
}
