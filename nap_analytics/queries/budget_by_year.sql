WITH added AS (
    SELECT plan_id, pillar_code, budget_year, SUM(priced_amount) AS amount
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
      AND plan_id = $plan_id
    GROUP BY ALL
)
SELECT
    b.plan_id,
    b.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    b.budget_year,
    b.amount,
    $currency_code AS currency_code,
    SUM(b.amount) OVER (PARTITION BY b.budget_year) AS year_total,
    SUM(b.amount) OVER () AS plan_total,
    s.title_en || ', ' || d.locator AS budget_source_en,
    s.title_fr || ', ' || d.locator AS budget_source_fr
FROM added AS b
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN pillar_theme AS h ON h.plan_id = b.plan_id AND h.pillar_code = b.pillar_code
LEFT JOIN printed_total AS d ON d.plan_id = b.plan_id AND d.stage = 'planned' AND d.pillar_code IS NULL
LEFT JOIN source AS s ON s.source_id = d.source_id
ORDER BY b.budget_year NULLS LAST, b.pillar_code;
