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
    g.series_id,
    g.indicator_id,
    g.pillar_code,
    t.wps_pillar,
    i.text_en,
    i.text_fr,
    s.name_en,
    s.name_fr,
    p.status AS indicator_status,
    g.status,
    g.progress_pct,
    GREATEST(0, LEAST(100, g.progress_pct)) AS shown_pct,
    g.expected_pct,
    g.direction,
    COALESCE(CASE g.direction WHEN 'increase' THEN g.baseline_value >= g.target_value ELSE g.baseline_value <= g.target_value END, FALSE) AS is_to_hold,
    g.value_kind,
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    g.baseline_value,
    g.baseline_date,
    g.latest_value,
    g.period_end,
    g.target_value,
    g.target_date
FROM series_progress($viewed_on) AS g
JOIN series AS s ON s.series_id = g.series_id
JOIN indicator AS i ON i.indicator_id = g.indicator_id
JOIN indicator_progress($viewed_on) AS p ON p.indicator_id = g.indicator_id
JOIN unit AS u ON u.unit = g.unit
LEFT JOIN theme AS t ON t.plan_id = g.plan_id AND t.pillar_code = g.pillar_code
WHERE g.plan_id = $plan_id
  AND g.status <> 'not_assessed'
ORDER BY g.pillar_code NULLS LAST, i.sort_order, s.sort_order;
