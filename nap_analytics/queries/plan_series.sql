SELECT
    g.series_id,
    g.indicator_id,
    g.pillar_code,
    i.chapter,
    s.name_en,
    s.name_fr,
    i.text_en,
    i.text_fr,
    s.note_en,
    s.note_fr,
    s.is_headline,
    g.direction,
    g.value_kind,
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    -- A sum starts from 0 by rule, not by a printed figure.
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_value END AS baseline_value,
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_date END AS baseline_date,
    g.accumulation = 'sum' AS is_sum,
    g.latest_value,
    g.period_end,
    g.target_value,
    g.target_date,
    g.progress_pct,
    g.expected_pct,
    g.status,
    g.not_assessed_reason,
    (g.accumulation <> 'sum' AND g.baseline_value IS NOT NULL) OR g.latest_value IS NOT NULL OR g.target_value IS NOT NULL AS is_known,
    COUNT(*) OVER (PARTITION BY g.indicator_id) AS series_count,
    (SELECT COUNT(*) FROM observation($viewed_on) AS o WHERE o.series_id = g.series_id AND o.value IS NOT NULL) AS value_count
FROM series_progress($viewed_on) AS g
JOIN series AS s USING (series_id)
JOIN indicator AS i ON i.indicator_id = g.indicator_id
JOIN unit AS u ON u.unit = g.unit
WHERE g.plan_id = $plan_id
ORDER BY g.pillar_code NULLS LAST, i.sort_order, s.sort_order;
