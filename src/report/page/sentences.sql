-- One text of an article, sentence by sentence.
SELECT sentence_id, paragraph, section, start_char, end_char
FROM sentences
WHERE article_id = :article AND text_of = :text
ORDER BY ordinal;
