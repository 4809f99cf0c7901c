-- On whose word each question of several articles rests: named origins count as independent, unnamed ones stand beside them, copies and chains are followed first.
-- columns: question, answers, state, articles, outlets, named_origins, unnamed_origins, own_voice_outlets, unattributed_outlets, origin_names, copied_articles, story, fact_key, fact_id
WITH
sides AS NOT MATERIALIZED (
  SELECT fact_id, value_id, answer, article_id, sentence_id, outlet, source_id
  FROM fact_values
  WHERE fact_id IS NOT NULL
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
),
-- Between days, those origins that an article of these days has; an article in an agency's name rests on the agency.
origins AS NOT MATERIALIZED (
  SELECT fact_id, source_id, standing, outlets
  FROM fact_origins
  WHERE coalesce(:since, :until) IS NULL
    OR EXISTS (SELECT 1 FROM sides JOIN articles USING (article_id)
               WHERE sides.fact_id = fact_origins.fact_id AND fact_origins.source_id IN (sides.source_id, articles.credit_id))
),
totals AS (
  SELECT fact_id, count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets, count(DISTINCT answer) AS answers
  FROM sides
  GROUP BY fact_id
  HAVING count(DISTINCT article_id) > 1
)
SELECT
  facts.question AS question,
  (SELECT group_concat(words || ' (' || articles || ')', ' | ')
   FROM (SELECT min(sides.value_id), answer_words.words AS words, count(DISTINCT sides.article_id) AS articles
         FROM sides JOIN answer_words ON answer_words.value_id = sides.value_id
         WHERE sides.fact_id = facts.fact_id
         GROUP BY sides.answer ORDER BY articles DESC, sides.answer)) AS answers,
  CASE
    WHEN EXISTS (SELECT 1 FROM conflicts
                 JOIN sides AS a ON a.value_id = conflicts.value_a
                 JOIN sides AS b ON b.value_id = conflicts.value_b
                 WHERE conflicts.fact_id = facts.fact_id) THEN 'disputed'
    WHEN totals.answers = 1 THEN 'agrees'
    WHEN EXISTS (SELECT 1 FROM sides AS a
                 JOIN relations ON relations.value_a = a.value_id
                 JOIN sides AS b ON b.value_id = relations.value_b
                 WHERE a.fact_id = facts.fact_id AND relations.relation = 'compatible') THEN 'compatible'
    ELSE 'not comparable'
  END AS state,
  totals.articles AS articles,
  totals.outlets AS outlets,
  (SELECT count(*) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'named') AS named_origins,
  (SELECT count(*) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'unnamed') AS unnamed_origins,
  (SELECT count(*) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'own_voice') AS own_voice_outlets,
  coalesce((SELECT sum(outlets) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'unattributed'), 0) AS unattributed_outlets,
  coalesce((SELECT group_concat(name, ', ')
            FROM (SELECT DISTINCT sources.name AS name
                  FROM origins JOIN sources ON sources.source_id = origins.source_id
                  WHERE origins.fact_id = facts.fact_id AND standing = 'named'
                  ORDER BY sources.name)), '') AS origin_names,
  (SELECT count(DISTINCT sides.article_id) FROM sides JOIN reuses ON reuses.sentence_b = sides.sentence_id
   WHERE sides.fact_id = facts.fact_id) AS copied_articles,
  stories.label AS story,
  facts.fact_key AS fact_key,
  facts.fact_id AS fact_id
FROM totals
JOIN facts ON facts.fact_id = totals.fact_id
JOIN stories ON stories.story_id = facts.story_id
WHERE (:outlet IS NULL OR facts.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR stories.label = :story)
  AND (:fact IS NULL OR facts.fact_id = :fact)
  AND (:min_outlets IS NULL OR totals.outlets >= :min_outlets)
ORDER BY totals.outlets DESC, totals.articles DESC, named_origins, question, fact_key
