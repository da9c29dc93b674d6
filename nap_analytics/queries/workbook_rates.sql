-- What one unit is worth in XOF in each year, and which printed rate a spreadsheet takes it from.
-- Returns one row per currency and year:
--   currency_code VARCHAR
--   rate_year INTEGER
--   rate_rule VARCHAR
--   xof_per_unit DOUBLE
--   through_currency_code VARCHAR or NULL: the rate is direct
--   printed_from_code, printed_to_code VARCHAR or NULL: XOF itself
--   printed_year INTEGER or NULL: XOF itself
WITH fixed AS (
    SELECT x.currency_code, x.rate_year, MAX(e.rate_year) AS printed_year
    FROM xof_per_unit AS x
    JOIN exchange_rate AS e
        ON e.from_currency_code = x.currency_code
        AND e.to_currency_code = 'XOF'
        AND e.rate_kind = 'fixed_parity'
        AND e.rate_year <= x.rate_year
    WHERE x.rate_rule = 'fixed_parity'
    GROUP BY x.currency_code, x.rate_year
)
SELECT
    x.currency_code,
    x.rate_year,
    x.rate_rule,
    x.xof_per_unit,
    x.through_currency_code,
    CASE WHEN x.rate_rule <> 'same_currency' THEN COALESCE(x.through_currency_code, x.currency_code) END AS printed_from_code,
    CASE WHEN x.rate_rule = 'through_another' THEN x.currency_code WHEN x.rate_rule <> 'same_currency' THEN 'XOF' END AS printed_to_code,
    CASE x.rate_rule WHEN 'fixed_parity' THEN f.printed_year WHEN 'same_currency' THEN NULL ELSE x.rate_year END AS printed_year
FROM xof_per_unit AS x
LEFT JOIN fixed AS f USING (currency_code, rate_year)
ORDER BY
    CASE x.currency_code WHEN 'XOF' THEN 1 WHEN 'EUR' THEN 2 WHEN 'USD' THEN 3 ELSE 4 END,
    x.currency_code, x.rate_year;
