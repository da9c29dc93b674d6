-- What one unit of each currency is worth in XOF in each year, and the place of that in its source. docs/methods/money.md has the rules.
CREATE VIEW xof_per_unit AS
WITH needed_year AS (
    SELECT rate_year FROM exchange_rate
    UNION
    SELECT start_year FROM plan
    UNION
    SELECT budget_year FROM budget_line WHERE budget_year IS NOT NULL
    UNION
    SELECT index_year FROM price_index
),
average_rate AS (
    SELECT
        from_currency_code AS currency_code,
        rate_year,
        rate AS xof_per_unit,
        'annual_average' AS rate_rule,
        source_id AS rate_source_id,
        locator AS rate_locator
    FROM exchange_rate
    WHERE to_currency_code = 'XOF'
      AND rate_kind = 'annual_average'
),
parity_rate AS (
    -- A fixed parity holds in every year from its own on, until another is fixed.
    SELECT
        r.from_currency_code AS currency_code,
        y.rate_year,
        ARG_MAX(r.rate, r.rate_year) AS xof_per_unit,
        'fixed_parity' AS rate_rule,
        ARG_MAX(r.source_id, r.rate_year) AS rate_source_id,
        ARG_MAX(r.locator, r.rate_year) AS rate_locator
    FROM exchange_rate AS r
    JOIN needed_year AS y ON y.rate_year >= r.rate_year
    WHERE r.to_currency_code = 'XOF'
      AND r.rate_kind = 'fixed_parity'
    GROUP BY r.from_currency_code, y.rate_year
),
direct_rate AS (
    SELECT * FROM average_rate
    UNION ALL
    SELECT * FROM parity_rate
),
through_another AS (
    -- SEK per USD and XOF per USD give XOF per SEK; where there are two ways, the dollar's goes first.
    SELECT
        r.to_currency_code AS currency_code,
        r.rate_year,
        d.xof_per_unit / r.rate AS xof_per_unit,
        'through_another' AS rate_rule,
        d.rate_source_id,
        d.rate_locator,
        d.currency_code AS through_currency_code,
        r.rate AS units_per_through,
        r.source_id AS through_source_id,
        r.locator AS through_locator
    FROM exchange_rate AS r
    JOIN direct_rate AS d ON d.currency_code = r.from_currency_code AND d.rate_year = r.rate_year
    WHERE r.to_currency_code <> 'XOF'
      AND r.to_currency_code NOT IN (SELECT currency_code FROM direct_rate)
    QUALIFY ROW_NUMBER() OVER (PARTITION BY r.to_currency_code, r.rate_year ORDER BY d.currency_code DESC) = 1
)
SELECT
    *,
    CAST(NULL AS TEXT) AS through_currency_code,
    CAST(NULL AS DOUBLE) AS units_per_through,
    CAST(NULL AS TEXT) AS through_source_id,
    CAST(NULL AS TEXT) AS through_locator
FROM direct_rate
UNION ALL
SELECT * FROM through_another
UNION ALL
SELECT 'XOF', rate_year, 1.0, 'same_currency', NULL, NULL, NULL, NULL, NULL, NULL FROM needed_year;
