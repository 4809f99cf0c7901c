-- Dated claims in the order of what happened.
SELECT t.happened_low, t.happened_high, t.date_words, t.claim, d.sentence, d.start_char - n.start_char AS words_start,
       d.end_char - n.start_char AS words_end, t.chain, t.outlet, t.file, t.line, d.sentence_id
FROM report_timeline AS t
JOIN claim_details AS d ON d.claim_id = t.claim_id
JOIN sentences AS n ON n.sentence_id = d.sentence_id
WHERE (:outlet IS NULL OR d.outlet = :outlet)
  AND (:story IS NULL OR d.story = :story)
  AND (:entity IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:fact IS NULL OR d.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
ORDER BY t.happened_low, t.happened_high, t.outlet, t.file, t.line, t.claim_id, t.date_words;
