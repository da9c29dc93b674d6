-- Years to which a plan gives amounts stand alone; a plan without any is one span, at its mean per year; no figure: NULL.
WITH priced AS (
    SELECT plan_id, budget_year, rate_year_is_assumed, SUM(priced_amount) AS amount
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
    GROUP BY ALL
),
whole AS (
    SELECT
        plan_id,
        SUM(amount) AS total_amount,
        SUM(amount) FILTER (WHERE rate_year_is_assumed) AS not_allocated_amount
    FROM priced
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    COALESCE(y.budget_year, p.start_year) AS year_from,
    COALESCE(y.budget_year, p.end_year) AS year_to,
    COALESCE(y.amount, w.total_amount / (p.end_year - p.start_year + 1)) AS amount,
    $currency_code AS currency_code,
    CASE WHEN y.plan_id IS NOT NULL THEN 'year' WHEN w.total_amount IS NOT NULL THEN 'total' ELSE 'none' END AS known_by,
    w.total_amount,
    w.total_amount / (p.end_year - p.start_year + 1) AS per_year_amount,
    CASE WHEN y.plan_id IS NOT NULL THEN w.not_allocated_amount END AS not_allocated_amount,
    b.explanation_en,
    b.explanation_fr
FROM plan AS p
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN whole AS w USING (plan_id)
LEFT JOIN priced AS y ON y.plan_id = p.plan_id AND y.budget_year IS NOT NULL
ORDER BY p.start_year, p.plan_id, year_from;
