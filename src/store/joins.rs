//! Blocks of values and the joins between them: which values of a story a fresh one is compared with, and what came of it.
//!
//! A value meets only what shares a block with it, found by an index; so one more article costs what its candidates
//! cost, however much is stored beside them.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::answers::{self, Stored};
use crate::comparing::answer::Answer;
use crate::comparing::blocks::blocks;
use crate::comparing::facts::{Joins, joins, joins_of};
use crate::comparing::{accounts, aligned_answers};

/// Compares fresh values with their candidates again; what they were joined with before is forgotten.
pub(super) fn renew(connection: &Connection, fresh: &BTreeSet<i64>) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM x_value_joins WHERE value_a = ?1",
        "DELETE FROM x_value_joins WHERE value_b = ?1",
        "DELETE FROM x_value_blocks WHERE value_id = ?1",
    ] {
        let mut forget = connection.prepare_cached(sql)?;
        fresh.iter().try_for_each(|id| forget.execute([id]).map(drop))?;
    }
    let own = answers::of_values(connection, fresh)?;
    let mut insert =
        connection.prepare_cached("INSERT INTO x_value_blocks (story_id, block, value_id) VALUES (?1, ?2, ?3)")?;
    let mut opened: FxHashMap<i64, BTreeSet<String>> = FxHashMap::default();
    for value in &own {
        let open = opened.entry(value.story_id).or_default();
        for block in blocks(&value.answer) {
            insert.execute(params![value.story_id, block, value.answer.value_id])?;
            open.insert(block);
        }
    }
    for (&story_id, blocks) in &opened {
        let mut members: BTreeSet<i64> =
            own.iter().filter(|value| value.story_id == story_id).map(Stored::id).collect();
        members.extend(members_of(connection, story_id, blocks)?);
        join(connection, &members, fresh)?;
    }
    Ok(())
}

/// The values of a story that stand in one of these blocks.
fn members_of(connection: &Connection, story_id: i64, blocks: &BTreeSet<String>) -> rusqlite::Result<BTreeSet<i64>> {
    let mut query =
        connection.prepare_cached("SELECT value_id FROM x_value_blocks WHERE story_id = ?1 AND block = ?2")?;
    let mut found = BTreeSet::new();
    for block in blocks {
        for id in query.query_map(params![story_id, block], |row| row.get(0))? {
            found.insert(id?);
        }
    }
    Ok(found)
}

/// Writes which fresh values answer one question with another of the members.
fn join(connection: &Connection, members: &BTreeSet<i64>, fresh: &BTreeSet<i64>) -> rusqlite::Result<()> {
    let answers: Vec<Answer> = answers::of_values(connection, members)?.into_iter().map(|value| value.answer).collect();
    let mut insert = connection
        .prepare_cached("INSERT INTO x_value_joins (value_a, value_b, score, rule) VALUES (?1, ?2, ?3, ?4)")?;
    for ((a, b), join) in joins(&answers, |at| fresh.contains(&answers[at].value_id)) {
        let (a, b) = (answers[a].value_id, answers[b].value_id);
        insert.execute(params![a.min(b), a.max(b), (join.score * 100.0).round() / 100.0, join.rule])?;
    }
    Ok(())
}

/// The values that joins lead to from some values, with these themselves.
pub(super) fn connected(connection: &Connection, from: BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
    let mut query = connection.prepare_cached(
        "SELECT value_b FROM x_value_joins WHERE value_a = ?1 UNION ALL SELECT value_a FROM x_value_joins WHERE value_b = ?1",
    )?;
    let mut next: Vec<i64> = from.iter().copied().collect();
    let mut found = from;
    while let Some(value) = next.pop() {
        for other in query.query_map([value], |row| row.get(0))? {
            let other = other?;
            if found.insert(other) {
                next.push(other);
            }
        }
    }
    Ok(found)
}

/// The joins between some values, by their places.
pub(super) fn between(connection: &Connection, answers: &[Answer]) -> rusqlite::Result<Joins> {
    let places: FxHashMap<i64, usize> = answers.iter().enumerate().map(|(at, answer)| (answer.value_id, at)).collect();
    let mut query = connection.prepare_cached("SELECT value_b, rule FROM x_value_joins WHERE value_a = ?1")?;
    let (mut asked, mut settled) = (Vec::new(), Vec::new());
    for (at, answer) in answers.iter().enumerate() {
        let others = query.query_map([answer.value_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for other in others {
            let (other, rule): (i64, String) = other?;
            let Some(&other) = places.get(&other) else { continue };
            let pair = (at.min(other), at.max(other));
            // What passages side by side have joined is not asked of the values again.
            match [aligned_answers::JOIN, accounts::JOIN].into_iter().find(|join| join.rule == rule) {
                Some(join) => settled.push((pair, join)),
                None => asked.push(pair),
            }
        }
    }
    let mut joins = joins_of(answers, asked);
    joins.extend(settled);
    Ok(joins)
}
