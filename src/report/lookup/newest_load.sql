SELECT CAST(strftime('%s', max(coalesce(finished, started))) AS INTEGER) FROM loads
