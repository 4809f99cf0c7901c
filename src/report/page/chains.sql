-- The way claims came, where somebody stands between the outlet and the origin: outlet, first hop, origin.
SELECT d.outlet, v.name AS via, d.source AS origin, count(*) AS claims, min(d.sentence_id) AS sentence_id
FROM claim_details AS d
JOIN attributions AS a ON a.claim_id = d.claim_id AND a.hop = 1
JOIN sources AS v ON v.source_id = a.source_id
WHERE d.hops > 1
  AND (:outlet IS NULL OR d.outlet = :outlet)
  AND (:entity IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
GROUP BY d.outlet, v.name, d.source ORDER BY d.outlet, via, origin;
