-- Copied sentences that lost or swapped a source, or lost a hedge, on the way: both sentences and what was lost.
-- columns: changed, before, after, original, original_outlet, original_published, copy, copy_outlet, copy_published, similarity, direction, original_file, original_line, copy_file, copy_line, story, sentence_a, sentence_b
WITH
-- Whom a sentence names for its content, or how it hedges it; a quotation reaches over all its sentences.
parts AS MATERIALIZED (
  SELECT sentences.sentence_id AS sentence_id, 'source' AS what, sources.name AS words
  FROM sentences
  JOIN claims ON claims.article_id = sentences.article_id AND claims.start_char < sentences.end_char AND claims.end_char > sentences.start_char
  JOIN sentences AS hosts ON hosts.sentence_id = claims.sentence_id AND hosts.text_of = sentences.text_of
  JOIN attributions ON attributions.claim_id = claims.claim_id AND attributions.hop > 0
  JOIN sources ON sources.source_id = attributions.source_id
  WHERE sentences.sentence_id IN (SELECT sentence_a FROM reuses UNION ALL SELECT sentence_b FROM reuses)
  UNION
  SELECT sentence_id, 'hedge', hedge
  FROM claims
  WHERE hedge IS NOT NULL
),
-- Where no one knows which came first, the one that names a voice stands before.
pairs AS (
  SELECT changed, similarity, direction,
    CASE WHEN turned THEN sentence_b ELSE sentence_a END AS sentence_a,
    CASE WHEN turned THEN sentence_a ELSE sentence_b END AS sentence_b
  FROM (SELECT *, direction = 'unknown' AND changed = 'source' AND NOT EXISTS (SELECT 1 FROM parts WHERE parts.sentence_id = sentence_a AND what = 'source') AS turned
        FROM reuses WHERE changed IN ('source', 'hedge'))
)
SELECT
  pairs.changed AS changed,
  coalesce((SELECT group_concat(words, ', ') FROM (SELECT words FROM parts WHERE parts.sentence_id = pairs.sentence_a AND what = pairs.changed ORDER BY words)), '') AS before,
  coalesce((SELECT group_concat(words, ', ') FROM (SELECT words FROM parts WHERE parts.sentence_id = pairs.sentence_b AND what = pairs.changed ORDER BY words)), '') AS after,
  a.sentence AS original,
  a.outlet AS original_outlet,
  a.published AS original_published,
  b.sentence AS copy,
  b.outlet AS copy_outlet,
  b.published AS copy_published,
  round(100 * pairs.similarity) / 100 AS similarity,
  pairs.direction AS direction,
  a.file AS original_file,
  a.line AS original_line,
  b.file AS copy_file,
  b.line AS copy_line,
  b.story AS story,
  pairs.sentence_a AS sentence_a,
  pairs.sentence_b AS sentence_b
FROM pairs
JOIN sentence_details AS a ON a.sentence_id = pairs.sentence_a
JOIN sentence_details AS b ON b.sentence_id = pairs.sentence_b
-- Every voice that has a part in it is sure.
WHERE NOT EXISTS (SELECT 1 FROM claim_details AS used WHERE used.sentence_id IN (pairs.sentence_a, pairs.sentence_b)
                  AND used.voice_confidence < coalesce(CAST(:at_least AS REAL), 0.8))
  AND a.outlet <> b.outlet
  AND (:outlet IS NULL OR :outlet IN (a.outlet, b.outlet))
  AND (:source IS NULL OR EXISTS (SELECT 1 FROM claims JOIN claim_voices USING (claim_id) WHERE claims.sentence_id IN (pairs.sentence_a, pairs.sentence_b) AND voice = :source))
  AND (:story IS NULL OR :story IN (a.story, b.story))
  AND (:since IS NULL OR b.published >= :since)
  AND (:until IS NULL OR b.published BETWEEN '0' AND :until)
ORDER BY b.story, copy_published, copy_outlet, copy_file, b.start_char, pairs.sentence_a, pairs.sentence_b
