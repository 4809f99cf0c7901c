-- What was read of each article and what was left out: sentences by section, the share of characters that some claim holds, and the lines set aside.
-- columns: outlet, published, headline_sentences, subhead_sentences, body_sentences, caption_sentences, embed_sentences, boilerplate_sentences, claims, attributed, silences, claimed_share, left_out, story, file, article_id
WITH
sections AS (
  SELECT article_id,
    count(CASE section WHEN 'headline' THEN 1 END) AS headline,
    count(CASE section WHEN 'subhead' THEN 1 END) AS subhead,
    count(CASE section WHEN 'body' THEN 1 END) AS body,
    count(CASE section WHEN 'caption' THEN 1 END) AS caption,
    count(CASE section WHEN 'embed' THEN 1 END) AS embed,
    count(CASE section WHEN 'boilerplate' THEN 1 END) AS boilerplate,
    sum(end_char - start_char) AS characters
  FROM sentences
  GROUP BY article_id
),
-- Spans of nested claims overlap: a character counts once, by the furthest end before it.
claimed AS (
  SELECT article_id, sum(max(0, end_char - max(start_char, reached))) AS characters
  FROM (SELECT claims.article_id AS article_id, claim_spans.start_char AS start_char, claim_spans.end_char AS end_char,
          coalesce(max(claim_spans.end_char) OVER (PARTITION BY claims.article_id, sentences.text_of ORDER BY claim_spans.start_char, claim_spans.end_char, claims.claim_id, claim_spans.part
                                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
        FROM claims JOIN sentences ON sentences.sentence_id = claims.sentence_id
        JOIN claim_spans ON claim_spans.claim_id = claims.claim_id)
  GROUP BY article_id
)
SELECT
  a.outlet AS outlet,
  a.published AS published,
  coalesce(sections.headline, 0) AS headline_sentences,
  coalesce(sections.subhead, 0) AS subhead_sentences,
  coalesce(sections.body, 0) AS body_sentences,
  coalesce(sections.caption, 0) AS caption_sentences,
  coalesce(sections.embed, 0) AS embed_sentences,
  coalesce(sections.boilerplate, 0) AS boilerplate_sentences,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind <> 'silence') AS claims,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind NOT IN ('silence', 'narration')) AS attributed,
  (SELECT count(*) FROM claims WHERE claims.article_id = a.article_id AND kind = 'silence') AS silences,
  coalesce(round(100.0 * claimed.characters / sections.characters) / 100, 0.0) AS claimed_share,
  coalesce((SELECT group_concat(sentence, ' | ')
            FROM (SELECT sentence FROM sentence_details AS s WHERE s.article_id = a.article_id AND section = 'boilerplate' ORDER BY ordinal)), '') AS left_out,
  a.story AS story,
  a.file AS file,
  a.article_id AS article_id
FROM article_details AS a
LEFT JOIN sections ON sections.article_id = a.article_id
LEFT JOIN claimed ON claimed.article_id = a.article_id
WHERE (:outlet IS NULL OR a.outlet = :outlet)
  AND (:story IS NULL OR a.story = :story)
  AND (:since IS NULL OR a.published >= :since)
  AND (:until IS NULL OR a.published BETWEEN '0' AND :until)
ORDER BY story, published, outlet, file, a.article_id
