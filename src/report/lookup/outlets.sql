SELECT DISTINCT sources.name FROM articles JOIN sources ON sources.source_id = articles.outlet_id ORDER BY 1
