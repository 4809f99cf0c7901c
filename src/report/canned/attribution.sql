-- How each outlet attributes what it reports: what it attributes to others and what it says in its own words; silences ("declined to comment") are counted apart.
-- columns: outlet, articles, claims, attributed, unattributed, named, described, collective, unnamed, unresolved, silences, attributed_share, unattributed_share, named_share, described_share, collective_share, unnamed_share, unresolved_share, mean_hops, outlet_id
WITH
counted AS (
  SELECT articles.outlet_id AS outlet_id,
    count(DISTINCT articles.article_id) AS articles,
    count(CASE WHEN claims.kind <> 'silence' THEN 1 END) AS claims,
    count(CASE WHEN claims.kind <> 'silence' AND last.hop > 0 THEN 1 END) AS attributed,
    count(CASE WHEN claims.kind <> 'silence' AND last.anonymity = 'named' THEN 1 END) AS named,
    count(CASE WHEN claims.kind <> 'silence' AND last.anonymity = 'described' THEN 1 END) AS described,
    count(CASE WHEN claims.kind <> 'silence' AND last.anonymity = 'collective' THEN 1 END) AS collective,
    count(CASE WHEN claims.kind <> 'silence' AND last.anonymity = 'unnamed' THEN 1 END) AS unnamed,
    count(CASE WHEN claims.kind <> 'silence' AND last.anonymity = 'unresolved' THEN 1 END) AS unresolved,
    count(CASE WHEN claims.kind = 'silence' THEN 1 END) AS silences,
    avg(CASE WHEN claims.kind <> 'silence' AND last.hop > 0 THEN last.hop END) AS mean_hops
  FROM articles
  LEFT JOIN claims ON claims.article_id = articles.article_id
    AND (:source IS NULL OR claims.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
    AND (:origin IS NULL OR claims.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
    AND (:entity IS NULL OR claims.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  LEFT JOIN attributions AS last ON last.claim_id = claims.claim_id
    AND last.hop = (SELECT max(hop) FROM attributions WHERE attributions.claim_id = claims.claim_id)
  LEFT JOIN stories ON stories.story_id = articles.story_id
  WHERE (:story IS NULL OR stories.label = :story)
    AND (:since IS NULL OR articles.published >= :since)
    AND (:until IS NULL OR articles.published <= :until)
  GROUP BY articles.outlet_id
)
SELECT
  sources.name AS outlet,
  counted.articles AS articles,
  counted.claims AS claims,
  counted.attributed AS attributed,
  counted.claims - counted.attributed AS unattributed,
  counted.named AS named,
  counted.described AS described,
  counted.collective AS collective,
  counted.unnamed AS unnamed,
  counted.unresolved AS unresolved,
  counted.silences AS silences,
  round(100.0 * counted.attributed / counted.claims) / 100 AS attributed_share,
  round(100.0 * (counted.claims - counted.attributed) / counted.claims) / 100 AS unattributed_share,
  round(100.0 * counted.named / counted.attributed) / 100 AS named_share,
  round(100.0 * counted.described / counted.attributed) / 100 AS described_share,
  round(100.0 * counted.collective / counted.attributed) / 100 AS collective_share,
  round(100.0 * counted.unnamed / counted.attributed) / 100 AS unnamed_share,
  round(100.0 * counted.unresolved / counted.attributed) / 100 AS unresolved_share,
  round(100 * counted.mean_hops) / 100 AS mean_hops,
  counted.outlet_id AS outlet_id
FROM counted
JOIN sources ON sources.source_id = counted.outlet_id
WHERE (:outlet IS NULL OR sources.name = :outlet)
  -- Of one voice or thing, only outlets that have a claim of it.
  AND (coalesce(:source, :origin, :entity) IS NULL OR counted.claims + counted.silences > 0)
ORDER BY counted.articles DESC, outlet, outlet_id
