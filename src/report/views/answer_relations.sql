-- How each answer of a fact stands to the fact's other answers: the strongest that was found, conflict before compatibility.
-- columns: fact_id, answer, relation
SELECT DISTINCT claim_values.fact_id AS fact_id, claim_values.answer AS answer,
  CASE
    WHEN EXISTS (SELECT 1 FROM conflicts JOIN claim_values AS sides ON sides.value_id IN (conflicts.value_a, conflicts.value_b)
                 WHERE conflicts.fact_id = claim_values.fact_id AND conflicts.strength = 'hard' AND sides.answer = claim_values.answer)
      THEN 'conflicts, hard'
    WHEN EXISTS (SELECT 1 FROM conflicts JOIN claim_values AS sides ON sides.value_id IN (conflicts.value_a, conflicts.value_b)
                 WHERE conflicts.fact_id = claim_values.fact_id AND sides.answer = claim_values.answer)
      THEN 'conflicts, soft'
    WHEN EXISTS (SELECT 1 FROM claim_values AS sides
                 JOIN relations ON relations.value_a = sides.value_id OR relations.value_b = sides.value_id
                 WHERE sides.fact_id = claim_values.fact_id AND sides.answer = claim_values.answer AND relations.relation = 'compatible')
      THEN 'compatible'
    WHEN EXISTS (SELECT 1 FROM claim_values AS sides
                 WHERE sides.fact_id = claim_values.fact_id AND sides.answer <> claim_values.answer)
      THEN 'not comparable'
    WHEN (SELECT count(DISTINCT claims.article_id) FROM claim_values AS sides JOIN claims ON claims.claim_id = sides.claim_id
          WHERE sides.fact_id = claim_values.fact_id) > 1
      THEN 'agrees'
    ELSE 'only answer'
  END AS relation
FROM claim_values
WHERE claim_values.fact_id IS NOT NULL
