-- Every question whose answers conflict about as likely as not (score .4 or more; --at-least sets another), the hard ones (cannot both be true) first; behind each answer stands in how many articles.
-- columns: strength, score, question, fact_kind, answers, answer_count, outlets, named_origins, unnamed_origins, within_one_report, first_published, last_published, why, rule, story, fact_key, fact_id
WITH
sides AS NOT MATERIALIZED (
  SELECT fact_id, value_id, answer, article_id, outlet, source_id, published
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
pairs AS (
  SELECT conflicts.fact_id AS fact_id, conflicts.strength AS strength, conflicts.score AS score,
    conflicts.why AS why, conflicts.rule AS rule,
    max(a.article_id = b.article_id) OVER (PARTITION BY conflicts.fact_id) AS within_one_report,
    row_number() OVER (PARTITION BY conflicts.fact_id ORDER BY conflicts.strength, conflicts.score DESC, conflicts.conflict_id) AS place
  FROM conflicts
  JOIN sides AS a ON a.value_id = conflicts.value_a
  JOIN sides AS b ON b.value_id = conflicts.value_b
  WHERE conflicts.score >= coalesce(CAST(:at_least AS REAL), 0.4)
),
-- Of a fact's conflicts the likeliest hard one speaks for it: hard sorts before soft.
disputed AS (
  SELECT fact_id, strength, score, why, rule, within_one_report FROM pairs WHERE place = 1
)
SELECT
  disputed.strength AS strength,
  round(100 * disputed.score) / 100 AS score,
  facts.question AS question,
  facts.kind AS fact_kind,
  (SELECT group_concat(words || ' (' || articles || ')', ' | ')
   FROM (SELECT min(sides.value_id), answer_words.words AS words, count(DISTINCT sides.article_id) AS articles
         FROM sides JOIN answer_words ON answer_words.value_id = sides.value_id
         WHERE sides.fact_id = facts.fact_id
         GROUP BY sides.answer ORDER BY articles DESC, sides.answer)) AS answers,
  (SELECT count(DISTINCT answer) FROM sides WHERE sides.fact_id = facts.fact_id) AS answer_count,
  (SELECT count(DISTINCT outlet) FROM sides WHERE sides.fact_id = facts.fact_id) AS outlets,
  (SELECT count(*) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'named') AS named_origins,
  (SELECT count(*) FROM origins WHERE origins.fact_id = facts.fact_id AND standing = 'unnamed') AS unnamed_origins,
  disputed.within_one_report AS within_one_report,
  coalesce((SELECT min(published) FROM sides WHERE sides.fact_id = facts.fact_id AND published <> ''), '') AS first_published,
  coalesce((SELECT max(published) FROM sides WHERE sides.fact_id = facts.fact_id), '') AS last_published,
  disputed.why AS why,
  disputed.rule AS rule,
  stories.label AS story,
  facts.fact_key AS fact_key,
  facts.fact_id AS fact_id
FROM disputed
JOIN facts ON facts.fact_id = disputed.fact_id
JOIN stories ON stories.story_id = facts.story_id
WHERE (:outlet IS NULL OR facts.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR facts.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR stories.label = :story)
  AND (:fact IS NULL OR facts.fact_id = :fact)
  AND (:min_outlets IS NULL OR (SELECT count(DISTINCT outlet) FROM sides WHERE sides.fact_id = facts.fact_id) >= :min_outlets)
ORDER BY disputed.strength, disputed.score DESC, outlets DESC, question, fact_key
