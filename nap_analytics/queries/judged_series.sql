-- Series that are held against a target: with a progress, a verdict (that there is no value to verify it too), or both.
SELECT
    g.series_id,
    g.indicator_id,
    c.code,
    c.printed_code,
    g.pillar_code,
    t.wps_pillar,
    i.text_en,
    i.text_fr,
    s.name_en,
    s.name_fr,
    p.status AS indicator_status,
    g.status,
    g.status_date,
    g.verdict_value,
    g.verdict_date,
    g.deadline_has_passed,
    g.progress_pct,
    CASE WHEN g.progress_pct IS NOT NULL THEN GREATEST(0, LEAST(100, g.progress_pct)) END AS shown_pct,
    g.expected_pct,
    g.direction,
    g.is_to_hold,
    g.value_kind,
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    g.accumulation = 'sum' AS is_sum,
    g.baseline_value,
    g.baseline_date,
    g.latest_value,
    g.period_end,
    g.target_value,
    g.target_date,
    g.target_set_by,
    -- The value that is held against the target: the verdict's, else the latest that counts; and what it still lacks.
    COALESCE(g.verdict_value, g.latest_value) AS held_value,
    COALESCE(g.verdict_date, g.period_end) AS held_date,
    CASE
        WHEN meets(COALESCE(g.verdict_value, g.latest_value), g.target_value, g.direction) THEN 0
        ELSE ABS(g.target_value - COALESCE(g.verdict_value, g.latest_value))
    END AS distance_to_target,
    d.movement
FROM series_progress($viewed_on) AS g
JOIN series AS s ON s.series_id = g.series_id
JOIN indicator AS i ON i.indicator_id = g.indicator_id
JOIN indicator_code AS c ON c.indicator_id = g.indicator_id
JOIN indicator_progress($viewed_on) AS p ON p.indicator_id = g.indicator_id
JOIN series_direction($viewed_on) AS d ON d.series_id = g.series_id
JOIN unit AS u ON u.unit = g.unit
LEFT JOIN pillar_theme AS t ON t.plan_id = g.plan_id AND t.pillar_code = g.pillar_code
WHERE g.plan_id = $plan_id
  AND (g.progress_pct IS NOT NULL OR g.status <> 'not_assessed')
ORDER BY g.pillar_code NULLS LAST, i.sort_order, s.sort_order;
