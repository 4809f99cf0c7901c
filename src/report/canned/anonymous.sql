-- Claims whose origin has no name: how it is described, whom it spoke to, and who else stands for the same fact.
-- columns: claim, described_as, anonymity, addressee, outlet, published, supported, supported_by, chain, sentence, file, line, story, claim_key, claim_id
WITH
-- Who else gives the same answer to the same question, and in what standing; who answers it otherwise supports nothing.
others AS (
  SELECT DISTINCT own.claim_id AS claim_id, sources.name AS name, fact_origins.standing AS standing
  FROM claim_values AS own
  JOIN claims ON claims.claim_id = own.claim_id
  JOIN claim_values AS same ON same.fact_id = own.fact_id AND same.answer = own.answer AND same.claim_id <> own.claim_id
  JOIN claims AS other ON other.claim_id = same.claim_id AND other.polarity = claims.polarity AND other.kind <> 'silence'
    AND other.modality <> 'wanted' AND claims.modality <> 'wanted'
  JOIN fact_origins ON fact_origins.fact_id = own.fact_id
    AND fact_origins.source_id = other.origin_id AND fact_origins.source_id <> claims.origin_id
  JOIN sources ON sources.source_id = fact_origins.source_id
  WHERE fact_origins.standing <> 'unattributed' AND own.kind NOT IN ('response', 'attribution', 'quote-wording')
)
SELECT
  c.claim AS claim,
  c.source AS described_as,
  c.anonymity AS anonymity,
  CASE WHEN c.hops > 1 THEN
    (SELECT sources.name FROM attributions JOIN sources USING (source_id) WHERE attributions.claim_id = c.claim_id AND attributions.hop = c.hops - 1)
    ELSE c.outlet END AS addressee,
  c.outlet AS outlet,
  c.published AS published,
  CASE
    WHEN EXISTS (SELECT 1 FROM others WHERE others.claim_id = c.claim_id AND standing = 'named') THEN 'by a named origin'
    WHEN EXISTS (SELECT 1 FROM others WHERE others.claim_id = c.claim_id AND standing = 'own_voice') THEN 'by an outlet in its own words'
    WHEN EXISTS (SELECT 1 FROM others WHERE others.claim_id = c.claim_id) THEN 'by unnamed origins only'
    WHEN EXISTS (SELECT 1 FROM claim_values WHERE claim_values.claim_id = c.claim_id AND fact_id IS NOT NULL) THEN 'by no one else'
    ELSE 'nothing to compare'
  END AS supported,
  coalesce((SELECT group_concat(name, ', ') FROM (SELECT DISTINCT name FROM others WHERE others.claim_id = c.claim_id ORDER BY name)), '') AS supported_by,
  c.chain AS chain,
  c.sentence AS sentence,
  c.file AS file,
  c.line AS line,
  c.story AS story,
  c.claim_key AS claim_key,
  c.claim_id AS claim_id
FROM claim_details AS c
WHERE c.anonymity IN ('described', 'collective', 'unnamed')
  AND c.claim_kind <> 'silence'
  -- "Is expected to leave": no one is said to say so.
  AND NOT EXISTS (SELECT 1 FROM claims AS bare JOIN attributions AS origin ON origin.claim_id = bare.claim_id AND origin.hop = c.hops
                  WHERE bare.claim_id = c.claim_id AND bare.rule = 'is-said-to' AND origin.source_text IS NULL)
  AND (:outlet IS NULL OR c.outlet = :outlet)
  AND (:source IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
  AND (:origin IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:story IS NULL OR c.story = :story)
  AND (:fact IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
  AND (:since IS NULL OR c.published >= :since)
  AND (:until IS NULL OR c.published BETWEEN '0' AND :until)
ORDER BY CASE c.anonymity WHEN 'unnamed' THEN 0 WHEN 'described' THEN 1 ELSE 2 END, story, published, outlet, file, c.start_char, claim_id
