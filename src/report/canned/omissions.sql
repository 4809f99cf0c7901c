-- Questions that at least three outlets of a story answer (--min-outlets), and each outlet in which an answer was not found by this program; it may be there all the same.
-- columns: story, question, answers, carried_by, carried_by_names, named_origins, not_found_in, outlet_last_published, first_carried, could_have_known, fact_key, fact_id
WITH
sides AS NOT MATERIALIZED (
  SELECT fact_id, value_id, answer, article_id, outlet, published
  FROM fact_values
  WHERE fact_id IS NOT NULL
    AND fact_kind <> 'attribution'
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
),
carried AS (
  SELECT fact_id, count(DISTINCT outlet) AS outlets, min(nullif(published, '')) AS first_published
  FROM sides
  GROUP BY fact_id
  HAVING count(DISTINCT outlet) >= coalesce(:min_outlets, 3)
),
-- The outlets of each story, with the last day on which they wrote of it.
outlets AS MATERIALIZED (
  SELECT articles.story_id AS story_id, sources.name AS outlet, max(articles.published) AS last_published
  FROM articles
  JOIN sources ON sources.source_id = articles.outlet_id
  WHERE articles.story_id IS NOT NULL
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
  GROUP BY articles.story_id, articles.outlet_id
)
SELECT
  stories.label AS story,
  facts.question AS question,
  (SELECT group_concat(words || ' (' || articles || ')', ' | ')
   FROM (SELECT min(sides.value_id), answer_words.words AS words, count(DISTINCT sides.article_id) AS articles
         FROM sides JOIN answer_words ON answer_words.value_id = sides.value_id
         WHERE sides.fact_id = facts.fact_id
         GROUP BY sides.answer ORDER BY articles DESC, sides.answer)) AS answers,
  carried.outlets AS carried_by,
  (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT outlet FROM sides WHERE sides.fact_id = facts.fact_id ORDER BY outlet)) AS carried_by_names,
  (SELECT count(*) FROM fact_origins WHERE fact_origins.fact_id = facts.fact_id AND standing = 'named') AS named_origins,
  outlets.outlet AS not_found_in,
  coalesce(outlets.last_published, '') AS outlet_last_published,
  coalesce(carried.first_published, '') AS first_carried,
  CASE
    WHEN outlets.last_published > carried.first_published THEN 1
    WHEN outlets.last_published < carried.first_published THEN 0
    ELSE 'unknown'
  END AS could_have_known,
  facts.fact_key AS fact_key,
  facts.fact_id AS fact_id
FROM carried
JOIN facts ON facts.fact_id = carried.fact_id
JOIN stories ON stories.story_id = facts.story_id
JOIN outlets ON outlets.story_id = facts.story_id
WHERE NOT EXISTS (SELECT 1 FROM sides WHERE sides.fact_id = facts.fact_id AND sides.outlet = outlets.outlet)
  AND (:outlet IS NULL OR outlets.outlet = :outlet)
  AND (:source IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR stories.label = :story)
  AND (:fact IS NULL OR facts.fact_id = :fact)
ORDER BY carried_by DESC, named_origins DESC, stories.label, question, fact_key, not_found_in
