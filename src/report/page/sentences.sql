-- One article, sentence by sentence.
SELECT s.sentence_id, s.paragraph, s.section, substr(a.body, s.start_char + 1, s.end_char - s.start_char) AS words,
       1 + length(substr(a.body, 1, s.start_char)) - length(replace(substr(a.body, 1, s.start_char), char(10), '')) AS line
FROM sentences AS s JOIN articles AS a USING (article_id)
WHERE s.article_id = :article
ORDER BY s.ordinal;
