-- Returns one row per table and view that people may see, tables first:
--   relation, kind, comment VARCHAR
--   has_past BOOLEAN
WITH relation AS (
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
)
SELECT
    *,
    relation IN (SELECT function_name FROM duckdb_functions() WHERE function_type = 'table_macro' AND NOT internal) AS has_past
FROM relation
WHERE NOT LIST_CONTAINS($hidden, relation)
ORDER BY kind, relation;
