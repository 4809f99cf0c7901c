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
          coalesce(max(claim_spans.end_char) OVER (PARTITION BY claims.article_id ORDER BY claim_spans.start_char, claim_spans.end_char, claims.claim_id, claim_spans.part
                                                   ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS reached
        FROM claims JOIN claim_spans ON claim_spans.claim_id = claims.claim_id)
  GROUP BY article_id
)
SELECT
  outlets.name AS outlet,
  coalesce(articles.published, '') AS published,
  coalesce(sections.headline, 0) AS headline_sentences,
  coalesce(sections.subhead, 0) AS subhead_sentences,
  coalesce(sections.body, 0) AS body_sentences,
  coalesce(sections.caption, 0) AS caption_sentences,
  coalesce(sections.embed, 0) AS embed_sentences,
  coalesce(sections.boilerplate, 0) AS boilerplate_sentences,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind <> 'silence') AS claims,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind NOT IN ('silence', 'narration')) AS attributed,
  (SELECT count(*) FROM claims WHERE claims.article_id = articles.article_id AND kind = 'silence') AS silences,
  coalesce(round(100.0 * claimed.characters / sections.characters) / 100, 0.0) AS claimed_share,
  coalesce((SELECT group_concat(words, ' | ')
            FROM (SELECT substr(articles.body, sentences.start_char + 1, sentences.end_char - sentences.start_char) AS words
                  FROM sentences WHERE sentences.article_id = articles.article_id AND section = 'boilerplate' ORDER BY sentences.ordinal)), '') AS left_out,
  coalesce(stories.label, '') AS story,
  articles.file AS file,
  articles.article_id AS article_id
FROM articles
JOIN sources AS outlets ON outlets.source_id = articles.outlet_id
LEFT JOIN stories ON stories.story_id = articles.story_id
LEFT JOIN sections ON sections.article_id = articles.article_id
LEFT JOIN claimed ON claimed.article_id = articles.article_id
WHERE (:outlet IS NULL OR outlets.name = :outlet)
  AND (:story IS NULL OR stories.label = :story)
  AND (:since IS NULL OR articles.published >= :since)
  AND (:until IS NULL OR articles.published <= :until)
ORDER BY story, published, outlet, file, articles.article_id
