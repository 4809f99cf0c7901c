//! What comparing needs to know of each sentence, as rows of the program's own: written when an article is read, and read
//! for the articles of a story.

use rusqlite::{Connection, params};

use crate::comparing::aligning::{TellingArticle, Told};
use crate::reading::Passage;
use crate::span::CodePoints;

/// Keeps what reading made of a sentence.
pub(super) fn write(connection: &Connection, sentence_id: i64, passage: &Passage) -> rusqlite::Result<()> {
    let parts =
        serde_json::to_string(passage).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))?;
    connection
        .prepare_cached("INSERT INTO x_passages (sentence_id, parts) VALUES (?1, ?2)")?
        .execute(params![sentence_id, parts])?;
    Ok(())
}

/// The articles of a story with their passages.
pub(super) fn of_story(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<TellingArticle>> {
    let articles: Vec<(TellingArticle, Texts)> = connection
        .prepare_cached(
            "SELECT name, file, published, article_id, coalesce(headline, ''), body
             FROM articles JOIN sources ON source_id = outlet_id WHERE story_id = ?1",
        )?
        .query_map([story_id], |row| {
            let (outlet, file, published): (String, String, Option<String>) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let published = published.and_then(|day| day.get(..DAY)?.parse().ok());
            let article = TellingArticle { key: format!("{outlet}\n{file}"), outlet, published, told: Vec::new() };
            Ok((article, Texts { article_id: row.get(3)?, headline: row.get(4)?, body: row.get(5)? }))
        })?
        .collect::<Result<_, _>>()?;
    articles
        .into_iter()
        .map(|(article, texts)| Ok(TellingArticle { told: told(connection, &texts)?, ..article }))
        .collect()
}

/// A day as it is written.
const DAY: usize = "2000-01-01".len();

/// What an article's sentences are parts of.
struct Texts {
    article_id: i64,
    headline: String,
    body: String,
}

fn told(connection: &Connection, Texts { article_id, headline, body }: &Texts) -> rusqlite::Result<Vec<Told>> {
    let texts = [(CodePoints::starts(headline), headline.as_str()), (CodePoints::starts(body), body.as_str())];
    let mut query = connection.prepare_cached(
        "SELECT sentence_id, section, text_of = 'body', start_char, end_char, parts FROM sentences JOIN x_passages USING (sentence_id)
         WHERE article_id = ?1 ORDER BY ordinal",
    )?;
    let mut rows = query.query([article_id])?;
    let mut told = Vec::new();
    while let Some(row) = rows.next()? {
        let (section, parts): (String, String) = (row.get(1)?, row.get(5)?);
        // What another version of the program wrote is read again by `migrate`; until then it is not compared.
        let (Ok(section), Ok(passage)) = (section.parse(), serde_json::from_str::<Passage>(&parts)) else { continue };
        let (starts, text) = &texts[usize::from(row.get::<_, bool>(2)?)];
        let byte = |at: i64| starts.get(usize::try_from(at).unwrap_or(usize::MAX)).copied().unwrap_or(text.len());
        let words = text.get(byte(row.get(3)?)..byte(row.get(4)?)).unwrap_or_default();
        told.push(Told { sentence_id: row.get(0)?, section, text: words.to_owned(), passage });
    }
    Ok(told)
}
