-- The words of each claim in one text of an article with the way it came.
SELECT p.start_char, p.end_char, d.chain
FROM claim_spans AS p
JOIN claim_details AS d ON d.claim_id = p.claim_id
WHERE d.article_id = :article AND (d.line = 0) = (:text = 'headline')
ORDER BY p.start_char, p.end_char, d.claim_id;
