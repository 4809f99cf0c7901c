//! What a page tells, as plain data, collected from the views of a database.
//!
//! It knows the SQL files of `report/page/`, and nothing of HTML.

use std::collections::BTreeSet;

use rusqlite::{Connection, Row, ToSql, named_params};

/// What narrows a page; `None` is everything.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Only what mentions the entity of this name, or is about it.
    pub entity: Option<String>,
    /// Only this fact.
    pub fact: Option<i64>,
    /// Only facts in which the outlet of this name takes part.
    pub outlet: Option<String>,
}

/// Everything that a page shows.
#[derive(Debug, Default)]
pub struct Dossier {
    /// Facts whose answers conflict, each with its sides.
    pub conflicts: Vec<Conflict>,
    /// Who is cited by whom, a row an attributed claim.
    pub citations: Vec<Citation>,
    /// On whose word each outlet's claims rest.
    pub shares: Vec<Shares>,
    /// Dated claims.
    pub events: Vec<Event>,
    /// Chains of two hops and more.
    pub chains: Vec<Chain>,
    /// The articles that something above leads to, whole.
    pub articles: Vec<Article>,
}

/// A fact whose answers conflict.
#[derive(Debug)]
pub struct Conflict {
    /// The question.
    pub question: String,
    /// `hard` or `soft`.
    pub strength: String,
    /// One sentence that says why.
    pub why: String,
    /// Its answers, outlet by outlet.
    pub sides: Vec<Side>,
}

/// One answer in one article.
#[derive(Debug)]
pub struct Side {
    /// Who reports it.
    pub outlet: String,
    /// When, or nothing.
    pub published: String,
    /// The normalised answer.
    pub answer: String,
    /// On whose word.
    pub chain: String,
    /// The sentence.
    pub sentence: String,
    /// The answer's words in the sentence, in code points; not always inside it.
    pub value: (i64, i64),
    /// Where.
    pub place: Place,
}

/// A sentence of an article, as a link and as words for paper.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file of the article.
    pub file: String,
    /// The 1-based line of its body.
    pub line: i64,
    /// The sentence that a link leads to.
    pub sentence_id: i64,
}

/// A claim with the outlet that carries it and the voice it comes from.
#[derive(Debug)]
pub struct Citation {
    /// Who cites.
    pub outlet: String,
    /// Who is cited.
    pub voice: String,
    /// What is cited.
    pub claim: String,
    /// Where.
    pub place: Place,
}

/// How many claims of an outlet rest on whom.
#[derive(Debug)]
pub struct Shares {
    /// The outlet.
    pub outlet: String,
    /// Claims by voices with a name, described, collective, without a name, and in the outlet's own words.
    pub counts: [i64; 5],
}

/// A claim with the days it tells of.
#[derive(Debug)]
pub struct Event {
    /// First day.
    pub low: String,
    /// Last day, or nothing.
    pub high: String,
    /// The words of time.
    pub words: String,
    /// The claim.
    pub claim: String,
    /// On whose word.
    pub chain: String,
    /// Who reports it.
    pub outlet: String,
    /// Where.
    pub place: Place,
}

/// Outlet, first hop, origin.
#[derive(Debug)]
pub struct Chain {
    /// Who reports.
    pub outlet: String,
    /// Whom the outlet names.
    pub via: String,
    /// Who said it.
    pub origin: String,
    /// How many claims came this way.
    pub claims: i64,
    /// The sentence of one of them.
    pub sentence_id: i64,
}

/// An article, sentence by sentence.
#[derive(Debug)]
pub struct Article {
    /// Its outlet.
    pub outlet: String,
    /// Its day, or nothing.
    pub published: String,
    /// Its headline, or nothing.
    pub headline: String,
    /// Its file.
    pub file: String,
    /// Its address, or nothing.
    pub url: String,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// A sentence of an article.
#[derive(Debug)]
pub struct Sentence {
    /// What links lead to.
    pub id: i64,
    /// Sentences of one paragraph stand together.
    pub paragraph: i64,
    /// Its section.
    pub section: String,
    /// Its words.
    pub words: String,
    /// Its line.
    pub line: i64,
}

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
        sides.chain(cited).chain(dated).chain(self.chains.iter().map(|chain| chain.sentence_id)).collect()
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
    let mut sides = connection.prepare(include_str!("../report/page/sides.sql"))?;
    let with_sides = facts.into_iter().map(|(fact_id, mut conflict)| {
        conflict.sides = sides.query_map(named_params! {":fact": fact_id}, side)?.collect::<Result<_, _>>()?;
        Ok(conflict)
    });
    with_sides.collect()
}

fn side(row: &Row<'_>) -> rusqlite::Result<Side> {
    Ok(Side {
        outlet: row.get("outlet")?,
        published: row.get("published")?,
        answer: row.get("answer")?,
        chain: row.get("chain")?,
        sentence: row.get("sentence")?,
        value: (row.get("value_start")?, row.get("value_end")?),
        place: place(row)?,
    })
}

fn citation(row: &Row<'_>) -> rusqlite::Result<Citation> {
    Ok(Citation { outlet: row.get("outlet")?, voice: row.get("voice")?, claim: row.get("claim")?, place: place(row)? })
}

fn shares(row: &Row<'_>) -> rusqlite::Result<Shares> {
    let counts =
        [row.get("named")?, row.get("described")?, row.get("collective")?, row.get("unnamed")?, row.get("own_words")?];
    Ok(Shares { outlet: row.get("outlet")?, counts })
}

fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        low: row.get("happened_low")?,
        high: row.get("happened_high")?,
        words: row.get("date_words")?,
        claim: row.get("claim")?,
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
        claims: row.get("claims")?,
        sentence_id: row.get("sentence_id")?,
    })
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place { file: row.get("file")?, line: row.get("line")?, sentence_id: row.get("sentence_id")? })
}

/// The articles that hold one of `linked`.
fn articles(connection: &Connection, linked: &BTreeSet<i64>) -> rusqlite::Result<Vec<Article>> {
    let mut statement = connection.prepare(include_str!("../report/page/articles.sql"))?;
    let mut sentences = connection.prepare(include_str!("../report/page/sentences.sql"))?;
    let mut found = Vec::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let article_id: i64 = row.get("article_id")?;
        let of_article: Vec<Sentence> =
            sentences.query_map(named_params! {":article": article_id}, sentence)?.collect::<Result<_, _>>()?;
        if of_article.iter().any(|sentence| linked.contains(&sentence.id)) {
            found.push(Article {
                outlet: row.get("outlet")?,
                published: row.get("published")?,
                headline: row.get("headline")?,
                file: row.get("file")?,
                url: row.get("url")?,
                sentences: of_article,
            });
        }
    }
    Ok(found)
}

fn sentence(row: &Row<'_>) -> rusqlite::Result<Sentence> {
    Ok(Sentence {
        id: row.get("sentence_id")?,
        paragraph: row.get("paragraph")?,
        section: row.get("section")?,
        words: row.get("words")?,
        line: row.get("line")?,
    })
}

fn narrowed<T>(
    connection: &Connection,
    narrowing: &Narrowing,
    sql: &str,
    of_row: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    let parameters: [(&str, &dyn ToSql); 3] =
        [(":entity", &narrowing.entity), (":fact", &narrowing.fact), (":outlet", &narrowing.outlet)];
    connection.prepare(sql)?.query_map(&parameters, |row| of_row(row))?.collect()
}
