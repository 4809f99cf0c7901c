-- On whose word each outlet's claims rest, counted by claims.
SELECT d.outlet,
       sum(d.anonymity = 'named') AS named, sum(d.anonymity = 'described') AS described,
       sum(d.anonymity = 'collective') AS collective, sum(d.anonymity = 'unnamed') AS unnamed,
       sum(d.hops = 0) AS own_words
FROM claim_details AS d
WHERE d.claim_kind <> 'silence'
  AND (:outlet IS NULL OR d.outlet = :outlet)
  AND (:entity IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
GROUP BY d.outlet ORDER BY d.outlet;
