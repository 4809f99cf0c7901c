-- What parties answered when asked or accused: declined, no reply, denied, confirmed, and the words that say on what; an earlier answer is named only where both dates are known.
-- columns: party, speaks_for, matter, answer, value_text, answered_low, answered_high, order_known, earlier_answer, outlet, published, points_back_to, sentence, file, line, fact_key, claim_key, claim_id
WITH
answered AS MATERIALIZED (
  -- An answer was given on the day that stands nearest to the words that report it, else by the day of publication.
  SELECT v.fact_id AS fact_id, v.value_id AS value_id, v.claim_id AS claim_id, v.source AS party, v.source_id AS source_id, v.anonymity AS anonymity, v.sentence_id AS sentence_id,
    (SELECT source_text FROM attributions WHERE attributions.claim_id = v.claim_id AND hop = v.hops) AS words,
    EXISTS (SELECT 1 FROM source_members WHERE source_members.source_id = v.source_id) AS is_joint,
    -- Whose answer it is, where that is another than the voice.
    (SELECT about.name FROM facts JOIN entities AS about ON about.entity_id = facts.about_entity_id
     JOIN sources ON sources.source_id = v.source_id
     WHERE facts.fact_id = v.fact_id AND sources.entity_id IS NOT facts.about_entity_id) AS about, v.claim AS matter,
    v.answer AS answer, v.value_text AS value_text,
    CASE WHEN v.date_low <> '' THEN v.date_low ELSE coalesce(times.date_low, '') END AS answered_low,
    CASE WHEN v.date_high <> '' THEN v.date_high ELSE coalesce(times.date_high, v.published) END AS answered_high,
    v.outlet AS outlet, v.published AS published, v.story AS story, v.sentence AS sentence, v.file AS file, v.line AS line,
    v.start_char AS start_char, v.fact_key AS fact_key, v.claim_key AS claim_key
  FROM fact_values AS v
  LEFT JOIN times ON times.time_id = (
    SELECT near.time_id
    FROM times AS near
    JOIN attributions AS last ON last.claim_id = v.claim_id AND last.hop = v.hops
    WHERE near.sentence_id = v.sentence_id AND near.date_low = near.date_high
      AND (v.published = '' OR near.date_low BETWEEN date(v.published, '-14 days') AND v.published)
      AND (near.end_char <= v.start_char OR near.start_char >= v.end_char)
    ORDER BY abs(near.start_char - last.cue_start), near.time_id LIMIT 1)
  WHERE v.fact_kind = 'response' AND v.answer <> 'answered'
    -- A medium that confirms what it reports answers no one; what one party says of another's silence is no answer of that other.
    AND NOT (v.answer = 'confirmed' AND EXISTS (SELECT 1 FROM sources WHERE sources.source_id = v.source_id AND sources.kind IN ('outlet', 'agency', 'document', 'data')
                                                   UNION ALL SELECT 1 FROM source_members JOIN sources ON sources.source_id = source_members.member_id
                                                   WHERE source_members.source_id = v.source_id AND sources.kind IN ('outlet', 'agency', 'document', 'data')))
    AND NOT (v.answer <> 'denied' AND EXISTS (SELECT 1 FROM attributions AS outer_hop JOIN sources USING (source_id)
                                              WHERE outer_hop.claim_id = v.claim_id AND outer_hop.hop > 0 AND outer_hop.hop < v.hops AND sources.kind NOT IN ('outlet', 'agency')))
    AND v.voice_confidence >= coalesce(CAST(:at_least AS REAL), 0.8)
    AND (:outlet IS NULL OR v.fact_id IN (SELECT fact_id FROM fact_values WHERE outlet = :outlet))
    AND (:source IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :source))
    AND (:origin IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_voices USING (claim_id) WHERE voice = :origin AND is_origin))
    AND (:entity IS NULL OR v.fact_id IN (SELECT fact_id FROM claim_values JOIN claim_entities USING (claim_id) WHERE entity = :entity))
    AND (:story IS NULL OR v.story = :story)
    AND (:fact IS NULL OR v.fact_id = :fact)
    AND (:since IS NULL OR v.published >= :since)
    AND (:until IS NULL OR v.published BETWEEN '0' AND :until)
    )
SELECT
  CASE
    -- Of "the ministry and the port" each answers; "Marlow police" is not Marlow.
    WHEN answered.is_joint THEN coalesce(answered.about, answered.party)
    WHEN answered.words GLOB replace(replace(answered.party, '[', '?'), '*', '?') || ' [a-z]*' AND answered.words NOT LIKE '% and %' THEN answered.words
    ELSE answered.party END AS party,
  coalesce((SELECT group_concat(name, ', ')
            FROM (SELECT whole.name AS name
                  FROM sources
                  JOIN entity_links ON entity_links.entity_id = sources.entity_id AND entity_links.relation = 'speaks_for'
                  JOIN entities AS whole ON whole.entity_id = entity_links.of_entity_id
                  WHERE sources.source_id = answered.source_id
                  UNION
                  -- A voice that answers a question put to another speaks for that other.
                  SELECT answered.about WHERE answered.about IS NOT NULL AND NOT answered.is_joint
                  ORDER BY name)), '') AS speaks_for,
  answered.matter AS matter,
  answered.answer AS answer,
  answered.value_text AS value_text,
  answered.answered_low AS answered_low,
  answered.answered_high AS answered_high,
  CASE
    WHEN NOT EXISTS (SELECT 1 FROM answered AS others WHERE others.fact_id = answered.fact_id AND others.answer <> answered.answer) THEN 'one answer'
    WHEN EXISTS (SELECT 1 FROM answered AS others WHERE others.fact_id = answered.fact_id AND others.answer <> answered.answer
                 AND NOT (others.answered_high <> '' AND others.answered_high < answered.answered_low)
                 AND NOT (answered.answered_high <> '' AND answered.answered_high < others.answered_low)) THEN 'no'
    ELSE 'yes'
  END AS order_known,
  coalesce((SELECT others.answer FROM answered AS others
            WHERE others.fact_id = answered.fact_id AND others.answer <> answered.answer
              AND others.answered_high <> '' AND others.answered_high < answered.answered_low
            ORDER BY others.answered_high DESC, others.value_id LIMIT 1), '') AS earlier_answer,
  answered.outlet AS outlet,
  answered.published AS published,
  -- "Declined to comment", "denied it": on what stands in the sentence before.
  CASE WHEN length(answered.matter) - length(replace(answered.matter, ' ', '')) > 3 THEN '' ELSE
    coalesce((SELECT points_back_to FROM earlier_sentences WHERE earlier_sentences.sentence_id = answered.sentence_id), '') END AS points_back_to,
  answered.sentence AS sentence,
  answered.file AS file,
  answered.line AS line,
  answered.fact_key AS fact_key,
  answered.claim_key AS claim_key,
  answered.claim_id AS claim_id
FROM answered
WHERE (speaks_for <> '' OR answered.anonymity = 'named' OR answered.party GLOB '* [A-Z]*'
       OR NOT (answered.anonymity = 'described' AND answered.party GLOB '[Tt]he [a-z]*' OR answered.party GLOB '[Hh]is [a-z]*' OR answered.party GLOB '[Hh]er [a-z]*' OR answered.party GLOB '[Tt]heir [a-z]*'))
  AND answered.anonymity NOT IN ('unresolved', 'unnamed')
  -- "Two others" says not who.
  AND NOT (answered.party LIKE '%others' OR answered.party LIKE 'some' OR answered.party LIKE 'several')
  AND (:happened_since IS NULL OR answered_high >= :happened_since)
  AND (:happened_until IS NULL OR answered_low BETWEEN '0' AND :happened_until)
ORDER BY answered.story, party, matter, answered.fact_key, answered_low, answered_high, published, outlet, file, answered.start_char, answered.value_id
