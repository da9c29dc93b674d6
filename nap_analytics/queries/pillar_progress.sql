WITH theme AS (
    SELECT
        plan_id,
        pillar_code,
        ARG_MAX(wps_pillar, share) AS wps_pillar
    FROM crosswalk
    WHERE reading = 'main'
    GROUP BY plan_id, pillar_code
)
SELECT
    g.plan_id,
    g.pillar_code,
    p.name_en,
    p.name_fr,
    p.short_name_en,
    p.short_name_fr,
    t.wps_pillar,
    g.basis,
    g.progress_pct,
    g.lower_pct,
    g.upper_pct,
    g.indicator_count,
    g.assessed_count,
    p.source_id,
    p.locator
FROM pillar_progress($viewed_on) AS g
JOIN pillar AS p USING (plan_id, pillar_code)
LEFT JOIN theme AS t USING (plan_id, pillar_code)
WHERE $plan_id IS NULL
   OR g.plan_id = $plan_id
ORDER BY g.plan_id, g.pillar_code;
