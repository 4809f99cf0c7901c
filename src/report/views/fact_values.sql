-- Every value that a claim gives, with the question it answers; open ends are -9e999 and 9e999 (dates: 0000-01-01 and 9999-12-31), so that plain comparisons work.
-- columns: question, answer, value_text, fact_kind, low_or_min, high_or_max, date_low, date_high, outlet, published, story, headline, section, line, claim, sentence, claim_kind, source, anonymity, confidence, voice_confidence, chain, hops, cue, polarity, modality, hedge, file, start_char, end_char, claim_key, claim_id, article_id, sentence_id, source_id, fact_key, fact_id, value_id
SELECT
  coalesce(facts.question, claim_values.question, '') AS question,
  claim_values.answer AS answer,
  claim_values.text AS value_text,
  claim_values.kind AS fact_kind,
  CASE WHEN claim_values.kind IN ('quantity', 'casualties', 'money', 'age') OR claim_values.high IS NOT NULL
    THEN coalesce(claim_values.low, -9e999) ELSE claim_values.low END AS low_or_min,
  CASE WHEN claim_values.kind IN ('quantity', 'casualties', 'money', 'age') OR claim_values.low IS NOT NULL
    THEN coalesce(claim_values.high, 9e999) ELSE claim_values.high END AS high_or_max,
  coalesce(claim_values.date_low, CASE WHEN claim_values.date_high IS NULL THEN '' ELSE '0000-01-01' END) AS date_low,
  coalesce(claim_values.date_high, CASE WHEN claim_values.date_low IS NULL THEN '' ELSE '9999-12-31' END) AS date_high,
  claim_details.outlet AS outlet,
  claim_details.published AS published,
  claim_details.story AS story,
  claim_details.headline AS headline,
  claim_details.section AS section,
  claim_details.line AS line,
  claim_details.claim AS claim,
  claim_details.sentence AS sentence,
  claim_details.claim_kind AS claim_kind,
  claim_details.source AS source,
  claim_details.anonymity AS anonymity,
  claim_details.confidence AS confidence,
  claim_details.voice_confidence AS voice_confidence,
  claim_details.chain AS chain,
  claim_details.hops AS hops,
  claim_details.cue AS cue,
  claim_details.polarity AS polarity,
  claim_details.modality AS modality,
  claim_details.hedge AS hedge,
  claim_details.file AS file,
  claim_details.start_char AS start_char,
  claim_details.end_char AS end_char,
  claim_details.claim_key AS claim_key,
  claim_details.claim_id AS claim_id,
  claim_details.article_id AS article_id,
  claim_details.sentence_id AS sentence_id,
  claim_details.source_id AS source_id,
  coalesce(facts.fact_key, '') AS fact_key,
  claim_values.fact_id AS fact_id,
  claim_values.value_id AS value_id
FROM claim_values
JOIN claim_details ON claim_details.claim_id = claim_values.claim_id
LEFT JOIN facts ON facts.fact_id = claim_values.fact_id
