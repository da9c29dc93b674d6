-- The tables and views that people may see: those that hold unmasked observations are left out.
SELECT table_name
FROM duckdb_tables()
WHERE schema_name = 'main'
  AND NOT LIST_CONTAINS($hidden, table_name)
UNION ALL
SELECT view_name
FROM duckdb_views()
WHERE schema_name = 'main'
  AND NOT internal
  AND NOT LIST_CONTAINS($hidden, view_name)
ORDER BY ALL;
