//! What a written article and a new version of it leave in the tables.

use jiff::civil::date;

use super::*;
use crate::reading::{
    Anonymity, Claim, ClaimKind, Descriptor, DescriptorKind, Entity, EntityKind, FactKind, Frame, Hop, Mention,
    MentionKind, Modality, Polarity, Quantity, Section, Sentence, SourceKind, Term, Time, TimeBasis, TimeType, Value,
    Voice,
};
use crate::span::Span;
use crate::store::{check, facts, linking, migrations, views};

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
        entities: vec![Entity { name: "Zoë Blé".into(), kind: EntityKind::Person, names: vec!["Zoë Blé".into()] }],
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
                voice: 0,
                cue: Some(at("said")),
                source: Some(at("Mayor Zoë Blé")),
                confidence: 0.9,
                voice_confidence: 0.95,
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
            firmness: None,
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
    views::make(&connection, &views::of_program()).unwrap();
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
    for (table, column_name) in [("claims", "text"), ("mentions", "text"), ("times", "text"), ("quantities", "text")] {
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
    assert_eq!(column(&connection, "SELECT published || ' ' || outlet_basis FROM articles"), ["2024-05-07 manifest"]);
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
    let there =
        "SELECT CAST(text = substr(headline, claims.start_char + 1, claims.end_char - claims.start_char) AS TEXT)
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
