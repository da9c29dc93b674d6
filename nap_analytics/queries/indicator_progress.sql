WITH headline AS (
    SELECT
        *
    FROM series_progress($viewed_on)
    WHERE is_headline
)
SELECT
    i.indicator_id,
    c.code,
    c.printed_code,
    i.plan_id,
    i.pillar_code,
    i.node_code,
    i.chapter,
    n.level,
    n.text_en AS node_text_en,
    n.text_fr AS node_text_fr,
    r.group_code,
    m.text_en,
    m.text_fr,
    m.printed_text_en,
    m.printed_text_fr,
    g.status,
    g.progress_pct,
    g.expected_pct,
    g.series_count,
    g.assessed_series_count,
    g.missed_series_count,
    g.status_date,
    g.coverage,
    d.movement,
    d.worsening_series_count,
    d.near_movement,
    u.* EXCLUDE (unit),
    h.value_kind,
    -- A sum starts from 0 by rule, not by a printed figure.
    CASE WHEN h.accumulation <> 'sum' THEN h.baseline_value END AS baseline_value,
    CASE WHEN h.accumulation <> 'sum' THEN h.baseline_date END AS baseline_date,
    h.baseline_start,
    h.summed_from,
    COALESCE(h.accumulation = 'sum', FALSE) AS is_sum,
    h.target_value,
    h.target_date,
    h.latest_value,
    h.period_start,
    h.period_end,
    h.not_assessed_reason,
    h.absence_reason,
    h.evidence,
    h.verdict_value,
    h.verdict_date,
    h.verdict_start,
    h.deadline_has_passed,
    (
        SELECT COUNT(*)
        FROM observation($viewed_on) AS o
        JOIN series AS s USING (series_id)
        WHERE s.indicator_id = i.indicator_id AND o.value IS NOT NULL
    ) AS value_count,
    i.placement_is_certain,
    i.source_id,
    i.locator
FROM indicator AS i
JOIN indicator_code AS c USING (indicator_id)
JOIN indicator_name AS m USING (indicator_id)
JOIN indicator_progress($viewed_on) AS g USING (indicator_id)
JOIN indicator_direction($viewed_on) AS d USING (indicator_id)
LEFT JOIN indicator_group AS r USING (indicator_id)
LEFT JOIN headline AS h USING (indicator_id)
LEFT JOIN unit_words AS u ON u.unit = COALESCE(h.unit, i.unit)
LEFT JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
LEFT JOIN framework_node AS head ON head.plan_id = i.plan_id AND head.node_code = r.group_code
WHERE i.plan_id = $plan_id
ORDER BY i.pillar_code NULLS LAST, r.group_code = 'objective' DESC, head.sort_order, n.sort_order, i.sort_order;
