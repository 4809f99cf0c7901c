//! Stories, facts, relations, conflicts, copied sentences and origins of what a transaction touched, made again.
//!
//! Facts of a story are made from its claims in the order of their keys, so any order of loading ends in the same rows;
//! a fact that is there keeps its row.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::answers::{self, Stored};
use super::touched::Touched;
use super::{accounts, aligned, anchoring, comparisons, joins, passages, reuse, stories};
use crate::comparing::aligning;
use crate::comparing::answer::Answer;
use crate::comparing::facts::{Fact, fact_key, facts};
use crate::comparing::origins::{Way, origins};
use crate::error::Error;

/// Makes again what the touched articles take part in; called once a transaction, after linking.
///
/// Fresh values (those of touched articles) are joined with their candidates; the facts of whatever joins connect them
/// with, and of whatever they were connected with before, are made again. Nothing else is read.
pub fn compare(connection: &Connection, touched: &mut Touched) -> Result<(), Error> {
    stories::assign(connection, touched)?;
    for &story_id in &touched.stories {
        touched.articles.extend(anchoring::anchor(connection, story_id)?);
        touched.articles.extend(unread(connection, story_id)?);
    }
    for &story_id in &touched.stories {
        touched.facts.extend(accounts::forget(connection, story_id)?);
    }
    let fresh = gather(connection, VALUES_OF_ARTICLE, &touched.articles)?;
    let mut around = gather(connection, VALUES_OF_FACT, &touched.facts)?;
    around.extend(gather(connection, VALUES_OF_FACT, &gather(connection, FACT_OF_VALUE, &fresh)?)?);
    let copies = reuse::remake(connection, &touched.stories, &touched.articles)?;
    around.extend(gather(connection, VALUES_OF_SENTENCE, &copies)?);
    let (mut told, mut compared) = (Vec::new(), Vec::new());
    for &story_id in &touched.stories {
        let articles = passages::of_story(connection, story_id)?;
        let rows = aligning::comparisons(&articles);
        comparisons::replace(connection, story_id, &rows)?;
        compared.push((story_id, rows));
        told.push((story_id, articles));
    }
    joins::renew(connection, &fresh)?;
    for (_, rows) in &compared {
        around.extend(accounts::write(connection, rows)?);
    }
    around.extend(aligned::renew(connection, &touched.stories)?);
    around.extend(&fresh);
    let open = joins::connected(connection, around)?;
    let mut earlier = gather(connection, FACT_OF_VALUE, &open)?;
    earlier.extend(&touched.facts);
    let earlier = keyed(connection, &earlier)?;
    let now = remake(connection, &open)?;
    retire(connection, &earlier, &now)?;
    stories::clear(connection, touched)?;
    comparisons::settle(connection, &told)?;
    Ok(())
}

const VALUES_OF_ARTICLE: &str =
    "SELECT value_id FROM articles JOIN claims USING (article_id) JOIN claim_values USING (claim_id)
     WHERE article_id = ?1 AND story_id IS NOT NULL";
const VALUES_OF_FACT: &str = "SELECT value_id FROM claim_values WHERE fact_id = ?1";
const FACT_OF_VALUE: &str = "SELECT fact_id FROM claim_values WHERE value_id = ?1 AND fact_id IS NOT NULL";
const VALUES_OF_SENTENCE: &str =
    "SELECT value_id FROM sentences AS s JOIN claims USING (article_id) JOIN claim_values AS v USING (claim_id)
     JOIN sentences AS hosts ON hosts.sentence_id = claims.sentence_id AND hosts.text_of = s.text_of
     WHERE s.sentence_id = ?1 AND v.start_char >= s.start_char AND v.start_char < s.end_char";

/// What a query finds for each id.
fn gather(connection: &Connection, sql: &str, ids: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<i64>> {
    let mut query = connection.prepare_cached(sql)?;
    let mut found = BTreeSet::new();
    for id in ids {
        for other in query.query_map([id], |row| row.get(0))? {
            found.insert(other?);
        }
    }
    Ok(found)
}

/// Articles of a story whose values have never been put into blocks: loaded by a program that knew none.
fn unread(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT article_id FROM articles AS a WHERE story_id = ?1 AND NOT EXISTS
               (SELECT 1 FROM claims AS c JOIN claim_values AS v USING (claim_id) JOIN x_value_blocks USING (value_id) WHERE c.article_id = a.article_id)",
        )?
        .query_map([story_id], |row| row.get(0))?
        .collect()
}

/// A fact's row and its key.
type Keyed = (i64, String);

/// Those facts that are still there.
fn keyed(connection: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<BTreeSet<Keyed>> {
    let mut query = connection.prepare_cached("SELECT fact_id, fact_key FROM facts WHERE fact_id = ?1")?;
    let mut found = BTreeSet::new();
    for id in ids {
        for fact in query.query_map([id], |row| Ok((row.get(0)?, row.get(1)?)))? {
            found.insert(fact?);
        }
    }
    Ok(found)
}

/// What the open values answer now.
#[derive(Default)]
struct Now {
    /// Facts that are true now.
    facts: BTreeSet<i64>,
    /// The fact of each value, by the key that a fact would have if that value came first: the heir of a retired fact.
    heirs: FxHashMap<String, i64>,
}

fn remake(connection: &Connection, open: &BTreeSet<i64>) -> rusqlite::Result<Now> {
    // By value and not by fact: the two values of a fact that is retired may go to different facts.
    for sql in ["DELETE FROM relations WHERE value_a = ?1", "DELETE FROM relations WHERE value_b = ?1"] {
        let mut forget = connection.prepare_cached(sql)?;
        open.iter().try_for_each(|id| forget.execute([id]).map(drop))?;
    }
    let mut stories: BTreeMap<i64, Vec<Stored>> = BTreeMap::new();
    for value in answers::of_values(connection, open)? {
        stories.entry(value.story_id).or_default().push(value);
    }
    let mut now = Now::default();
    for (story_id, stored) in stories {
        tell_answers(connection, &stored)?;
        story(connection, story_id, stored, &mut now)?;
    }
    Ok(now)
}

/// The facts of the open values of one story.
fn story(connection: &Connection, story_id: i64, stored: Vec<Stored>, now: &mut Now) -> rusqlite::Result<()> {
    let (answers, ways): (Vec<Answer>, Vec<(Way, Option<i64>)>) =
        stored.into_iter().map(|value| (value.answer, (value.way, value.fact_id))).unzip();
    let joins = joins::between(connection, &answers)?;
    let copy_of = reuse::originals(connection, story_id)?;
    let mut belongs = connection.prepare_cached("UPDATE claim_values SET fact_id = ?2 WHERE value_id = ?1")?;
    let mut placed = vec![false; answers.len()];
    for fact in facts(&answers, &joins) {
        let fact_id = put(connection, story_id, &fact)?;
        now.facts.insert(fact_id);
        for &at in &fact.values {
            placed[at] = true;
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
    for at in (0..answers.len()).filter(|&at| !placed[at] && ways[at].1.is_some()) {
        belongs.execute(params![answers[at].value_id, None::<i64>])?;
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

/// The fact's row, which it keeps as long as its key; what hangs on it is made again.
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
        "INSERT INTO conflicts (fact_id, kind, strength, value_a, value_b, rule, why, score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
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
            conflict.why,
            conflict.score
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
