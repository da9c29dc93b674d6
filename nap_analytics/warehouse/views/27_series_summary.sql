-- What pages and files show of a series: its names and its indicator's, its latest value, what that is compared with, how it moves.
-- Returns one row per series:
--   series_id, indicator_id, plan_id VARCHAR
--   pillar_code, node_code VARCHAR or NULL: an indicator of a chapter
--   category, evidence VARCHAR
--   reads_reporting BOOLEAN
--   value_kind, direction, accumulation VARCHAR
--   is_headline BOOLEAN
--   baseline_value DOUBLE or NULL: none is known
--   baseline_date DATE or NULL: as baseline_value
--   baseline_start DATE or NULL: the plan prints the baseline, or there is none
--   target_value DOUBLE or NULL: no target is set
--   target_date DATE or NULL: no target is set
--   target_set_by VARCHAR or NULL: no target is set
--   deadline_has_passed BOOLEAN
--   latest_value DOUBLE or NULL: no value can be assessed
--   period_start DATE or NULL: as latest_value, or periods are added up
--   period_end DATE or NULL: as latest_value
--   break_date DATE or NULL: there is no break
--   is_to_hold, is_measured BOOLEAN
--   progress_pct, expected_pct DOUBLE or NULL: not assessed
--   verdict_value DOUBLE or NULL: no value answers for the target
--   verdict_date DATE or NULL: as verdict_value
--   verdict_start DATE or NULL: as verdict_value, or periods are added up
--   status VARCHAR
--   status_date DATE or NULL: the status rests on no value
--   not_assessed_reason VARCHAR or NULL: assessed
--   absence_reason VARCHAR or NULL: there is a latest value
--   summed_from DATE or NULL: nothing is added up
--   only_floor_when_due BOOLEAN
--   sum_fault_start DATE or NULL: the periods have no gap or overlap
--   sum_fault_end DATE or NULL: as sum_fault_start
--   code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   chapter VARCHAR or NULL: an indicator of the framework
--   text_en, text_fr VARCHAR
--   printed_text_en, printed_text_fr VARCHAR or NULL: no working title stands before the printed words
--   indicator_order, series_order INTEGER
--   name_en, name_fr VARCHAR
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR
--   is_sum BOOLEAN
--   stated_baseline_value DOUBLE or NULL: none is known, or a sum, which starts from nothing
--   stated_baseline_date DATE or NULL: as stated_baseline_value
--   held_value DOUBLE or NULL: no value can be held against a target
--   held_date DATE or NULL: as held_value
--   held_start DATE or NULL: as held_value, or periods are added up
--   distance_to_target DOUBLE or NULL: no target, or as held_value
--   movement VARCHAR
--   movement_reason VARCHAR or NULL: a direction is told
--   from_value DOUBLE or NULL: there is none
--   from_date DATE or NULL: as from_value
--   from_start DATE or NULL: as from_value, or it is of a day or of whole years
--   to_value DOUBLE or NULL: there is none
--   to_date DATE or NULL: as to_value
--   to_start DATE or NULL: as to_value, or it is of a day or of whole years
--   wanted_rate_pct DOUBLE or NULL: the sign alone is told, or no direction
--   points_per_year DOUBLE or NULL: not a share, or a value is missing
--   value_count BIGINT
CREATE MACRO series_summary(viewed_on) AS TABLE
SELECT
    g.* EXCLUDE (unit),
    c.code,
    c.printed_code,
    i.chapter,
    m.text_en,
    m.text_fr,
    m.printed_text_en,
    m.printed_text_fr,
    i.sort_order AS indicator_order,
    s.sort_order AS series_order,
    s.name_en,
    s.name_fr,
    s.note_en,
    s.note_fr,
    u.* EXCLUDE (unit),
    g.accumulation = 'sum' AS is_sum,
    -- A sum starts from 0 by rule, not by a printed figure.
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_value END AS stated_baseline_value,
    CASE WHEN g.accumulation <> 'sum' THEN g.baseline_date END AS stated_baseline_date,
    -- The value that is held against the target: the verdict's, else the latest that counts; and what it still lacks.
    COALESCE(g.verdict_value, g.latest_value) AS held_value,
    COALESCE(g.verdict_date, g.period_end) AS held_date,
    CASE WHEN g.verdict_value IS NULL THEN g.period_start ELSE g.verdict_start END AS held_start,
    CASE
        WHEN meets(COALESCE(g.verdict_value, g.latest_value), g.target_value, g.direction) THEN 0
        ELSE ABS(g.target_value - COALESCE(g.verdict_value, g.latest_value))
    END AS distance_to_target,
    d.movement,
    d.movement_reason,
    d.from_value,
    d.from_date,
    d.from_start,
    d.to_value,
    d.to_date,
    d.to_start,
    d.wanted_rate_pct,
    d.points_per_year,
    (SELECT COUNT(*) FROM observation(viewed_on) AS o WHERE o.series_id = g.series_id AND o.value IS NOT NULL) AS value_count
FROM series_progress(viewed_on) AS g
JOIN series AS s ON s.series_id = g.series_id
JOIN indicator AS i ON i.indicator_id = g.indicator_id
JOIN indicator_name AS m ON m.indicator_id = g.indicator_id
JOIN indicator_code AS c ON c.indicator_id = g.indicator_id
JOIN unit_words AS u ON u.unit = g.unit
JOIN series_direction(viewed_on) AS d ON d.series_id = g.series_id;
