SELECT count(*)
FROM articles
JOIN sources ON sources.source_id = articles.outlet_id
LEFT JOIN stories ON stories.story_id = articles.story_id
WHERE articles.published IS NULL
  AND (:outlet IS NULL OR sources.name = :outlet)
  AND (:story IS NULL OR stories.label = :story)
