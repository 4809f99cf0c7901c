//! Stories, facts, relations, conflicts, copied sentences and origins of what a transaction touched, made anew.
//!
//! Facts of a story are made from its claims in the order of their keys, so any order of loading ends in the same rows;
//! a fact that is there keeps its row.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::answers::{self, Stored};
use super::touched::Touched;
use super::{anchoring, reuse, stories};
use crate::comparing::answer::Answer;
use crate::comparing::facts::{Fact, fact_key, facts};
use crate::comparing::origins::{Way, origins};
use crate::error::Error;

/// Makes anew what the touched articles take part in; called once a transaction, after linking.
pub fn compare(connection: &Connection, touched: &mut Touched) -> Result<(), Error> {
    stories::assign(connection, touched)?;
    let mut earlier = BTreeSet::new();
    for &story_id in &touched.stories {
        earlier.extend(facts_of(connection, story_id)?);
    }
    earlier.extend(known(connection, &touched.facts)?);
    let mut now = Now::default();
    for &story_id in &touched.stories {
        remake(connection, story_id, &mut now)?;
    }
    retire(connection, &earlier, &now)?;
    stories::clear(connection, touched)?;
    Ok(())
}

/// A fact's row and its key.
type Keyed = (i64, String);

fn facts_of(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<Keyed>> {
    connection
        .prepare_cached("SELECT fact_id, fact_key FROM facts WHERE story_id = ?1")?
        .query_map([story_id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Facts that lost a value, as far as they are still there.
fn known(connection: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<Vec<Keyed>> {
    let mut query = connection.prepare_cached("SELECT fact_id, fact_key FROM facts WHERE fact_id = ?1")?;
    let mut found = Vec::new();
    for id in ids {
        found.extend(query.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<Vec<_>, _>>()?);
    }
    Ok(found)
}

/// What the touched stories hold now.
#[derive(Default)]
struct Now {
    /// Facts that are true now.
    facts: BTreeSet<i64>,
    /// The fact of each value, by the key that a fact would have if that value came first: the heir of a retired fact.
    heirs: FxHashMap<String, i64>,
}

fn remake(connection: &Connection, story_id: i64, now: &mut Now) -> rusqlite::Result<()> {
    // By story and not by fact: the two values of a fact that is retired may go to different facts.
    for sql in [
        "DELETE FROM relations WHERE value_a IN (SELECT value_id FROM claim_values JOIN claims USING (claim_id)
           JOIN articles USING (article_id) WHERE story_id = ?1)",
        "DELETE FROM relations WHERE value_b IN (SELECT value_id FROM claim_values JOIN claims USING (claim_id)
           JOIN articles USING (article_id) WHERE story_id = ?1)",
    ] {
        connection.prepare_cached(sql)?.execute([story_id])?;
    }
    anchoring::anchor(connection, story_id)?;
    let copy_of = reuse::remake(connection, story_id)?;
    let stored = answers::of_story(connection, story_id)?;
    tell_answers(connection, &stored)?;
    let (answers, ways): (Vec<Answer>, Vec<(Way, Option<i64>)>) =
        stored.into_iter().map(|value| (value.answer, (value.way, value.fact_id))).unzip();
    for fact in facts(&answers) {
        let fact_id = put(connection, story_id, &fact)?;
        now.facts.insert(fact_id);
        let mut belongs = connection.prepare_cached("UPDATE claim_values SET fact_id = ?2 WHERE value_id = ?1")?;
        for &at in &fact.values {
            now.heirs.insert(fact_key(&answers[at].key), fact_id);
            if ways[at].1 != Some(fact_id) {
                belongs.execute([answers[at].value_id, fact_id])?;
            }
        }
        relate(connection, fact_id, &fact, &answers)?;
        let of_fact: Vec<_> = fact.values.iter().map(|&at| ways[at].0.clone()).collect();
        let mut insert = connection.prepare_cached(
            "INSERT INTO fact_origins (fact_id, source_id, standing, outlets) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for origin in origins(&of_fact, &copy_of) {
            insert.execute(params![fact_id, origin.source_id, origin.standing.as_str(), origin.outlets as i64])?;
        }
    }
    Ok(())
}

/// Keeps the normalised answers up to date: an entity may have got another name.
fn tell_answers(connection: &Connection, stored: &[Stored]) -> rusqlite::Result<()> {
    let mut update = connection.prepare_cached("UPDATE claim_values SET answer = ?2 WHERE value_id = ?1")?;
    for value in stored.iter().filter(|value| value.written != value.answer.answer) {
        update.execute(params![value.answer.value_id, value.answer.answer])?;
    }
    Ok(())
}

/// The fact's row, which it keeps as long as its key; what hangs on it is made anew.
fn put(connection: &Connection, story_id: i64, fact: &Fact) -> rusqlite::Result<i64> {
    let fact_id = connection
        .prepare_cached(
            "INSERT INTO facts (fact_key, story_id, question, kind, about_entity_id, attribute, rule) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
             ON CONFLICT (fact_key) DO UPDATE SET story_id = excluded.story_id, question = excluded.question, kind = excluded.kind,
               about_entity_id = excluded.about_entity_id, attribute = excluded.attribute, rule = excluded.rule
             RETURNING fact_id",
        )?
        .query_row(
            params![fact.key, story_id, fact.question, fact.kind.as_str(), fact.about, fact.attribute, fact.rule],
            |row| row.get(0),
        )?;
    for sql in [
        "DELETE FROM conflicts WHERE fact_id = ?1",
        "DELETE FROM fact_origins WHERE fact_id = ?1",
        "DELETE FROM fact_aliases WHERE fact_key = (SELECT fact_key FROM facts WHERE fact_id = ?1)",
    ] {
        connection.prepare_cached(sql)?.execute([fact_id])?;
    }
    Ok(fact_id)
}

fn relate(connection: &Connection, fact_id: i64, fact: &Fact, answers: &[Answer]) -> rusqlite::Result<()> {
    let ordered = |a: usize, b: usize| {
        let (a, b) = (answers[a].value_id, answers[b].value_id);
        (a.min(b), a.max(b))
    };
    let mut forget = connection.prepare_cached("DELETE FROM conflicts WHERE value_a = ?1 AND value_b = ?2")?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO conflicts (fact_id, kind, strength, value_a, value_b, rule, why) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for conflict in &fact.conflicts {
        let (a, b) = ordered(conflict.a, conflict.b);
        forget.execute([a, b])?; // it may have stood in a fact that is retired only later
        insert.execute(params![
            fact_id,
            fact.kind.as_str(),
            conflict.strength.as_str(),
            a,
            b,
            conflict.rule,
            conflict.why
        ])?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT OR REPLACE INTO relations (value_a, value_b, relation, rule) VALUES (?1, ?2, ?3, ?4)",
    )?;
    for pair in &fact.relations {
        let (a, b) = ordered(pair.a, pair.b);
        let relation = match pair.verdict {
            crate::comparing::relation::Verdict::Compatible => "compatible",
            _ => "not_comparable",
        };
        insert.execute(params![a, b, relation, pair.rule])?;
    }
    Ok(())
}

/// Facts that no value belongs to any more go; their keys lead to the fact that has their first value now.
fn retire(connection: &Connection, earlier: &BTreeSet<Keyed>, now: &Now) -> rusqlite::Result<()> {
    let mut inherit = connection.prepare_cached("UPDATE fact_aliases SET fact_id = ?2 WHERE fact_id = ?1")?;
    let mut alias =
        connection.prepare_cached("INSERT OR REPLACE INTO fact_aliases (fact_key, fact_id) VALUES (?1, ?2)")?;
    let mut delete = connection.prepare_cached("DELETE FROM facts WHERE fact_id = ?1")?;
    for (fact_id, key) in earlier.iter().filter(|(fact_id, _)| !now.facts.contains(fact_id)) {
        if let Some(&heir) = now.heirs.get(key) {
            inherit.execute([*fact_id, heir])?;
            alias.execute(params![key, heir])?;
        }
        delete.execute([fact_id])?;
    }
    Ok(())
}
