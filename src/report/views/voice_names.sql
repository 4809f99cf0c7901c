-- The names by which a source can be asked for; a source may stand here several times under one name.
-- columns: name, source_id
SELECT sources.name AS name, sources.source_id AS source_id
FROM sources
UNION ALL
SELECT entity_names.name, sources.source_id
FROM entity_names JOIN sources ON sources.entity_id = entity_names.entity_id
UNION ALL
SELECT entity_names.name, sources.source_id
FROM entity_names
JOIN entity_links ON entity_links.of_entity_id = entity_names.entity_id AND entity_links.relation = 'speaks_for'
JOIN sources ON sources.entity_id = entity_links.entity_id
UNION ALL
SELECT members.name, source_members.source_id
FROM sources AS members JOIN source_members ON source_members.member_id = members.source_id
UNION ALL
SELECT entity_names.name, source_members.source_id
FROM entity_names
JOIN sources AS members ON members.entity_id = entity_names.entity_id
JOIN source_members ON source_members.member_id = members.source_id
