-- Two values that were joined because they answer one question: what joined them, what they share, how their numbers and days lie, and what the program made of it. The place to write a stricter rule of one's own.
-- columns: question, fact_kind, answer_a, answer_b, points, joined_by, shared_terms, numbers_apart, days_apart, relation, rule, why, outlet_a, outlet_b, published_a, published_b, source_a, source_b, modality_a, modality_b, sentence_a, sentence_b, file_a, line_a, file_b, line_b, story, fact_key, fact_id, value_a, value_b
SELECT
  a.question AS question,
  a.fact_kind AS fact_kind,
  a.answer AS answer_a,
  b.answer AS answer_b,
  x_value_joins.score AS points,
  x_value_joins.rule AS joined_by,
  coalesce((SELECT group_concat(word, ', ')
            FROM (SELECT DISTINCT one.word AS word FROM x_value_terms AS one JOIN x_value_terms AS other USING (word)
                  WHERE one.value_id = x_value_joins.value_a AND other.value_id = x_value_joins.value_b ORDER BY word)), '') AS shared_terms,
  CASE WHEN a.low_or_min IS NOT NULL AND b.low_or_min IS NOT NULL
    THEN a.high_or_max < b.low_or_min OR b.high_or_max < a.low_or_min END AS numbers_apart,
  CASE WHEN a.date_low <> '' AND b.date_low <> '' THEN a.date_high < b.date_low OR b.date_high < a.date_low END AS days_apart,
  CASE
    WHEN a.fact_id IS NOT b.fact_id THEN 'kept in two facts'
    WHEN conflicts.strength IS NOT NULL THEN 'conflicts, ' || conflicts.strength
    WHEN relations.relation IS NOT NULL THEN replace(relations.relation, '_', ' ')
    WHEN a.answer = b.answer THEN 'agrees'
    ELSE 'not compared'
  END AS relation,
  coalesce(conflicts.rule, relations.rule, '') AS rule,
  coalesce(conflicts.why, '') AS why,
  a.outlet AS outlet_a,
  b.outlet AS outlet_b,
  a.published AS published_a,
  b.published AS published_b,
  a.source AS source_a,
  b.source AS source_b,
  a.modality AS modality_a,
  b.modality AS modality_b,
  a.sentence AS sentence_a,
  b.sentence AS sentence_b,
  a.file AS file_a,
  a.line AS line_a,
  b.file AS file_b,
  b.line AS line_b,
  a.story AS story,
  a.fact_key AS fact_key,
  a.fact_id AS fact_id,
  x_value_joins.value_a AS value_a,
  x_value_joins.value_b AS value_b
FROM x_value_joins
JOIN fact_values AS a ON a.value_id = x_value_joins.value_a
JOIN fact_values AS b ON b.value_id = x_value_joins.value_b
LEFT JOIN conflicts ON conflicts.value_a = x_value_joins.value_a AND conflicts.value_b = x_value_joins.value_b
LEFT JOIN relations ON relations.value_a = x_value_joins.value_a AND relations.value_b = x_value_joins.value_b
