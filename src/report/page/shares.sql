-- On whose word each outlet's claims rest, counted by claims, with the sentence of the first claim of each kind.
SELECT d.outlet,
       sum(d.anonymity = 'named') AS named, sum(d.anonymity = 'described') AS described,
       sum(d.anonymity = 'collective') AS collective, sum(d.anonymity = 'unnamed') AS unnamed,
       sum(d.anonymity = 'unresolved') AS unresolved, sum(d.hops = 0) AS own_words,
       min(CASE d.anonymity WHEN 'named' THEN d.sentence_id END) AS first_named,
       min(CASE d.anonymity WHEN 'described' THEN d.sentence_id END) AS first_described,
       min(CASE d.anonymity WHEN 'collective' THEN d.sentence_id END) AS first_collective,
       min(CASE d.anonymity WHEN 'unnamed' THEN d.sentence_id END) AS first_unnamed,
       min(CASE d.anonymity WHEN 'unresolved' THEN d.sentence_id END) AS first_unresolved,
       min(CASE d.hops WHEN 0 THEN d.sentence_id END) AS first_own_words
FROM claim_details AS d
WHERE d.claim_kind <> 'silence'
  AND (:outlet IS NULL OR d.outlet = :outlet)
  AND (:story IS NULL OR d.story = :story)
  AND (:entity IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
GROUP BY d.outlet
ORDER BY d.outlet;
