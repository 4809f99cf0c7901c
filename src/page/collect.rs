//! Collects a page from the views of a database. It knows the SQL files of `report/page/`, and nothing of HTML.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, Row, ToSql, named_params};

use super::dossier::{
    Article, Chain, Citation, Conflict, Dossier, Event, Narrowing, Passage, Place, Sentence, Shares, Side,
};

/// What a page is about (the label of the largest story), and the day of the newest load.
pub fn subject(connection: &Connection) -> rusqlite::Result<(String, String)> {
    connection.query_row(include_str!("../report/page/subject.sql"), [], |row| Ok((row.get("label")?, row.get("day")?)))
}

impl Dossier {
    /// Collects a page from the views of a database.
    pub fn collect(connection: &Connection, narrowing: &Narrowing) -> rusqlite::Result<Self> {
        let mut dossier = Self {
            conflicts: conflicts(connection, narrowing)?,
            citations: narrowed(connection, narrowing, include_str!("../report/page/voices.sql"), citation)?,
            shares: narrowed(connection, narrowing, include_str!("../report/page/shares.sql"), shares)?,
            events: narrowed(connection, narrowing, include_str!("../report/page/timeline.sql"), event)?,
            chains: narrowed(connection, narrowing, include_str!("../report/page/chains.sql"), chain)?,
            articles: Vec::new(),
        };
        dossier.articles = articles(connection, &dossier.linked())?;
        Ok(dossier)
    }

    /// Every sentence that something on the page leads to.
    fn linked(&self) -> BTreeSet<i64> {
        let sides = self.conflicts.iter().flat_map(|conflict| &conflict.sides).map(|side| side.place.sentence_id);
        let cited = self.citations.iter().map(|citation| citation.place.sentence_id);
        let dated = self.events.iter().map(|event| event.place.sentence_id);
        let counted = self.shares.iter().flat_map(|shares| shares.firsts).flatten();
        let chained = self.chains.iter().map(|chain| chain.sentence_id);
        sides.chain(cited).chain(dated).chain(counted).chain(chained).collect()
    }
}

fn conflicts(connection: &Connection, narrowing: &Narrowing) -> rusqlite::Result<Vec<Conflict>> {
    let facts = narrowed(connection, narrowing, include_str!("../report/page/conflicts.sql"), |row| {
        let conflict = Conflict {
            question: row.get("question")?,
            strength: row.get("strength")?,
            why: row.get("why")?,
            sides: Vec::new(),
        };
        Ok((row.get::<_, i64>("fact_id")?, conflict))
    })?;
    let mut of_fact: BTreeMap<i64, Vec<Side>> = BTreeMap::new();
    let mut sides = connection.prepare(include_str!("../report/page/sides.sql"))?;
    let mut rows = sides.query(named_params! {":fact": narrowing.fact})?;
    while let Some(row) = rows.next()? {
        of_fact.entry(row.get("fact_id")?).or_default().push(side(row)?);
    }
    let with_sides = facts
        .into_iter()
        .map(|(fact_id, conflict)| Conflict { sides: of_fact.remove(&fact_id).unwrap_or_default(), ..conflict });
    Ok(with_sides.collect())
}

fn side(row: &Row<'_>) -> rusqlite::Result<Side> {
    Ok(Side {
        outlet: row.get("outlet")?,
        published: row.get("published")?,
        answer: row.get("answer")?,
        words: row.get("words")?,
        chain: row.get("chain")?,
        words_in: passage(row)?,
        place: place(row)?,
    })
}

fn citation(row: &Row<'_>) -> rusqlite::Result<Citation> {
    Ok(Citation {
        outlet: row.get("outlet")?,
        voice: row.get("voice")?,
        claim: row.get("claim")?,
        words_in: passage(row)?,
        chain: row.get("chain")?,
        claim_id: row.get("claim_id")?,
        place: place(row)?,
    })
}

/// The names of `Shares::counts` in SQL, in their order.
const KINDS: [&str; 6] = ["named", "described", "collective", "unnamed", "unresolved", "own_words"];

fn shares(row: &Row<'_>) -> rusqlite::Result<Shares> {
    let mut shares = Shares { outlet: row.get("outlet")?, counts: [0; 6], firsts: [None; 6] };
    for (at, kind) in KINDS.iter().enumerate() {
        shares.counts[at] = row.get(*kind)?;
        shares.firsts[at] = row.get(format!("first_{kind}").as_str())?;
    }
    Ok(shares)
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        low: row.get("happened_low")?,
        high: row.get("happened_high")?,
        words: row.get("date_words")?,
        claim: row.get("claim")?,
        words_in: passage(row)?,
        chain: row.get("chain")?,
        outlet: row.get("outlet")?,
        place: place(row)?,
    })
}

fn chain(row: &Row<'_>) -> rusqlite::Result<Chain> {
    Ok(Chain {
        outlet: row.get("outlet")?,
        via: row.get("via")?,
        origin: row.get("origin")?,
        claims: usize::try_from(row.get::<_, i64>("claims")?).unwrap_or_default(),
        sentence_id: row.get("sentence_id")?,
    })
}

fn passage(row: &Row<'_>) -> rusqlite::Result<Passage> {
    Ok(Passage { sentence: row.get("sentence")?, span: (row.get("words_start")?, row.get("words_end")?) })
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { file: row.get("file")?, line: row.get("line")?, sentence_id: row.get("sentence_id")? })
}

/// The articles that hold one of `linked`.
fn articles(connection: &Connection, linked: &BTreeSet<i64>) -> rusqlite::Result<Vec<Article>> {
    let mut statement = connection.prepare(include_str!("../report/page/articles.sql"))?;
    let mut sentences = connection.prepare(include_str!("../report/page/sentences.sql"))?;
    let mut ways = connection.prepare(include_str!("../report/page/ways.sql"))?;
    let mut found = Vec::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let article_id: i64 = row.get("article_id")?;
        let mut read = Vec::new();
        // A headline that is no part of the body counts for itself.
        for text in ["headline", "body"] {
            let spans = sentences.query_map(named_params! {":article": article_id, ":text": text}, |row| {
                Ok((place_of(row)?, row.get("sentence_id")?, row.get("paragraph")?, row.get("section")?))
            })?;
            let spans: Vec<(Span, i64, i64, String)> = spans.collect::<Result<_, _>>()?;
            let ways = ways.query_map(named_params! {":article": article_id, ":text": text}, |row| {
                Ok((place_of(row)?, row.get("chain")?))
            })?;
            let ways: Vec<(Span, String)> = ways.collect::<Result<_, _>>()?;
            read.extend(read_out(&row.get::<_, String>(text)?, spans, ways));
        }
        if !read.iter().any(|sentence| linked.contains(&sentence.id)) {
            continue;
        }
        found.push(Article {
            outlet: row.get("outlet")?,
            published: row.get("published")?,
            headline: row.get("headline")?,
            file: row.get("file")?,
            url: row.get("url")?,
            sentences: read,
        });
    }
    Ok(found)
}

/// Half-open, in code points of the body.
type Span = (usize, usize);

fn place_of(row: &Row<'_>) -> rusqlite::Result<Span> {
    let point = |name| row.get::<_, i64>(name).map(|point| usize::try_from(point).unwrap_or_default());
    Ok((point("start_char")?, point("end_char")?))
}

/// The sentences in the order of the body, with their words and lines and the way of every claim that overlaps them.
fn read_out(body: &str, spans: Vec<(Span, i64, i64, String)>, ways: Vec<(Span, String)>) -> Vec<Sentence> {
    let bytes: Vec<usize> = body.char_indices().map(|(at, _)| at).chain([body.len()]).collect();
    let byte = |point: usize| bytes.get(point).copied().unwrap_or(body.len());
    let (mut line, mut counted) = (1, 0);
    let places: Vec<Span> = spans.iter().map(|(span, ..)| *span).collect();
    let mut sentences: Vec<Sentence> = spans
        .into_iter()
        .map(|((start, end), id, paragraph, section)| {
            let (from, to) = (byte(start), byte(end));
            line += body.get(counted..from).map_or(0, |between| between.matches('\n').count());
            counted = counted.max(from);
            let words = body.get(from..to).unwrap_or_default().to_owned();
            Sentence { id, paragraph, section, words, line, chains: Vec::new() }
        })
        .collect();
    for ((start, end), chain) in ways {
        let first = places.partition_point(|place| place.1 <= start);
        for (sentence, place) in sentences.iter_mut().zip(&places).skip(first) {
            if place.0 >= end {
                break;
            }
            if !sentence.chains.contains(&chain) {
                sentence.chains.push(chain.clone());
            }
        }
    }
    sentences
}

fn narrowed<T>(
    connection: &Connection,
    narrowing: &Narrowing,
    sql: &str,
    of_row: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let parameters: [(&str, &dyn ToSql); 4] = [
        (":entity", &narrowing.entity),
        (":fact", &narrowing.fact),
        (":outlet", &narrowing.outlet),
        (":story", &narrowing.story),
    ];
    connection.prepare(sql)?.query_map(&parameters, |row| of_row(row))?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_their_lines_and_the_ways_of_the_claims_they_touch() {
        let body = "Ünder way\n\nOne, two. Three.";
        let spans = vec![
            ((0, 9), 1, 0, "headline".to_owned()),
            ((11, 20), 2, 1, "body".to_owned()),
            ((21, 27), 3, 1, "body".to_owned()),
        ];
        let ways = vec![((0, 9), "(own words)".to_owned()), ((16, 27), "A > B".to_owned())];
        let read = read_out(body, spans, ways);
        let told: Vec<(&str, usize, String)> =
            read.iter().map(|s| (s.words.as_str(), s.line, s.chains.join("; "))).collect();
        assert_eq!(
            told,
            [
                ("Ünder way", 1, "(own words)".to_owned()),
                ("One, two.", 3, "A > B".to_owned()),
                ("Three.", 3, "A > B".to_owned())
            ]
        );
    }
}
