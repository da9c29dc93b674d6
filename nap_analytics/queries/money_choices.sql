-- Currencies in which every budget line can be told at current prices, and years whose prices are known, with the default.
WITH needed AS (
    SELECT DISTINCT rate_year FROM budget_line_converted($viewed_on) WHERE amount IS NOT NULL
),
currency AS (
    SELECT currency_code, COUNT(n.rate_year) AS covered_count
    FROM xof_per_unit AS x
    LEFT JOIN needed AS n USING (rate_year)
    GROUP BY currency_code
)
SELECT 'currency' AS kind, currency_code AS code
FROM currency
WHERE covered_count = (SELECT COUNT(*) FROM needed)
UNION ALL
SELECT DISTINCT 'base_year', CAST(i.index_year AS TEXT)
FROM price_index AS i
JOIN plan AS p USING (country_code)
ORDER BY
    kind DESC,
    CASE code WHEN 'XOF' THEN 1 WHEN 'EUR' THEN 2 WHEN 'USD' THEN 3 ELSE 4 END,
    CASE WHEN kind = 'base_year' THEN -CAST(code AS INTEGER) END,
    code;
