-- For each sentence of a body the one before it, where that is running text: what "declined to comment" or "rejected that claim" points back to.
-- columns: points_back_to, sentence_id
SELECT
  substr(articles.body, before.start_char + 1, before.end_char - before.start_char) AS points_back_to,
  sentences.sentence_id AS sentence_id
FROM sentences
JOIN sentences AS before ON before.article_id = sentences.article_id AND before.ordinal = sentences.ordinal - 1
JOIN articles ON articles.article_id = sentences.article_id
WHERE sentences.text_of = 'body' AND before.text_of = 'body' AND before.section = 'body'
