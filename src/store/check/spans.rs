//! Spans against the text: each lies inside the body, says the same words, and sentences cover every character once.

use rusqlite::{Connection, params};

use super::Proof;
use crate::error::Error;
use crate::span::CodePoints;
use crate::store::claim_key::sha256;

/// Tables with spans: which one, and the query for the rows of an article's body (or of a headline apart from it): key,
/// start, end, text (NULL where none is kept).
const SPANS: &[(&str, &str)] = &[
    (
        "claim",
        "SELECT claim_id, claims.start_char, claims.end_char, text FROM claims JOIN sentences AS n USING (sentence_id)
         WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "span of claim",
        "SELECT claim_id, s.start_char, s.end_char, NULL FROM claim_spans AS s JOIN claims USING (claim_id)
         JOIN sentences AS n USING (sentence_id) WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "cue of claim",
        "SELECT claim_id, cue_start, cue_end, cue FROM attributions JOIN claims USING (claim_id)
         JOIN sentences AS n USING (sentence_id) WHERE n.article_id = ?1 AND text_of = ?2 AND cue IS NOT NULL",
    ),
    (
        "source of claim",
        "SELECT claim_id, source_start, source_end, source_text FROM attributions JOIN claims USING (claim_id)
         JOIN sentences AS n USING (sentence_id) WHERE n.article_id = ?1 AND text_of = ?2 AND source_text IS NOT NULL",
    ),
    (
        "mention",
        "SELECT mention_id, m.start_char, m.end_char, text FROM mentions AS m JOIN sentences AS n USING (sentence_id)
         WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "descriptor",
        "SELECT descriptor_id, d.start_char, d.end_char, d.text FROM descriptors AS d JOIN mentions USING (mention_id)
         JOIN sentences AS n USING (sentence_id) WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "time",
        "SELECT time_id, t.start_char, t.end_char, text FROM times AS t JOIN sentences AS n USING (sentence_id)
         WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "quantity",
        "SELECT quantity_id, q.start_char, q.end_char, text FROM quantities AS q JOIN sentences AS n USING (sentence_id)
         WHERE n.article_id = ?1 AND text_of = ?2",
    ),
    (
        "value",
        "SELECT value_id, v.start_char, v.end_char, v.text FROM claim_values AS v JOIN claims USING (claim_id)
         JOIN sentences AS n USING (sentence_id) WHERE n.article_id = ?1 AND text_of = ?2",
    ),
];

const SAYS_ITS_WORDS: &str = "a span says the words at its place";
const COVERS: &str = "every character is in exactly one sentence";
const UNALTERED: &str = "a body is the text that was hashed";

/// Compares every span of every article with its body.
pub fn compare(connection: &Connection, proof: &mut Proof) -> Result<(), Error> {
    proof.rules += 3;
    let mut articles = connection
        .prepare("SELECT article_id, file, sha256, body, coalesce(headline, '') FROM articles ORDER BY article_id")?;
    let mut rows = articles.query([])?;
    while let Some(row) = rows.next()? {
        let (article_id, file, sha): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (body, headline): (String, String) = (row.get(3)?, row.get(4)?);
        proof.articles += 1;
        if sha256(&body) != sha {
            proof.found(UNALTERED, format!("article {article_id} ({file})"));
        }
        for (text_of, words) in [("body", body), ("headline", headline)] {
            let text = Text { starts: CodePoints::starts(&words), body: words };
            if sentences(connection, article_id, text_of, &text, proof)? {
                spans(connection, (article_id, &file), text_of, &text, proof)?;
            }
        }
    }
    Ok(())
}

/// Compares the spans that count in one text of an article.
fn spans(
    connection: &Connection,
    (article_id, file): (i64, &str),
    text_of: &str,
    text: &Text,
    proof: &mut Proof,
) -> Result<(), Error> {
    for (what, sql) in SPANS {
        let mut spans = connection.prepare_cached(sql)?;
        let spans = spans
            .query_map(params![article_id, text_of], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        for span in spans {
            let (key, start, end, words): (i64, i64, i64, Option<String>) = span?;
            proof.spans += 1;
            let there = text.at(start, end).filter(|there| !there.is_empty());
            if there.is_none() || words.is_some_and(|words| there != Some(&words)) {
                proof.found(SAYS_ITS_WORDS, format!("{what} {key} of article {article_id} ({file})"));
            }
        }
    }
    Ok(())
}

struct Text {
    body: String,
    starts: Vec<usize>,
}

impl Text {
    fn at(&self, start: i64, end: i64) -> Option<&str> {
        let byte = |at: i64| self.starts.get(usize::try_from(at).ok()?).copied();
        self.body.get(byte(start)?..byte(end)?)
    }
}

/// Proves that the sentences of a text cover it; whether there are any. A headline that stands in the body has none.
fn sentences(
    connection: &Connection,
    article_id: i64,
    text_of: &str,
    text: &Text,
    proof: &mut Proof,
) -> Result<bool, Error> {
    let mut sentences = connection.prepare_cached(
        "SELECT start_char, end_char FROM sentences WHERE article_id = ?1 AND text_of = ?2 ORDER BY ordinal",
    )?;
    let mut reached = 0;
    let mut outside = |start: i64, end: i64| {
        let between = text.at(start, end);
        if between.is_none_or(|words| !words.trim().is_empty()) {
            proof.found(COVERS, format!("article {article_id}, characters {start} to {end}"));
        }
    };
    let rows = sentences.query_map(params![article_id, text_of], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let rows = rows.collect::<Result<Vec<(i64, i64)>, _>>()?;
    if rows.is_empty() && text_of == "headline" {
        return Ok(false);
    }
    for row in &rows {
        outside(reached, row.0);
        reached = row.1;
    }
    outside(reached, text.starts.len() as i64 - 1);
    Ok(true)
}
