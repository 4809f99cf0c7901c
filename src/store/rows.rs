//! One article's reading as rows: spans turned into code points, indexes into keys.
//!
//! Ties to the world (entities, sources other than the outlet, facts) are left open: `linking` and `facts` make them.

use jiff::civil::Date;
use rusqlite::{Connection, params};

use super::claim_key::claim_key;
use super::passages;
use crate::reading::{Reading, TextOf, Value};
use crate::span::{CodePoints, Span};

/// An article whose own row is written.
pub struct Written<'a> {
    /// Its key.
    pub article_id: i64,
    /// The source of hop 0.
    pub outlet_id: i64,
    /// Its name, for the keys of claims.
    pub outlet: &'a str,
    /// Its file, for the keys of claims.
    pub file: &'a str,
    /// Its headline; spans count in it where the body lacks it.
    pub headline: &'a str,
    /// Its text.
    pub body: &'a str,
    /// The body's SHA-256.
    pub sha256: &'a str,
}

/// Writes all that hangs on an article.
pub fn write(connection: &Connection, article: &Written<'_>, reading: &Reading) -> rusqlite::Result<()> {
    let points = [CodePoints::of(article.headline), CodePoints::of(article.body)];
    let mut rows = Rows { connection, article, reading, points, keys: Keys::default() };
    rows.sentences()?;
    rows.entities()?;
    rows.voices()?;
    rows.claims()?;
    rows.mentions()?;
    rows.times()?;
    rows.quantities()?;
    rows.values()?;
    rows.passages()
}

/// The keys that the database gave, by index into the reading's lists.
#[derive(Default)]
struct Keys {
    sentences: Vec<i64>,
    entities: Vec<i64>,
    voices: Vec<i64>,
    claims: Vec<i64>,
    times: Vec<i64>,
    quantities: Vec<i64>,
}

struct Rows<'a> {
    connection: &'a Connection,
    article: &'a Written<'a>,
    reading: &'a Reading,
    /// Of the headline and of the body.
    points: [CodePoints; 2],
    keys: Keys,
}

fn key(keys: &[i64], index: Option<usize>) -> Option<i64> {
    index.and_then(|index| keys.get(index).copied())
}

/// A span as code points, and its words.
type Place<'a> = (i64, i64, &'a str);

impl<'a> Rows<'a> {
    fn place(&self, span: Span) -> Place<'a> {
        let (of, span) = self.reading.locate(span);
        let (text, points) = match of {
            TextOf::Headline => (self.article.headline, &self.points[0]),
            TextOf::Body => (self.article.body, &self.points[1]),
        };
        let at = |byte| points.at(text, byte) as i64;
        (at(span.start), at(span.end), span.of(text))
    }

    fn words(&self, span: Span) -> &'a str {
        self.place(span).2
    }

    fn sentences(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO sentences (article_id, ordinal, paragraph, section, start_char, end_char, text_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (ordinal, sentence) in self.reading.sentences.iter().enumerate() {
            let (start, end, _) = self.place(sentence.span);
            let section = sentence.section.as_str();
            insert.execute(params![
                self.article.article_id,
                ordinal as i64,
                sentence.paragraph as i64,
                section,
                start,
                end,
                self.reading.locate(sentence.span).0.as_str(),
            ])?;
            self.keys.sentences.push(self.connection.last_insert_rowid());
        }
        Ok(())
    }

    fn entities(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO x_article_entities (article_id, ordinal, name, kind) VALUES (?1, ?2, ?3, ?4)",
        )?;
        let mut spelling = self
            .connection
            .prepare_cached("INSERT OR IGNORE INTO x_article_entity_names (article_entity_id, name) VALUES (?1, ?2)")?;
        for (ordinal, entity) in self.reading.entities.iter().enumerate() {
            insert.execute(params![self.article.article_id, ordinal as i64, entity.name, entity.kind.as_str()])?;
            let id = self.connection.last_insert_rowid();
            for name in std::iter::once(&entity.name).chain(&entity.names) {
                spelling.execute(params![id, name])?;
            }
            self.keys.entities.push(id);
        }
        let mut link = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO x_article_entity_links (article_entity_id, of_article_entity_id, relation) VALUES (?1, ?2, ?3)",
        )?;
        for tie in &self.reading.links {
            let (Some(entity), Some(of)) =
                (key(&self.keys.entities, Some(tie.entity)), key(&self.keys.entities, Some(tie.of)))
            else {
                continue;
            };
            link.execute(params![entity, of, tie.relation.as_str()])?;
        }
        Ok(())
    }

    fn voices(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO x_article_voices (article_id, ordinal, name, kind, anonymity, article_entity_id, is_credit) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for (ordinal, voice) in self.reading.voices.iter().enumerate() {
            insert.execute(params![
                self.article.article_id,
                ordinal as i64,
                voice.name,
                voice.kind.as_str(),
                voice.anonymity.as_str(),
                key(&self.keys.entities, voice.entity),
                self.reading.credit == Some(ordinal),
            ])?;
            self.keys.voices.push(self.connection.last_insert_rowid());
        }
        let mut member = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO x_article_voice_members (article_voice_id, member_id) VALUES (?1, ?2)",
        )?;
        for (voice, &id) in self.reading.voices.iter().zip(&self.keys.voices) {
            for &of in &voice.members {
                if let Some(member_id) = key(&self.keys.voices, Some(of)) {
                    member.execute(params![id, member_id])?;
                }
            }
        }
        Ok(())
    }

    /// Claims with their spans and hops; until linking has named the sources, every hop is the outlet's.
    fn claims(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO claims (claim_key, article_id, sentence_id, start_char, end_char, text, kind, polarity, modality, hedge, origin_id, rule)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON CONFLICT (claim_key) DO NOTHING",
        )?;
        let mut part = self
            .connection
            .prepare_cached("INSERT INTO claim_spans (claim_id, part, start_char, end_char) VALUES (?1, ?2, ?3, ?4)")?;
        for claim in &self.reading.claims {
            let (start, end, text) = self.place(claim.hull());
            // A key that is taken, by an article of the same name or by this one's own words, gets a mark of its own.
            let mut apart = String::new();
            for more in 1.. {
                let key = claim_key(self.article.outlet, self.article.file, text, self.reading, claim, &apart);
                let new = insert.execute(params![
                    key,
                    self.article.article_id,
                    self.keys.sentences.get(claim.sentence),
                    start,
                    end,
                    text,
                    claim.kind.as_str(),
                    claim.polarity.as_str(),
                    claim.modality.as_str(),
                    claim.hedge.map(|hedge| self.words(hedge)),
                    self.article.outlet_id,
                    claim.rule,
                ])?;
                if new == 1 {
                    break;
                }
                apart = format!("{} {more}", self.article.sha256);
            }
            let claim_id = self.connection.last_insert_rowid();
            for (ordinal, span) in claim.parts.iter().enumerate() {
                let (start, end, _) = self.place(*span);
                part.execute(params![claim_id, ordinal as i64, start, end])?;
            }
            self.hops(claim_id, claim)?;
            self.keys.claims.push(claim_id);
        }
        Ok(())
    }

    fn hops(&self, claim_id: i64, claim: &crate::reading::Claim) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO attributions (claim_id, hop, source_id, article_voice_id, anonymity, confidence, voice_confidence, cue, cue_start, cue_end, source_text, source_start, source_end)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        )?;
        let outlet = self.article.outlet_id;
        let nothing = None::<i64>;
        let none = None::<&str>;
        insert.execute(params![
            claim_id, 0, outlet, nothing, none, 1.0, 1.0, none, nothing, nothing, none, nothing, nothing
        ])?;
        for (before, hop) in claim.hops.iter().enumerate() {
            let cue = hop.cue.map(|span| self.place(span));
            let source = hop.source.map(|span| self.place(span));
            insert.execute(params![
                claim_id,
                before as i64 + 1,
                outlet,
                key(&self.keys.voices, Some(hop.voice)),
                self.reading.voices.get(hop.voice).map(|voice| voice.anonymity.as_str()),
                rounded(hop.confidence),
                rounded(hop.voice_confidence),
                cue.map(|place| place.2),
                cue.map(|place| place.0),
                cue.map(|place| place.1),
                source.map(|place| place.2),
                source.map(|place| place.0),
                source.map(|place| place.1),
            ])?;
        }
        Ok(())
    }

    fn mentions(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO mentions (article_id, sentence_id, article_entity_id, claim_id, start_char, end_char, text, kind)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?;
        let mut keys = Vec::with_capacity(self.reading.mentions.len());
        for mention in &self.reading.mentions {
            let (start, end, text) = self.place(mention.span);
            insert.execute(params![
                self.article.article_id,
                self.keys.sentences.get(mention.sentence),
                key(&self.keys.entities, mention.entity),
                key(&self.keys.claims, mention.claim),
                start,
                end,
                text,
                mention.kind.as_str(),
            ])?;
            keys.push(self.connection.last_insert_rowid());
        }
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO descriptors (mention_id, start_char, end_char, text, kind) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for descriptor in &self.reading.descriptors {
            let (start, end, text) = self.place(descriptor.span);
            insert.execute(params![keys.get(descriptor.mention), start, end, text, descriptor.kind.as_str()])?;
        }
        Ok(())
    }

    fn times(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO times (article_id, sentence_id, start_char, end_char, text, type, value, date_low, date_high, basis)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?;
        for time in &self.reading.times {
            let (start, end, text) = self.place(time.span);
            insert.execute(params![
                self.article.article_id,
                self.keys.sentences.get(time.sentence),
                start,
                end,
                text,
                time.kind.as_str(),
                time.value,
                day(time.low),
                day(time.high),
                time.basis.as_str(),
            ])?;
            self.keys.times.push(self.connection.last_insert_rowid());
        }
        Ok(())
    }

    fn quantities(&mut self) -> rusqlite::Result<()> {
        let mut insert = self.connection.prepare_cached(
            "INSERT INTO quantities (article_id, sentence_id, start_char, end_char, text, low, high, unit, unit_text, approx, noun)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?;
        for quantity in &self.reading.quantities {
            let (start, end, text) = self.place(quantity.span);
            insert.execute(params![
                self.article.article_id,
                self.keys.sentences.get(quantity.sentence),
                start,
                end,
                text,
                quantity.low,
                quantity.high,
                quantity.unit,
                quantity.unit_text.map(|span| self.words(span)),
                quantity.approx.map(|span| self.words(span)),
                quantity.noun,
            ])?;
            self.keys.quantities.push(self.connection.last_insert_rowid());
        }
        Ok(())
    }

    fn values(&mut self) -> rusqlite::Result<()> {
        for value in &self.reading.values {
            self.value(value)?;
        }
        Ok(())
    }

    fn passages(&self) -> rusqlite::Result<()> {
        for passage in &self.reading.passages {
            if let Some(&sentence_id) = self.keys.sentences.get(passage.sentence) {
                passages::write(self.connection, sentence_id, passage)?;
            }
        }
        Ok(())
    }

    fn value(&self, value: &Value) -> rusqlite::Result<()> {
        let (start, end, text) = self.place(value.span);
        let frame = value.frame.as_ref();
        self.connection
            .prepare_cached(
                "INSERT INTO claim_values (claim_id, kind, attribute, start_char, end_char, text, answer, low, high, unit, date_low, date_high,
                   value_article_entity_id, word, quantity_id, time_id, dates_claim, question, predicate, head, about_article_entity_id)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)",
            )?
            .execute(params![
                self.keys.claims.get(value.claim),
                value.kind.as_str(),
                value.attribute,
                start,
                end,
                text,
                text,
                value.low,
                value.high,
                value.unit,
                day(value.date_low),
                day(value.date_high),
                key(&self.keys.entities, value.entity),
                value.word,
                key(&self.keys.quantities, value.quantity),
                key(&self.keys.times, value.time),
                value.dates_claim,
                frame.map(|frame| frame.question.as_str()),
                frame.and_then(|frame| frame.predicate.as_deref()),
                frame.and_then(|frame| frame.head.as_deref()),
                key(&self.keys.entities, frame.and_then(|frame| frame.about)),
            ])?;
        let value_id = self.connection.last_insert_rowid();
        let mut insert = self.connection.prepare_cached(
            "INSERT OR IGNORE INTO x_value_terms (value_id, role, word, article_entity_id) VALUES (?1, ?2, ?3, ?4)",
        )?;
        for term in frame.map(|frame| frame.terms.as_slice()).unwrap_or_default() {
            insert.execute(params![value_id, term.role, term.word, key(&self.keys.entities, term.entity)])?;
        }
        Ok(())
    }
}

/// A probability with four decimals.
fn rounded(confidence: f32) -> f64 {
    (f64::from(confidence) * 10_000.0).round() / 10_000.0
}

fn day(date: Option<Date>) -> Option<String> {
    date.map(|date| date.to_string())
}
