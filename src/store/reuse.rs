//! Copied sentences of a story, made anew.

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use crate::comparing::reuse::{Line, reuses};

/// Writes the copied sentences of a story; gives for each copy the sentence that it copies.
pub(super) fn remake(connection: &Connection, story_id: i64) -> rusqlite::Result<FxHashMap<i64, i64>> {
    connection
        .prepare_cached(
            "DELETE FROM reuses WHERE sentence_b IN (SELECT sentence_id FROM sentences JOIN articles USING (article_id) WHERE story_id = ?1)
               OR sentence_a IN (SELECT sentence_id FROM sentences JOIN articles USING (article_id) WHERE story_id = ?1)",
        )?
        .execute([story_id])?;
    let articles: i64 = connection
        .prepare_cached("SELECT count(*) FROM articles WHERE story_id = ?1")?
        .query_row([story_id], |row| row.get(0))?;
    if articles < 2 {
        return Ok(FxHashMap::default());
    }
    let found = reuses(&lines(connection, story_id)?);
    let mut insert = connection.prepare_cached(
        "INSERT INTO reuses (sentence_a, sentence_b, similarity, changed, direction, same_origin) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    for reuse in &found {
        let direction = if reuse.known { "known" } else { "unknown" };
        let similarity = (reuse.similarity * 1000.0).round() / 1000.0;
        insert.execute(params![
            reuse.a,
            reuse.b,
            similarity,
            reuse.changed.map(super::super::comparing::reuse::Changed::as_str),
            direction,
            reuse.same_origin
        ])?;
    }
    Ok(found.iter().map(|reuse| (reuse.b, reuse.a)).collect())
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
