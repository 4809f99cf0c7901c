-- Under which names each claim can be asked for: every hop by its name, by each spelling of its entity, by whom it speaks for, and by the members of a joint voice.
-- columns: voice, hop, is_origin, claim_id
SELECT names.name AS voice, attributions.hop AS hop,
  attributions.hop = (SELECT max(hop) FROM attributions AS all_hops WHERE all_hops.claim_id = attributions.claim_id) AS is_origin,
  attributions.claim_id AS claim_id
FROM voice_names AS names
JOIN attributions ON attributions.source_id = names.source_id
