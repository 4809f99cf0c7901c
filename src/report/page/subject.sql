-- What a page is about and how old it is: the label of the largest story, the day of the newest load.
SELECT coalesce((SELECT s.label FROM stories AS s JOIN articles USING (story_id)
                 GROUP BY s.story_id ORDER BY count(*) DESC, s.label LIMIT 1), 'News dossier') AS label,
       coalesce((SELECT substr(max(finished), 1, 10) FROM loads), '') AS day;
