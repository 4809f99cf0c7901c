-- The conflicting facts of a dossier, the hard ones and those with most answers first.
SELECT c.fact_id, c.question, c.strength, c.why
FROM report_conflicts AS c
WHERE (:fact IS NULL OR c.fact_id = :fact)
  AND (:story IS NULL OR c.story = :story)
  AND (:entity IS NULL OR c.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:outlet IS NULL OR c.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
ORDER BY c.strength, c.answer_count DESC, c.question, c.fact_id;
