SELECT
    c.*,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    100.0 * c.completed_count / c.planned_count AS completion_pct,
    100.0 * c.other_completed_count / c.other_planned_count AS other_completion_pct
FROM reported_completion AS c
JOIN pillar AS l USING (plan_id, pillar_code)
WHERE c.plan_id = $plan_id
ORDER BY c.pillar_code;
