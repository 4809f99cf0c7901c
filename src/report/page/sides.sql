-- The answers of one conflicting fact, outlet by outlet, each with the sentence that it rests on.
SELECT s.outlet, s.published, s.answer, s.value_text, s.source, s.chain, s.modality, s.hedge, s.sentence, s.file, s.line,
       c.sentence_id, v.start_char - n.start_char AS value_start, v.end_char - n.start_char AS value_end
FROM report_conflict_sides AS s
JOIN claim_values AS v ON v.value_id = s.value_id
JOIN claims AS c ON c.claim_id = s.claim_id
JOIN sentences AS n ON n.sentence_id = c.sentence_id
WHERE s.fact_id = :fact
ORDER BY s.outlet, s.file, s.answer, s.start_char, s.value_id;
