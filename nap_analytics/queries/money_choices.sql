-- Currencies in which the amounts of one plan at least can be told at current prices, the plans' own first; years whose prices are
-- known. `is_default` marks the year whose prices the dashboard opens at.
-- Returns one row per currency in which the money of a plan can be told (kind currency, the plans' own first), then per year with a
-- price index (base_year, the latest first):
--   kind, code VARCHAR
--   is_default BOOLEAN
WITH needed AS (
    SELECT DISTINCT plan_id, rate_year FROM budget_line_converted($viewed_on) WHERE amount IS NOT NULL
),
plan_covered AS (
    SELECT x.currency_code, n.plan_id
    FROM needed AS n
    JOIN xof_per_unit AS x USING (rate_year)
    GROUP BY x.currency_code, n.plan_id
    HAVING COUNT(*) = (SELECT COUNT(*) FROM needed AS every WHERE every.plan_id = n.plan_id)
),
currency AS (
    SELECT DISTINCT currency_code
    FROM xof_per_unit
    WHERE currency_code IN (SELECT currency_code FROM plan_covered)
       OR currency_code IN (SELECT currency_code FROM plan)
       OR NOT EXISTS (SELECT 1 FROM needed)
),
choice AS (
    SELECT 'currency' AS kind, currency_code AS code
    FROM currency
    UNION ALL
    SELECT DISTINCT 'base_year', CAST(i.index_year AS TEXT)
    FROM price_index AS i
    JOIN plan AS p USING (country_code)
)
SELECT
    c.kind,
    c.code,
    c.kind = 'base_year'
        AND CAST(c.code AS TEXT) = (
            SELECT CAST(COALESCE(MAX(index_year) FILTER (WHERE index_year = views_base_year()), MAX(index_year)) AS TEXT)
            FROM price_index
            JOIN plan USING (country_code)
        ) AS is_default
FROM choice AS c
ORDER BY
    c.kind DESC,
    (SELECT COUNT(*) FROM plan WHERE plan.currency_code = c.code) DESC,
    CASE c.code WHEN 'XOF' THEN 1 WHEN 'EUR' THEN 2 WHEN 'USD' THEN 3 ELSE 4 END,
    CASE WHEN c.kind = 'base_year' THEN -CAST(c.code AS INTEGER) END,
    c.code;
