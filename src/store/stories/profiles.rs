//! Profiles of articles: made from the sentences that are read, kept as rows, and held in memory for one transaction.

use std::rc::Rc;

use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use crate::comparing::stories::profile::{Profile, Term};

/// The profiles that a transaction has needed so far.
#[derive(Default)]
pub(super) struct Profiles {
    known: FxHashMap<i64, Rc<Profile>>,
    /// By word, the articles that it tells of and how much; read at the first need, when all are described.
    holders: FxHashMap<String, Vec<(i64, f64)>>,
}

impl Profiles {
    /// The stored profile of an article.
    pub(super) fn get(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<Rc<Profile>> {
        if let Some(profile) = self.known.get(&article_id) {
            return Ok(profile.clone());
        }
        let terms = connection
            .prepare_cached(
                "SELECT word, weight, name, opening FROM x_article_words WHERE article_id = ?1 ORDER BY word",
            )?
            .query_map([article_id], |row| {
                Ok(Term { word: row.get(0)?, weight: row.get(1)?, name: row.get(2)?, opening: row.get(3)? })
            })?
            .collect::<Result<_, _>>()?;
        let published: Option<String> = connection
            .prepare_cached("SELECT published FROM articles WHERE article_id = ?1")?
            .query_row([article_id], |row| row.get(0))?;
        let profile = Rc::new(Profile { terms, published: published.and_then(|day| day.parse().ok()) });
        self.known.insert(article_id, profile.clone());
        Ok(profile)
    }

    /// Stores what an article is about, from all that it says outside its boilerplate.
    pub(super) fn describe(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
        let published: Option<String> = connection
            .prepare_cached("SELECT published FROM articles WHERE article_id = ?1")?
            .query_row([article_id], |row| row.get(0))?;
        let (mut headline, mut body) = (String::new(), String::new());
        let mut sentences = connection.prepare_cached(
            "SELECT section = 'headline', substr(iif(text_of = 'headline', headline, body), start_char + 1, end_char - start_char)
             FROM sentences JOIN articles USING (article_id)
             WHERE article_id = ?1 AND section <> 'boilerplate' ORDER BY ordinal",
        )?;
        let mut rows = sentences.query([article_id])?;
        while let Some(row) = rows.next()? {
            let into = if row.get(0)? { &mut headline } else { &mut body };
            into.push_str(row.get_ref(1)?.as_str().unwrap_or_default());
            into.push('\n');
        }
        let profile = Profile::of(&headline, &body, published.and_then(|day| day.parse().ok()));
        let mut insert = connection.prepare_cached(
            "INSERT INTO x_article_words (article_id, word, weight, name, opening) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?;
        for term in &profile.terms {
            insert.execute(params![article_id, term.word, term.weight, term.name, term.opening])?;
        }
        self.known.insert(article_id, Rc::new(profile));
        Ok(())
    }

    /// Forgets an article and removes its rows.
    pub(super) fn remove(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
        self.known.remove(&article_id);
        connection.prepare_cached("DELETE FROM x_article_words WHERE article_id = ?1")?.execute([article_id])?;
        Ok(())
    }

    /// The articles that may tell of an article's event: the cosine of the words they share is above `least`.
    pub(super) fn candidates(
        &mut self,
        connection: &Connection,
        article_id: i64,
        least: f64,
    ) -> rusqlite::Result<Vec<i64>> {
        let own = self.get(connection, article_id)?;
        let mut shared: FxHashMap<i64, f64> = FxHashMap::default();
        for term in own.terms.iter().filter(|term| term.weight > 0.0) {
            if !self.holders.contains_key(&term.word) {
                let holders = connection
                    .prepare_cached("SELECT article_id, weight FROM x_article_words WHERE word = ?1 AND weight > 0")?
                    .query_map([&term.word], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<Result<_, _>>()?;
                self.holders.insert(term.word.clone(), holders);
            }
            for (other, weight) in self.holders.get(&term.word).into_iter().flatten() {
                *shared.entry(*other).or_default() += term.weight * weight;
            }
        }
        let mut found: Vec<i64> = shared
            .into_iter()
            .filter(|&(other, sum)| other != article_id && sum > least)
            .map(|(other, _)| other)
            .collect();
        found.sort_unstable();
        Ok(found)
    }
}
