-- Every article: where it came from, when it was published and how that is known, and what was read in it.
-- columns: outlet, published, published_basis, story, headline, credit, sentences, claims, attributed, silences, url, versions, file, article_id
SELECT
  a.outlet AS outlet,
  a.published AS published,
  a.published_basis AS published_basis,
  a.story AS story,
  a.headline AS headline,
  a.credit AS credit,
  (SELECT count(*) FROM sentences WHERE sentences.article_id = a.article_id AND section <> 'boilerplate') AS sentences,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind <> 'silence') AS claims,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind NOT IN ('silence', 'narration')) AS attributed,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind = 'silence') AS silences,
  a.url AS url,
  1 + (SELECT count(*) FROM article_versions WHERE article_versions.article_id = a.article_id) AS versions,
  a.file AS file,
  a.article_id AS article_id
FROM article_details AS a
WHERE (:outlet IS NULL OR a.outlet = :outlet)
  AND (:source IS NULL OR a.article_id IN (SELECT claims.article_id FROM claims JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR a.article_id IN (SELECT claims.article_id FROM claims JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR a.article_id IN (SELECT mentions.article_id FROM entity_names JOIN mentions USING (entity_id) WHERE entity_names.name = :entity))
  AND (:story IS NULL OR a.story = :story)
  AND (:since IS NULL OR a.published >= :since)
  AND (:until IS NULL OR a.published BETWEEN '0' AND :until)
ORDER BY story, published, outlet, file, article_id
