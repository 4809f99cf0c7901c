-- Every way by which claims came (who cites whom), with one example of each, the earliest.
-- columns: chain, hops, claims, articles, outlets, outlet_names, example, file, line, claim_key, claim_id
WITH
chained AS MATERIALIZED (
  SELECT c.chain AS chain, c.hops AS hops, c.outlet AS outlet, c.article_id AS article_id, c.claim_id AS claim_id,
    row_number() OVER (PARTITION BY c.chain ORDER BY c.published = '', c.published, c.outlet, c.file, c.start_char, c.claim_id) AS place
  FROM claim_details AS c
  WHERE c.hops > 0
    AND (:outlet IS NULL OR c.outlet = :outlet)
    AND (:source IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
    AND (:origin IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
    AND (:entity IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
    AND (:story IS NULL OR c.story = :story)
    AND (:fact IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
    AND (:since IS NULL OR c.published >= :since)
    AND (:until IS NULL OR c.published BETWEEN '0' AND :until)
),
counted AS (
  SELECT chain, max(hops) AS hops, count(*) AS claims, count(DISTINCT article_id) AS articles, count(DISTINCT outlet) AS outlets,
    max(CASE place WHEN 1 THEN claim_id END) AS claim_id
  FROM chained
  GROUP BY chain
)
SELECT
  counted.chain AS chain,
  counted.hops AS hops,
  counted.claims AS claims,
  counted.articles AS articles,
  counted.outlets AS outlets,
  (SELECT group_concat(outlet, ', ') FROM (SELECT DISTINCT outlet FROM chained WHERE chained.chain = counted.chain ORDER BY outlet)) AS outlet_names,
  examples.claim AS example,
  examples.file AS file,
  examples.line AS line,
  examples.claim_key AS claim_key,
  counted.claim_id AS claim_id
FROM counted
JOIN claim_details AS examples ON examples.claim_id = counted.claim_id
WHERE (:min_outlets IS NULL OR counted.outlets >= :min_outlets)
ORDER BY counted.hops DESC, counted.outlets DESC, counted.claims DESC, chain
