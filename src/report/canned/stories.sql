-- Every story: the articles on one event, why they stand together, and how many of its questions are disputed.
-- columns: story, articles, outlets, outlet_names, first_published, last_published, undated, facts, disputed, reason, story_id
WITH
members AS (
  SELECT articles.story_id AS story_id, articles.article_id AS article_id, articles.published AS published, outlets.name AS outlet
  FROM articles
  JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
  WHERE articles.story_id IS NOT NULL
    AND (:since IS NULL OR articles.published >= :since)
    AND (:until IS NULL OR articles.published <= :until)
),
counted AS (
  SELECT story_id, count(*) AS articles, count(DISTINCT outlet) AS outlets, min(published) AS first_published, max(published) AS last_published,
    count(*) - count(published) AS undated
  FROM members
  GROUP BY story_id
)
SELECT
  stories.label AS story,
  counted.articles AS articles,
  counted.outlets AS outlets,
  (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT outlet FROM members WHERE members.story_id = stories.story_id ORDER BY outlet)) AS outlet_names,
  coalesce(counted.first_published, '') AS first_published,
  coalesce(counted.last_published, '') AS last_published,
  counted.undated AS undated,
  (SELECT count(*) FROM facts WHERE facts.story_id = stories.story_id) AS facts,
  (SELECT count(*) FROM facts WHERE facts.story_id = stories.story_id AND facts.fact_id IN (SELECT fact_id FROM conflicts)) AS disputed,
  stories.reason AS reason,
  stories.story_id AS story_id
FROM counted
JOIN stories ON stories.story_id = counted.story_id
WHERE (:story IS NULL OR stories.label = :story)
  AND (:outlet IS NULL OR EXISTS (SELECT 1 FROM members WHERE members.story_id = stories.story_id AND members.outlet = :outlet))
  AND (:entity IS NULL OR stories.story_id IN (SELECT articles.story_id FROM entity_names JOIN mentions USING (entity_id) JOIN articles USING (article_id)
                                               WHERE entity_names.name = :entity))
  AND (:min_outlets IS NULL OR counted.outlets >= :min_outlets)
ORDER BY counted.articles DESC, story, story_id
