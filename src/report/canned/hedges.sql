-- Answers that one outlet hedges and another gives as plain fact: both wordings.
-- columns: question, answer, hedge, modality, hedged_by, hedged_published, hedged_source, hedged_sentence, plain_by, plain_published, plain_source, plain_sentence, hedged_file, hedged_line, plain_file, plain_line, story, fact_key, hedged_claim_key, plain_claim_key, fact_id
WITH
told AS MATERIALIZED (
  SELECT v.*, CASE WHEN v.modality IN ('reported', 'hedged', 'possible') THEN 1 ELSE 0 END AS is_hedged,
    row_number() OVER (PARTITION BY v.fact_id, v.answer, v.outlet, v.modality IN ('reported', 'hedged', 'possible')
                       ORDER BY v.published = '', v.published, v.file, v.start_char, v.value_id) AS place
  FROM fact_values AS v
  WHERE v.fact_id IS NOT NULL
    AND v.modality IN ('reported', 'hedged', 'possible', 'asserted')
    AND v.polarity = 'affirmed'
    AND v.fact_kind NOT IN ('response', 'attribution', 'quote-wording')
    AND v.fact_id IN (SELECT claim_values.fact_id FROM claim_values JOIN claims USING (claim_id) WHERE claims.modality IN ('reported', 'hedged', 'possible'))
    AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
    AND (:since IS NULL OR v.published >= :since)
    AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
)
SELECT
  h.question AS question,
  h.answer AS answer,
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
FROM told AS h
JOIN told AS p ON p.fact_id = h.fact_id AND p.answer = h.answer AND p.outlet <> h.outlet AND p.is_hedged = 0 AND p.place = 1
WHERE h.is_hedged = 1 AND h.place = 1
ORDER BY h.story, question, h.fact_key, answer, hedged_by, plain_by, h.value_id, p.value_id
