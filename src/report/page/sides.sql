-- The answers of conflicting facts, the lowest first, each with the sentence that it rests on.
SELECT s.fact_id, s.outlet, s.published, s.answer, w.words, s.chain, s.sentence, s.file, s.line,
       c.sentence_id, v.start_char - n.start_char AS words_start, v.end_char - n.start_char AS words_end
FROM report_conflict_sides AS s
JOIN claim_values AS v ON v.value_id = s.value_id
JOIN answer_words AS w ON w.value_id = s.value_id
JOIN claims AS c ON c.claim_id = s.claim_id
JOIN sentences AS n ON n.sentence_id = c.sentence_id
WHERE :fact IS NULL OR s.fact_id = :fact
ORDER BY v.low IS NULL, v.low, v.high, v.date_low, s.answer, s.published = '', s.published, s.outlet, s.file, s.start_char, s.value_id;
