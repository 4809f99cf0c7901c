//! The card of a claim: its words in their sentence, the way it came, and what it answers.

use rusqlite::Connection;

use super::card::{Card, Part};
use super::passage::{marks_of_claim, passage};

/// The card of one claim.
pub fn card(connection: &Connection, claim_id: i64) -> rusqlite::Result<Card> {
    let mut card = Card { kind: "claim", ..Card::default() };
    let (text, confidence) = connection.query_row(
        "SELECT d.claim, d.outlet, published, d.headline, d.section, d.claim_kind, d.source, d.anonymity, d.chain, d.polarity, d.modality,
           d.hedge, d.file || ':' || d.line, rule, d.claim_key, d.article_id, d.line = 0, d.confidence
         FROM claim_details AS d JOIN claims USING (claim_id) WHERE claim_id = ?1",
        [claim_id],
        |row| {
            card.title = row.get(0)?;
            let names = [
                "outlet", "published", "headline", "section", "claim_kind", "source", "anonymity", "chain", "polarity", "modality",
                "hedge", "place", "rule", "claim_key",
            ];
            for (column, name) in names.into_iter().enumerate() {
                card.field(name, row.get::<_, String>(column + 1)?);
            }
            Ok(((row.get(15)?, row.get(16)?), row.get::<_, f64>(17)?))
        },
    )?;
    card.field("confidence", format!("{confidence:.2}"));
    card.field("claim_id", claim_id.to_string());
    let mut evidence = Part::new("in the text");
    evidence.passages.push(passage(connection, text, "", marks_of_claim(connection, claim_id)?)?);
    card.part(evidence);
    card.part(hops(connection, claim_id)?);
    card.part(answers(connection, claim_id)?);
    Ok(card)
}

fn hops(connection: &Connection, claim_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("the way it came");
    let mut statement = connection.prepare_cached(
        "SELECT hop, name, sources.kind, coalesce(anonymity, ''), coalesce(cue, ''), coalesce(source_text, ''),
           CASE WHEN source_start IS NULL THEN '' WHEN text_of = 'headline' THEN 'the headline' ELSE
             'line ' || (1 + source_start - length(replace(substr(body, 1, source_start), char(10), ''))) END
         FROM attributions JOIN sources USING (source_id) JOIN claims USING (claim_id) JOIN sentences USING (sentence_id)
         JOIN articles ON articles.article_id = claims.article_id
         WHERE claim_id = ?1 ORDER BY hop",
    )?;
    let rows = statement.query_map([claim_id], |row| {
        let (hop, name, kind): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (anonymity, cue, words, line): (String, String, String, String) =
            (row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?);
        let mut told = format!("{hop} {name} ({kind}");
        for (label, word) in [("", anonymity), ("cue: ", cue), ("called: ", words), ("", line)] {
            if !word.is_empty() {
                told = format!("{told}, {label}{}", flat(&word));
            }
        }
        Ok(told + ")")
    })?;
    part.lines = rows.collect::<Result<_, _>>()?;
    Ok(part)
}

fn answers(connection: &Connection, claim_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("what it answers");
    let mut statement = connection.prepare_cached(
        "SELECT coalesce(facts.question, v.question, 'no question can be formed'), answer, v.text, coalesce('fact ' || fact_id, '')
         FROM claim_values AS v LEFT JOIN facts USING (fact_id) WHERE claim_id = ?1 ORDER BY v.start_char, value_id",
    )?;
    let rows = statement.query_map([claim_id], |row| {
        let (question, answer, words, fact): (String, String, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let fact = if fact.is_empty() { fact } else { format!(" ({fact})") };
        Ok(format!("{question} {answer}, by “{}”{fact}", flat(&words)))
    })?;
    part.lines = rows.collect::<Result<_, _>>()?;
    Ok(part)
}

/// Words on one line.
pub fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
