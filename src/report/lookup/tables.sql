-- Every table of the program with the SELECT that gives its rows in the order of its key; 1 where it is about loads.
SELECT
  name,
  'SELECT * FROM "' || name || '" ORDER BY '
    || (SELECT group_concat('"' || name || '"', ', ') FROM (SELECT name FROM pragma_table_info(tables.name) WHERE pk > 0 ORDER BY pk)),
  name IN ('loads', 'load_notes', 'rejects'),
  sql
FROM sqlite_schema AS tables
WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'refinery_schema_history'
ORDER BY name
