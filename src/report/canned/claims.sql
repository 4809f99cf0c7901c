-- Every claim, word for word, with who puts it forward and how it came to the outlet.
-- columns: outlet, published, story, headline, section, line, claim, sentence, claim_kind, source, anonymity, confidence, voice_confidence, chain, hops, cue, polarity, modality, hedge, file, start_char, end_char, claim_key, claim_id, article_id, sentence_id, source_id
SELECT
  c.outlet AS outlet,
  c.published AS published,
  c.story AS story,
  c.headline AS headline,
  c.section AS section,
  c.line AS line,
  c.claim AS claim,
  c.sentence AS sentence,
  c.claim_kind AS claim_kind,
  c.source AS source,
  c.anonymity AS anonymity,
  c.confidence AS confidence,
  c.voice_confidence AS voice_confidence,
  c.chain AS chain,
  c.hops AS hops,
  c.cue AS cue,
  c.polarity AS polarity,
  c.modality AS modality,
  c.hedge AS hedge,
  c.file AS file,
  c.start_char AS start_char,
  c.end_char AS end_char,
  c.claim_key AS claim_key,
  c.claim_id AS claim_id,
  c.article_id AS article_id,
  c.sentence_id AS sentence_id,
  c.source_id AS source_id
FROM claim_details AS c
WHERE (:outlet IS NULL OR c.outlet = :outlet)
  AND (:source IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :source))
  AND (:origin IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_voices WHERE voice = :origin AND is_origin))
  AND (:entity IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_entities WHERE entity = :entity))
  AND (:story IS NULL OR c.story = :story)
  AND (:fact IS NULL OR c.claim_id IN (SELECT claim_id FROM claim_values WHERE fact_id = :fact))
  AND (:since IS NULL OR c.published >= :since)
  AND (:until IS NULL OR c.published BETWEEN '0' AND :until)
  AND (:happened_since IS NULL OR c.claim_id IN (SELECT claim_id FROM fact_values WHERE fact_kind = 'date' AND date_high >= :happened_since))
  AND (:happened_until IS NULL OR c.claim_id IN (SELECT claim_id FROM fact_values WHERE fact_kind = 'date' AND date_low BETWEEN '0' AND :happened_until))
ORDER BY story, published, outlet, file, c.article_id, start_char, end_char DESC, claim_id
