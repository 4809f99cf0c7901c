//! The card of an article: where it comes from, whom it cites, what it claims, and its earlier versions.

use rusqlite::Connection;

use super::card::{Card, Part};

/// The card of one article.
pub fn card(connection: &Connection, article_id: i64) -> rusqlite::Result<Card> {
    let mut card = Card { kind: "article", ..Card::default() };
    connection.query_row(
        "SELECT coalesce(headline, file), outlets.name, file, coalesce(url, ''), coalesce(published, ''), coalesce(published_at, ''),
           published_basis, outlet_basis, coalesce(credits.name, ''), coalesce(label, ''), coalesce(stories.reason, ''), sha256
         FROM articles JOIN sources AS outlets ON outlets.source_id = outlet_id LEFT JOIN sources AS credits ON credits.source_id = credit_id
         LEFT JOIN stories USING (story_id) WHERE article_id = ?1",
        [article_id],
        |row| {
            card.title = row.get(0)?;
            let names = [
                "outlet", "file", "url", "published", "published_at", "published_basis", "outlet_basis", "credit", "story", "in it because", "sha256",
            ];
            for (column, name) in names.into_iter().enumerate() {
                card.field(name, row.get::<_, String>(column + 1)?);
            }
            Ok(())
        },
    )?;
    card.field("article_id", article_id.to_string());
    for (title, sql) in LINES {
        let mut part = Part::new(*title);
        let mut statement = connection.prepare_cached(sql)?;
        part.lines = statement.query_map([article_id], |row| row.get(0))?.collect::<Result<_, _>>()?;
        card.part(part);
    }
    Ok(card)
}

/// What is shown in one line each.
const LINES: &[(&str, &str)] = &[
    (
        "sentences",
        "SELECT count(*) || ' ' || section FROM sentences WHERE article_id = ?1 GROUP BY section ORDER BY count(*) DESC, section",
    ),
    ("claims", "SELECT count(*) || ' ' || kind FROM claims WHERE article_id = ?1 GROUP BY kind ORDER BY count(*) DESC, kind"),
    (
        "cites",
        "SELECT name || ' (' || kind || '), ' || count(DISTINCT claim_id) FROM attributions JOIN sources USING (source_id)
         WHERE hop > 0 AND claim_id IN (SELECT claim_id FROM claims WHERE article_id = ?1)
         GROUP BY source_id ORDER BY count(DISTINCT claim_id) DESC, name, source_id",
    ),
    (
        "what others say",
        "SELECT 'line ' || line || ', ' || chain || ': ' || replace(claim, char(10), ' ') || ' (claim ' || claim_id || ')' FROM claim_details
         WHERE article_id = ?1 AND claim_kind <> 'narration' ORDER BY line, start_char, claim_id",
    ),
    (
        "set aside as boilerplate",
        "SELECT replace(substr(body, start_char + 1, end_char - start_char), char(10), ' ') FROM sentences JOIN articles USING (article_id)
         WHERE article_id = ?1 AND section = 'boilerplate' ORDER BY ordinal",
    ),
    (
        "earlier versions",
        "SELECT 'version ' || version || ', ' || length(body) || ' characters, load ' || load_id FROM article_versions WHERE article_id = ?1 ORDER BY version",
    ),
];
