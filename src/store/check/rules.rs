//! Rules over rows: each a query that gives the rows which break it.

use rusqlite::Connection;

use super::Proof;
use crate::error::Error;

/// What must hold, and the query whose one column names where it does not.
const RULES: &[(&str, &str)] = &[
    (
        "a claim has hop 0 and no gap in its hops",
        "SELECT 'claim ' || claim_id FROM claims AS c
         WHERE (SELECT count(*) FROM attributions AS a WHERE a.claim_id = c.claim_id)
               IS NOT (SELECT max(hop) + 1 FROM attributions AS a WHERE a.claim_id = c.claim_id)",
    ),
    (
        "hop 0 is the outlet",
        "SELECT 'claim ' || claim_id FROM attributions JOIN claims USING (claim_id) JOIN articles USING (article_id)
         WHERE hop = 0 AND source_id <> outlet_id",
    ),
    (
        "the origin is the source of the last hop",
        "SELECT 'claim ' || claim_id FROM claims AS c
         WHERE origin_id IS NOT (SELECT source_id FROM attributions AS a WHERE a.claim_id = c.claim_id ORDER BY hop DESC LIMIT 1)",
    ),
    (
        "narration has no hop but the outlet's, everything else has one",
        "SELECT 'claim ' || claim_id FROM claims AS c
         WHERE (kind = 'narration') IS NOT ((SELECT count(*) FROM attributions AS a WHERE a.claim_id = c.claim_id) = 1)",
    ),
    (
        "a hop has the source of its voice",
        "SELECT 'claim ' || claim_id || ' hop ' || hop FROM attributions AS a JOIN x_article_voices AS v USING (article_voice_id)
         WHERE v.source_id IS NOT a.source_id",
    ),
    (
        "a claim is the hull of its spans",
        "SELECT 'claim ' || claim_id FROM claims AS c
         WHERE start_char IS NOT (SELECT min(start_char) FROM claim_spans AS s WHERE s.claim_id = c.claim_id)
            OR end_char IS NOT (SELECT max(end_char) FROM claim_spans AS s WHERE s.claim_id = c.claim_id)",
    ),
    (
        "a claim starts in its sentence, which is not boilerplate",
        "SELECT 'claim ' || claim_id FROM claims AS c JOIN sentences AS s USING (sentence_id)
         WHERE c.article_id <> s.article_id OR c.start_char NOT BETWEEN s.start_char AND s.end_char - 1 OR section = 'boilerplate'",
    ),
    (
        "mentions, times and quantities lie in their sentences",
        "SELECT 'mention ' || mention_id FROM mentions AS m JOIN sentences AS s USING (sentence_id)
         WHERE m.article_id <> s.article_id OR m.start_char < s.start_char OR m.end_char > s.end_char
         UNION ALL
         SELECT 'time ' || time_id FROM times AS t JOIN sentences AS s USING (sentence_id)
         WHERE t.article_id <> s.article_id OR t.start_char < s.start_char OR t.end_char > s.end_char
         UNION ALL
         SELECT 'quantity ' || quantity_id FROM quantities AS q JOIN sentences AS s USING (sentence_id)
         WHERE q.article_id <> s.article_id OR q.start_char < s.start_char OR q.end_char > s.end_char",
    ),
    (
        "names do not overlap",
        "SELECT 'mention ' || mention_id FROM
           (SELECT mention_id, start_char, lag(end_char) OVER (PARTITION BY article_id, text_of ORDER BY start_char, end_char) AS earlier_end
            FROM (SELECT mention_id, m.article_id, text_of, m.start_char, m.end_char, kind FROM mentions AS m JOIN sentences USING (sentence_id)) WHERE kind = 'name')
         WHERE start_char < earlier_end",
    ),
    (
        "a mention names the entity of its article's entity",
        "SELECT 'mention ' || mention_id FROM mentions AS m LEFT JOIN x_article_entities AS a USING (article_entity_id)
         WHERE m.entity_id IS NOT a.entity_id",
    ),
    (
        "a value lies in its claim, or in its cue or source; an account is a sentence",
        "SELECT 'value ' || value_id FROM claim_values AS v JOIN claims AS c USING (claim_id) JOIN sentences AS s USING (sentence_id)
         WHERE NOT (v.start_char >= c.start_char AND v.end_char <= c.end_char)
           AND NOT (v.attribute IS 'account' AND v.start_char = s.start_char AND v.end_char = s.end_char)
           AND NOT (v.kind IN ('attribution', 'response', 'polarity', 'identity') AND EXISTS (SELECT 1 FROM attributions AS a
                    WHERE a.claim_id = c.claim_id AND ((v.start_char >= cue_start AND v.end_char <= cue_end)
                       OR (v.start_char >= source_start AND v.end_char <= source_end))))",
    ),
    (
        "a fact lies in the story of its values",
        "SELECT 'value ' || value_id FROM claim_values JOIN claims USING (claim_id) JOIN articles AS a USING (article_id)
         JOIN facts AS f USING (fact_id) WHERE a.story_id IS NOT f.story_id",
    ),
    (
        "a fact has a value",
        "SELECT 'fact ' || fact_id FROM facts AS f WHERE NOT EXISTS (SELECT 1 FROM claim_values AS v WHERE v.fact_id = f.fact_id)",
    ),
    (
        "two values that conflict or relate are of one fact",
        "SELECT 'conflict ' || conflict_id FROM conflicts AS c
         JOIN claim_values AS a ON a.value_id = value_a JOIN claim_values AS b ON b.value_id = value_b
         WHERE a.fact_id IS NOT c.fact_id OR b.fact_id IS NOT c.fact_id
         UNION ALL
         SELECT 'relation of values ' || value_a || ' and ' || value_b FROM relations
         JOIN claim_values AS a ON a.value_id = value_a JOIN claim_values AS b ON b.value_id = value_b
         WHERE a.fact_id IS NOT b.fact_id",
    ),
    (
        "sentences that are compared are two, in order, and of one story",
        "SELECT 'comparison ' || comparison_id FROM comparisons AS c
         JOIN sentences AS a ON a.sentence_id = sentence_a JOIN sentences AS b ON b.sentence_id = sentence_b
         JOIN articles AS of_a ON of_a.article_id = a.article_id JOIN articles AS of_b ON of_b.article_id = b.article_id
         WHERE sentence_a >= sentence_b OR of_a.story_id IS NOT c.story_id OR of_b.story_id IS NOT c.story_id",
    ),
    (
        "a score lies between 0 and 1",
        "SELECT 'comparison ' || comparison_id FROM comparisons
         WHERE alignment NOT BETWEEN 0 AND 1 OR score NOT BETWEEN 0 AND 1
         UNION ALL
         SELECT 'conflict ' || conflict_id FROM conflicts WHERE score NOT BETWEEN 0 AND 1
         UNION ALL
         SELECT 'claim ' || claim_id || ' hop ' || hop FROM attributions
         WHERE confidence NOT BETWEEN 0 AND 1 OR voice_confidence NOT BETWEEN 0 AND 1",
    ),
    (
        "what comparing knows of a sentence is JSON",
        "SELECT 'sentence ' || sentence_id FROM x_passages WHERE NOT json_valid(parts)",
    ),
    (
        "every voice is tied to a source",
        "SELECT 'article ' || article_id || ' voice ' || name FROM x_article_voices WHERE source_id IS NULL",
    ),
    (
        "an entity has its name among its spellings",
        "SELECT 'entity ' || entity_id FROM entities AS e
         WHERE NOT EXISTS (SELECT 1 FROM entity_names AS n WHERE n.entity_id = e.entity_id AND n.name = e.name)",
    ),
    (
        "a load that ended counted its rejects",
        "SELECT 'load ' || load_id FROM loads AS l
         WHERE finished IS NOT NULL AND rejected <> (SELECT count(*) FROM rejects AS r WHERE r.load_id = l.load_id)",
    ),
];

/// Holds every row against every rule.
pub fn hold(connection: &Connection, proof: &mut Proof) -> Result<(), Error> {
    for (rule, sql) in RULES {
        proof.rules += 1;
        let mut statement = connection.prepare(sql)?;
        for place in statement.query_map([], |row| row.get(0))? {
            proof.found(rule, place?);
        }
    }
    Ok(())
}
