-- Returns one row per column of the tables and views that people may see, in order:
--   relation, column_name, data_type VARCHAR
--   is_nullable BOOLEAN
--   comment VARCHAR
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
