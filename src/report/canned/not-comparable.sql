-- Answers to one question that could not be compared, and why: other units, other days, a vague word against a number.
-- columns: question, answer_a, words_a, outlet_a, answer_b, words_b, outlet_b, why, context_a, context_b, file_a, line_a, file_b, line_b, story, fact_key, fact_id, value_a, value_b
SELECT
  v.question AS question,
  v.answer AS answer_a,
  v.value_text AS words_a,
  v.outlet AS outlet_a,
  b.answer AS answer_b,
  b.value_text AS words_b,
  b.outlet AS outlet_b,
  relations.rule AS why,
  v.sentence AS context_a,
  b.sentence AS context_b,
  v.file AS file_a,
  v.line AS line_a,
  b.file AS file_b,
  b.line AS line_b,
  v.story AS story,
  v.fact_key AS fact_key,
  v.fact_id AS fact_id,
  relations.value_a AS value_a,
  relations.value_b AS value_b
FROM relations
JOIN fact_values AS v ON v.value_id = relations.value_a
JOIN fact_values AS b ON b.value_id = relations.value_b
WHERE relations.relation = 'not_comparable'
  AND v.fact_id IS NOT NULL
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:since IS NULL OR v.published >= :since AND b.published >= :since)
  AND (:until IS NULL OR v.published BETWEEN '0' AND :until AND b.published BETWEEN '0' AND :until)
ORDER BY v.story, question, v.fact_key, answer_a, answer_b, outlet_a, outlet_b, relations.value_a, relations.value_b
