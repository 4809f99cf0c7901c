-- Questions of a story that only one of its outlets answers; not found elsewhere does not mean that no one else has it.
-- columns: question, answers, outlet, articles, source, anonymity, chain, published, story_outlets, sentence, file, line, story, fact_key, claim_key, fact_id, claim_id
WITH
sides AS NOT MATERIALIZED (
  SELECT * FROM fact_values WHERE fact_id IS NOT NULL AND fact_kind <> 'attribution'
),
outlets AS MATERIALIZED (
  SELECT story_id, count(DISTINCT outlet_id) AS outlets FROM articles WHERE story_id IS NOT NULL GROUP BY story_id
),
carried AS (
  SELECT fact_id, count(DISTINCT article_id) AS articles
  FROM sides
  GROUP BY fact_id
  HAVING count(DISTINCT outlet) = 1
),
shown AS (
  SELECT carried.fact_id AS fact_id, carried.articles AS articles,
    (SELECT value_id FROM sides WHERE sides.fact_id = carried.fact_id
     ORDER BY published = '', published, file, start_char, value_id LIMIT 1) AS value_id
  FROM carried
)
SELECT
  v.question AS question,
  (SELECT group_concat(words, ' | ')
   FROM (SELECT min(sides.value_id), answer_words.words AS words
         FROM sides JOIN answer_words ON answer_words.value_id = sides.value_id
         WHERE sides.fact_id = v.fact_id GROUP BY sides.answer ORDER BY sides.answer)) AS answers,
  v.outlet AS outlet,
  shown.articles AS articles,
  v.source AS source,
  v.anonymity AS anonymity,
  v.chain AS chain,
  v.published AS published,
  outlets.outlets AS story_outlets,
  v.sentence AS sentence,
  v.file AS file,
  v.line AS line,
  v.story AS story,
  v.fact_key AS fact_key,
  v.claim_key AS claim_key,
  v.fact_id AS fact_id,
  v.claim_id AS claim_id
FROM shown
JOIN fact_values AS v ON v.value_id = shown.value_id
JOIN facts ON facts.fact_id = shown.fact_id
JOIN outlets ON outlets.story_id = facts.story_id
WHERE outlets.outlets > 1
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:since IS NULL OR v.published >= :since)
  AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
ORDER BY v.story, outlet, published, v.file, v.start_char, question, v.fact_key
