//! What a load brought, in the few figures and places that a person wants to see first.

use rusqlite::{Connection, OptionalExtension};

use crate::error::Error;

/// Conflicts that a summary shows.
const SHARPEST: i64 = 3;
/// The first screen shows no conflict of a lower score.
const SURE: f64 = 0.8;
/// Answers that agree that a summary shows.
const AGREED: i64 = 4;
/// Names of people quoted most that a summary shows.
const HEARD: i64 = 3;
/// Answers of a conflict that a summary shows.
const ANSWERS: usize = 4;

/// What the stories of a load hold.
#[derive(Debug, Default)]
pub struct Summary {
    /// Lines set aside as boilerplate in the load's reports.
    pub boilerplate: i64,
    /// Stories that the load touched.
    pub stories: i64,
    /// The label of the story, where there is one only.
    pub story: Option<String>,
    /// Claims of the load's reports in the outlets' own words.
    pub own_words: i64,
    /// Claims of the load's reports that are credited to others.
    pub credited: i64,
    /// Refusals to comment in the load's reports.
    pub silences: i64,
    /// Questions of these stories whose answers surely conflict: at a score of .8 or more.
    pub disputed: i64,
    /// Questions whose answers may conflict, at a lower score.
    pub doubtful: i64,
    /// Those of them whose answers cannot both be true.
    pub hard: i64,
    /// The sharpest conflicts.
    pub sharpest: Vec<Dispute>,
    /// What reports of several outlets answer alike, and none otherwise.
    pub agreed: Vec<Agreed>,
    /// Who is quoted most, by name.
    pub heard: Vec<Heard>,
    /// Questions that rest on one voice without a name.
    pub on_unnamed: i64,
    /// One of them.
    pub unnamed: Option<Told>,
    /// Sentences copied from report to report.
    pub copied: i64,
    /// Copied sentences that lost or changed their source, or lost a hedge.
    pub stripped: i64,
}

/// A question with answers that do not agree.
#[derive(Debug)]
pub struct Dispute {
    /// Readable.
    pub question: String,
    /// For `show`.
    pub fact_key: String,
    /// Not all can be true.
    pub hard: bool,
    /// Each answer with where it stands first.
    pub answers: Vec<Told>,
    /// Answers that are left out.
    pub more: usize,
}

/// An answer, or a question with its answer, and where it stands.
#[derive(Debug)]
pub struct Told {
    /// The words.
    pub words: String,
    /// Who says it first.
    pub outlet: String,
    /// How many other outlets say it.
    pub others: i64,
    /// On whose word; nothing for the outlet's own.
    pub chain: Option<String>,
    /// File and line.
    pub place: String,
}

/// A question that several reports answer alike.
#[derive(Debug)]
pub struct Agreed {
    /// Readable.
    pub question: String,
    /// The answer that most reports give.
    pub answer: String,
    /// Reports that give it.
    pub reports: i64,
    /// Those of them that name no one for it.
    pub on_own_voice: i64,
    /// The label of the story it belongs to.
    pub story: String,
}

/// Somebody who is quoted by name.
#[derive(Debug)]
pub struct Heard {
    /// The name.
    pub name: String,
    /// Claims on this word.
    pub claims: i64,
    /// Reports that quote it.
    pub reports: i64,
}

/// The stories of a load, and the facts in them.
const SCOPE: &str = "touched AS (SELECT DISTINCT story_id FROM articles WHERE load_id = ?1 AND story_id IS NOT NULL),
    asked AS (SELECT fact_id, question, fact_key FROM facts WHERE story_id IN (SELECT story_id FROM touched))";

/// Sums up a load.
pub fn summary(connection: &Connection, load_id: i64) -> Result<Summary, Error> {
    let count = |sql: &str| -> rusqlite::Result<i64> {
        connection.query_row(&format!("WITH {SCOPE} {sql}"), [load_id], |row| row.get(0))
    };
    let claims = |kinds: &str| {
        count(&format!(
            "SELECT count(*) FROM claims JOIN articles USING (article_id) WHERE load_id = ?1 AND kind {kinds}"
        ))
    };
    let stories = count("SELECT count(*) FROM touched")?;
    let label = "SELECT label FROM stories JOIN articles USING (story_id) WHERE load_id = ?1 LIMIT 1";
    Ok(Summary {
        boilerplate: count(
            "SELECT count(*) FROM sentences JOIN articles USING (article_id) WHERE load_id = ?1 AND section = 'boilerplate'",
        )?,
        stories,
        story: if stories == 1 { connection.query_row(label, [load_id], |row| row.get(0)).optional()? } else { None },
        own_words: claims("= 'narration'")?,
        credited: claims("NOT IN ('narration', 'silence')")?,
        silences: claims("= 'silence'")?,
        disputed: count(&scored(">="))?,
        doubtful: count(&scored("<"))?,
        hard: count(
            "SELECT count(DISTINCT fact_id) FROM asked JOIN conflicts USING (fact_id) WHERE strength = 'hard'",
        )?,
        sharpest: sharpest(connection, load_id)?,
        agreed: agreed(connection, load_id)?,
        heard: heard(connection, load_id)?,
        on_unnamed: count(&format!("SELECT count(*) FROM ({ON_UNNAMED})"))?,
        unnamed: unnamed(connection, load_id)?,
        copied: count(&shown("report_reuse"))?,
        stripped: count(&shown("report_lost_attribution"))?,
    })
}

/// Facts on what happened whose only origin is a voice of which nothing is known but that there is one.
const ON_UNNAMED: &str = "SELECT fact_id FROM asked JOIN facts USING (fact_id) JOIN fact_origins USING (fact_id)
    WHERE facts.kind IN ('quantity', 'casualties', 'money', 'date', 'cause', 'place', 'polarity') AND asked.question LIKE '%?'
      AND NOT EXISTS (SELECT 1 FROM attributions AS h WHERE h.source_id = fact_origins.source_id AND h.anonymity <> 'unnamed')
    GROUP BY fact_id HAVING count(*) = 1 AND min(standing) = 'unnamed'";

/// How many facts have a best conflict on this side of [`SURE`].
fn scored(side: &str) -> String {
    format!(
        "SELECT count(*) FROM (SELECT fact_id FROM asked JOIN conflicts USING (fact_id) GROUP BY fact_id HAVING max(score) {side} {SURE})"
    )
}

/// How many rows a report on pairs of sentences shows of these stories: what it counts is what the report shows.
fn shown(view: &str) -> String {
    format!(
        "SELECT count(*) FROM {view} JOIN sentences ON sentences.sentence_id = {view}.sentence_b
         JOIN articles USING (article_id) WHERE story_id IN (SELECT story_id FROM touched)"
    )
}

/// Of the sure ones: hard ones first, then those that most outlets take part in.
fn sharpest(connection: &Connection, load_id: i64) -> rusqlite::Result<Vec<Dispute>> {
    let mut statement = connection.prepare(&format!(
        "WITH {SCOPE}
         SELECT question, fact_key, fact_id, min(strength) = 'hard' AS is_hard FROM asked JOIN conflicts USING (fact_id)
         GROUP BY fact_id HAVING max(score) >= {SURE}
         ORDER BY is_hard DESC, (SELECT count(DISTINCT outlet_id) FROM claim_values AS v JOIN claims USING (claim_id)
                            JOIN articles USING (article_id) WHERE v.fact_id = asked.fact_id) DESC, question, fact_key
         LIMIT {SHARPEST}"
    ))?;
    let rows = statement.query_map([load_id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let mut disputes = Vec::new();
    for row in rows.collect::<Result<Vec<_>, _>>()? {
        let (question, fact_key, fact_id, hard): (String, String, i64, bool) = row;
        let mut answers = answers(connection, fact_id)?;
        let more = answers.len().saturating_sub(ANSWERS);
        answers.truncate(ANSWERS);
        disputes.push(Dispute { question, fact_key, hard, answers, more });
    }
    Ok(disputes)
}

/// The answers of a fact that conflict, those that most outlets give first, each with its first place.
fn answers(connection: &Connection, fact_id: i64) -> rusqlite::Result<Vec<Told>> {
    let mut statement = connection.prepare_cached(&format!(
        "WITH sides AS (
           SELECT *, row_number() OVER (PARTITION BY answer ORDER BY published = '', published, outlet, file, start_char, value_id) AS place
           FROM fact_values WHERE fact_id = ?1
             AND answer IN (SELECT answer FROM conflicts JOIN claim_values ON value_id IN (value_a, value_b) WHERE conflicts.fact_id = ?1 AND score >= {SURE})
         )
         SELECT value_text, outlet, (SELECT count(DISTINCT outlet) FROM sides AS s WHERE s.answer = sides.answer) - 1,
           chain, file, line
         FROM sides WHERE place = 1 ORDER BY 3 DESC, answer"
    ))?;
    statement.query_map([fact_id], told)?.collect()
}

fn told(row: &rusqlite::Row<'_>) -> rusqlite::Result<Told> {
    let (chain, file, line): (String, String, i64) = (row.get(3)?, row.get(4)?, row.get(5)?);
    Ok(Told {
        words: row.get(0)?,
        outlet: row.get(1)?,
        others: row.get(2)?,
        chain: (chain != "(own words)").then_some(chain),
        place: format!("{file}:{line}"),
    })
}

/// Facts that have one answer, phrased as a question, given by reports of several outlets: first what happened to people and
/// when, then who they are; one of a kind. A day is easily that of something else in its sentence: three must give it.
fn agreed(connection: &Connection, load_id: i64) -> rusqlite::Result<Vec<Agreed>> {
    let mut statement = connection.prepare(&format!(
        "WITH {SCOPE},
         given AS (
           SELECT fact_id, facts.kind AS kind, facts.attribute AS attribute, min(value_id) AS value_id, count(DISTINCT outlet_id) AS outlets, count(DISTINCT article_id) AS reports,
             count(DISTINCT CASE WHEN claims.kind = 'narration' THEN article_id END) AS own
           FROM asked JOIN facts USING (fact_id) JOIN claim_values USING (fact_id) JOIN claims USING (claim_id) JOIN articles USING (article_id)
           WHERE facts.kind IN ('casualties', 'date', 'age', 'quantity', 'money') AND asked.question LIKE '%?' AND asked.question NOT LIKE '%“%'
             AND (facts.kind <> 'age' OR facts.about_entity_id IS NOT NULL)
             AND (facts.kind <> 'date' OR date_low IS NOT NULL)
             AND claims.modality = 'asserted'
           GROUP BY fact_id HAVING outlets > iif(facts.kind = 'date', 2, 1)
             AND (SELECT count(DISTINCT answer) FROM claim_values AS every WHERE every.fact_id = asked.fact_id) = 1
         ),
         ranked AS (
           SELECT *, row_number() OVER (PARTITION BY kind, attribute ORDER BY outlets DESC, reports DESC, length(asked.question), fact_key) AS place
           FROM given JOIN asked USING (fact_id)
         )
         SELECT question, words, reports, own, (SELECT label FROM facts JOIN stories USING (story_id) WHERE facts.fact_id = ranked.fact_id)
         FROM ranked JOIN answer_words USING (value_id)
         WHERE place = 1
         ORDER BY kind IN ('casualties', 'date') DESC, outlets DESC, reports DESC, kind = 'casualties' DESC, kind = 'age' DESC, question, fact_key
         LIMIT {AGREED}"
    ))?;
    let row = |row: &rusqlite::Row<'_>| {
        Ok(Agreed {
            question: row.get(0)?,
            answer: row.get(1)?,
            reports: row.get(2)?,
            on_own_voice: row.get(3)?,
            story: row.get(4)?,
        })
    };
    statement.query_map([load_id], row)?.collect()
}

/// Those whom the load's reports quote by name, and most surely rightly, most often.
fn heard(connection: &Connection, load_id: i64) -> rusqlite::Result<Vec<Heard>> {
    let mut statement = connection.prepare(&format!(
        "SELECT sources.name, count(DISTINCT claim_id), count(DISTINCT article_id) AS reports
         FROM articles JOIN claims USING (article_id) JOIN attributions USING (claim_id) JOIN sources USING (source_id)
         WHERE load_id = ?1 AND hop > 0 AND claims.origin_id = attributions.source_id AND claims.kind <> 'silence'
           AND anonymity = 'named' AND confidence >= {SURE} AND sources.kind IN ('person', 'official', 'witness')
         GROUP BY sources.source_id HAVING count(DISTINCT claim_id) > 1
         ORDER BY reports DESC, 2 DESC, sources.name LIMIT {HEARD}"
    ))?;
    let row = |row: &rusqlite::Row<'_>| Ok(Heard { name: row.get(0)?, claims: row.get(1)?, reports: row.get(2)? });
    statement.query_map([load_id], row)?.collect()
}

/// The one of them that most outlets carry, in the report's own words.
fn unnamed(connection: &Connection, load_id: i64) -> rusqlite::Result<Option<Told>> {
    connection
        .query_row(
            &format!(
                "WITH {SCOPE}, alone AS ({ON_UNNAMED})
                 SELECT claim, outlet,
                   (SELECT count(DISTINCT outlet) FROM fact_values AS s WHERE s.fact_id = v.fact_id) - 1 AS others, chain, file, line
                 FROM fact_values AS v WHERE fact_id IN (SELECT fact_id FROM alone) AND claim_kind <> 'narration'
                 ORDER BY others DESC, published = '', published, outlet, file, start_char, value_id LIMIT 1"
            ),
            [load_id],
            told,
        )
        .optional()
}
