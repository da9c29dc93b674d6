-- Planned money of each plan by its own pillars; `pillar_code` NULL: not broken down.
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        CASE WHEN COUNT(priced_amount) = COUNT(amount) THEN SUM(priced_amount) END AS amount,
        SUM(amount_xof) AS amount_xof,
        SUM(amount_xof) FILTER (WHERE budget_year IS NOT NULL) AS allocated_to_years_xof,
        COUNT(*) - COUNT(amount) AS line_without_amount_count
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
    GROUP BY plan_id, pillar_code
)
SELECT
    a.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    a.pillar_code,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    a.amount,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    a.amount_xof,
    a.allocated_to_years_xof,
    a.line_without_amount_count,
    CASE WHEN COUNT(a.amount) OVER (PARTITION BY a.plan_id) = COUNT(*) OVER (PARTITION BY a.plan_id) THEN
        100 * a.amount / SUM(a.amount) OVER (PARTITION BY a.plan_id)
    END AS share_pct,
    s.title_en || ', ' || d.locator AS budget_source_en,
    s.title_fr || ', ' || d.locator AS budget_source_fr
FROM added AS a
JOIN plan AS p USING (plan_id)
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN pillar_theme AS h ON h.plan_id = a.plan_id AND h.pillar_code = a.pillar_code
LEFT JOIN printed_total AS d ON d.plan_id = a.plan_id AND d.stage = 'planned' AND d.pillar_code IS NULL
LEFT JOIN source AS s ON s.source_id = d.source_id
ORDER BY p.start_year, a.plan_id, a.pillar_code;
