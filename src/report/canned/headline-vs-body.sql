-- Values of headlines beside the values that the same article's text gives to the same question.
-- columns: question, headline_value, body_value, relation, why, outlet, published, headline, sentence, file, line, story, fact_key, headline_claim_key, claim_key, fact_id, headline_value_id, value_id
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
FROM fact_values AS h
JOIN fact_values AS b ON b.fact_id = h.fact_id AND b.article_id = h.article_id AND b.section NOT IN ('headline', 'boilerplate')
WHERE h.section = 'headline'
  AND h.fact_kind IN ('quantity', 'casualties', 'money', 'age', 'date', 'place', 'quote-wording')
  -- A body that opens with the headline once more says nothing of it.
  AND instr(b.sentence, h.sentence) = 0 AND instr(h.sentence, b.sentence) = 0
  AND (h.answer = b.answer
    OR EXISTS (SELECT 1 FROM conflicts WHERE value_a = min(h.value_id, b.value_id) AND value_b = max(h.value_id, b.value_id))
    OR EXISTS (SELECT 1 FROM relations WHERE value_a = min(h.value_id, b.value_id) AND value_b = max(h.value_id, b.value_id) AND relation = 'compatible'))
  AND min(h.confidence, b.confidence) >= coalesce(CAST(:at_least AS REAL), 0.8)
  -- Equal answers are one answer: the first of each stands for them.
  AND NOT EXISTS (SELECT 1 FROM claim_values AS first JOIN claims USING (claim_id) JOIN sentences USING (sentence_id)
                  WHERE first.fact_id = h.fact_id AND first.answer = h.answer AND claims.article_id = h.article_id
                    AND first.value_id < h.value_id AND sentences.section = 'headline')
  AND NOT EXISTS (SELECT 1 FROM claim_values AS first JOIN claims USING (claim_id) JOIN sentences USING (sentence_id)
                  WHERE first.fact_id = b.fact_id AND first.answer = b.answer AND claims.article_id = b.article_id
                    AND first.value_id < b.value_id AND sentences.section NOT IN ('headline', 'boilerplate'))
  AND (:outlet IS NULL OR h.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR h.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR h.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR h.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR h.story = :story)
  AND (:fact IS NULL OR h.fact_id = :fact)
  AND (:since IS NULL OR h.published >= :since)
  AND (:until IS NULL OR h.published BETWEEN '0' AND :until)
ORDER BY CASE substr(relation, 1, 12) WHEN 'conflicts, h' THEN 0 WHEN 'conflicts, s' THEN 1 WHEN 'not comparab' THEN 2 WHEN 'not compared' THEN 2 WHEN 'compatible' THEN 3 ELSE 4 END,
  b.story, outlet, b.file, question, h.start_char, b.start_char, h.value_id, b.value_id
