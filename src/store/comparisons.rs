//! Comparisons of a story as rows: those of the program replaced, those that a person decided kept.

use rusqlite::{Connection, OptionalExtension, params};

use crate::comparing::accounts;
use crate::comparing::aligning::{self, TellingArticle};
use crate::comparing::comparison::Comparison;
use crate::comparing::conflicts;
use crate::comparing::relation::Strength;
use crate::reading::FactKind;

/// Writes the comparisons of a story in place of those that the program made before.
///
/// A pair that a person decided stays as it is, and so does one that now belongs to another story: a pair of sentences
/// stands there once.
pub fn replace(connection: &Connection, story_id: i64, comparisons: &[Comparison]) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM comparisons WHERE story_id = ?1 AND decided_by = 'program'")?
        .execute([story_id])?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO comparisons (story_id, sentence_a, sentence_b, alignment, score, differs) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (sentence_a, sentence_b) DO UPDATE SET story_id = excluded.story_id, alignment = excluded.alignment,
           score = excluded.score, differs = excluded.differs WHERE comparisons.decided_by = 'program'",
    )?;
    for pair in comparisons.iter().filter(|pair| pair.a != pair.b) {
        let (a, b) = (pair.a.min(pair.b), pair.a.max(pair.b));
        insert.execute(params![story_id, a, b, share(pair.alignment), share(pair.score), kinds(pair)])?;
    }
    Ok(())
}

/// Brings the conflicts of each story and its comparisons together: every conflict between two sentences has its
/// comparison, and a score that knows how surely these sentences tell of one thing.
pub fn settle(connection: &Connection, stories: &[(i64, Vec<TellingArticle>)]) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO comparisons (story_id, sentence_a, sentence_b, alignment, score, differs) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (sentence_a, sentence_b) DO NOTHING",
    )?;
    let mut update = connection.prepare_cached(
        "UPDATE conflicts SET score = ?2, strength = ?3 WHERE conflict_id = ?1 AND decided_by = 'program'",
    )?;
    for (story_id, articles) in stories {
        let told = conflicts_of(connection, *story_id)?;
        if told.is_empty() {
            continue;
        }
        let pairs: Vec<(i64, i64)> = told.iter().map(|conflict| conflict.sentences).collect();
        let rows = aligning::between(articles, &pairs);
        for (conflict, row) in told.iter().zip(rows) {
            let alignment = row.as_ref().map_or(0.0, |row| row.alignment);
            let score = match &row {
                Some(row) if conflict.rule == accounts::RULE => share(row.score),
                _ => conflicts::score(conflict.kind, &conflict.rule, alignment),
            };
            let strength = conflicts::strength(conflict.strength, score);
            update.execute(params![conflict.conflict_id, score, strength.as_str()])?;
            if let Some(row) = row.filter(|row| row.a != row.b) {
                let differs = Comparison { differs: vec![conflict.kind], ..row };
                let score = share(differs.score.max(score));
                let (a, b) = (differs.a, differs.b);
                insert.execute(params![story_id, a, b, share(differs.alignment), score, kinds(&differs)])?;
            }
        }
    }
    Ok(())
}

/// A conflict of a story with the sentences in which its values start.
struct Told {
    conflict_id: i64,
    kind: FactKind,
    rule: String,
    strength: Strength,
    sentences: (i64, i64),
}

fn conflicts_of(connection: &Connection, story_id: i64) -> rusqlite::Result<Vec<Told>> {
    let mut query = connection.prepare_cached(
        "SELECT conflict_id, f.kind, strength, value_a, value_b, conflicts.rule FROM conflicts JOIN facts AS f USING (fact_id)
         WHERE story_id = ?1 ORDER BY conflict_id",
    )?;
    let mut rows = query.query([story_id])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, strength): (String, String) = (row.get(1)?, row.get(2)?);
        let (a, b) = (sentence_of(connection, row.get(3)?)?, sentence_of(connection, row.get(4)?)?);
        if let (Ok(kind), Ok(strength), Some(a), Some(b)) = (kind.parse(), strength.parse(), a, b) {
            found.push(Told { conflict_id: row.get(0)?, kind, rule: row.get(5)?, strength, sentences: (a, b) });
        }
    }
    Ok(found)
}

/// The sentence in which a value starts.
fn sentence_of(connection: &Connection, value_id: i64) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached(
            "SELECT s.sentence_id FROM claim_values AS v JOIN claims AS c USING (claim_id) JOIN sentences AS host USING (sentence_id)
             JOIN sentences AS s ON s.article_id = c.article_id AND s.text_of = host.text_of
               AND s.start_char <= v.start_char AND v.start_char < s.end_char
             WHERE value_id = ?1",
        )?
        .query_row([value_id], |row| row.get(0))
        .optional()
}

/// A share with four decimals, so that the same input gives the same bytes.
fn share(share: f64) -> f64 {
    (share.clamp(0.0, 1.0) * 10_000.0).round() / 10_000.0
}

/// The kinds, each once, in the order of their list.
fn kinds(pair: &Comparison) -> String {
    let mut kinds = pair.differs.clone();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{self, Filters};

    /// Three outlets on one storm, one sentence each, and another story.
    const ARTICLES: &str = "
        INSERT INTO loads (load_id, started, program, options) VALUES (1, '2024-05-06T00:00:00Z', 'newsfacts', '[]');
        INSERT INTO sources (source_id, name, kind) VALUES (1, 'Herald', 'outlet'), (2, 'Times', 'outlet'), (3, 'Post', 'outlet');
        INSERT INTO stories (story_id, label, reason) VALUES (1, 'storm', ''), (2, 'fair', '');
        INSERT INTO articles (article_id, outlet_id, story_id, file, published, published_basis, outlet_basis, sha256, body, load_id) VALUES
          (1, 1, 1, 'a.txt', '2024-05-01', 'manifest', 'file', printf('%064d', 1), 'Ten roofs fell.', 1),
          (2, 2, 1, 'b.txt', '2024-05-02', 'manifest', 'file', printf('%064d', 2), 'Twelve roofs fell.', 1),
          (3, 3, 1, 'c.txt', NULL, 'none', 'file', printf('%064d', 3), 'Roofs fell.', 1);
        INSERT INTO sentences (sentence_id, article_id, ordinal, paragraph, section, start_char, end_char)
          SELECT article_id, article_id, 0, 0, 'body', 0, length(body) FROM articles;";

    fn pair(a: i64, b: i64, score: f64, differs: &[FactKind]) -> Comparison {
        Comparison { a, b, alignment: 0.912_345, score, differs: differs.to_vec() }
    }

    fn store() -> Connection {
        let mut connection = Connection::open_in_memory().unwrap();
        crate::store::migrations::run(&mut connection).unwrap();
        crate::store::views::make(&connection, &report::views()).unwrap();
        connection.execute_batch(ARTICLES).unwrap();
        connection
    }

    /// Score, differs and the passages of each row of the report.
    fn compared(connection: &Connection, given: &[(&str, &str)]) -> Vec<String> {
        let mut filters = Filters::default();
        for (name, value) in given {
            filters.set(name, Some((*value).to_owned()));
        }
        let sql = report::find("compare").unwrap().literal_sql(&filters, None);
        let mut query = connection.prepare(&sql).unwrap();
        let rows = query.query_map([], |row| {
            let (score, differs): (f64, String) = (row.get("score")?, row.get("differs")?);
            let (a, b): (String, String) = (row.get("passage_a")?, row.get("passage_b")?);
            Ok(format!("{score} {differs}: {a} {b}"))
        });
        rows.unwrap().collect::<Result<_, _>>().unwrap()
    }

    #[test]
    fn a_story_has_the_pairs_that_were_given_last_each_once_and_in_order() {
        let connection = store();
        replace(&connection, 1, &[pair(1, 3, 0.2, &[])]).unwrap();
        let pairs = [
            pair(2, 1, 0.9, &[FactKind::Date, FactKind::Quantity, FactKind::Date]),
            pair(1, 2, 0.9, &[FactKind::Quantity, FactKind::Date]),
            pair(3, 2, 0.1, &[]),
            pair(3, 3, 1.0, &[]),
        ];
        replace(&connection, 1, &pairs).unwrap();
        replace(&connection, 2, &[]).unwrap();
        assert_eq!(
            compared(&connection, &[]),
            ["0.9 quantity,date: Ten roofs fell. Twelve roofs fell.", "0.1 : Twelve roofs fell. Roofs fell."]
        );
        let alignment: f64 =
            connection.query_row("SELECT max(alignment) FROM comparisons", [], |row| row.get(0)).unwrap();
        assert!((alignment - 0.9123).abs() < 1e-9);
        assert!(
            crate::store::check(&connection).unwrap().findings.iter().all(|found| !found.check.contains("compared"))
        );
    }

    #[test]
    fn what_a_person_decided_stays() {
        let connection = store();
        replace(&connection, 1, &[pair(1, 2, 0.4, &[FactKind::Quantity])]).unwrap();
        connection.execute_batch("UPDATE comparisons SET decided_by = 'Ada', score = 1").unwrap();
        replace(&connection, 1, &[pair(1, 2, 0.3, &[]), pair(2, 3, 0.2, &[])]).unwrap();
        assert_eq!(
            compared(&connection, &[]),
            ["1 quantity: Ten roofs fell. Twelve roofs fell.", "0.2 : Twelve roofs fell. Roofs fell."]
        );
    }

    #[test]
    fn the_report_is_narrowed_by_outlet_story_days_and_score() {
        let connection = store();
        replace(&connection, 1, &[pair(1, 2, 0.9, &[]), pair(2, 3, 0.2, &[])]).unwrap();
        for (name, value, rows) in [
            ("outlet", "Herald", 1),
            ("outlet", "Times", 2),
            ("story", "fair", 0),
            ("since", "2024-05-01", 1),
            ("since", "2024-05-02", 0),
            ("until", "2024-05-02", 1),
            ("at_least", "0.5", 1),
        ] {
            assert_eq!(compared(&connection, &[(name, value)]).len(), rows, "{name} {value}");
        }
    }

    #[test]
    fn a_pair_of_two_stories_is_found_by_the_check() {
        let connection = store();
        replace(&connection, 2, &[pair(1, 2, 0.9, &[])]).unwrap();
        let proof = crate::store::check(&connection).unwrap();
        assert!(proof.findings.iter().any(|found| found.check.contains("of one story")), "{:?}", proof.findings);
    }
}
