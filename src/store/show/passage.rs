//! Passages: the sentences of an article in which marked words stand.

use rusqlite::{Connection, params};

use super::card::{Mark, Passage, Role};

/// The sentences from the first to the last of the marks, of the body or of a headline apart from it.
pub fn passage(
    connection: &Connection,
    (article_id, in_headline): (i64, bool),
    shows: impl Into<String>,
    marks: Vec<Mark>,
) -> rusqlite::Result<Passage> {
    let start = marks.iter().map(|mark| mark.start_char).min().unwrap_or(0);
    let end = marks.iter().map(|mark| mark.end_char).max().unwrap_or(0);
    connection
        .prepare_cached(
            "WITH shown AS (
               SELECT coalesce(min(start_char), ?2) AS first, coalesce(max(end_char), ?3) AS after FROM sentences
               WHERE article_id = ?1 AND start_char < ?3 AND end_char > ?2 AND (text_of = 'headline') = ?4
             )
             SELECT sources.name, coalesce(published, ''), file, first, substr(iif(?4, headline, body), first + 1, after - first),
               iif(?4, 0, 1 + first - length(replace(substr(body, 1, first), char(10), '')))
             FROM articles JOIN sources ON source_id = outlet_id, shown WHERE article_id = ?1",
        )?
        .query_row(params![article_id, start, end, in_headline], |row| {
            Ok(Passage {
                shows: shows.into(),
                outlet: row.get(0)?,
                published: row.get(1)?,
                file: row.get(2)?,
                start_char: row.get(3)?,
                text: row.get(4)?,
                line: row.get(5)?,
                marks,
            })
        })
}

/// Everything that is marked for a claim: its parts, hedge, and each hop's cue and source, as far as they stand near it.
pub fn marks_of_claim(connection: &Connection, claim_id: i64) -> rusqlite::Result<Vec<Mark>> {
    let mut statement = connection.prepare_cached(
        "SELECT 'claim', s.start_char, s.end_char FROM claim_spans AS s WHERE claim_id = ?1
         UNION SELECT 'cue', cue_start, cue_end FROM attributions JOIN claims USING (claim_id)
           WHERE claim_id = ?1 AND abs(cue_start - start_char) < ?2
         UNION SELECT 'source', source_start, source_end FROM attributions JOIN claims USING (claim_id)
           WHERE claim_id = ?1 AND (abs(source_start - start_char) < ?2 OR abs(source_start - end_char) < ?2)
         ORDER BY 2, 3 DESC",
    )?;
    let rows = statement.query_map(params![claim_id, NEAR], |row| {
        let role: Role = row.get::<_, String>(0)?.parse().unwrap_or(Role::Claim);
        Ok(Mark { role, start_char: row.get(1)?, end_char: row.get(2)? })
    })?;
    rows.collect()
}

/// Code points within which a source is shown with its claim; one further off is given by its line.
const NEAR: i64 = 400;
