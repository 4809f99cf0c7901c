-- The key of a table, and the columns that refer to other tables.
SELECT 'key' AS what, name AS "from", '' AS "table", '' AS "to", pk AS place FROM pragma_table_info(:table) WHERE pk > 0
UNION ALL
SELECT 'reference', keys."from", keys."table",
  coalesce(keys."to", (SELECT name FROM pragma_table_info(keys."table") WHERE pk = 1)), keys.id
FROM pragma_foreign_key_list(:table) AS keys
ORDER BY what, place, "from"
