-- Every article with its outlet, its day and its story; no text is NULL.
-- columns: outlet, published, published_basis, story, headline, credit, url, file, article_id
SELECT
  outlets.name AS outlet,
  coalesce(articles.published, '') AS published,
  articles.published_basis AS published_basis,
  coalesce(stories.label, '') AS story,
  coalesce(articles.headline, '') AS headline,
  coalesce(credits.name, '') AS credit,
  coalesce(articles.url, '') AS url,
  articles.file AS file,
  articles.article_id AS article_id
FROM articles
JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
LEFT JOIN sources AS credits ON credits.source_id = articles.credit_id
LEFT JOIN stories ON stories.story_id = articles.story_id
