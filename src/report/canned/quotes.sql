-- Every quotation with its speaker: one row a quotation, the variants of its wording side by side where outlets quote it differently.
-- columns: speaker, anonymity, quotation, variants, variant_count, outlets, outlet_names, chain, first_published, sentence, file, line, story, fact_key, claim_key, claim_id
WITH
quoted AS MATERIALIZED (
  SELECT c.source AS speaker, c.anonymity AS anonymity, c.claim AS claim, c.outlet AS outlet, c.chain AS chain, c.published AS published,
    c.sentence AS sentence, c.file AS file, c.line AS line, c.start_char AS start_char, c.story AS story, c.claim_key AS claim_key, c.claim_id AS claim_id,
    coalesce((SELECT min(facts.fact_key) FROM claim_values JOIN facts ON facts.fact_id = claim_values.fact_id
              WHERE claim_values.claim_id = c.claim_id AND claim_values.kind = 'quote-wording'), '') AS fact_key
  FROM claim_details AS c
  WHERE c.claim_kind IN ('direct', 'mixed')
    AND (:outlet IS NULL OR c.outlet = :outlet)
    AND (:source IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
    AND (:origin IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
    AND (:entity IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
    AND (:story IS NULL OR c.story = :story)
    AND (:fact IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
    AND (:since IS NULL OR c.published >= :since)
    AND (:until IS NULL OR c.published BETWEEN '0' AND :until)
),
-- Quotations of one fact are one; any other stands for itself.
grouped AS (
  SELECT *, CASE fact_key WHEN '' THEN claim_key ELSE fact_key END AS quotation_key FROM quoted
),
placed AS MATERIALIZED (
  SELECT *, row_number() OVER (PARTITION BY quotation_key ORDER BY published = '', published, outlet, file, start_char, claim_id) AS place FROM grouped
),
counted AS (
  SELECT quotation_key, count(DISTINCT claim) AS variants, count(DISTINCT outlet) AS outlets, coalesce(min(nullif(published, '')), '') AS first_published
  FROM placed
  GROUP BY quotation_key
)
SELECT
  placed.speaker AS speaker,
  placed.anonymity AS anonymity,
  placed.claim AS quotation,
  (SELECT group_concat(claim, ' | ')
   FROM (SELECT claim FROM placed AS others WHERE others.quotation_key = placed.quotation_key GROUP BY claim ORDER BY min(place))) AS variants,
  counted.variants AS variant_count,
  counted.outlets AS outlets,
  (SELECT group_concat(outlet, ', ')
   FROM (SELECT DISTINCT outlet FROM placed AS others WHERE others.quotation_key = placed.quotation_key ORDER BY outlet)) AS outlet_names,
  placed.chain AS chain,
  counted.first_published AS first_published,
  placed.sentence AS sentence,
  placed.file AS file,
  placed.line AS line,
  placed.story AS story,
  placed.fact_key AS fact_key,
  placed.claim_key AS claim_key,
  placed.claim_id AS claim_id
FROM placed
JOIN counted ON counted.quotation_key = placed.quotation_key
WHERE placed.place = 1
  AND (:min_outlets IS NULL OR counted.outlets >= :min_outlets)
ORDER BY counted.outlets DESC, counted.variants DESC, speaker, placed.story, first_published, file, placed.start_char, placed.claim_id
