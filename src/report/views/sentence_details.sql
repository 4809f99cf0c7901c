-- Every sentence with its words and its place.
-- columns: outlet, published, story, headline, section, line, sentence, paragraph, ordinal, file, start_char, end_char, article_id, sentence_id
SELECT
  outlets.name AS outlet,
  coalesce(articles.published, '') AS published,
  coalesce(stories.label, '') AS story,
  coalesce(articles.headline, '') AS headline,
  sentences.section AS section,
  iif(sentences.text_of = 'headline', 0, 1 + sentences.start_char - length(replace(substr(articles.body, 1, sentences.start_char), char(10), ''))) AS line,
  substr(iif(sentences.text_of = 'headline', articles.headline, articles.body), sentences.start_char + 1, sentences.end_char - sentences.start_char) AS sentence,
  sentences.paragraph AS paragraph,
  sentences.ordinal AS ordinal,
  articles.file AS file,
  sentences.start_char AS start_char,
  sentences.end_char AS end_char,
  sentences.article_id AS article_id,
  sentences.sentence_id AS sentence_id
FROM sentences
JOIN articles ON articles.article_id = sentences.article_id
JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
LEFT JOIN stories ON stories.story_id = articles.story_id
