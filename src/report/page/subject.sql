-- What a page is about and how old it is: the label of the largest story, the day of the newest load.
SELECT coalesce((SELECT s.label || CASE (SELECT count(*) FROM stories)
                          WHEN 1 THEN '' WHEN 2 THEN ', and another story'
                          ELSE ', and ' || ((SELECT count(*) FROM stories) - 1) || ' other stories' END
                 FROM stories AS s JOIN articles USING (story_id)
                 GROUP BY s.story_id ORDER BY count(*) DESC, s.label LIMIT 1), 'News dossier') AS label,
       coalesce((SELECT substr(max(finished), 1, 10) FROM loads), '') AS day;
