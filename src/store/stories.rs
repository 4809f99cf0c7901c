//! Articles and the stories they belong to: profiles and ties of what a transaction touched, then the groups they make.
//!
//! A tie depends on its two articles alone, and a story on the ties among all articles that ties connect, taken in an
//! order of their contents; so the order of loading does not matter.

mod profiles;
mod split;
mod ties;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use self::profiles::Profiles;
pub(super) use self::split::note;
use self::ties::Ties;
use super::touched::Touched;
use crate::comparing::stories::groups::{self, JOINED};
use crate::comparing::stories::{alone, centre, reason};

/// Puts each touched article into its story; adds every story whose articles changed to `touched`.
pub(super) fn assign(connection: &Connection, touched: &mut Touched) -> rusqlite::Result<()> {
    let mut assigning = Assigning { connection, profiles: Profiles::default(), ties: Ties::default() };
    let mut open = BTreeSet::new();
    let mut again = BTreeSet::new();
    for &article_id in &touched.articles {
        let belongs = belongs(connection, article_id)?;
        if matches!(belongs, Belongs::Nowhere) {
            continue;
        }
        again.extend(assigning.ties.remove(connection, article_id)?);
        assigning.profiles.remove(connection, article_id)?;
        if let Belongs::Forced(story_id) = belongs {
            touched.stories.insert(story_id);
        } else {
            assigning.profiles.describe(connection, article_id)?;
            open.insert(article_id);
        }
    }
    for &article_id in open.union(&again) {
        assigning.ties.tie(connection, &mut assigning.profiles, article_id)?;
    }
    assigning.ties.write(connection)?;
    // Stories that lost an article or hold one whose ties changed may fall apart, so all their articles are looked at again.
    let mut around = open.clone();
    let mut stories = touched.stories.clone();
    for &article_id in &assigning.ties.changed {
        if let Belongs::Open = belongs(connection, article_id)? {
            around.insert(article_id);
            stories.extend(story_of(connection, article_id)?);
        }
    }
    for &story_id in &stories {
        if !is_forced(connection, story_id)? {
            around.extend(articles_of(connection, story_id)?);
        }
    }
    assigning.regroup(around, &open, touched)
}

/// What one transaction knows of its articles.
struct Assigning<'c> {
    connection: &'c Connection,
    profiles: Profiles,
    ties: Ties,
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

impl Assigning<'_> {
    /// Makes the groups around some articles again; `open` are those whose text or date is new.
    fn regroup(
        &mut self,
        mut left: BTreeSet<i64>,
        open: &BTreeSet<i64>,
        touched: &mut Touched,
    ) -> rusqlite::Result<()> {
        let mut taken = BTreeSet::new();
        while let Some(first) = left.pop_first() {
            let mut connected = BTreeMap::from([(first, BTreeMap::new())]);
            let mut next = vec![first];
            while let Some(article_id) = next.pop() {
                let around = self.ties.around(self.connection, article_id)?;
                for (&other, &score) in &around {
                    if score >= JOINED && !connected.contains_key(&other) {
                        connected.insert(other, BTreeMap::new());
                        left.remove(&other);
                        next.push(other);
                    }
                }
                connected.insert(article_id, around);
            }
            for group in self.groups(&connected)? {
                self.put(&group, open, &mut taken, touched)?;
            }
        }
        Ok(())
    }

    /// The groups of articles that ties connect.
    fn groups(&mut self, connected: &BTreeMap<i64, BTreeMap<i64, f64>>) -> rusqlite::Result<Vec<BTreeSet<i64>>> {
        let mut order = Vec::new();
        for &article_id in connected.keys() {
            order.push((self.ties.key(self.connection, article_id)?, article_id));
        }
        order.sort();
        let places: BTreeMap<i64, usize> = order.iter().enumerate().map(|(at, (_, id))| (*id, at)).collect();
        let mut pairs = Vec::new();
        for (id, around) in connected {
            for (other, score) in around {
                if let (Some(&one), Some(&two)) = (places.get(id), places.get(other))
                    && one < two
                {
                    pairs.push((one, two, *score));
                }
            }
        }
        let groups = groups::groups(order.len(), &pairs);
        Ok(groups.into_iter().map(|group| group.into_iter().map(|at| order[at].1).collect()).collect())
    }

    /// Puts a group of articles into a story: the earliest that one of them was in and that no other group has taken.
    fn put(
        &mut self,
        group: &BTreeSet<i64>,
        open: &BTreeSet<i64>,
        taken: &mut BTreeSet<i64>,
        touched: &mut Touched,
    ) -> rusqlite::Result<()> {
        let mut earlier = BTreeSet::new();
        for &article_id in group {
            earlier.extend(story_of(self.connection, article_id)?);
        }
        let kept = earlier.iter().copied().find(|story_id| !taken.contains(story_id));
        let same = earlier.len() == 1
            && match kept {
                Some(story_id) => articles_of(self.connection, story_id)?.iter().eq(group.iter()),
                None => false,
            };
        let story_id = self.name(kept, group)?;
        taken.insert(story_id);
        if same && group.is_disjoint(open) {
            return Ok(());
        }
        touched.stories.extend(earlier);
        touched.stories.insert(story_id);
        let mut put = self
            .connection
            .prepare_cached("UPDATE articles SET story_id = ?2 WHERE article_id = ?1 AND story_id IS NOT ?2")?;
        for &article_id in group {
            if put.execute([article_id, story_id])? > 0 {
                touched.articles.insert(article_id); // what it says meets other reports now
            }
        }
        Ok(())
    }

    /// Labels a story after the article that is most like the others.
    fn name(&mut self, story_id: Option<i64>, group: &BTreeSet<i64>) -> rusqlite::Result<i64> {
        let mut articles = Vec::new();
        for &article_id in group {
            articles.push((self.ties.key(self.connection, article_id)?, article_id));
        }
        articles.sort();
        let mut profiles = Vec::new();
        for (_, article_id) in &articles {
            profiles.push(self.profiles.get(self.connection, *article_id)?);
        }
        let profiles: Vec<_> = profiles.iter().map(AsRef::as_ref).collect();
        let chosen = articles[centre(&profiles)].1;
        let (title, text) = self.title(chosen)?;
        let reason = if profiles.len() > 1 {
            reason(&profiles, &text)
        } else if let Some(nearest) = self.ties.nearest(self.connection, chosen)? {
            let other = label(&self.title(nearest)?.0);
            alone(profiles[0], &text, Some((&other, &*self.profiles.get(self.connection, nearest)?)))
        } else {
            alone(profiles[0], &text, None)
        };
        let label = label(&title);
        if let Some(story_id) = story_id {
            self.connection
                .prepare_cached("UPDATE stories SET label = ?2, reason = ?3 WHERE story_id = ?1")?
                .execute(params![story_id, label, reason])?;
            return Ok(story_id);
        }
        self.connection
            .prepare_cached("INSERT INTO stories (label, reason, forced) VALUES (?1, ?2, 0)")?
            .execute(params![label, reason])?;
        Ok(self.connection.last_insert_rowid())
    }

    /// The headline of an article, or the beginning of its text where it has none; and all that it says.
    fn title(&self, article_id: i64) -> rusqlite::Result<(String, String)> {
        self.connection
            .prepare_cached(
                "SELECT coalesce(headline, substr(trim(body, char(9, 10, 32)), 1, 400)), coalesce(headline, '') || char(10) || body
                 FROM articles WHERE article_id = ?1",
            )?
            .query_row([article_id], |row| Ok((row.get(0)?, row.get(1)?)))
    }
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
