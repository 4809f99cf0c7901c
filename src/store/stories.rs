//! Articles and the stories they belong to: profiles and ties of what a transaction touched, then the groups they make.
//!
//! A tie depends on its two articles alone and a story is whatever ties connect, so the order of loading does not matter.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::touched::Touched;
use crate::comparing::stories::{Profile, centre, reason};

/// Puts each touched article into its story; adds every story whose articles changed to `touched`.
pub(super) fn assign(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut open = BTreeSet::new();
    for &article_id in &touched.articles {
        match belongs(connection, article_id)? {
            Belongs::Nowhere => {}
            Belongs::Forced(story_id) => {
                untie(connection, article_id)?;
                touched.stories.insert(story_id);
            }
            Belongs::Open => {
                untie(connection, article_id)?;
                describe(connection, article_id)?;
                open.insert(article_id);
            }
        }
    }
    for &article_id in &open {
        tie(connection, article_id)?;
    }
    // Stories that lost an article or hold a touched one may fall apart, so all their articles are looked at again.
    let mut stories = touched.stories.clone();
    for &article_id in &open {
        stories.extend(story_of(connection, article_id)?);
    }
    let mut around = open;
    for &story_id in &stories {
        if !is_forced(connection, story_id)? {
            around.extend(articles_of(connection, story_id)?);
        }
    }
    regroup(connection, &around, touched)
}

/// Who decides on an article's story.
enum Belongs {
    /// There is no such article.
    Nowhere,
    /// A person did.
    Forced(i64),
    /// Its ties will.
    Open,
}

fn belongs(connection: &Connection, article_id: i64) -> rusqlite::Result<Belongs> {
    let mut query = connection.prepare_cached(
        "SELECT CASE WHEN forced THEN story_id END FROM articles LEFT JOIN stories USING (story_id) WHERE article_id = ?1",
    )?;
    let mut rows = query.query([article_id])?;
    let Some(row) = rows.next()? else { return Ok(Belongs::Nowhere) };
    Ok(row.get::<_, Option<i64>>(0)?.map_or(Belongs::Open, Belongs::Forced))
}

fn is_forced(connection: &Connection, story_id: i64) -> rusqlite::Result<bool> {
    connection.prepare_cached("SELECT 1 FROM stories WHERE story_id = ?1 AND forced")?.exists([story_id])
}

fn story_of(connection: &Connection, article_id: i64) -> rusqlite::Result<Option<i64>> {
    let mut query = connection.prepare_cached("SELECT story_id FROM articles WHERE article_id = ?1")?;
    Ok(query.query_map([article_id], |row| row.get(0))?.next().transpose()?.flatten())
}

fn articles_of(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached("SELECT article_id FROM articles WHERE story_id = ?1 ORDER BY article_id")?
        .query_map([story_id], |row| row.get(0))?
        .collect()
}

fn untie(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    connection.prepare_cached("DELETE FROM x_article_words WHERE article_id = ?1")?.execute([article_id])?;
    connection
        .prepare_cached("DELETE FROM x_article_ties WHERE article_a = ?1 OR article_b = ?1")?
        .execute([article_id])?;
    Ok(())
}

/// Keeps the words that an article is about.
fn describe(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    let (headline, text, published): (String, String, Option<String>) = connection
        .prepare_cached("SELECT coalesce(headline, ''), body, published FROM articles WHERE article_id = ?1")?
        .query_row([article_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let profile = Profile::of(&headline, &text, published.and_then(|day| day.parse().ok()));
    let mut insert =
        connection.prepare_cached("INSERT INTO x_article_words (article_id, word, weight) VALUES (?1, ?2, ?3)")?;
    for (word, weight) in &profile.words {
        insert.execute(params![article_id, word, weight])?;
    }
    Ok(())
}

fn profile(connection: &Connection, article_id: i64) -> rusqlite::Result<Profile> {
    let words = connection
        .prepare_cached("SELECT word, weight FROM x_article_words WHERE article_id = ?1 ORDER BY word")?
        .query_map([article_id], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    let published: Option<String> = connection
        .prepare_cached("SELECT published FROM articles WHERE article_id = ?1")?
        .query_row([article_id], |row| row.get(0))?;
    Ok(Profile { words, published: published.and_then(|day| day.parse().ok()) })
}

/// Ties an article to every stored one on the same event.
fn tie(connection: &Connection, article_id: i64) -> rusqlite::Result<()> {
    let own = profile(connection, article_id)?;
    let candidates: Vec<i64> = connection
        .prepare_cached(
            "SELECT other.article_id FROM x_article_words AS own JOIN x_article_words AS other USING (word)
             WHERE own.article_id = ?1 AND other.article_id <> ?1
             GROUP BY other.article_id HAVING sum(own.weight * other.weight) > 0.25",
        )?
        .query_map([article_id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    let mut insert = connection.prepare_cached(
        "INSERT OR IGNORE INTO x_article_ties (article_a, article_b, similarity) VALUES (?1, ?2, ?3)",
    )?;
    for other in candidates {
        let theirs = profile(connection, other)?;
        if own.is_tied_to(&theirs) {
            let (a, b) = (article_id.min(other), article_id.max(other));
            insert.execute(params![a, b, own.similarity(&theirs)])?;
        }
    }
    Ok(())
}

fn tied_to(connection: &Connection, article_id: i64) -> rusqlite::Result<Vec<i64>> {
    connection
        .prepare_cached(
            "SELECT article_b FROM x_article_ties WHERE article_a = ?1
             UNION SELECT article_a FROM x_article_ties WHERE article_b = ?1 ORDER BY 1",
        )?
        .query_map([article_id], |row| row.get(0))?
        .collect()
}

/// Makes the groups around some articles again.
fn regroup(connection: &Connection, around: &BTreeSet<i64>, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut left = around.clone();
    let mut groups: Vec<BTreeSet<i64>> = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut group = BTreeSet::from([first]);
        let mut next = vec![first];
        while let Some(article_id) = next.pop() {
            for other in tied_to(connection, article_id)? {
                if group.insert(other) {
                    left.remove(&other);
                    next.push(other);
                }
            }
        }
        groups.push(group);
    }
    let mut taken = BTreeSet::new();
    for group in groups {
        let mut earlier: BTreeMap<i64, usize> = BTreeMap::new();
        for &article_id in &group {
            if let Some(story_id) = story_of(connection, article_id)? {
                *earlier.entry(story_id).or_default() += 1;
            }
        }
        touched.stories.extend(earlier.keys());
        let kept = earlier.keys().copied().find(|&story_id| !taken.contains(&story_id));
        let story_id = name(connection, kept, &group)?;
        taken.insert(story_id);
        touched.stories.insert(story_id);
        let mut put = connection
            .prepare_cached("UPDATE articles SET story_id = ?2 WHERE article_id = ?1 AND story_id IS NOT ?2")?;
        for article_id in group {
            if put.execute([article_id, story_id])? > 0 {
                touched.articles.insert(article_id); // what it says meets other reports now
            }
        }
    }
    Ok(())
}

/// Labels a story after the article that is most like the others.
fn name(connection: &Connection, story_id: Option<i64>, group: &BTreeSet<i64>) -> rusqlite::Result<i64> {
    let mut articles = Vec::new();
    for &article_id in group {
        let (key, title): (String, String) = connection
            .prepare_cached(
                "SELECT name || char(9) || file || char(9) || sha256, coalesce(headline, substr(trim(body, char(9, 10, 32)), 1, 400))
                 FROM articles JOIN sources ON source_id = outlet_id WHERE article_id = ?1",
            )?
            .query_row([article_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        articles.push((key, title, profile(connection, article_id)?));
    }
    articles.sort_by(|a, b| a.0.cmp(&b.0));
    let profiles: Vec<_> = articles.iter().map(|(_, _, profile)| profile).collect();
    let label = label(&articles[centre(&profiles)].1);
    let reason = reason(&profiles);
    if let Some(story_id) = story_id {
        connection
            .prepare_cached("UPDATE stories SET label = ?2, reason = ?3 WHERE story_id = ?1")?
            .execute(params![story_id, label, reason])?;
        return Ok(story_id);
    }
    connection
        .prepare_cached("INSERT INTO stories (label, reason, forced) VALUES (?1, ?2, 0)")?
        .execute(params![label, reason])?;
    Ok(connection.last_insert_rowid())
}

/// The first line of a title, cut at a word.
fn label(title: &str) -> String {
    const LONGEST: usize = 90;
    let line = title.lines().find(|line| !line.trim().is_empty()).unwrap_or("untitled").trim();
    if line.chars().count() <= LONGEST {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}

/// Removes stories that hold no article any more; their facts must be gone.
pub(super) fn clear(connection: &Connection, touched: &Touched) -> rusqlite::Result<()> {
    let mut delete = connection.prepare_cached(
        "DELETE FROM stories WHERE story_id = ?1 AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.story_id = ?1)
           AND NOT EXISTS (SELECT 1 FROM facts WHERE facts.story_id = ?1)",
    )?;
    for &story_id in &touched.stories {
        delete.execute([story_id])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_one_line_cut_at_a_word() {
        assert_eq!(label("\n Ferry aground \nmore"), "Ferry aground");
        let long = label(&"word ".repeat(40));
        assert!(long.ends_with("word…") && long.chars().count() <= 91);
    }
}
