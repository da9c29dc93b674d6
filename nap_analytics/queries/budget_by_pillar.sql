SELECT
    b.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    b.pillar_code,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    c.wps_pillar,
    SUM(b.amount_xof) AS amount_xof,
    SUM(b.amount_xof) FILTER (WHERE b.budget_year IS NOT NULL) AS allocated_to_years_xof,
    SUM(b.line_without_amount_count) AS line_without_amount_count,
    SUM(b.amount_xof) / SUM(SUM(b.amount_xof)) OVER (PARTITION BY b.plan_id) AS share,
    100 * SUM(b.amount_xof) / SUM(SUM(b.amount_xof)) OVER (PARTITION BY b.plan_id) AS share_pct,
    ANY_VALUE(s.title_en || ', ' || d.locator) AS budget_source_en,
    ANY_VALUE(s.title_fr || ', ' || d.locator) AS budget_source_fr
FROM budget_by_pillar_year($viewed_on) AS b
JOIN plan AS p USING (plan_id)
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
GROUP BY b.plan_id, p.short_name_en, p.short_name_fr, p.start_year, b.pillar_code, l.name_en, l.name_fr, l.short_name_en, l.short_name_fr, c.wps_pillar
ORDER BY p.start_year, b.pillar_code;
