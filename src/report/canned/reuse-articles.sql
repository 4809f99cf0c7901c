-- Pairs of articles with copied sentences: how many, what share of the second article's sentences, and which way they went where that is known.
-- columns: original_outlet, original_published, original_headline, copy_outlet, copy_published, copy_headline, copied_sentences, copied_share, changed_sentences, direction, same_origin, original_file, copy_file, story, original_article_id, copy_article_id
WITH
pairs AS (
  SELECT a.article_id AS original_id, b.article_id AS copy_id,
    count(DISTINCT b.sentence_id) AS copied,
    count(DISTINCT CASE WHEN reuses.changed IS NOT NULL THEN b.sentence_id END) AS changed,
    min(reuses.direction) AS direction,
    max(reuses.same_origin) AS same_origin
  FROM reuses
  JOIN sentences AS a ON a.sentence_id = reuses.sentence_a
  JOIN sentences AS b ON b.sentence_id = reuses.sentence_b
  GROUP BY a.article_id, b.article_id
)
SELECT
  original_outlets.name AS original_outlet,
  coalesce(originals.published, '') AS original_published,
  coalesce(originals.headline, '') AS original_headline,
  copy_outlets.name AS copy_outlet,
  coalesce(copies.published, '') AS copy_published,
  coalesce(copies.headline, '') AS copy_headline,
  pairs.copied AS copied_sentences,
  round(100.0 * pairs.copied / (SELECT count(*) FROM sentences WHERE sentences.article_id = pairs.copy_id AND section <> 'boilerplate')) / 100 AS copied_share,
  pairs.changed AS changed_sentences,
  pairs.direction AS direction,
  pairs.same_origin AS same_origin,
  originals.file AS original_file,
  copies.file AS copy_file,
  coalesce(stories.label, '') AS story,
  pairs.original_id AS original_article_id,
  pairs.copy_id AS copy_article_id
FROM pairs
JOIN articles AS originals ON originals.article_id = pairs.original_id
JOIN articles AS copies ON copies.article_id = pairs.copy_id
JOIN sources AS original_outlets ON original_outlets.source_id = originals.outlet_id
JOIN sources AS copy_outlets ON copy_outlets.source_id = copies.outlet_id
LEFT JOIN stories ON stories.story_id = copies.story_id
WHERE (:outlet IS NULL OR :outlet IN (original_outlets.name, copy_outlets.name))
  AND (:story IS NULL OR stories.label = :story)
  AND (:since IS NULL OR copies.published >= :since)
  AND (:until IS NULL OR copies.published <= :until)
ORDER BY copied_sentences DESC, copied_share DESC, original_outlet, copy_outlet, original_file, copy_file, pairs.original_id, pairs.copy_id
