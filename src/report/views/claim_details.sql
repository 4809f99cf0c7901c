-- Every claim with its words, its place and the way it came; no text is NULL, ids and keys come last.
-- columns: outlet, published, story, headline, section, line, claim, sentence, claim_kind, source, anonymity, confidence, voice_confidence, chain, hops, cue, polarity, modality, hedge, file, start_char, end_char, claim_key, claim_id, article_id, sentence_id, source_id
SELECT
  outlets.name AS outlet,
  coalesce(articles.published, '') AS published,
  coalesce(stories.label, '') AS story,
  coalesce(articles.headline, '') AS headline,
  sentences.section AS section,
  iif(sentences.text_of = 'headline', 0, 1 + claims.start_char - length(replace(substr(articles.body, 1, claims.start_char), char(10), ''))) AS line,
  claims.text AS claim,
  substr(iif(sentences.text_of = 'headline', articles.headline, articles.body), sentences.start_char + 1, sentences.end_char - sentences.start_char) AS sentence,
  claims.kind AS claim_kind,
  origins.name AS source,
  coalesce(last.anonymity, 'own words') AS anonymity,
  (SELECT min(confidence) FROM attributions WHERE attributions.claim_id = claims.claim_id) AS confidence,
  (SELECT min(voice_confidence) FROM attributions WHERE attributions.claim_id = claims.claim_id) AS voice_confidence,
  CASE WHEN coalesce(last.hop, 0) = 0 THEN '(own words)' ELSE
    (SELECT group_concat(name, ' > ')
     FROM (SELECT sources.name AS name
           FROM attributions JOIN sources USING (source_id)
           WHERE attributions.claim_id = claims.claim_id AND attributions.hop > 0
           ORDER BY attributions.hop))
  END AS chain,
  coalesce(last.hop, 0) AS hops,
  coalesce(last.cue, '') AS cue,
  claims.polarity AS polarity,
  claims.modality AS modality,
  coalesce(claims.hedge, '') AS hedge,
  articles.file AS file,
  claims.start_char AS start_char,
  claims.end_char AS end_char,
  claims.claim_key AS claim_key,
  claims.claim_id AS claim_id,
  claims.article_id AS article_id,
  claims.sentence_id AS sentence_id,
  claims.origin_id AS source_id
FROM claims
JOIN sentences ON sentences.sentence_id = claims.sentence_id
JOIN articles ON articles.article_id = claims.article_id
JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
JOIN sources AS origins ON origins.source_id = claims.origin_id
LEFT JOIN stories ON stories.story_id = articles.story_id
LEFT JOIN attributions AS last ON last.claim_id = claims.claim_id
  AND last.hop = (SELECT max(hop) FROM attributions WHERE attributions.claim_id = claims.claim_id)
