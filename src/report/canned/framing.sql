-- How each outlet describes people, bodies and places: titles, posts and epithets, in its own voice or in a quoted one.
-- columns: outlet, about, description, description_kind, own_voice, quoted_voice, articles, example, file, line, entity_id
WITH
described AS MATERIALIZED (
  SELECT s.outlet AS outlet, entities.name AS about, entities.entity_id AS entity_id, descriptors.text AS description,
    lower(descriptors.text) AS folded, descriptors.kind AS kind, mentions.claim_id AS claim_id, s.article_id AS article_id, s.sentence_id AS sentence_id,
    row_number() OVER (PARTITION BY s.outlet, entities.entity_id, lower(descriptors.text), descriptors.kind
                       ORDER BY s.published = '', s.published, s.file, descriptors.start_char, descriptors.descriptor_id) AS place
  FROM descriptors
  JOIN mentions ON mentions.mention_id = descriptors.mention_id
  JOIN entities ON entities.entity_id = mentions.entity_id
  JOIN sentence_details AS s ON s.sentence_id = mentions.sentence_id
  WHERE (:outlet IS NULL OR s.outlet = :outlet)
    AND (:entity IS NULL OR entities.entity_id IN (SELECT entity_id FROM entity_names WHERE name = :entity))
    AND (:story IS NULL OR s.story = :story)
    AND (:since IS NULL OR s.published >= :since)
    AND (:until IS NULL OR s.published BETWEEN '0' AND :until)
),
counted AS (
  SELECT outlet, about, entity_id, folded, kind, count(*) - count(claim_id) AS own_voice, count(claim_id) AS quoted_voice,
    count(DISTINCT article_id) AS articles,
    max(CASE place WHEN 1 THEN description END) AS description,
    max(CASE place WHEN 1 THEN sentence_id END) AS sentence_id
  FROM described
  GROUP BY outlet, about, entity_id, folded, kind
)
SELECT
  counted.outlet AS outlet,
  counted.about AS about,
  counted.description AS description,
  counted.kind AS description_kind,
  counted.own_voice AS own_voice,
  counted.quoted_voice AS quoted_voice,
  counted.articles AS articles,
  examples.sentence AS example,
  examples.file AS file,
  examples.line AS line,
  counted.entity_id AS entity_id
FROM counted
JOIN sentence_details AS examples ON examples.sentence_id = counted.sentence_id
ORDER BY about, counted.entity_id, counted.kind, description, counted.folded, counted.outlet
