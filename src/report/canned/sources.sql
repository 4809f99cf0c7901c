-- Every voice that outlets cite; a joint voice counts for each of its members, an unnamed one is named by its place. Claims are those it is the origin of, passed on those that it cites from others.
-- columns: source, kind, anonymity, claims, silences, passed_on, articles, outlets, outlet_names, first_published, last_published, source_id
WITH
heard AS (
  SELECT coalesce(source_members.member_id, attributions.source_id) AS source_id,
    attributions.claim_id AS claim_id,
    attributions.anonymity AS anonymity,
    attributions.hop = (SELECT max(hop) FROM attributions AS hops WHERE hops.claim_id = attributions.claim_id) AS is_origin,
    (SELECT before.source_id FROM attributions AS before
     WHERE before.claim_id = attributions.claim_id AND before.hop = attributions.hop - 1 AND before.hop > 0) AS addressee
  FROM attributions
  LEFT JOIN source_members ON source_members.source_id = attributions.source_id
  WHERE attributions.hop > 0
),
counted AS (
  SELECT heard.source_id AS source_id,
    min(CASE heard.anonymity WHEN 'named' THEN 0 WHEN 'described' THEN 1 WHEN 'collective' THEN 2 WHEN 'unnamed' THEN 3 ELSE 4 END) AS anonymity,
    min(heard.addressee) AS addressee,
    count(DISTINCT CASE WHEN heard.is_origin AND claims.kind <> 'silence' THEN heard.claim_id END) AS claims,
    count(DISTINCT CASE WHEN heard.is_origin AND claims.kind = 'silence' THEN heard.claim_id END) AS silences,
    count(DISTINCT CASE WHEN NOT heard.is_origin THEN heard.claim_id END) AS passed_on,
    count(DISTINCT claims.article_id) AS articles,
    count(DISTINCT articles.outlet_id) AS outlets,
    min(articles.published) AS first_published,
    max(articles.published) AS last_published
  FROM heard
  JOIN claims ON claims.claim_id = heard.claim_id
  JOIN articles ON articles.article_id = claims.article_id
  JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
  LEFT JOIN stories ON stories.story_id = articles.story_id
  WHERE (:outlet IS NULL OR outlets.name = :outlet)
    AND (:source IS NULL OR heard.source_id IN (SELECT source_id FROM voice_names WHERE name = :source))
    AND (:entity IS NULL OR heard.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
    AND (:story IS NULL OR stories.label = :story)
    AND (:since IS NULL OR articles.published >= :since)
    AND (:until IS NULL OR articles.published <= :until)
  GROUP BY heard.source_id
),
spoken AS (
  SELECT DISTINCT heard.source_id AS source_id, outlets.name AS outlet
  FROM heard
  JOIN claims ON claims.claim_id = heard.claim_id
  JOIN articles ON articles.article_id = claims.article_id
  JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
)
SELECT
  CASE counted.anonymity WHEN 0 THEN sources.name ELSE sources.name || ' ('
    || coalesce((SELECT 'to ' || name || ', ' FROM sources AS mediums WHERE mediums.source_id = counted.addressee), '')
    || coalesce((SELECT min(outlet) FROM spoken WHERE spoken.source_id = counted.source_id), '') || ')'
  END AS source,
  sources.kind AS kind,
  CASE counted.anonymity WHEN 0 THEN 'named' WHEN 1 THEN 'described' WHEN 2 THEN 'collective' WHEN 3 THEN 'unnamed' ELSE 'unresolved' END AS anonymity,
  counted.claims AS claims,
  counted.silences AS silences,
  counted.passed_on AS passed_on,
  counted.articles AS articles,
  counted.outlets AS outlets,
  (SELECT group_concat(outlet, ', ') FROM (SELECT outlet FROM spoken WHERE spoken.source_id = counted.source_id ORDER BY outlet)) AS outlet_names,
  coalesce(counted.first_published, '') AS first_published,
  coalesce(counted.last_published, '') AS last_published,
  counted.source_id AS source_id
FROM counted
JOIN sources ON sources.source_id = counted.source_id
WHERE (:min_outlets IS NULL OR counted.outlets >= :min_outlets)
ORDER BY counted.outlets DESC, claims DESC, passed_on DESC, silences DESC, source, source_id
