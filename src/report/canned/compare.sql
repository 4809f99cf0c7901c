-- Passages that likely tell of the same thing (alignment .7 or more), side by side, the likeliest difference first; differs is empty where nothing that can be named does.
-- columns: score, differs, outlet_a, passage_a, outlet_b, passage_b, published_a, published_b, file_a, line_a, file_b, line_b, story, comparison_id
SELECT
  round(100 * comparisons.score) / 100 AS score,
  comparisons.differs AS differs,
  a.outlet AS outlet_a,
  a.sentence AS passage_a,
  b.outlet AS outlet_b,
  b.sentence AS passage_b,
  a.published AS published_a,
  b.published AS published_b,
  a.file AS file_a,
  a.line AS line_a,
  b.file AS file_b,
  b.line AS line_b,
  stories.label AS story,
  comparisons.comparison_id AS comparison_id
FROM comparisons
JOIN stories ON stories.story_id = comparisons.story_id
JOIN sentence_details AS a ON a.sentence_id = comparisons.sentence_a
JOIN sentence_details AS b ON b.sentence_id = comparisons.sentence_b
WHERE comparisons.alignment >= 0.7
  AND (:outlet IS NULL OR :outlet IN (a.outlet, b.outlet))
  AND (:story IS NULL OR stories.label = :story)
  AND (:since IS NULL OR a.published >= :since AND b.published >= :since)
  AND (:until IS NULL OR a.published BETWEEN '0' AND :until AND b.published BETWEEN '0' AND :until)
  AND (:at_least IS NULL OR comparisons.score >= CAST(:at_least AS REAL))
ORDER BY comparisons.score DESC, comparisons.alignment DESC, story, outlet_a, file_a, a.start_char, outlet_b, file_b, b.start_char, comparisons.comparison_id
