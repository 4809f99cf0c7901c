-- Copied sentences: each with the earliest of its copies, how alike they are and what was changed.
-- columns: original, original_outlet, original_published, copy, copy_outlet, copy_published, similarity, changed, direction, same_origin, original_file, original_line, copy_file, copy_line, story, sentence_a, sentence_b
SELECT
  a.sentence AS original,
  a.outlet AS original_outlet,
  a.published AS original_published,
  b.sentence AS copy,
  b.outlet AS copy_outlet,
  b.published AS copy_published,
  round(100 * reuses.similarity) / 100 AS similarity,
  coalesce(reuses.changed, 'nothing') AS changed,
  reuses.direction AS direction,
  reuses.same_origin AS same_origin,
  a.file AS original_file,
  a.line AS original_line,
  b.file AS copy_file,
  b.line AS copy_line,
  b.story AS story,
  reuses.sentence_a AS sentence_a,
  reuses.sentence_b AS sentence_b
FROM reuses
JOIN sentence_details AS a ON a.sentence_id = reuses.sentence_a
JOIN sentence_details AS b ON b.sentence_id = reuses.sentence_b
WHERE (:outlet IS NULL OR :outlet IN (a.outlet, b.outlet))
  AND (:story IS NULL OR :story IN (a.story, b.story))
  AND (:since IS NULL OR b.published >= :since)
  AND (:until IS NULL OR b.published BETWEEN '0' AND :until)
ORDER BY b.story, original_outlet, original_file, a.start_char, copy_published, copy_outlet, copy_file, b.start_char, reuses.sentence_a, reuses.sentence_b
