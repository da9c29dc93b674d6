-- Returns one row per exact series without progress or, past its target date, without a verdict, in the order of the plan:
--   series_id, indicator_id, code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   pillar_code, node_code VARCHAR or NULL: an indicator of a chapter
--   text_en, text_fr, name_en, name_fr, unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR
--   frequency VARCHAR or NULL: the plan does not say
--   not_assessed_reason VARCHAR or NULL: it is assessed
--   status VARCHAR
--   target_is_missing, baseline_is_missing, value_is_missing, verdict_value_is_missing BOOLEAN
--   absence_reason VARCHAR or NULL: there is a latest value
--   sum_fault_start DATE or NULL: the periods have no gap or overlap
--   sum_fault_end DATE or NULL: as sum_fault_start
--   target_date DATE or NULL: no target is set
--   baseline_value DOUBLE or NULL: none is known
--   target_value DOUBLE or NULL: no target is set
--   latest_value DOUBLE or NULL: no value can be assessed
--   period_end DATE or NULL: as latest_value
SELECT
    s.series_id,
    i.indicator_id,
    c.code,
    c.printed_code,
    i.pillar_code,
    i.node_code,
    m.text_en,
    m.text_fr,
    s.name_en,
    s.name_fr,
    u.* EXCLUDE (unit),
    i.frequency,
    g.not_assessed_reason,
    g.status,
    g.target_value IS NULL AS target_is_missing,
    g.baseline_value IS NULL AS baseline_is_missing,
    g.latest_value IS NULL AS value_is_missing,
    g.status = 'not_verified' AS verdict_value_is_missing,
    g.absence_reason,
    g.sum_fault_start,
    g.sum_fault_end,
    g.target_date,
    g.baseline_value,
    g.target_value,
    g.latest_value,
    g.period_end
FROM series_progress($viewed_on) AS g
JOIN series AS s USING (series_id)
JOIN indicator AS i ON i.indicator_id = s.indicator_id
JOIN indicator_code AS c ON c.indicator_id = i.indicator_id
JOIN indicator_name AS m ON m.indicator_id = i.indicator_id
JOIN unit_words AS u ON u.unit = COALESCE(s.unit, i.unit)
WHERE i.plan_id = $plan_id
  AND g.evidence = 'exact'
  AND (g.progress_pct IS NULL OR g.status = 'not_verified')
ORDER BY i.pillar_code NULLS LAST, i.sort_order, s.sort_order;
