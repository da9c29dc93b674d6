-- Years to which a plan gives amounts stand alone; a plan without any is one span, at its mean per year; no figure: NULL.
WITH yearly AS (
    SELECT
        plan_id,
        budget_year,
        SUM(amount_xof) AS amount_xof
    FROM budget_by_pillar_year($viewed_on)
    WHERE stage = 'planned'
      AND budget_year IS NOT NULL
    GROUP BY plan_id, budget_year
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    COALESCE(y.budget_year, p.start_year) AS year_from,
    COALESCE(y.budget_year, p.end_year) AS year_to,
    COALESCE(y.amount_xof, b.per_year) AS amount_xof,
    CASE WHEN y.plan_id IS NOT NULL THEN 'year' WHEN b.planned_xof IS NOT NULL THEN 'total' ELSE 'none' END AS known_by,
    b.planned_xof,
    b.per_year AS per_year_xof,
    CASE WHEN y.plan_id IS NOT NULL THEN b.not_allocated_to_year_xof END AS not_allocated_xof,
    b.explanation_en,
    b.explanation_fr
FROM plan AS p
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN yearly AS y USING (plan_id)
ORDER BY p.start_year, p.plan_id, year_from;
