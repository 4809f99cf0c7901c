-- Every person, body, place and thing that the articles name, with its spellings and how often it speaks.
-- columns: entity, kind, spellings, mentions, articles, outlets, claims_about, claims_as_source, part_of, entity_id
WITH
named AS (
  SELECT mentions.entity_id AS entity_id, count(*) AS mentions, count(DISTINCT mentions.article_id) AS articles,
    count(DISTINCT articles.outlet_id) AS outlets, count(DISTINCT mentions.claim_id) AS claims
  FROM mentions
  JOIN sentences ON sentences.sentence_id = mentions.sentence_id AND sentences.section <> 'boilerplate'
  JOIN articles ON articles.article_id = mentions.article_id
  JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
  LEFT JOIN stories ON stories.story_id = articles.story_id
  WHERE mentions.entity_id IS NOT NULL
    AND (:outlet IS NULL OR outlets.name = :outlet)
    AND (:story IS NULL OR stories.label = :story)
    AND (:since IS NULL OR articles.published >= :since)
    AND (:until IS NULL OR articles.published <= :until)
  GROUP BY mentions.entity_id
),
spoken AS (
  SELECT sources.entity_id AS entity_id, count(*) AS claims
  FROM sources
  JOIN claims ON claims.origin_id = sources.source_id AND claims.kind NOT IN ('narration', 'silence')
  JOIN articles ON articles.article_id = claims.article_id
  JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
  LEFT JOIN stories ON stories.story_id = articles.story_id
  WHERE sources.entity_id IS NOT NULL
    AND (:outlet IS NULL OR outlets.name = :outlet)
    AND (:story IS NULL OR stories.label = :story)
    AND (:since IS NULL OR articles.published >= :since)
    AND (:until IS NULL OR articles.published <= :until)
  GROUP BY sources.entity_id
)
SELECT
  entities.name AS entity,
  entities.kind AS kind,
  coalesce((SELECT group_concat(name, ' | ') FROM (SELECT name FROM entity_names WHERE entity_names.entity_id = entities.entity_id ORDER BY name)), '') AS spellings,
  coalesce(named.mentions, 0) AS mentions,
  coalesce(named.articles, 0) AS articles,
  coalesce(named.outlets, 0) AS outlets,
  coalesce(named.claims, 0) AS claims_about,
  coalesce(spoken.claims, 0) AS claims_as_source,
  coalesce((SELECT group_concat(name, ', ')
            FROM (SELECT DISTINCT whole.name AS name
                  FROM entity_links JOIN entities AS whole ON whole.entity_id = entity_links.of_entity_id
                  WHERE entity_links.entity_id = entities.entity_id ORDER BY whole.name)), '') AS part_of,
  entities.entity_id AS entity_id
FROM entities
LEFT JOIN named ON named.entity_id = entities.entity_id
LEFT JOIN spoken ON spoken.entity_id = entities.entity_id
WHERE (named.entity_id IS NOT NULL OR spoken.entity_id IS NOT NULL)
  AND (:entity IS NULL OR entities.entity_id IN (SELECT entity_id FROM entity_names WHERE name = :entity))
  AND (:min_outlets IS NULL OR named.outlets >= :min_outlets)
ORDER BY outlets DESC, mentions DESC, claims_as_source DESC, entity, kind, entity_id
