-- The conflicting facts of a dossier, the hard ones and those with most answers first.
SELECT c.fact_id, c.question, c.strength, c.fact_kind, c.why, c.story, c.answer_count, c.outlets, c.named_origins, c.unnamed_origins
FROM report_conflicts AS c
WHERE (:fact IS NULL OR c.fact_id = :fact)
  AND (:entity IS NULL
       OR c.fact_id IN (SELECT fact_id FROM facts WHERE about_entity_id IN (SELECT entity_id FROM entity_names WHERE name = :entity))
       OR c.fact_id IN (SELECT v.fact_id FROM claim_values AS v JOIN claim_entities AS e USING (claim_id) WHERE e.entity = :entity))
  AND (:outlet IS NULL
       OR c.fact_id IN (SELECT v.fact_id FROM claim_values AS v JOIN claims USING (claim_id) JOIN articles AS a USING (article_id)
                        WHERE a.outlet_id IN (SELECT source_id FROM sources WHERE name = :outlet AND kind = 'outlet')))
ORDER BY CASE c.strength WHEN 'hard' THEN 0 ELSE 1 END, c.answer_count DESC, c.question, c.fact_id;
