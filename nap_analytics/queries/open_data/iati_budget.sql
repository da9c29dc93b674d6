-- Planned money by year, as printed. Money that the source gives to no year stands for the whole plan as adopted.
-- Returns one row per plan, year and currency of the planned money:
--   plan_id VARCHAR
--   period_start, period_end DATE
--   is_without_year BOOLEAN
--   amount DECIMAL(38,2)
--   currency_code VARCHAR
SELECT
    b.plan_id,
    MAKE_DATE(COALESCE(b.budget_year, p.start_year), 1, 1) AS period_start,
    MAKE_DATE(COALESCE(b.budget_year, p.end_year), 12, 31) AS period_end,
    b.budget_year IS NULL AS is_without_year,
    SUM(b.amount) AS amount,
    b.currency_code
FROM budget_line_converted($viewed_on) AS b
JOIN plan AS p ON p.plan_id = b.plan_id
WHERE b.stage = 'planned'
  AND b.amount IS NOT NULL
GROUP BY b.plan_id, b.budget_year, p.start_year, p.end_year, b.currency_code
ORDER BY b.plan_id, b.budget_year NULLS LAST, b.currency_code;
