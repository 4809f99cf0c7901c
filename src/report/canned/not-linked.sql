-- What was read but could not be tied to anything: mentions without an entity, times without an anchor, values without a question, and why.
-- columns: what, text, why, outlet, published, section, sentence, file, line, start_char, end_char, story, article_id, sentence_id, row_id
WITH
loose AS (
  SELECT 'mention' AS what, text, CASE kind
      WHEN 'pronoun' THEN 'a pronoun with no safe antecedent'
      WHEN 'nominal' THEN 'a noun that names no one for certain'
      ELSE 'a name of unknown kind' END AS why,
    article_id, sentence_id, start_char, end_char, mention_id AS row_id
  FROM mentions
  WHERE entity_id IS NULL
    AND sentence_id NOT IN (SELECT sentence_id FROM sentences WHERE section = 'boilerplate')
  UNION ALL
  SELECT 'time', text, CASE
      WHEN type = 'DURATION' THEN 'a length of time, tied to no day'
      WHEN type = 'SET' THEN 'something that recurs, tied to no day'
      WHEN article_id IN (SELECT articles.article_id FROM articles WHERE published IS NULL) THEN 'the article has no date to count from'
      ELSE 'nothing to count from' END,
    article_id, sentence_id, start_char, end_char, time_id
  FROM times
  WHERE date_low IS NULL AND date_high IS NULL
  UNION ALL
  SELECT 'value', claim_values.text, 'no question can be formed (' || claim_values.kind || ')',
    claims.article_id, claims.sentence_id, claim_values.start_char, claim_values.end_char, claim_values.value_id
  FROM claim_values
  JOIN claims ON claims.claim_id = claim_values.claim_id
  WHERE claim_values.fact_id IS NULL AND claim_values.attribute IS NOT 'spelling'
)
SELECT
  loose.what AS what,
  loose.text AS text,
  loose.why AS why,
  s.outlet AS outlet,
  s.published AS published,
  s.section AS section,
  s.sentence AS sentence,
  s.file AS file,
  iif(sentences.text_of = 'headline', 0, 1 + loose.start_char - length(replace(substr(articles.body, 1, loose.start_char), char(10), ''))) AS line,
  loose.start_char AS start_char,
  loose.end_char AS end_char,
  s.story AS story,
  loose.article_id AS article_id,
  loose.sentence_id AS sentence_id,
  loose.row_id AS row_id
FROM loose
JOIN articles ON articles.article_id = loose.article_id
JOIN sentences ON sentences.sentence_id = loose.sentence_id
JOIN sentence_details AS s ON s.sentence_id = loose.sentence_id
WHERE (:outlet IS NULL OR s.outlet = :outlet)
  AND (:story IS NULL OR s.story = :story)
  AND (:since IS NULL OR s.published >= :since)
  AND (:until IS NULL OR s.published BETWEEN '0' AND :until)
ORDER BY what, story, published, outlet, file, loose.article_id, start_char, row_id
