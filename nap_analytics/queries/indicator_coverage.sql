-- Returns one row per indicator of a plan's pillars, by pillar, the known ones first:
--   indicator_id, pillar_code, short_name_en, short_name_fr VARCHAR
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   text_en, text_fr, coverage, movement VARCHAR
--   worsening_series_count, position, assessed_count, measured_count, near_count, indicator_count BIGINT
SELECT
    i.indicator_id,
    i.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    t.wps_pillar,
    m.text_en,
    m.text_fr,
    p.coverage,
    d.movement,
    d.worsening_series_count,
    ROW_NUMBER() OVER (
        PARTITION BY i.pillar_code
        ORDER BY LIST_POSITION(['assessed', 'measured', 'near', 'silent'], p.coverage), i.sort_order
    ) AS position,
    COUNT(*) FILTER (WHERE p.coverage = 'assessed') OVER (PARTITION BY i.pillar_code) AS assessed_count,
    COUNT(*) FILTER (WHERE p.coverage = 'measured') OVER (PARTITION BY i.pillar_code) AS measured_count,
    COUNT(*) FILTER (WHERE p.coverage = 'near') OVER (PARTITION BY i.pillar_code) AS near_count,
    COUNT(*) OVER (PARTITION BY i.pillar_code) AS indicator_count
FROM indicator AS i
JOIN indicator_name AS m USING (indicator_id)
JOIN indicator_progress($viewed_on) AS p USING (indicator_id)
JOIN indicator_direction($viewed_on) AS d USING (indicator_id)
JOIN pillar AS l ON l.plan_id = i.plan_id AND l.pillar_code = i.pillar_code
LEFT JOIN pillar_theme AS t ON t.plan_id = i.plan_id AND t.pillar_code = i.pillar_code
WHERE i.plan_id = $plan_id
ORDER BY i.pillar_code, position;
