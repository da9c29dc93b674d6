-- Returns one row per series of a plan's pillars with the means that it enters, in the order of the plan; a sum has no baseline_value:
--   group_code VARCHAR
--   counted_pct DOUBLE or NULL: left out for its not_assessed_reason
--   indicator_pct, group_pct, pillar_pct, plan_pct DOUBLE or NULL: nothing in it is assessed
--   all of series_summary
SELECT
    m.group_code,
    m.counted_pct,
    m.indicator_pct,
    m.group_pct,
    m.pillar_pct,
    m.plan_pct,
    s.* REPLACE (s.stated_baseline_value AS baseline_value, s.stated_baseline_date AS baseline_date)
FROM progress_part($viewed_on) AS m
JOIN series_summary($viewed_on) AS s USING (series_id)
LEFT JOIN framework_node AS n ON n.plan_id = s.plan_id AND n.node_code = s.node_code
WHERE s.plan_id = $plan_id
ORDER BY s.pillar_code, m.group_code = 'objective' DESC, n.sort_order, s.indicator_order, s.series_order;
