-- Every number that answers a question: its words, its interval, what is counted, whose word it is, and how it stands to the question's other answers.
-- columns: question, value_text, low_or_min, high_or_max, unit, counted, approx, relation, outlet, published, section, source, anonymity, chain, modality, hedge, sentence, file, line, story, fact_key, claim_key, fact_id, claim_id, value_id
SELECT
  -- What no question fits is labelled with what it counts or measures.
  CASE
    WHEN v.question <> '' THEN v.question
    WHEN v.fact_kind = 'age' THEN 'age'
    WHEN coalesce(quantities.noun, '') <> '' THEN quantities.noun
    WHEN v.fact_kind = 'money' THEN 'money'
    WHEN claim_values.unit = '%' THEN 'percent'
    WHEN claim_values.unit = 'pp' THEN 'percentage points'
    ELSE coalesce(claim_values.unit, '')
  END AS question,
  v.value_text AS value_text,
  v.low_or_min AS low_or_min,
  v.high_or_max AS high_or_max,
  coalesce(claim_values.unit, '') AS unit,
  coalesce(quantities.noun, '') AS counted,
  coalesce(quantities.approx, '') AS approx,
  coalesce((SELECT relation FROM answer_relations WHERE answer_relations.fact_id = v.fact_id AND answer_relations.answer = v.answer), 'no question') AS relation,
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
  v.line AS line,
  v.story AS story,
  v.fact_key AS fact_key,
  v.claim_key AS claim_key,
  v.fact_id AS fact_id,
  v.claim_id AS claim_id,
  v.value_id AS value_id
FROM fact_values AS v
JOIN claim_values ON claim_values.value_id = v.value_id
LEFT JOIN quantities ON quantities.quantity_id = claim_values.quantity_id
WHERE v.fact_kind IN ('quantity', 'casualties', 'money', 'age')
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:since IS NULL OR v.published >= :since)
  AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
ORDER BY story, question, v.fact_key, low_or_min, high_or_max, published, outlet, file, claim_values.start_char, value_id
