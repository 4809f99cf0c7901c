-- Facts that rest on one origin, however many articles carry them, unnamed origins first; an outlet's own word counts where more than one article has it. What a voice said or answered is left out: it has one origin by nature.
-- columns: question, answer, source, anonymity, addressee, chain, articles, outlets, outlet_names, copied_articles, sentence, file, line, story, fact_key, claim_key, fact_id, claim_id
WITH
sides AS NOT MATERIALIZED (
  SELECT *
  FROM fact_values
  WHERE fact_id IS NOT NULL
    AND fact_kind NOT IN ('response', 'attribution', 'quote-wording')
    AND (:since IS NULL OR published >= :since)
    AND (:until IS NULL OR published BETWEEN '0' AND :until)
),
single AS (
  SELECT fact_id, max(source_id) AS source_id, max(standing) AS standing
  FROM fact_origins
  GROUP BY fact_id
  HAVING count(*) = 1
),
totals AS (
  SELECT single.fact_id AS fact_id, single.source_id AS source_id, single.standing AS standing,
    count(DISTINCT sides.article_id) AS articles, count(DISTINCT sides.outlet) AS outlets
  FROM single
  JOIN sides ON sides.fact_id = single.fact_id
  -- A voice that the article leaves open is no single source: nothing is known of it.
  WHERE NOT EXISTS (SELECT 1 FROM attributions WHERE attributions.source_id = single.source_id AND attributions.anonymity = 'unresolved')
  GROUP BY single.fact_id
  HAVING single.standing IN ('named', 'unnamed') OR articles > 1
),
-- The claim that shows it: one of the origin itself if there is one, the earliest.
shown AS (
  SELECT totals.fact_id AS fact_id, totals.standing AS standing, totals.articles AS articles, totals.outlets AS outlets, sides.value_id AS value_id,
    row_number() OVER (PARTITION BY totals.fact_id
      ORDER BY sides.source_id <> totals.source_id, sides.published = '', sides.published, sides.outlet, sides.file, sides.start_char, sides.value_id) AS place
  FROM totals
  JOIN sides ON sides.fact_id = totals.fact_id
)
SELECT
  v.question AS question,
  v.answer AS answer,
  v.source AS source,
  v.anonymity AS anonymity,
  CASE WHEN v.hops > 1 THEN
    (SELECT sources.name FROM attributions JOIN sources USING (source_id) WHERE attributions.claim_id = v.claim_id AND attributions.hop = v.hops - 1)
    ELSE v.outlet END AS addressee,
  v.chain AS chain,
  shown.articles AS articles,
  shown.outlets AS outlets,
  (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT outlet FROM sides WHERE sides.fact_id = v.fact_id ORDER BY outlet)) AS outlet_names,
  (SELECT count(DISTINCT sides.article_id) FROM sides JOIN reuses ON reuses.sentence_b = sides.sentence_id WHERE sides.fact_id = v.fact_id) AS copied_articles,
  v.sentence AS sentence,
  v.file AS file,
  v.line AS line,
  v.story AS story,
  v.fact_key AS fact_key,
  v.claim_key AS claim_key,
  v.fact_id AS fact_id,
  v.claim_id AS claim_id
FROM shown
JOIN fact_values AS v ON v.value_id = shown.value_id
WHERE shown.place = 1
  AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
  AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
  AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
  AND (:story IS NULL OR v.story = :story)
  AND (:fact IS NULL OR v.fact_id = :fact)
  AND (:min_outlets IS NULL OR shown.outlets >= :min_outlets)
ORDER BY CASE shown.standing WHEN 'unnamed' THEN 0 WHEN 'named' THEN 1 ELSE 2 END,
  shown.outlets DESC, shown.articles DESC, story, question, v.fact_key
