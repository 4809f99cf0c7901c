-- The answers of every conflicting question, article by article, with the sentence each rests on; line and offsets are those of the value's own words.
-- columns: question, strength, score, answer, value_text, outlet, published, section, source, anonymity, chain, modality, hedge, sentence, file, line, start_char, end_char, story, fact_key, claim_key, fact_id, claim_id, value_id
WITH
sides AS NOT MATERIALIZED (
  SELECT *
  FROM fact_values
  WHERE fact_id IS NOT NULL
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
),
pairs AS (
  SELECT conflicts.fact_id AS fact_id, conflicts.strength AS strength, conflicts.score AS score, a.answer AS answer_a, b.answer AS answer_b
  FROM conflicts
  JOIN sides AS a ON a.value_id = conflicts.value_a
  JOIN sides AS b ON b.value_id = conflicts.value_b
  WHERE conflicts.score >= coalesce(CAST(:at_least AS REAL), 0.4)
),
-- Each answer once an article, where it stands first: in the text, else in the headline.
firsts AS (
  SELECT claim_values.fact_id AS fact_id, claim_values.value_id AS value_id,
    row_number() OVER (PARTITION BY claim_values.fact_id, claim_values.answer, claims.article_id
                       ORDER BY sentences.section = 'headline', claim_values.start_char, claim_values.value_id) AS place
  FROM claim_values
  JOIN claims ON claims.claim_id = claim_values.claim_id
  JOIN sentences ON sentences.sentence_id = claims.sentence_id
  WHERE claim_values.fact_id IN (SELECT fact_id FROM conflicts)
)
SELECT
  v.question AS question,
  coalesce((SELECT min(strength) FROM pairs WHERE pairs.fact_id = v.fact_id AND v.answer IN (answer_a, answer_b)), 'none') AS strength,
  (SELECT round(100 * score) / 100 FROM pairs WHERE pairs.fact_id = v.fact_id AND v.answer IN (answer_a, answer_b) ORDER BY strength, score DESC LIMIT 1) AS score,
  v.answer AS answer,
  v.value_text AS value_text,
  v.outlet AS outlet,
  v.published AS published,
  v.section AS section,
  v.source AS source,
  v.anonymity AS anonymity,
  v.chain AS chain,
  v.modality AS modality,
  v.hedge AS hedge,
  v.sentence AS sentence,
  v.file AS file,
  iif(sentences.text_of = 'headline', 0, 1 + places.start_char - length(replace(substr(articles.body, 1, places.start_char), char(10), ''))) AS line,
  places.start_char AS start_char,
  places.end_char AS end_char,
  v.story AS story,
  v.fact_key AS fact_key,
  v.claim_key AS claim_key,
  v.fact_id AS fact_id,
  v.claim_id AS claim_id,
  v.value_id AS value_id
FROM firsts
JOIN sides AS v ON v.value_id = firsts.value_id
JOIN claim_values AS places ON places.value_id = firsts.value_id
JOIN articles ON articles.article_id = v.article_id
JOIN sentences ON sentences.sentence_id = v.sentence_id
WHERE firsts.place = 1
  AND v.fact_id IN (SELECT fact_id FROM pairs)
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:min_outlets IS NULL OR (SELECT count(DISTINCT outlet) FROM sides WHERE sides.fact_id = v.fact_id) >= :min_outlets)
ORDER BY (SELECT min(strength) FROM pairs WHERE pairs.fact_id = v.fact_id), question, v.fact_key, answer, published, outlet, file, start_char, v.value_id
