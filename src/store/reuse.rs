//! Copied sentences of a story, made again where fresh articles have a part in them.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use crate::comparing::reuse::{Attributed, Changed, Line, Reuse, reuses};
use crate::span::Span;

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

/// The sentences of a story that can be copied, with whom they name, what they quote, their hedges and figures.
fn lines(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<Line>> {
    let mut attributed = attributed(connection, story_id)?;
    let mut quoted = quoted(connection, story_id)?;
    let mut hedges = words(
        connection,
        story_id,
        "SELECT sentence_id, lower(hedge) FROM articles JOIN claims USING (article_id)
         WHERE story_id = ?1 AND hedge IS NOT NULL ORDER BY 1, 2",
    )?;
    let mut figures = words(
        connection,
        story_id,
        "SELECT sentence_id, coalesce(low, '') || '-' || coalesce(high, '') || ' ' || coalesce(unit, '')
         FROM articles JOIN quantities USING (article_id) WHERE story_id = ?1 ORDER BY 1, 2",
    )?;
    let mut query = connection.prepare_cached(
        "SELECT sentence_id, article_id, name || char(9) || file || char(9) || sha256 AS article, published, ordinal, paragraph,
           start_char, substr(body, start_char + 1, end_char - start_char) AS text,
           EXISTS (SELECT 1 FROM sentences AS h JOIN claims USING (sentence_id) JOIN attributions USING (claim_id)
                   WHERE h.article_id = articles.article_id AND h.section = 'headline' AND hop > 0) AS headline_credits
         FROM articles JOIN sentences USING (article_id) JOIN sources ON source_id = outlet_id
         WHERE story_id = ?1 AND section <> 'boilerplate' AND text_of = 'body' AND end_char - start_char < 5000",
    )?;
    query
        .query_map([story_id], |row| {
            let sentence_id = row.get("sentence_id")?;
            let text: String = row.get("text")?;
            let start: i64 = row.get("start_char")?;
            let spans = quoted.remove(&sentence_id).unwrap_or_default();
            Ok(Line {
                sentence_id,
                article: (row.get("article")?, row.get("article_id")?),
                published: row.get::<_, Option<String>>("published")?.and_then(|day| day.parse().ok()),
                ordinal: row.get("ordinal")?,
                paragraph: row.get("paragraph")?,
                quoted: spans.into_iter().map(|(from, to)| bytes(&text, from - start, to - start)).collect(),
                text,
                attributed: attributed.remove(&sentence_id).unwrap_or_default(),
                hedges: hedges.remove(&sentence_id).unwrap_or_default(),
                headline_credits: row.get("headline_credits")?,
                figures: figures.remove(&sentence_id).unwrap_or_default(),
            })
        })?
        .collect()
}

/// Code points of `text` as bytes, cut to what lies in it.
fn bytes(text: &str, from: i64, to: i64) -> Span {
    let at = |point: i64| {
        let point = usize::try_from(point).unwrap_or(0);
        text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte)
    };
    Span::new(at(from), at(to))
}

/// Words of each sentence of a story, in order.
fn words(connection: &Connection, story_id: i64, sql: &str) -> rusqlite::Result<FxHashMap<i64, Vec<String>>> {
    let mut found: FxHashMap<i64, Vec<String>> = FxHashMap::default();
    let mut query = connection.prepare_cached(sql)?;
    let mut rows = query.query([story_id])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(row.get(1)?);
    }
    Ok(found)
}

/// Whom each sentence of a story names for something that it puts forward, wherever the claim starts.
fn attributed(connection: &Connection, story_id: i64) -> rusqlite::Result<FxHashMap<i64, Vec<Attributed>>> {
    let mut found: FxHashMap<i64, Vec<Attributed>> = FxHashMap::default();
    let mut query = connection.prepare_cached(
        "SELECT s.sentence_id, c.origin_id, v.name, coalesce(h.source_text, ''), coalesce(h.cue, ''),
           h.anonymity = 'named', v.kind,
           h.voice_confidence >= 0.8 AND h.anonymity NOT IN ('unresolved', 'unnamed') AND c.kind = 'indirect'
             AND c.polarity = 'affirmed' AND c.modality NOT IN ('wanted', 'planned', 'possible')
         FROM articles JOIN claims AS c USING (article_id)
         JOIN attributions AS h ON h.claim_id = c.claim_id AND h.hop > 0 JOIN sources AS v USING (source_id)
         JOIN sentences AS s ON s.article_id = c.article_id AND s.start_char < c.end_char AND s.end_char > c.start_char
         JOIN sentences AS n ON n.sentence_id = c.sentence_id AND n.text_of = s.text_of
         WHERE story_id = ?1 ORDER BY s.sentence_id, c.claim_key, h.hop",
    )?;
    let mut rows = query.query([story_id])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push(Attributed {
            origin_id: row.get(1)?,
            name: row.get(2)?,
            source: row.get(3)?,
            cue: row.get(4)?,
            is_named: row.get(5)?,
            kind: row.get(6)?,
            is_sure: row.get(7)?,
        });
    }
    Ok(found)
}

/// The stretches of each sentence of a story, in code points of the body, that stand in quotation marks.
fn quoted(connection: &Connection, story_id: i64) -> rusqlite::Result<FxHashMap<i64, Vec<(i64, i64)>>> {
    let mut found: FxHashMap<i64, Vec<(i64, i64)>> = FxHashMap::default();
    let mut query = connection.prepare_cached(
        "SELECT DISTINCT s.sentence_id, max(p.start_char, s.start_char), min(p.end_char, s.end_char)
         FROM articles JOIN claims AS c USING (article_id) JOIN claim_spans AS p USING (claim_id)
         JOIN sentences AS s ON s.article_id = c.article_id AND s.start_char < p.end_char AND s.end_char > p.start_char
         JOIN sentences AS n ON n.sentence_id = c.sentence_id AND n.text_of = s.text_of
         WHERE story_id = ?1 AND c.kind = 'direct' ORDER BY 1, 2, 3",
    )?;
    let mut rows = query.query([story_id])?;
    while let Some(row) = rows.next()? {
        found.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(found)
}
