SELECT
    m.pillar_code,
    m.group_code,
    m.indicator_id,
    i.text_en,
    i.text_fr,
    m.series_id,
    s.name_en,
    s.name_fr,
    g.value_kind,
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_value END AS baseline_value,
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_date END AS baseline_date,
    g.accumulation = 'sum' AS is_sum,
    g.latest_value,
    g.period_end,
    g.target_value,
    g.target_date,
    g.is_to_hold,
    g.not_assessed_reason,
    g.sum_fault_start,
    g.sum_fault_end,
    m.progress_pct,
    m.counted_pct,
    m.indicator_pct,
    m.group_pct,
    m.pillar_pct,
    m.plan_pct
FROM progress_part($viewed_on) AS m
JOIN series_progress($viewed_on) AS g USING (series_id)
JOIN series AS s USING (series_id)
JOIN indicator AS i ON i.indicator_id = m.indicator_id
JOIN unit AS u ON u.unit = g.unit
LEFT JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
WHERE m.plan_id = $plan_id
ORDER BY m.pillar_code, m.group_code = 'objective' DESC, n.sort_order, i.sort_order, s.sort_order;
