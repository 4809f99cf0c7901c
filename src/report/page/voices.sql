-- Who is quoted by whom: the attributed claims of a dossier with their origin; a joint voice counts for each member.
SELECT d.outlet, o.name AS voice, d.claim, d.sentence, d.start_char - n.start_char AS words_start,
       d.end_char - n.start_char AS words_end, d.chain, d.line, d.file, d.sentence_id, d.claim_id
FROM claim_details AS d
JOIN (SELECT source_id, source_id AS origin_id FROM sources
      UNION SELECT member_id, source_id FROM source_members) AS w ON w.origin_id = d.source_id
JOIN sources AS o ON o.source_id = w.source_id
JOIN sentences AS n ON n.sentence_id = d.sentence_id
WHERE d.hops > 0 AND d.claim_kind <> 'silence'
  AND NOT (w.source_id = w.origin_id AND EXISTS (SELECT 1 FROM source_members AS m WHERE m.source_id = w.source_id))
  AND (:outlet IS NULL OR d.outlet = :outlet)
  AND (:story IS NULL OR d.story = :story)
  AND (:entity IS NULL OR o.entity_id IN (SELECT entity_id FROM entity_names WHERE name = :entity)
       OR d.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
ORDER BY o.name, d.outlet, d.file, d.start_char, d.claim_id;
