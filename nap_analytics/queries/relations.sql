SELECT
    table_name AS relation,
    'table' AS kind,
    comment
FROM duckdb_tables()
WHERE schema_name = 'main'
UNION ALL
SELECT
    view_name,
    'view',
    comment
FROM duckdb_views()
WHERE schema_name = 'main'
  AND NOT internal
ORDER BY kind, relation;
