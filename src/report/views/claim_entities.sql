-- Under which names of things each claim can be asked for: every entity that its content mentions, or that a fact is about to which it gives an answer, by each spelling.
-- columns: entity, entity_id, claim_id
SELECT entity_names.name AS entity, mentions.entity_id AS entity_id, mentions.claim_id AS claim_id
FROM entity_names JOIN mentions ON mentions.entity_id = entity_names.entity_id
WHERE mentions.claim_id IS NOT NULL
UNION ALL
-- A mention in narration is held by no claim: it belongs to the narration of its sentence.
SELECT entity_names.name, mentions.entity_id, claims.claim_id
FROM entity_names
JOIN mentions ON mentions.entity_id = entity_names.entity_id
JOIN claims ON claims.sentence_id = mentions.sentence_id AND claims.kind = 'narration'
WHERE mentions.claim_id IS NULL
UNION ALL
SELECT entity_names.name, facts.about_entity_id, claim_values.claim_id
FROM entity_names
JOIN facts ON facts.about_entity_id = entity_names.entity_id
JOIN claim_values ON claim_values.fact_id = facts.fact_id
