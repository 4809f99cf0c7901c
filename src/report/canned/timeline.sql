-- Claims that happened on a day that they name, in that order: the days that the words mean, what they were counted from, and whose word it is.
-- columns: happened_low, happened_high, date_words, date_basis, claim, modality, hedge, source, chain, outlet, published, outlets, file, line, fact_key, claim_key, claim_id
SELECT
  v.date_low AS happened_low,
  v.date_high AS happened_high,
  v.value_text AS date_words,
  coalesce(times.basis, 'none') AS date_basis,
  v.claim AS claim,
  v.modality AS modality,
  v.hedge AS hedge,
  v.source AS source,
  v.chain AS chain,
  v.outlet AS outlet,
  v.published AS published,
  CASE WHEN v.fact_id IS NULL THEN 1 ELSE
    (SELECT count(DISTINCT articles.outlet_id)
     FROM claim_values AS others JOIN claims ON claims.claim_id = others.claim_id JOIN articles ON articles.article_id = claims.article_id
     WHERE others.fact_id = v.fact_id) END AS outlets,
  v.file AS file,
  v.line AS line,
  v.fact_key AS fact_key,
  v.claim_key AS claim_key,
  v.claim_id AS claim_id
FROM fact_values AS v
JOIN claim_values ON claim_values.value_id = v.value_id
LEFT JOIN times ON times.time_id = claim_values.time_id
WHERE v.fact_kind = 'date'
  AND claim_values.dates_claim
  AND v.date_low <> ''
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:since IS NULL OR v.published >= :since)
  AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
  AND (:happened_since IS NULL OR v.date_high >= :happened_since)
  AND (:happened_until IS NULL OR v.date_low <= :happened_until)
ORDER BY happened_low, happened_high, v.story, v.published, outlet, v.file, claim_values.start_char, v.claim_id, v.value_id
