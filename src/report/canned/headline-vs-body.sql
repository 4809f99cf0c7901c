-- Values of headlines beside the values that the same article's text gives to the same question.
-- columns: question, headline_value, body_value, relation, why, outlet, published, headline, sentence, file, line, story, fact_key, headline_claim_key, claim_key, fact_id, headline_value_id, value_id
WITH
placed AS MATERIALIZED (
  SELECT v.*, CASE v.section WHEN 'headline' THEN 1 ELSE 0 END AS is_headline,
    row_number() OVER (PARTITION BY v.fact_id, v.article_id, v.answer, v.section = 'headline' ORDER BY v.start_char, v.value_id) AS place
  FROM fact_values AS v
  WHERE v.fact_id IS NOT NULL
    AND v.section <> 'boilerplate'
    AND EXISTS (SELECT 1 FROM claim_values JOIN claims USING (claim_id) JOIN sentences USING (sentence_id)
                WHERE claim_values.fact_id = v.fact_id AND claims.article_id = v.article_id AND sentences.section = 'headline')
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
  h.value_text AS headline_value,
  b.value_text AS body_value,
  CASE
    WHEN h.answer = b.answer THEN 'agrees'
    ELSE coalesce(
      (SELECT 'conflicts, ' || strength FROM conflicts WHERE value_a = min(h.value_id, b.value_id) AND value_b = max(h.value_id, b.value_id)),
      (SELECT replace(relation, '_', ' ') FROM relations WHERE value_a = min(h.value_id, b.value_id) AND value_b = max(h.value_id, b.value_id)),
      'not compared')
  END AS relation,
  coalesce((SELECT why FROM conflicts WHERE value_a = min(h.value_id, b.value_id) AND value_b = max(h.value_id, b.value_id)), '') AS why,
  h.outlet AS outlet,
  h.published AS published,
  h.sentence AS headline,
  b.sentence AS sentence,
  b.file AS file,
  b.line AS line,
  b.story AS story,
  b.fact_key AS fact_key,
  h.claim_key AS headline_claim_key,
  b.claim_key AS claim_key,
  h.fact_id AS fact_id,
  h.value_id AS headline_value_id,
  b.value_id AS value_id
FROM placed AS h
JOIN placed AS b ON b.fact_id = h.fact_id AND b.article_id = h.article_id AND b.is_headline = 0
WHERE h.is_headline = 1 AND h.place = 1 AND b.place = 1
ORDER BY CASE substr(relation, 1, 12) WHEN 'conflicts, h' THEN 0 WHEN 'conflicts, s' THEN 1 WHEN 'not comparab' THEN 2 WHEN 'not compared' THEN 2 WHEN 'compatible' THEN 3 ELSE 4 END,
  b.story, outlet, b.file, question, h.start_char, b.start_char, h.value_id, b.value_id
