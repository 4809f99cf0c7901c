-- What one outlet hedges and another gives as plain fact, in passages that tell of one thing: the hedge governs the very clause that the other states.
-- columns: question, answer, hedge, modality, hedged_by, hedged_published, hedged_source, hedged_sentence, plain_by, plain_published, plain_source, plain_sentence, hedged_file, hedged_line, plain_file, plain_line, story, fact_key, hedged_claim_key, plain_claim_key, fact_id
WITH
-- What can be hedged or not: what a claim puts forward about the world.
sides AS NOT MATERIALIZED (
  SELECT fact_values.fact_id AS fact_id, fact_values.answer AS answer, fact_values.value_id AS value_id, outlet, published, file,
    claim_values.start_char AS start_char, story,
    CASE
      WHEN EXISTS (SELECT 1 FROM json_each(parts, '$.doubted') AS place WHERE place.value = claim_values.start_char - sentences.start_char) THEN 'hedged'
      WHEN EXISTS (SELECT 1 FROM json_each(parts, '$.stated') AS place WHERE place.value = claim_values.start_char - sentences.start_char) THEN 'stated'
    END AS told
  FROM fact_values
  JOIN claim_values ON claim_values.value_id = fact_values.value_id
  JOIN sentences ON sentences.sentence_id = fact_values.sentence_id
  JOIN x_passages ON x_passages.sentence_id = fact_values.sentence_id
  WHERE fact_values.fact_id IS NOT NULL
    AND claim_values.attribute IS NOT 'deed'
    AND fact_kind IN ('quantity', 'casualties', 'money', 'date', 'place', 'cause', 'purpose', 'polarity')
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
),
-- Each outlet's first hedged wording of an answer.
hedged AS MATERIALIZED (
  SELECT v.value_id AS value_id,
    row_number() OVER (PARTITION BY v.fact_id, v.answer, v.outlet ORDER BY v.published = '', v.published, v.file, v.start_char, v.value_id) AS place
  FROM sides AS v
  WHERE v.told = 'hedged'
    AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
    AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
    AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
    AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
    AND (:story IS NULL OR v.story = :story)
    AND (:fact IS NULL OR v.fact_id = :fact)
)
SELECT
  h.question AS question,
  answer_words.words AS answer,
  h.hedge AS hedge,
  h.modality AS modality,
  h.outlet AS hedged_by,
  h.published AS hedged_published,
  h.source AS hedged_source,
  h.sentence AS hedged_sentence,
  p.outlet AS plain_by,
  p.published AS plain_published,
  p.source AS plain_source,
  p.sentence AS plain_sentence,
  h.file AS hedged_file,
  h.line AS hedged_line,
  p.file AS plain_file,
  p.line AS plain_line,
  h.story AS story,
  h.fact_key AS fact_key,
  h.claim_key AS hedged_claim_key,
  p.claim_key AS plain_claim_key,
  h.fact_id AS fact_id
FROM hedged
JOIN fact_values AS h ON h.value_id = hedged.value_id
JOIN sides AS plain ON plain.fact_id = h.fact_id AND plain.answer IN (h.answer, iif(h.answer = 'allegedly', 'yes', h.answer)) AND plain.outlet <> h.outlet AND plain.told = 'stated'
JOIN fact_values AS p ON p.value_id = plain.value_id
JOIN comparisons ON comparisons.sentence_a = min(h.sentence_id, p.sentence_id) AND comparisons.sentence_b = max(h.sentence_id, p.sentence_id)
  AND comparisons.alignment >= 0.35
JOIN answer_words ON answer_words.value_id = h.value_id
JOIN claim_values AS hedged_value ON hedged_value.value_id = h.value_id
JOIN claim_values AS plain_value ON plain_value.value_id = p.value_id
WHERE hedged.place = 1
  -- One event: what the hedge governs is what the other states.
  AND (hedged_value.predicate = plain_value.predicate OR h.fact_kind IN ('cause', 'purpose'))
  AND plain.value_id = (SELECT value_id FROM sides
                        WHERE sides.fact_id = h.fact_id AND sides.answer = plain.answer AND sides.outlet = plain.outlet AND sides.told = 'stated'
                        ORDER BY sides.published = '', sides.published, sides.file, sides.start_char, sides.value_id LIMIT 1)
ORDER BY h.story, question, h.fact_key, answer, hedged_by, plain_by, h.value_id, p.value_id
