-- Lines that changed between versions of an article: what was there before and what is there after; the date is the day on which the newer version was loaded.
-- columns: outlet, version, seen, before, after, what_changed, headline, file, line, story, article_id
WITH
versions AS (
  SELECT article_id, version, body, load_id FROM article_versions
  UNION ALL
  SELECT article_id, 1 + (SELECT count(*) FROM article_versions WHERE article_versions.article_id = articles.article_id), body, load_id
  FROM articles
  WHERE article_id IN (SELECT article_id FROM article_versions)
),
-- A body as a JSON array of its lines: a backslash of the text is spelled out first, so that only line ends are left as \n.
lines AS MATERIALIZED (
  SELECT versions.article_id AS article_id, versions.version AS version, versions.load_id AS load_id, each.key AS number, trim(each.value) AS words
  FROM versions,
    json_each('[' || replace(replace(json_quote(versions.body), '\\', '\u005c'), '\n', '","') || ']') AS each
  WHERE trim(each.value) <> ''
),
-- For each line whether the other version has it too, and after how many common lines it stands.
kept AS (
  SELECT lines.*, EXISTS (SELECT 1 FROM lines AS later WHERE later.article_id = lines.article_id AND later.version = lines.version + 1 AND later.words = lines.words) AS in_next,
    EXISTS (SELECT 1 FROM lines AS earlier WHERE earlier.article_id = lines.article_id AND earlier.version = lines.version - 1 AND earlier.words = lines.words) AS in_last
  FROM lines
),
gone AS MATERIALIZED (
  SELECT article_id, version + 1 AS version, number, words,
    gap, row_number() OVER (PARTITION BY article_id, version, gap ORDER BY number) AS place
  FROM (SELECT *, sum(in_next) OVER (PARTITION BY article_id, version ORDER BY number) AS gap FROM kept)
  WHERE NOT in_next
),
come AS MATERIALIZED (
  SELECT article_id, version, load_id, number, words,
    gap, row_number() OVER (PARTITION BY article_id, version, gap ORDER BY number) AS place
  FROM (SELECT *, sum(in_last) OVER (PARTITION BY article_id, version ORDER BY number) AS gap FROM kept)
  WHERE NOT in_last AND version > 1
),
changed AS (
  SELECT gone.article_id AS article_id, gone.version AS version, gone.words AS before, coalesce(come.words, '') AS after, coalesce(come.number, gone.number) AS number
  FROM gone
  LEFT JOIN come ON come.article_id = gone.article_id AND come.version = gone.version AND come.gap = gone.gap AND come.place = gone.place
  WHERE EXISTS (SELECT 1 FROM versions WHERE versions.article_id = gone.article_id AND versions.version = gone.version)
  UNION ALL
  SELECT come.article_id, come.version, '', come.words, come.number
  FROM come
  LEFT JOIN gone ON gone.article_id = come.article_id AND gone.version = come.version AND gone.gap = come.gap AND gone.place = come.place
  WHERE gone.article_id IS NULL
)
SELECT
  a.outlet AS outlet,
  changed.version AS version,
  coalesce((SELECT substr(loads.started, 1, 10) FROM versions JOIN loads ON loads.load_id = versions.load_id
            WHERE versions.article_id = changed.article_id AND versions.version = changed.version), '') AS seen,
  changed.before AS before,
  changed.after AS after,
  CASE
    WHEN changed.before = '' THEN 'added'
    WHEN changed.after = '' THEN 'removed'
    WHEN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(changed.before,
           '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', '')
       = replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(changed.after,
           '0', ''), '1', ''), '2', ''), '3', ''), '4', ''), '5', ''), '6', ''), '7', ''), '8', ''), '9', '') THEN 'figure'
    ELSE 'wording'
  END AS what_changed,
  a.headline AS headline,
  a.file AS file,
  changed.number + 1 AS line,
  a.story AS story,
  changed.article_id AS article_id
FROM changed
JOIN article_details AS a ON a.article_id = changed.article_id
WHERE (:outlet IS NULL OR a.outlet = :outlet)
  AND (:story IS NULL OR a.story = :story)
  AND (:since IS NULL OR a.published >= :since)
  AND (:until IS NULL OR a.published BETWEEN '0' AND :until)
ORDER BY outlet, file, changed.article_id, version, changed.number, before, after
