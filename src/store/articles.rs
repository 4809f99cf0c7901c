//! Articles as rows: a new one, a changed text of a stored one, or a stored one of which more is known.

use rusqlite::{Connection, OptionalExtension, params};

use super::identity::Identity;
use super::rows::{self, Written};
use super::touched::Touched;
use crate::input::{Basis, Document};
use crate::reading::{self, Reading};

/// A document with its reading, ready to be written.
#[derive(Debug)]
pub struct Ready {
    /// What was found.
    pub document: Document,
    /// Of the document's body.
    pub sha256: String,
    /// What reading made of it.
    pub reading: Reading,
    /// The lines of sentences at which reading failed; 0 is the headline.
    pub unread: Vec<usize>,
}

/// Writes an article and all that its reading found; returns its key.
pub fn write(
    connection: &Connection,
    load_id: i64,
    ready: &Ready,
    identity: Identity,
    touched: &mut Touched,
) -> rusqlite::Result<i64> {
    let document = &ready.document;
    let outlet_id = outlet(connection, &document.outlet, touched)?;
    let article_id = match identity {
        Identity::Stored(article_id) => return Ok(article_id),
        Identity::New => insert(connection, load_id, ready, outlet_id)?,
        Identity::Described(article_id) => {
            touched.leave(connection, article_id)?;
            forget_reading(connection, article_id)?;
            describe(connection, article_id, ready, outlet_id)?;
            article_id
        }
        Identity::Version(article_id) => {
            touched.leave(connection, article_id)?;
            keep_version(connection, article_id)?;
            forget_reading(connection, article_id)?;
            renew(connection, load_id, article_id, ready)?;
            describe(connection, article_id, ready, outlet_id)?;
            article_id
        }
    };
    put_in_story(connection, article_id, document)?;
    touched.articles.insert(article_id);
    let article = Written {
        article_id,
        outlet_id,
        outlet: &document.outlet,
        file: &document.file,
        headline: document.headline.as_deref().unwrap_or_default(),
        body: &document.body,
        sha256: &ready.sha256,
    };
    rows::write(connection, &article, &ready.reading)?;
    Ok(article_id)
}

/// The source row of an outlet, made where it is new.
fn outlet(connection: &Connection, name: &str, touched: &mut Touched) -> rusqlite::Result<i64> {
    let stored = connection
        .prepare_cached("SELECT source_id FROM sources WHERE name = ?1 AND kind = 'outlet'")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    if let Some(source_id) = stored {
        return Ok(source_id);
    }
    connection.prepare_cached("INSERT INTO sources (name, kind) VALUES (?1, 'outlet')")?.execute([name])?;
    let source_id = connection.last_insert_rowid();
    touched.sources.insert(source_id);
    Ok(source_id)
}

/// Headline, day and who says so, of the document or else of its text.
fn dated(ready: &Ready) -> (Option<&str>, Option<String>, Basis) {
    let (document, reading) = (&ready.document, &ready.reading);
    let in_text = reading.headline.map(|span| reading.locate(span).1.of(&document.body));
    let headline = document.headline.as_deref().or(in_text).filter(|headline| !headline.trim().is_empty());
    match (document.published, reading.dated) {
        (Some(day), _) => (headline, Some(day.to_string()), document.published_basis),
        (None, Some(day)) => (headline, Some(day.to_string()), Basis::Text),
        (None, None) => (headline, None, Basis::None),
    }
}

fn insert(connection: &Connection, load_id: i64, ready: &Ready, outlet_id: i64) -> rusqlite::Result<i64> {
    let document = &ready.document;
    let (headline, published, basis) = dated(ready);
    connection
        .prepare_cached(
            "INSERT INTO articles (outlet_id, file, url, headline, published, published_at, published_basis, outlet_basis, sha256, body, load_id, read_by)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?
        .execute(params![
            outlet_id,
            document.file,
            document.url,
            headline,
            published,
            document.published_at,
            basis.as_str(),
            document.outlet_basis.as_str(),
            ready.sha256,
            document.body,
            load_id,
            reading::VERSION,
        ])?;
    Ok(connection.last_insert_rowid())
}

/// Takes over what is known now; an address and a headline that the document does not have stay.
fn describe(connection: &Connection, article_id: i64, ready: &Ready, outlet_id: i64) -> rusqlite::Result<()> {
    let document = &ready.document;
    let (headline, published, basis) = dated(ready);
    connection
        .prepare_cached(
            "UPDATE articles SET outlet_id = ?2, file = ?3, url = coalesce(?4, url), headline = coalesce(?5, headline),
               published = ?6, published_basis = ?7, published_at = ?8, outlet_basis = ?9, read_by = ?10 WHERE article_id = ?1",
        )?
        .execute(params![
            article_id,
            outlet_id,
            document.file,
            document.url,
            headline,
            published,
            basis.as_str(),
            document.published_at,
            document.outlet_basis.as_str(),
            reading::VERSION,
        ])?;
    Ok(())
}

fn renew(connection: &Connection, load_id: i64, article_id: i64, ready: &Ready) -> rusqlite::Result<()> {
    connection
        .prepare_cached("UPDATE articles SET sha256 = ?2, body = ?3, load_id = ?4 WHERE article_id = ?1")?
        .execute(params![article_id, ready.sha256, ready.document.body, load_id])?;
    Ok(())
}

fn keep_version(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO article_versions (article_id, version, sha256, headline, body, load_id)
             SELECT article_id, (SELECT count(*) + 1 FROM article_versions WHERE article_id = ?1), sha256, headline, body, load_id
             FROM articles WHERE article_id = ?1",
        )?
        .execute([article_id])?;
    Ok(())
}

/// Removes what reading had found; what hangs on it goes with it.
fn forget_reading(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    for sql in [
        "DELETE FROM claims WHERE article_id = ?1",
        "DELETE FROM mentions WHERE article_id = ?1",
        "DELETE FROM times WHERE article_id = ?1",
        "DELETE FROM quantities WHERE article_id = ?1",
        "DELETE FROM article_voices WHERE article_id = ?1",
        "DELETE FROM article_entities WHERE article_id = ?1",
        "DELETE FROM sentences WHERE article_id = ?1",
        "UPDATE articles SET credit_id = NULL WHERE article_id = ?1",
    ] {
        connection.prepare_cached(sql)?.execute([article_id])?;
    }
    Ok(())
}

/// Puts an article into the story that a person named; without one, comparing finds its story.
fn put_in_story(connection: &Connection, article_id: i64, document: &Document) -> rusqlite::Result<()> {
    let Some(label) = &document.story else { return Ok(()) };
    let stored = connection
        .prepare_cached("SELECT story_id FROM stories WHERE forced = 1 AND label = ?1")?
        .query_row([label], |row| row.get::<_, i64>(0))
        .optional()?;
    let story_id = if let Some(story_id) = stored {
        story_id
    } else {
        connection
            .prepare_cached("INSERT INTO stories (label, reason, forced) VALUES (?1, 'put together by a person', 1)")?
            .execute([label])?;
        connection.last_insert_rowid()
    };
    connection
        .prepare_cached("UPDATE articles SET story_id = ?2 WHERE article_id = ?1")?
        .execute([article_id, story_id])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::reading::{
        Anonymity, Claim, ClaimKind, Descriptor, DescriptorKind, Entity, EntityKind, FactKind, Frame, Hop, Mention,
        MentionKind, Modality, Polarity, Quantity, Section, Sentence, SourceKind, Term, Time, TimeBasis, TimeType,
        Value, Voice,
    };
    use crate::span::Span;
    use crate::store::{check, facts, linking, migrations};

    const BODY: &str = "Café closed\n\nMayor Zoë Blé said: “Nearly 40 guests left on Monday.”";

    fn at(words: &str) -> Span {
        let start = BODY.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    /// A reading with a row for every table that an article alone can fill.
    fn reading() -> Reading {
        let said = "Nearly 40 guests left on Monday.";
        let frame = Frame {
            predicate: Some("leave".into()),
            head: Some("guest".into()),
            about: None,
            terms: vec![Term { role: "agent", word: "guest".into(), entity: None }],
            question: "How many guests left?".into(),
        };
        Reading {
            sentences: vec![
                Sentence { span: at("Café closed"), paragraph: 0, section: Section::Headline },
                Sentence { span: Span::new(at("Mayor").start, BODY.len()), paragraph: 1, section: Section::Body },
            ],
            entities: vec![Entity {
                name: "Zoë Blé".into(), kind: EntityKind::Person, names: vec!["Zoë Blé".into()]
            }],
            mentions: vec![Mention {
                span: at("Zoë Blé"),
                sentence: 1,
                entity: Some(0),
                claim: None,
                kind: MentionKind::Name,
                confidence: 1.0,
            }],
            descriptors: vec![Descriptor { mention: 0, span: at("Mayor"), kind: DescriptorKind::Title }],
            voices: vec![Voice {
                name: "Zoë Blé".into(),
                kind: SourceKind::Person,
                anonymity: Anonymity::Named,
                entity: Some(0),
                members: Vec::new(),
            }],
            claims: vec![Claim {
                sentence: 1,
                parts: vec![at(said)],
                kind: ClaimKind::Direct,
                polarity: Polarity::Affirmed,
                modality: Modality::Asserted,
                hedge: None,
                hops: vec![Hop {
                    voice: 0, cue: Some(at("said")), source: Some(at("Mayor Zoë Blé")), confidence: 0.9
                }],
                rule: "quotation",
            }],
            times: vec![Time {
                span: at("Monday"),
                sentence: 1,
                kind: TimeType::Date,
                value: "2024-05-06".into(),
                low: Some(date(2024, 5, 6)),
                high: Some(date(2024, 5, 6)),
                basis: TimeBasis::Published,
            }],
            quantities: vec![Quantity {
                span: at("Nearly 40 guests"),
                sentence: 1,
                low: Some(36.0),
                high: Some(40.0),
                unit: None,
                unit_text: None,
                approx: Some(at("Nearly")),
                noun: Some("guest".into()),
            }],
            values: vec![Value {
                claim: 0,
                kind: FactKind::Quantity,
                attribute: None,
                span: at("Nearly 40"),
                low: Some(36.0),
                high: Some(40.0),
                unit: None,
                date_low: None,
                date_high: None,
                entity: None,
                word: None,
                quantity: Some(0),
                time: None,
                dates_claim: false,
                frame: Some(frame),
            }],
            headline: Some(at("Café closed")),
            ..Reading::default()
        }
    }

    fn ready() -> Ready {
        let document = Document {
            file: "a.txt".into(),
            outlet: "Herald".into(),
            outlet_basis: Basis::File,
            url: None,
            headline: None,
            published: None,
            published_at: None,
            published_basis: Basis::None,
            story: None,
            body: BODY.into(),
        };
        Ready { sha256: crate::store::claim_key::sha256(BODY), document, reading: reading(), unread: Vec::new() }
    }

    /// Writes what `documents` say, one after the other, and proves the result.
    fn written(documents: &[(Ready, Identity)]) -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        migrations::run(&mut connection).unwrap();
        connection.execute("INSERT INTO loads (started, program, options) VALUES ('', '', '')", []).unwrap();
        for (ready, identity) in documents {
            let mut touched = Touched::default();
            write(&connection, 1, ready, *identity, &mut touched).unwrap();
            linking::link(&connection, &mut touched).unwrap();
            facts::compare(&connection, &mut touched).unwrap();
        }
        assert_eq!(check(&connection).unwrap().findings, []);
        connection
    }

    fn column(connection: &Connection, sql: &str) -> Vec<String> {
        let mut statement = connection.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn an_article_is_written_whole_with_offsets_in_code_points() {
        let connection = written(&[(ready(), Identity::New)]);
        for (table, column_name) in
            [("claims", "text"), ("mentions", "text"), ("times", "text"), ("quantities", "text")]
        {
            let sql = format!(
                "SELECT {column_name} FROM {table} JOIN articles USING (article_id)
                 WHERE substr(body, start_char + 1, end_char - start_char) IS NOT {column_name}"
            );
            assert_eq!(column(&connection, &sql), Vec::<String>::new());
            assert_eq!(column(&connection, &format!("SELECT text FROM {table}")).len(), 1);
        }
        assert_eq!(column(&connection, "SELECT headline FROM articles"), ["Café closed"]);
        assert_eq!(column(&connection, "SELECT name FROM sources ORDER BY source_id"), ["Herald", "Zoë Blé"]);
        assert_eq!(column(&connection, "SELECT name FROM claims JOIN sources ON source_id = origin_id"), ["Zoë Blé"]);
    }

    #[test]
    fn a_named_outlet_takes_over_and_leaves_nothing_behind() {
        let mut described = ready();
        described.document.outlet = "The Harbour Herald".into();
        described.document.outlet_basis = Basis::Manifest;
        described.document.published = Some(date(2024, 5, 7));
        described.document.published_basis = Basis::Manifest;
        let connection = written(&[(ready(), Identity::New), (described, Identity::Described(1))]);
        assert_eq!(
            column(&connection, "SELECT published || ' ' || outlet_basis FROM articles"),
            ["2024-05-07 manifest"]
        );
        assert_eq!(column(&connection, "SELECT name FROM sources ORDER BY name"), ["The Harbour Herald", "Zoë Blé"]);
        assert_eq!(column(&connection, "SELECT sha256 FROM article_versions"), Vec::<String>::new());
    }

    #[test]
    fn a_headline_apart_counts_for_itself() {
        let mut titled = ready();
        titled.document.headline = Some("Mayor Blé says 40 guests left".into());
        let known = reading::ArticleText {
            body: BODY,
            headline: titled.document.headline.as_deref(),
            published: None,
            outlet: "Herald",
        };
        titled.reading = reading::read(&known);
        let connection = written(&[(titled, Identity::New)]);
        let there = "SELECT CAST(text = substr(headline, claims.start_char + 1, claims.end_char - claims.start_char) AS TEXT)
                     FROM claims JOIN sentences USING (sentence_id) JOIN articles ON articles.article_id = claims.article_id
                     WHERE text_of = 'headline'";
        assert_eq!(column(&connection, there), ["1"]);
        assert_eq!(column(&connection, "SELECT DISTINCT read_by FROM articles"), [reading::VERSION]);
    }

    #[test]
    fn a_new_version_keeps_the_earlier_text_apart() {
        let mut changed = ready();
        changed.document.body = BODY.replace("Monday", "Friday");
        changed.sha256 = crate::store::claim_key::sha256(&changed.document.body);
        let connection = written(&[(ready(), Identity::New), (changed, Identity::Version(1))]);
        assert_eq!(column(&connection, "SELECT body FROM article_versions"), [BODY]);
        assert_eq!(column(&connection, "SELECT text FROM times"), ["Friday"]);
        assert_eq!(column(&connection, "SELECT text FROM claims").len(), 1);
    }
}
