//! Passages side by side: the comparisons between sentences that give answers to one question, with the answers marked.

use rusqlite::{Connection, params};

use super::MOST;
use super::card::{Mark, Part, Passage, Role};
use super::passage::passage;

/// Each answer to a question with the sentence in which its words stand.
const PLACES: &str = "places AS (
    SELECT s.sentence_id, v.start_char, v.end_char
    FROM claim_values AS v JOIN claims AS c USING (claim_id) JOIN sentences AS host ON host.sentence_id = c.sentence_id
    JOIN sentences AS s ON s.article_id = c.article_id AND s.text_of = host.text_of
      AND v.start_char >= s.start_char AND v.start_char < s.end_char
    WHERE v.fact_id = ?1)";

/// The comparisons of a fact, the likeliest difference first, each with both passages.
pub fn side_by_side(connection: &Connection, fact_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("passages side by side");
    let mut statement = connection.prepare_cached(&format!(
        "WITH {PLACES}
         SELECT comparison_id, sentence_a, sentence_b, printf('%.2f', score), differs FROM comparisons
         WHERE sentence_a IN (SELECT sentence_id FROM places) AND sentence_b IN (SELECT sentence_id FROM places)
         ORDER BY score DESC, alignment DESC, comparison_id"
    ))?;
    let mut rows = statement.query([fact_id])?;
    while let Some(row) = rows.next()? {
        if part.passages.len() + 2 > MOST {
            part.left_out += 2;
            continue;
        }
        let (id, score, differs): (i64, String, String) = (row.get(0)?, row.get(3)?, row.get(4)?);
        let found = if differs.is_empty() { "nothing".to_owned() } else { differs.replace(',', ", ") };
        let shows = format!("comparison {id}, score {score}, differs in {found}");
        part.passages.push(sentence(connection, fact_id, row.get(1)?, shows)?);
        part.passages.push(sentence(connection, fact_id, row.get(2)?, format!("comparison {id}, the other side"))?);
    }
    Ok(part)
}

/// A sentence with the answers in it marked.
fn sentence(connection: &Connection, fact_id: i64, sentence_id: i64, shows: String) -> rusqlite::Result<Passage> {
    let mut marked = connection.prepare_cached(&format!(
        "WITH {PLACES} SELECT DISTINCT start_char, end_char FROM places WHERE sentence_id = ?2 ORDER BY start_char, end_char"
    ))?;
    let mark = |row: &rusqlite::Row<'_>| Ok(Mark { role: Role::Value, start_char: row.get(0)?, end_char: row.get(1)? });
    let marks = marked.query_map(params![fact_id, sentence_id], mark)?.collect::<Result<_, _>>()?;
    let place = connection
        .prepare_cached("SELECT article_id, text_of = 'headline' FROM sentences WHERE sentence_id = ?1")?
        .query_row([sentence_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    passage(connection, place, shows, marks)
}
