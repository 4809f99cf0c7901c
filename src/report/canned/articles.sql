-- Every article: where it came from, when it was published and how that is known, and what was read in it.
-- columns: outlet, published, published_basis, story, headline, credit, sentences, claims, attributed, silences, url, versions, file, article_id
SELECT
  outlets.name AS outlet,
  coalesce(articles.published, '') AS published,
  articles.published_basis AS published_basis,
  coalesce(stories.label, '') AS story,
  coalesce(articles.headline, '') AS headline,
  coalesce(credits.name, '') AS credit,
  (SELECT count(*) FROM sentences WHERE sentences.article_id = articles.article_id AND section <> 'boilerplate') AS sentences,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind <> 'silence') AS claims,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind NOT IN ('silence', 'narration')) AS attributed,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind = 'silence') AS silences,
  coalesce(articles.url, '') AS url,
  1 + (SELECT count(*) FROM article_versions WHERE article_versions.article_id = articles.article_id) AS versions,
  articles.file AS file,
  articles.article_id AS article_id
FROM articles
JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
LEFT JOIN sources AS credits ON credits.source_id = articles.credit_id
LEFT JOIN stories ON stories.story_id = articles.story_id
WHERE (:outlet IS NULL OR outlets.name = :outlet)
  AND (:source IS NULL OR articles.article_id IN (SELECT claims.article_id FROM claims JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR articles.article_id IN (SELECT claims.article_id FROM claims JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR articles.article_id IN (SELECT mentions.article_id FROM entity_names JOIN mentions USING (entity_id) WHERE entity_names.name = :entity))
  AND (:story IS NULL OR stories.label = :story)
  AND (:since IS NULL OR articles.published >= :since)
  AND (:until IS NULL OR articles.published <= :until)
ORDER BY story, published, outlet, file, article_id
