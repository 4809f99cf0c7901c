-- The way claims came, where a voice stands between the outlet and the origin: outlet, first hop, origin; and the
-- outlets that take a report over from an agency, whose own words its narration then is.
WITH ways AS (
  SELECT d.outlet AS outlet, v.name AS via, d.source AS origin, d.claim_id AS claim_id, d.sentence_id AS sentence_id, d.story AS story
  FROM claim_details AS d
  JOIN attributions AS a ON a.claim_id = d.claim_id AND a.hop = 1
  JOIN sources AS v ON v.source_id = a.source_id
  WHERE d.hops > 1
  UNION ALL
  SELECT d.outlet, v.name, 'in the agency''s own words', d.claim_id, d.sentence_id, d.story
  FROM claim_details AS d
  JOIN articles ON articles.article_id = d.article_id
  JOIN sources AS v ON v.source_id = articles.credit_id
  WHERE d.hops = 0
)
SELECT outlet, via, origin, count(*) AS claims, min(sentence_id) AS sentence_id
FROM ways
WHERE (:outlet IS NULL OR outlet = :outlet)
  AND (:story IS NULL OR story = :story)
  AND (:entity IS NULL OR claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
GROUP BY outlet, via, origin
ORDER BY outlet, via, origin;
