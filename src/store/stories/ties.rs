//! The ties of articles: for each the others that may tell of its event, the likeliest few.

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rusqlite::{Connection, params};
use rustc_hash::FxHashMap;

use super::profiles::Profiles;
use crate::comparing::stories::groups::{JOINED, TIES, among, rivals};
use crate::comparing::stories::ties::{CANDIDATE, Shared};

/// Another article and how surely it tells of the same event.
type Tie = (i64, f64);

/// Ties that a transaction reads and makes; `write` keeps what changed.
#[derive(Default)]
pub(super) struct Ties {
    /// By article.
    lists: FxHashMap<i64, Vec<Tie>>,
    /// Articles whose own ties changed.
    pub(super) changed: BTreeSet<i64>,
    articles: FxHashMap<i64, (String, Option<Date>)>,
}

impl Ties {
    /// The own ties of an article.
    fn list(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<&mut Vec<Tie>> {
        match self.lists.entry(article_id) {
            Entry::Occupied(known) => Ok(known.into_mut()),
            Entry::Vacant(place) => {
                let stored = connection
                    .prepare_cached(
                        "SELECT other_id, score FROM x_article_ties WHERE article_id = ?1 ORDER BY other_id",
                    )?
                    .query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?)))?
                    .collect::<Result<Vec<Tie>, _>>()?;
                Ok(place.insert(stored))
            }
        }
    }

    /// Removes an article's ties; the articles that may take another in its place.
    pub(super) fn remove(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<Vec<i64>> {
        let others: Vec<i64> = connection
            .prepare_cached("SELECT article_id FROM x_article_ties WHERE other_id = ?1 ORDER BY article_id")?
            .query_map([article_id], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let mut full = Vec::new();
        for other in others {
            let list = self.list(connection, other)?;
            if list.len() >= TIES {
                full.push(other);
            }
            list.retain(|tie| tie.0 != article_id);
            self.changed.insert(other);
        }
        self.lists.insert(article_id, Vec::new());
        self.changed.insert(article_id);
        Ok(full)
    }

    /// Ties an article to every stored one that may tell of its event, and these to it.
    pub(super) fn tie(&mut self, connection: &Connection, profiles: &mut Profiles, own: i64) -> rusqlite::Result<()> {
        let profile = profiles.get(connection, own)?;
        for other in profiles.candidates(connection, own, CANDIDATE)? {
            let shared = Shared::of(&profile, &*profiles.get(connection, other)?);
            let score = shared.score();
            if score < JOINED {
                continue;
            }
            for (from, to) in [(own, other), (other, own)] {
                let list = self.list(connection, from)?;
                if !list.iter().any(|tie| tie.0 == to) {
                    list.push((to, score));
                    self.changed.insert(from);
                }
            }
        }
        Ok(())
    }

    /// Keeps the best ties of each article that changed.
    pub(super) fn write(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut delete = connection.prepare_cached("DELETE FROM x_article_ties WHERE article_id = ?1")?;
        let mut insert = connection
            .prepare_cached("INSERT INTO x_article_ties (article_id, other_id, score) VALUES (?1, ?2, ?3)")?;
        for article_id in self.changed.clone() {
            let mut list = std::mem::take(self.list(connection, article_id)?);
            if list.len() > TIES {
                for &(other, _) in &list {
                    self.article(connection, other)?;
                }
                let key = |tie: &Tie| self.articles.get(&tie.0).map(|article| &article.0);
                list.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| key(a).cmp(&key(b))));
                list.truncate(TIES);
            }
            delete.execute([article_id])?;
            for (other, score) in &list {
                insert.execute(params![article_id, other, score])?;
            }
            self.lists.insert(article_id, list);
        }
        Ok(())
    }

    /// What puts articles in an order that does not depend on loading, and the day of publication.
    fn article(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<(String, Option<Date>)> {
        if let Some(article) = self.articles.get(&article_id) {
            return Ok(article.clone());
        }
        let (key, day): (String, Option<String>) = connection
            .prepare_cached(
                "SELECT name || char(9) || file || char(9) || sha256, published FROM articles JOIN sources ON source_id = outlet_id
                 WHERE article_id = ?1",
            )?
            .query_row([article_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let article = (key, day.and_then(|day| day.parse().ok()));
        self.articles.insert(article_id, article.clone());
        Ok(article)
    }

    /// What puts articles in an order that does not depend on loading.
    pub(super) fn key(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<String> {
        Ok(self.article(connection, article_id)?.0)
    }

    /// The other article that most likely tells of an article's event; of equals the first by its key.
    pub(super) fn nearest(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<Option<i64>> {
        let list = self.list(connection, article_id)?.clone();
        let Some(best) = list.iter().map(|tie| tie.1).max_by(f64::total_cmp) else { return Ok(None) };
        let mut named = Vec::new();
        for (other, _) in list.into_iter().filter(|tie| tie.1 >= best) {
            named.push((self.key(connection, other)?, other));
        }
        Ok(named.into_iter().min().map(|(_, other)| other))
    }

    /// The ties of an article, its own and those of others to it, as strong as they are among all that compete.
    pub(super) fn around(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<BTreeMap<i64, f64>> {
        let mut all: BTreeMap<i64, f64> = self.list(connection, article_id)?.iter().copied().collect();
        let own = rivals(all.values().copied());
        let mut others =
            connection.prepare_cached("SELECT article_id, score FROM x_article_ties WHERE other_id = ?1")?;
        let mut rows = others.query([article_id])?;
        while let Some(row) = rows.next()? {
            all.insert(row.get(0)?, row.get(1)?);
        }
        let day = self.article(connection, article_id)?.1;
        for (&other, score) in &mut all {
            let theirs = rivals(self.list(connection, other)?.iter().map(|tie| tie.1));
            let days =
                day.zip(self.article(connection, other)?.1).map(|(one, two)| (one - two).get_days().unsigned_abs());
            *score = among(*score, days, [own, theirs]);
        }
        Ok(all)
    }
}
