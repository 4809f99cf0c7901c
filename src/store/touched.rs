//! What a transaction touched: the starting point of everything that is made again after articles were written.

use std::collections::BTreeSet;

use rusqlite::Connection;

/// Rows whose surroundings must be made again.
///
/// Ids may name rows that are gone meanwhile. Each step adds what it changed, for the steps after it.
#[derive(Debug, Clone, Default)]
pub struct Touched {
    /// Articles that were written, or whose ties to the world changed.
    pub articles: BTreeSet<i64>,
    /// Entities that lost an article's words; without any left, they go.
    pub entities: BTreeSet<i64>,
    /// Sources that lost an article's voice.
    pub sources: BTreeSet<i64>,
    /// Stories that lost an article.
    pub stories: BTreeSet<i64>,
    /// Facts that lost a value.
    pub facts: BTreeSet<i64>,
}

impl Touched {
    /// Whether there is nothing to make again.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.articles.is_empty()
            && self.entities.is_empty()
            && self.sources.is_empty()
            && self.stories.is_empty()
            && self.facts.is_empty()
    }

    /// Notes what hangs on an article whose rows are about to be removed.
    pub(super) fn leave(&mut self, connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
        let ids = |sql: &str, into: &mut BTreeSet<i64>| -> rusqlite::Result<()> {
            let mut statement = connection.prepare_cached(sql)?;
            for id in statement.query_map([article_id], |row| row.get(0))? {
                into.insert(id?);
            }
            Ok(())
        };
        ids(
            "SELECT DISTINCT entity_id FROM x_article_entities WHERE article_id = ?1 AND entity_id IS NOT NULL",
            &mut self.entities,
        )?;
        ids(
            "SELECT DISTINCT source_id FROM x_article_voices WHERE article_id = ?1 AND source_id IS NOT NULL
             UNION SELECT outlet_id FROM articles WHERE article_id = ?1",
            &mut self.sources,
        )?;
        // Copies of its sentences copy another report now.
        ids(
            "SELECT DISTINCT copies.article_id FROM sentences AS own JOIN reuses ON sentence_a = own.sentence_id
             JOIN sentences AS copies ON copies.sentence_id = sentence_b WHERE own.article_id = ?1",
            &mut self.articles,
        )?;
        ids("SELECT story_id FROM articles WHERE article_id = ?1 AND story_id IS NOT NULL", &mut self.stories)?;
        ids(
            "SELECT DISTINCT fact_id FROM claim_values JOIN claims USING (claim_id)
             WHERE article_id = ?1 AND fact_id IS NOT NULL",
            &mut self.facts,
        )
    }
}
