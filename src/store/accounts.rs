//! Accounts as rows: a value for each passage of a question that only passages side by side put, and the joins between them.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use crate::comparing::accounts::{ATTRIBUTE, JOIN, KIND, accounts};
use crate::comparing::comparison::Comparison;

/// Takes back the accounts of a story; the facts that their values were of.
pub(super) fn forget(connection: &Connection, story_id: i64) -> rusqlite::Result<BTreeSet<i64>> {
    let values: Vec<(i64, Option<i64>)> = connection
        .prepare_cached(
            "SELECT value_id, fact_id FROM articles JOIN claims USING (article_id) JOIN claim_values AS v USING (claim_id)
             WHERE story_id = ?1 AND v.kind = ?2 AND v.attribute = ?3",
        )?
        .query_map(params![story_id, KIND.as_str(), ATTRIBUTE], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let mut delete = connection.prepare_cached("DELETE FROM claim_values WHERE value_id = ?1")?;
    values.iter().try_for_each(|(value, _)| delete.execute([value]).map(drop))?;
    Ok(values.into_iter().filter_map(|(_, fact)| fact).collect())
}

/// Writes the accounts that a story's comparisons give; the rows of their values.
pub(super) fn write(connection: &Connection, rows: &[Comparison]) -> rusqlite::Result<BTreeSet<i64>> {
    let mut article = connection.prepare_cached("SELECT article_id FROM sentences WHERE sentence_id = ?1")?;
    let mut articles: BTreeMap<i64, i64> = BTreeMap::new();
    for sentence in rows.iter().flat_map(|row| [row.a, row.b]) {
        if let std::collections::btree_map::Entry::Vacant(place) = articles.entry(sentence) {
            place.insert(article.query_row([sentence], |row| row.get(0))?);
        }
    }
    let mut join = connection.prepare_cached(
        "INSERT OR IGNORE INTO x_value_joins (value_a, value_b, score, rule) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut written = BTreeSet::new();
    for account in accounts(rows, |sentence| articles.get(&sentence).copied()) {
        let mut values: BTreeMap<i64, i64> = BTreeMap::new();
        for sentence in account.sentences {
            values.extend(value(connection, sentence)?.map(|value| (sentence, value)));
        }
        for (a, b) in account.pairs {
            if let (Some(&a), Some(&b)) = (values.get(&a), values.get(&b)) {
                join.execute(params![a.min(b), a.max(b), JOIN.score, JOIN.rule])?;
            }
        }
        written.extend(values.into_values());
    }
    Ok(written)
}

/// A new value: a whole sentence, of the claim that fills most of it. `None` where the sentence holds no claim.
fn value(connection: &Connection, sentence_id: i64) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(
            "INSERT INTO claim_values (claim_id, kind, attribute, start_char, end_char, text, answer)
             SELECT claim_id, ?2, ?3, start_char, end_char, words, words FROM
               (SELECT claim_id, claim_key, s.start_char, s.end_char,
                  substr(iif(s.text_of = 'headline', a.headline, a.body), s.start_char + 1, s.end_char - s.start_char) AS words,
                  min(c.end_char, s.end_char) - max(c.start_char, s.start_char) AS filled
                FROM sentences AS s JOIN articles AS a USING (article_id) JOIN claims AS c USING (sentence_id)
                WHERE sentence_id = ?1)
             ORDER BY filled DESC, claim_key LIMIT 1
             RETURNING value_id",
        )?
        .query_row(params![sentence_id, KIND.as_str(), ATTRIBUTE], |row| row.get(0))
        .optional()
}
