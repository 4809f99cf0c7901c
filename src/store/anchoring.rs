//! Days for the times of undated articles, from the dated articles of their story (`basis` is then `story`).
//!
//! `times.value` keeps what the article itself says (`XXXX-WXX-6`), so that the days can be worked out again when the story grows.

use jiff::civil::Date;
use rusqlite::{Connection, params};

use crate::comparing::anchor;
use crate::reading::counted_days;

/// Tells the days of every undated article of a story again; the articles whose days changed.
pub(super) fn anchor(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<i64>> {
    let undated: Vec<i64> = connection
        .prepare_cached("SELECT article_id FROM articles WHERE story_id = ?1 AND published IS NULL")?
        .query_map([story_id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    if undated.is_empty() {
        return Ok(Vec::new());
    }
    let published: Vec<String> = connection
        .prepare_cached("SELECT published FROM articles WHERE story_id = ?1 AND published IS NOT NULL")?
        .query_map([story_id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let reference = anchor::reference(published.iter().filter_map(|day| day.parse().ok()).collect());
    let mut changed = Vec::new();
    for article_id in undated {
        if article(connection, article_id, reference)? {
            changed.push(article_id);
        }
    }
    Ok(changed)
}

fn article(connection: &Connection, article_id: i64, reference: Option<Date>) -> rusqlite::Result<bool> {
    let mut any = false;
    let times: Vec<(i64, String, String)> = connection
        .prepare_cached(
            "SELECT time_id, value, text FROM times WHERE article_id = ?1 AND basis IN ('none', 'story') AND type = 'DATE'",
        )?
        .query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<_, _>>()?;
    for (time_id, value, words) in times {
        let counted = |day| value.starts_with("XXXX-XX").then(|| counted_days(&words, day)).flatten();
        let days = reference.and_then(|day| anchor::days(&value, day).or_else(|| counted(day)));
        let (low, high) = days.map(|(low, high)| (low.to_string(), high.to_string())).unzip();
        let basis = if days.is_some() { "story" } else { "none" };
        let changed = connection
            .prepare_cached("UPDATE times SET date_low = ?2, date_high = ?3, basis = ?4 WHERE time_id = ?1 AND (date_low, date_high, basis) IS NOT (?2, ?3, ?4)")?
            .execute(params![time_id, low, high, basis])?;
        if changed > 0 {
            any = true;
            connection
                .prepare_cached(
                    "UPDATE claim_values SET date_low = ?2, date_high = ?3 WHERE time_id = ?1 AND kind = 'date'",
                )?
                .execute(params![time_id, low, high])?;
        }
    }
    Ok(any)
}
