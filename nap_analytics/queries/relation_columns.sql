SELECT
    table_name AS relation,
    column_name,
    data_type,
    is_nullable,
    comment
FROM duckdb_columns()
WHERE schema_name = 'main'
  AND NOT internal
  AND NOT LIST_CONTAINS($hidden, table_name)
ORDER BY table_name, column_index;
