-- Statements that their origin denies, each with who affirms the same thing; a request refused or a plan rejected is no denial.
-- columns: denied, denied_by, anonymity, chain, outlet, published, affirmed_by, affirming_claims, affirming_outlets, affirmed, question, points_back_to, sentence, file, line, story, fact_key, claim_key, claim_id
WITH
-- A value of a denied claim, with the claims that put the same thing forward.
affirmed AS MATERIALIZED (
  SELECT denied.claim_id AS denied_id, denied.fact_id AS fact_id, denied.fact_key AS fact_key, denied.question AS question,
    sides.claim_id AS claim_id, sides.source AS source, sides.outlet AS outlet, sides.claim AS claim, sides.published AS published, sides.start_char AS start_char
  FROM fact_values AS denied
  LEFT JOIN fact_values AS sides ON sides.fact_id = denied.fact_id AND sides.claim_id <> denied.claim_id AND sides.polarity = 'affirmed'
    AND sides.claim_kind <> 'silence' AND sides.confidence >= coalesce(CAST(:at_least AS REAL), 0.8) AND (denied.fact_kind <> 'polarity' OR sides.answer <> denied.answer)
  WHERE denied.polarity = 'denied' AND denied.fact_id IS NOT NULL AND denied.fact_kind NOT IN ('response', 'attribution', 'quote-wording')
)
SELECT
  c.claim AS denied,
  c.source AS denied_by,
  c.anonymity AS anonymity,
  c.chain AS chain,
  c.outlet AS outlet,
  c.published AS published,
  coalesce((SELECT group_concat(who, ', ')
            FROM (SELECT DISTINCT CASE source WHEN outlet THEN source ELSE source || ' (' || outlet || ')' END AS who
                  FROM affirmed WHERE denied_id = c.claim_id AND claim_id IS NOT NULL ORDER BY 1)), '') AS affirmed_by,
  (SELECT count(DISTINCT claim_id) FROM affirmed WHERE denied_id = c.claim_id) AS affirming_claims,
  (SELECT count(DISTINCT outlet) FROM affirmed WHERE denied_id = c.claim_id) AS affirming_outlets,
  coalesce((SELECT claim FROM affirmed WHERE denied_id = c.claim_id AND claim_id IS NOT NULL
            ORDER BY published = '', published, outlet, start_char, claim_id LIMIT 1), '') AS affirmed,
  coalesce((SELECT min(question) FROM affirmed WHERE denied_id = c.claim_id AND claim_id IS NOT NULL), '') AS question,
  -- "Rejected that claim": what it points back to stands in the sentence before.
  CASE WHEN length(c.claim) - length(replace(c.claim, ' ', '')) > 3 THEN '' ELSE
    coalesce((SELECT points_back_to FROM earlier_sentences WHERE earlier_sentences.sentence_id = c.sentence_id), '') END AS points_back_to,
  c.sentence AS sentence,
  c.file AS file,
  c.line AS line,
  c.story AS story,
  coalesce((SELECT min(fact_key) FROM affirmed WHERE denied_id = c.claim_id), '') AS fact_key,
  c.claim_key AS claim_key,
  c.claim_id AS claim_id
FROM claim_details AS c
WHERE c.polarity = 'denied' AND c.modality <> 'wanted'
  AND c.voice_confidence >= coalesce(CAST(:at_least AS REAL), 0.8)
  -- A voice that is not settled denies nothing: "he", "the company", "his office".
  AND c.anonymity <> 'unresolved'
  AND NOT (c.anonymity <> 'named' AND (c.anonymity = 'described' AND c.source GLOB '[Tt]he [a-z]*' OR c.source GLOB '[Hh]is [a-z]*' OR c.source GLOB '[Hh]er [a-z]*' OR c.source GLOB '[Tt]heir [a-z]*')
           AND NOT c.source GLOB '* [A-Z]*')
  AND (:outlet IS NULL OR c.outlet = :outlet)
  AND (:source IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
  AND (:origin IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:story IS NULL OR c.story = :story)
  AND (:fact IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
  AND (:since IS NULL OR c.published >= :since)
  AND (:until IS NULL OR c.published BETWEEN '0' AND :until)
ORDER BY c.story, affirming_outlets DESC, affirming_claims DESC, c.published, c.outlet, c.file, c.start_char, c.claim_id
