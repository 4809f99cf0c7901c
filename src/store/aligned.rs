//! Values of passages that tell of one thing, joined: the joins of a story are made again whenever its comparisons are.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::answers;
use crate::comparing::aligned_answers::{ALIGNED, JOIN, is_plain, pairs};
use crate::comparing::answer::Answer;
use crate::reading::FactKind;

/// Joins the values of each story that stand in aligned passages; the values whose joins are others now.
pub(super) fn renew(connection: &Connection, stories: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
    let mut changed = BTreeSet::new();
    for &story_id in stories {
        let before = forget(connection, story_id)?;
        let now = join(connection, story_id)?;
        changed.extend(before.symmetric_difference(&now).flat_map(|&(a, b)| [a, b]));
    }
    Ok(changed)
}

type Pairs = BTreeSet<(i64, i64)>;

/// Takes back the joins that alignment made in a story, and gives them.
fn forget(connection: &Connection, story_id: i64) -> rusqlite::Result<Pairs> {
    let joined: Pairs = connection
        .prepare_cached(
            "SELECT value_a, value_b FROM articles JOIN claims USING (article_id) JOIN claim_values USING (claim_id)
             JOIN x_value_joins ON value_a = value_id WHERE story_id = ?1 AND x_value_joins.rule = ?2",
        )?
        .query_map(params![story_id, JOIN.rule], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut delete = connection.prepare_cached("DELETE FROM x_value_joins WHERE value_a = ?1 AND value_b = ?2")?;
    joined.iter().try_for_each(|&(a, b)| delete.execute([a, b]).map(drop))?;
    Ok(joined)
}

fn join(connection: &Connection, story_id: i64) -> rusqlite::Result<Pairs> {
    let kinds = FactKind::ALL.iter().filter(|kind| is_plain(**kind)).map(|kind| format!("'{kind}'"));
    let values: BTreeSet<i64> = connection
        .prepare_cached(&format!(
            "SELECT value_id FROM articles JOIN claims USING (article_id) JOIN claim_values AS v USING (claim_id)
             WHERE story_id = ?1 AND v.kind IN ({})",
            kinds.collect::<Vec<_>>().join(", ")
        ))?
        .query_map([story_id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let values = answers::of_values(connection, &values)?;
    let mut told: BTreeMap<i64, Vec<&Answer>> = BTreeMap::new();
    for value in &values {
        told.entry(value.answer.place.sentence_id).or_default().push(&value.answer);
    }
    let aligned: Vec<(i64, i64)> = connection
        .prepare_cached("SELECT sentence_a, sentence_b FROM comparisons WHERE story_id = ?1 AND alignment >= ?2")?
        .query_map(params![story_id, ALIGNED], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO x_value_joins (value_a, value_b, score, rule) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut joined = Pairs::new();
    for (a, b) in aligned {
        let (Some(a), Some(b)) = (told.get(&a), told.get(&b)) else { continue };
        for (one, other) in pairs(a, b) {
            let (one, other) = (a[one].value_id, b[other].value_id);
            let pair = (one.min(other), one.max(other));
            // What another rule has joined already is joined more surely.
            if insert.execute(params![pair.0, pair.1, JOIN.score, JOIN.rule])? > 0 {
                joined.insert(pair);
            }
        }
    }
    Ok(joined)
}
