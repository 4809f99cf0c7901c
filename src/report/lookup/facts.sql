-- The whole key first, so that a key which another key begins with is not ambiguous; then ids, then starts.
SELECT fact_id, fact_key
FROM (
  SELECT fact_id, fact_key FROM facts
  WHERE fact_key = :fact OR CAST(fact_id AS TEXT) = :fact OR substr(fact_key, 1, length(:fact)) = :fact
  UNION
  SELECT fact_id, fact_key FROM fact_aliases
  WHERE fact_key = :fact
)
ORDER BY fact_key = :fact DESC, CAST(fact_id AS TEXT) = :fact DESC, fact_key
