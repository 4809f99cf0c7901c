-- Every date or duration that answers a question: its words, its days, what they were counted from, whose word it is, and how it stands to the question's other answers.
-- columns: question, value_text, date_low, date_high, timex, date_basis, relation, outlet, published, section, source, anonymity, chain, modality, hedge, sentence, file, line, story, fact_key, claim_key, fact_id, claim_id, value_id
SELECT
  v.question AS question,
  v.value_text AS value_text,
  v.date_low AS date_low,
  v.date_high AS date_high,
  coalesce(times.value, '') AS timex,
  coalesce(times.basis, 'none') AS date_basis,
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
LEFT JOIN times ON times.time_id = claim_values.time_id
WHERE v.fact_kind = 'date'
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:since IS NULL OR v.published >= :since)
  AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
  AND (:happened_since IS NULL OR v.date_high >= :happened_since)
  AND (:happened_until IS NULL OR v.date_low BETWEEN '0' AND :happened_until)
ORDER BY story, question, v.fact_key, date_low, date_high, published, outlet, file, claim_values.start_char, value_id
