//! Values as comparing sees them, read from the rows, in the order of their keys.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, params};
use rustc_hash::FxHashMap;

use crate::comparing::answer::{Answer, AnswerTerm, Place, Voice};
use crate::comparing::origins::Way;

/// A value with its way to its origin.
pub(super) struct Stored {
    /// For comparing.
    pub answer: Answer,
    /// For the origins of its fact.
    pub way: Way,
    /// The words of its claim.
    content: String,
    /// The story of its article.
    pub story_id: i64,
    /// The fact it belongs to so far.
    pub fact_id: Option<i64>,
    /// The normalised answer as it stands in the row.
    pub written: String,
    /// Whether it stands in a headline that is no part of the body.
    apart: bool,
}

impl Stored {
    /// The value's row.
    pub fn id(&self) -> i64 {
        self.answer.value_id
    }
}

/// The values with these ids, sorted by key.
pub(super) fn of_values(connection: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<Vec<Stored>> {
    want(connection, ids)?;
    let mut texts = Texts::default();
    let mut terms = terms(connection)?;
    let mut rows = connection.prepare_cached(
        "SELECT v.value_id, n.text_of = 'headline' AS apart, c.claim_key, c.claim_id, c.article_id, o.name AS outlet, a.file, a.sha256, a.published, a.published_basis IN ('manifest', 'option', 'metadata') AS dated, a.outlet_id, a.credit_id,
           v.start_char, v.end_char, CASE v.kind WHEN 'attribution' THEN c.text ELSE '' END AS content, c.kind AS claim_kind, c.polarity, c.modality,
           h.hop, h.source_id, s.name AS source_name, s.entity_id AS source_entity, h.anonymity, h.source_text,
           (SELECT group_concat(source_id) FROM attributions AS l WHERE l.claim_id = c.claim_id AND l.hop > 0) AS chain,
           v.kind, v.attribute, v.text, v.answer, v.low, v.high, v.unit, v.date_low, v.date_high,
           v.value_entity_id, e.name AS value_entity, v.word, v.question, v.predicate, v.head, about.entity_id AS about,
           q.approx, q.unit_text, v.fact_id, a.story_id
         FROM temp.wanted CROSS JOIN claim_values AS v USING (value_id)
         JOIN claims AS c USING (claim_id)
         JOIN sentences AS n USING (sentence_id)
         JOIN articles AS a ON a.article_id = c.article_id
         JOIN sources AS o ON o.source_id = a.outlet_id
         JOIN attributions AS h ON h.claim_id = c.claim_id AND h.hop = (SELECT max(hop) FROM attributions AS l WHERE l.claim_id = c.claim_id)
         JOIN sources AS s ON s.source_id = h.source_id
         LEFT JOIN entities AS e ON e.entity_id = v.value_entity_id
         LEFT JOIN x_article_entities AS about ON about.article_entity_id = v.about_article_entity_id
         LEFT JOIN quantities AS q ON q.quantity_id = v.quantity_id",
    )?;
    let mut found = rows.query_map([], stored)?.collect::<Result<Vec<_>, _>>()?;
    for value in &mut found {
        value.answer.terms = terms.remove(&value.answer.value_id).unwrap_or_default();
        texts.place(connection, &mut value.answer.place, value.apart)?;
        value.way.sentence_id = value.answer.place.sentence_id;
        if value.answer.kind == crate::reading::FactKind::Attribution {
            // Who said it is asked of the content, not of the words that report it.
            value.answer.place.sentence.clone_from(&value.content);
        }
        value.answer.answer = value.answer.normalised();
        // One cue may answer for two parties.
        if let Some(head) =
            value.answer.head.as_ref().filter(|_| value.answer.kind == crate::reading::FactKind::Response)
        {
            value.answer.key = format!("{}{head}", value.answer.key);
        }
    }
    found.sort_by(|a, b| a.answer.key.cmp(&b.answer.key));
    Ok(found)
}

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let day = |name| row.get::<_, Option<String>>(name).map(|day| day.and_then(|day| day.parse().ok()));
    let (start, end): (i64, i64) = (row.get("start_char")?, row.get("end_char")?);
    let kind: String = row.get("kind")?;
    let attribute: Option<String> = row.get("attribute")?;
    let claim_key: String = row.get("claim_key")?;
    let outlet: String = row.get("outlet")?;
    let chain: Option<String> = row.get("chain")?;
    let own_words = row.get::<_, i64>("hop")? == 0;
    let anonymity = word(row, "anonymity")?;
    let source_text: Option<String> = row.get("source_text")?;
    let modality = word(row, "modality")?.ok_or_else(|| unknown(row, "modality"))?;
    let outlet_id: i64 = row.get("outlet_id")?;
    let credit: Option<i64> = row.get("credit_id")?;
    let source_id: i64 = row.get("source_id")?;
    let answer = Answer {
        value_id: row.get("value_id")?,
        key: format!("{claim_key} {kind} {start:08} {end:08} {}", attribute.as_deref().unwrap_or_default()),
        place: Place {
            article_id: row.get("article_id")?,
            article: format!("{outlet}\t{}\t{}", row.get::<_, String>("file")?, row.get::<_, String>("sha256")?),
            outlet,
            published: day("published")?,
            dated: row.get("dated")?,
            claim_id: row.get("claim_id")?,
            sentence_id: 0,
            start,
            headline: false,
            sentence: String::new(),
        },
        voice: Voice {
            source_id,
            name: if own_words { None } else { Some(row.get("source_name")?) },
            entity: if own_words { None } else { row.get("source_entity")? },
            anonymity,
            chain: chain.unwrap_or_default().split(',').filter_map(|id| id.parse().ok()).collect(),
            kind: word(row, "claim_kind")?.ok_or_else(|| unknown(row, "claim_kind"))?,
            polarity: word(row, "polarity")?.ok_or_else(|| unknown(row, "polarity"))?,
            modality,
        },
        kind: word(row, "kind")?.ok_or_else(|| unknown(row, "kind"))?,
        attribute,
        text: row.get("text")?,
        answer: row.get::<_, Option<String>>("value_entity")?.unwrap_or_default(),
        approx: row.get("approx")?,
        low: row.get("low")?,
        high: row.get("high")?,
        unit: row.get("unit")?,
        unit_text: row.get("unit_text")?,
        date_low: day("date_low")?,
        date_high: day("date_high")?,
        entity: row.get("value_entity_id")?,
        word: row.get("word")?,
        question: row.get("question")?,
        predicate: row.get("predicate")?,
        head: row.get("head")?,
        about: row.get("about")?,
        terms: Vec::new(),
    };
    let way = Way {
        source_id: if own_words { credit.unwrap_or(outlet_id) } else { source_id },
        anonymity,
        hearsay: !own_words && is_hearsay(source_text.as_deref()),
        credited: own_words && credit.is_some(),
        modality,
        outlet_id,
        sentence_id: 0,
    };
    Ok(Stored {
        answer,
        way,
        content: row.get("content")?,
        story_id: row.get("story_id")?,
        fact_id: row.get("fact_id")?,
        written: row.get("answer")?,
        apart: row.get("apart")?,
    })
}

/// "it was reported", "media reports": a voice, but no one who could be asked.
fn is_hearsay(source_text: Option<&str>) -> bool {
    source_text.is_none_or(|words| {
        let last = words.to_lowercase();
        let last = last.rsplit(' ').next().unwrap_or_default();
        matches!(last, "report" | "reports" | "media" | "rumors" | "rumours" | "it")
    })
}

fn word<T: std::str::FromStr>(row: &Row<'_>, name: &str) -> rusqlite::Result<Option<T>> {
    Ok(row.get::<_, Option<String>>(name)?.and_then(|word| word.parse().ok()))
}

fn unknown(row: &Row<'_>, name: &str) -> rusqlite::Error {
    rusqlite::Error::InvalidColumnType(
        row.as_ref().column_index(name).unwrap_or_default(),
        name.to_owned(),
        rusqlite::types::Type::Text,
    )
}

/// Writes down which values are wanted, for the queries that follow.
fn want(connection: &Connection, ids: &BTreeSet<i64>) -> rusqlite::Result<()> {
    connection.execute_batch(
        "CREATE TEMP TABLE IF NOT EXISTS wanted (value_id INTEGER PRIMARY KEY) STRICT; DELETE FROM temp.wanted",
    )?;
    let mut insert = connection.prepare_cached("INSERT INTO temp.wanted (value_id) VALUES (?1)")?;
    ids.iter().try_for_each(|id| insert.execute([id]).map(drop))
}

/// The terms of the wanted values.
fn terms(connection: &Connection) -> rusqlite::Result<FxHashMap<i64, Vec<AnswerTerm>>> {
    let mut query = connection.prepare_cached(
        "SELECT value_id, role, x_value_terms.word, entity_id FROM temp.wanted CROSS JOIN x_value_terms USING (value_id)
         LEFT JOIN (SELECT article_entity_id, entity_id FROM x_article_entities) USING (article_entity_id)
         ORDER BY value_id, role, x_value_terms.word",
    )?;
    let mut found: FxHashMap<i64, Vec<AnswerTerm>> = FxHashMap::default();
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let term = AnswerTerm { role: row.get(1)?, word: row.get(2)?, entity: row.get(3)? };
        found.entry(row.get(0)?).or_default().push(term);
    }
    Ok(found)
}

/// A sentence of an article: where it starts and ends, its row, whether it is the headline, its words.
struct Sentence {
    start: i64,
    end: i64,
    row: i64,
    headline: bool,
    text: String,
}

/// The sentences of the texts that were asked for, each read once: of an article's body, or of a headline apart from it.
#[derive(Default)]
struct Texts(FxHashMap<(i64, bool), Vec<Sentence>>);

impl Texts {
    fn place(&mut self, connection: &Connection, place: &mut Place, apart: bool) -> rusqlite::Result<()> {
        let sentences = match self.0.entry((place.article_id, apart)) {
            std::collections::hash_map::Entry::Occupied(read) => read.into_mut(),
            std::collections::hash_map::Entry::Vacant(new) => {
                new.insert(sentences(connection, place.article_id, apart)?)
            }
        };
        let next = sentences.partition_point(|sentence| sentence.end <= place.start);
        if let Some(sentence) = sentences.get(next).filter(|sentence| sentence.start <= place.start) {
            place.sentence_id = sentence.row;
            place.headline = sentence.headline;
            place.sentence.clone_from(&sentence.text);
        }
        Ok(())
    }
}

fn sentences(connection: &Connection, article_id: i64, apart: bool) -> rusqlite::Result<Vec<Sentence>> {
    let body: String = connection
        .prepare_cached("SELECT iif(?2, coalesce(headline, ''), body) FROM articles WHERE article_id = ?1")?
        .query_row(params![article_id, apart], |row| row.get(0))?;
    let mut query = connection.prepare_cached(
        "SELECT start_char, end_char, sentence_id, section = 'headline' FROM sentences
         WHERE article_id = ?1 AND (text_of = 'headline') = ?2 ORDER BY start_char",
    )?;
    let mut characters = body.char_indices();
    let mut reached = 0;
    let mut byte_at = |point: i64| {
        // Sentences come in text order, so the text is walked once.
        let byte = if point > reached {
            characters.nth((point - reached - 1) as usize).map_or(body.len(), |(at, c)| at + c.len_utf8())
        } else {
            usize::MAX
        };
        reached = point.max(reached);
        byte
    };
    let mut found: Vec<Sentence> = Vec::new();
    let mut last = 0;
    let mut rows = query.query(params![article_id, apart])?;
    while let Some(row) = rows.next()? {
        let (start, end): (i64, i64) = (row.get(0)?, row.get(1)?);
        let from = match byte_at(start) {
            usize::MAX => last,
            byte => byte,
        };
        last = match byte_at(end) {
            usize::MAX => from,
            byte => byte,
        };
        let text = body.get(from..last).unwrap_or_default().to_owned();
        found.push(Sentence { start, end, row: row.get(2)?, headline: row.get(3)?, text });
    }
    Ok(found)
}
