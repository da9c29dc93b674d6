-- Returns one row per indicator of a plan with its status and headline series, in the order of the plan, the chapters' last:
--   indicator_id, code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   plan_id VARCHAR
--   pillar_code, node_code VARCHAR or NULL: an indicator of a chapter
--   chapter VARCHAR or NULL: an indicator of the framework
--   level, node_text_en, node_text_fr, group_code VARCHAR or NULL: an indicator of a chapter
--   text_en, text_fr VARCHAR
--   printed_text_en, printed_text_fr VARCHAR or NULL: no working title stands before the printed words
--   status VARCHAR
--   progress_pct, expected_pct DOUBLE or NULL: no series is assessed
--   series_count, assessed_series_count, missed_series_count BIGINT
--   status_date DATE or NULL: the status rests on no value
--   coverage, movement VARCHAR
--   worsening_series_count BIGINT
--   near_movement VARCHAR or NULL: there is no near series
--   unit_en, unit_fr, unit_one_en, unit_one_fr, value_kind VARCHAR
--   baseline_value DOUBLE or NULL: none is known, or the headline is a sum, which starts from nothing
--   baseline_date DATE or NULL: as baseline_value
--   baseline_start DATE or NULL: the plan prints the baseline, or there is none
--   summed_from DATE or NULL: nothing is added up
--   is_sum BOOLEAN
--   target_value DOUBLE or NULL: no target is set
--   target_date DATE or NULL: no target is set
--   latest_value DOUBLE or NULL: no value can be assessed
--   period_start DATE or NULL: as latest_value, or periods are added up
--   period_end DATE or NULL: as latest_value
--   not_assessed_reason VARCHAR or NULL: the headline is assessed
--   absence_reason VARCHAR or NULL: there is a latest value
--   evidence VARCHAR
--   verdict_value DOUBLE or NULL: no value answers for the target
--   verdict_date DATE or NULL: as verdict_value
--   verdict_start DATE or NULL: as verdict_value, or periods are added up
--   deadline_has_passed BOOLEAN
--   value_count BIGINT
--   placement_is_certain BOOLEAN
--   source_id, locator VARCHAR
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
