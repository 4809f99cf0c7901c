-- The articles of a dossier, so that every link has a sentence to lead to.
SELECT a.article_id, o.name AS outlet, coalesce(a.published, '') AS published, coalesce(a.headline, '') AS headline, a.file,
       coalesce(a.url, '') AS url, a.body
FROM articles AS a JOIN sources AS o ON o.source_id = a.outlet_id
ORDER BY o.name, a.file, a.article_id;
