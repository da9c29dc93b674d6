SELECT
    b.plan_id,
    b.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    c.wps_pillar,
    b.budget_year,
    b.amount_xof,
    SUM(b.amount_xof) OVER (PARTITION BY b.budget_year) AS year_total_xof,
    SUM(b.amount_xof) OVER () AS plan_total_xof,
    s.title_en || ', ' || d.locator AS budget_source_en,
    s.title_fr || ', ' || d.locator AS budget_source_fr
FROM budget_by_pillar_year($viewed_on) AS b
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN (
    SELECT plan_id, pillar_code, ARG_MAX(wps_pillar, share) AS wps_pillar
    FROM crosswalk
    WHERE reading = 'main'
    GROUP BY plan_id, pillar_code
) AS c ON c.plan_id = b.plan_id AND c.pillar_code = b.pillar_code
LEFT JOIN printed_total AS d ON d.plan_id = b.plan_id AND d.stage = b.stage AND d.pillar_code IS NULL
LEFT JOIN source AS s ON s.source_id = d.source_id
WHERE b.stage = 'planned'
  AND b.plan_id = $plan_id
ORDER BY b.budget_year NULLS LAST, b.pillar_code;
