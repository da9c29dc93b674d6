-- a currency with an exchange rate to XOF, directly or through the dollar, in the year of the amount
WITH amount AS (
    SELECT b._file, b._row, b.currency_code, COALESCE(b.budget_year, p.start_year) AS rate_year
    FROM budget_line AS b
    JOIN plan AS p USING (plan_id)
    WHERE b._is_sound
      AND p._is_sound
    UNION ALL
    SELECT t._file, t._row, t.currency_code, p.start_year
    FROM printed_total AS t
    JOIN plan AS p USING (plan_id)
    WHERE t._is_sound
      AND p._is_sound
    UNION ALL
    SELECT _file, _row, currency_code, NULL
    FROM contextual_funding
    WHERE _is_sound
    UNION ALL
    SELECT _file, _row, currency_code, start_year
    FROM plan
    WHERE _is_sound
),
priced AS (
    SELECT from_currency_code AS currency_code, rate_year, rate_kind
    FROM exchange_rate
    WHERE to_currency_code = 'XOF'
    UNION ALL
    SELECT cross_rate.to_currency_code, cross_rate.rate_year, cross_rate.rate_kind
    FROM exchange_rate AS cross_rate
    JOIN exchange_rate AS direct
        ON direct.from_currency_code = cross_rate.from_currency_code
        AND direct.rate_year = cross_rate.rate_year
        AND direct.to_currency_code = 'XOF'
)
SELECT
    amount._file,
    amount._row,
    'currency_code',
    amount.currency_code
FROM amount
WHERE amount.currency_code <> 'XOF'
  AND NOT EXISTS (SELECT 1 FROM exchange_rate WHERE NOT _is_sound)
  AND NOT EXISTS (
      SELECT 1
      FROM priced
      WHERE priced.currency_code = amount.currency_code
        AND (
            amount.rate_year IS NULL
            OR priced.rate_year = amount.rate_year
            OR (priced.rate_kind = 'fixed_parity' AND priced.rate_year < amount.rate_year)
        )
  )
ORDER BY amount._file, amount._row;
