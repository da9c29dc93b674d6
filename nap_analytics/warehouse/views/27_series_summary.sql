-- What pages and files show of a series: its names and its indicator's, its latest value, what that is compared with, how it moves.
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
