SELECT
    a.* EXCLUDE (unit),
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    l.short_name_en,
    l.short_name_fr
FROM achievement AS a
LEFT JOIN unit AS u USING (unit)
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
WHERE a.plan_id = $plan_id
ORDER BY a.pillar_code NULLS LAST, a.sort_order;
