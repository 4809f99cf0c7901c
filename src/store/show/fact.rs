//! The card of a fact: its answers with their sentences, what joined them, which rules compared them, and on whose word it
//! rests.

use rusqlite::Connection;

use super::MOST;
use super::beside::side_by_side;
use super::card::{Card, Mark, Part, Role};
use super::passage::{marks_of_claim, passage};
use crate::comparing::rules::rule;

/// The card of one fact.
pub fn card(connection: &Connection, fact_id: i64) -> rusqlite::Result<Card> {
    let mut card = Card { kind: "fact", ..Card::default() };
    connection.query_row(
        "SELECT question, facts.kind, coalesce(attribute, ''), coalesce(entities.name, ''), label, stories.reason, facts.rule, fact_key
         FROM facts JOIN stories USING (story_id) LEFT JOIN entities ON entity_id = about_entity_id WHERE fact_id = ?1",
        [fact_id],
        |row| {
            card.title = row.get(0)?;
            let names = ["fact_kind", "attribute", "about", "story", "one story because", "joined by", "fact_key"];
            for (column, name) in names.into_iter().enumerate() {
                card.field(name, row.get::<_, String>(column + 1)?);
            }
            Ok(())
        },
    )?;
    card.field("fact_id", fact_id.to_string());
    for answer in answers(connection, fact_id)? {
        card.part(answer);
    }
    card.part(compared(connection, fact_id)?);
    card.part(side_by_side(connection, fact_id)?);
    card.part(origins(connection, fact_id)?);
    card.part(doubts(connection, fact_id)?);
    Ok(card)
}

/// One part an answer, most reports first, each with the sentences that give it.
fn answers(connection: &Connection, fact_id: i64) -> rusqlite::Result<Vec<Part>> {
    let mut statement = connection.prepare_cached(
        "SELECT answer, count(DISTINCT article_id) AS articles, count(DISTINCT outlet_id), max(v.attribute IS 'account') FROM claim_values AS v
         JOIN claims USING (claim_id) JOIN articles USING (article_id)
         WHERE fact_id = ?1 GROUP BY answer ORDER BY articles DESC, answer",
    )?;
    let rows = statement.query_map([fact_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut parts = Vec::new();
    for row in rows.collect::<Result<Vec<_>, _>>()? {
        let (answer, articles, outlets, is_account): (String, i64, i64, bool) = row;
        // The passage itself stands below, with its words as they are.
        let title = if is_account { "account".to_owned() } else { format!("answer: {answer}") };
        let mut part = Part::new(format!("{title} ({}, {})", count(articles, "report"), count(outlets, "outlet")));
        values(connection, fact_id, &answer, &mut part)?;
        parts.push(part);
    }
    Ok(parts)
}

fn values(connection: &Connection, fact_id: i64, answer: &str, part: &mut Part) -> rusqlite::Result<()> {
    let mut statement = connection.prepare_cached(
        "SELECT v.claim_id, v.start_char, v.end_char, d.chain, d.modality, d.claim_kind, d.article_id, v.value_id, d.anonymity, d.line = 0
         FROM claim_values AS v JOIN claim_details AS d ON d.claim_id = v.claim_id
         WHERE v.fact_id = ?1 AND v.answer = ?2
         ORDER BY d.published = '', d.published, d.outlet, d.file, v.start_char, v.value_id",
    )?;
    let mut rows = statement.query(rusqlite::params![fact_id, answer])?;
    while let Some(row) = rows.next()? {
        if part.passages.len() == MOST {
            part.left_out += 1;
            continue;
        }
        let (claim_id, start_char, end_char): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (chain, modality, kind): (String, String, String) = (row.get(3)?, row.get(4)?, row.get(5)?);
        let (article_id, value_id, anonymity): (i64, i64, String) = (row.get(6)?, row.get(7)?, row.get(8)?);
        let mut marks = marks_of_claim(connection, claim_id)?;
        marks.retain(|mark| kind != "narration" || mark.role != Role::Claim);
        marks.push(Mark { role: Role::Value, start_char, end_char });
        let anonymity = if kind == "narration" { String::new() } else { format!(", {anonymity}") };
        let shows = format!("value {value_id}, {chain}{anonymity}, {modality}");
        part.passages.push(passage(connection, (article_id, row.get(9)?), shows, marks)?);
    }
    Ok(())
}

/// Which rule compared which values, conflicts first.
fn compared(connection: &Connection, fact_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("how the answers were compared");
    let mut statement = connection.prepare_cached(
        "SELECT 'conflict, ' || strength || ', score ' || printf('%.2f', score) || ' (' || rule || ', values ' || value_a || ' and ' || value_b || '): ' || why
         FROM (SELECT * FROM conflicts WHERE fact_id = ?1 ORDER BY strength, score DESC, conflict_id)
         UNION ALL
         SELECT CASE relation WHEN 'compatible' THEN 'compatible' ELSE 'not comparable' END || ' (' || rule || '): '
           || min(answer_a) || ' and ' || answer_b || CASE WHEN count(*) > 1 THEN ', ' || count(*) || ' pairs' ELSE '' END
         FROM (SELECT relation, relations.rule, min(a.answer, b.answer) AS answer_a, max(a.answer, b.answer) AS answer_b
               FROM claim_values AS a JOIN relations ON value_a = a.value_id JOIN claim_values AS b ON b.value_id = value_b
               WHERE a.fact_id = ?1)
         GROUP BY relation, rule, answer_a, answer_b",
    )?;
    let rows = statement.query_map([fact_id], |row| row.get(0))?;
    part.lines = rows.collect::<Result<_, _>>()?;
    Ok(part)
}

/// For each rule that took part, what would make it wrong.
fn doubts(connection: &Connection, fact_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("what would make it wrong");
    let mut statement = connection.prepare_cached(
        "SELECT rule FROM facts WHERE fact_id = ?1
         UNION SELECT j.rule FROM claim_values AS v JOIN x_value_joins AS j ON value_a = value_id WHERE v.fact_id = ?1
         UNION SELECT rule FROM conflicts WHERE fact_id = ?1
         UNION SELECT r.rule FROM claim_values AS v JOIN relations AS r ON value_a = value_id WHERE v.fact_id = ?1 ORDER BY 1",
    )?;
    for name in statement.query_map([fact_id], |row| row.get::<_, String>(0))? {
        let name = name?;
        if let Some(rule) = rule(&name) {
            part.lines.push(format!("{name}: {}; wrong if {}", rule.says, rule.wrong_if));
        }
    }
    part.lines.push("any rule is wrong where a marked value is not what the question asks for".to_owned());
    Ok(part)
}

fn origins(connection: &Connection, fact_id: i64) -> rusqlite::Result<Part> {
    let mut part = Part::new("on whose word");
    let mut statement = connection.prepare_cached(
        "SELECT name, replace(standing, '_', ' '), outlets FROM fact_origins JOIN sources USING (source_id) WHERE fact_id = ?1
         ORDER BY CASE standing WHEN 'named' THEN 0 WHEN 'unnamed' THEN 1 WHEN 'own_voice' THEN 2 ELSE 3 END, outlets DESC, name",
    )?;
    let rows = statement.query_map([fact_id], |row| {
        let (name, standing, outlets): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(format!("{name} ({standing}), in {}", count(outlets, "outlet")))
    })?;
    part.lines = rows.collect::<Result<_, _>>()?;
    Ok(part)
}

/// `1 report`, `2 reports`.
pub fn count(number: i64, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
