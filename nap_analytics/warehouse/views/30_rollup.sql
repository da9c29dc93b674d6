-- From series to indicator, result, pillar and plan. docs/methods/rollup.md has the rule and a worked example.
CREATE MACRO indicator_progress(viewed_on) AS TABLE
WITH counted AS (
    SELECT
        indicator_id,
        COUNT(*) AS series_count,
        COUNT(progress_pct) AS assessed_series_count,
        AVG(GREATEST(0, LEAST(100, progress_pct))) FILTER (WHERE progress_pct IS NOT NULL) AS progress_pct,
        -- Before a deadline the pace counts; once it has passed, the verdict.
        COUNT(*) FILTER (WHERE status IN ('achieved', 'missed', 'not_verified') AND deadline_has_passed) AS judged_count,
        COUNT(*) FILTER (WHERE status = 'missed') AS missed_count,
        COUNT(*) FILTER (WHERE status = 'achieved' AND deadline_has_passed) AS met_count,
        COUNT(*) FILTER (WHERE target_value IS NOT NULL AND deadline_has_passed AND evidence = 'exact') AS due_count,
        COUNT(*) FILTER (WHERE target_value IS NOT NULL AND NOT deadline_has_passed AND evidence = 'exact') AS running_count,
        COUNT(progress_pct) FILTER (WHERE NOT deadline_has_passed) AS paced_count,
        AVG(LEAST(100, progress_pct)) FILTER (WHERE NOT deadline_has_passed AND progress_pct IS NOT NULL) AS pace_progress_pct,
        AVG(expected_pct) FILTER (WHERE NOT deadline_has_passed) AS pace_expected_pct,
        AVG(expected_pct) AS expected_pct,
        BOOL_AND(status = 'achieved') FILTER (WHERE NOT deadline_has_passed AND progress_pct IS NOT NULL) AS all_achieved,
        COALESCE(BOOL_OR(status = 'deterioration'), FALSE) AS any_deteriorates,
        MAX(status) FILTER (WHERE NOT deadline_has_passed AND progress_pct IS NOT NULL) AS any_pace_status,
        MAX(status_date) FILTER (WHERE NOT deadline_has_passed) AS pace_date,
        MAX(status_date) FILTER (WHERE status = 'missed') AS missed_date,
        MAX(status_date) FILTER (WHERE status = 'achieved' AND deadline_has_passed) AS met_date,
        COALESCE(BOOL_OR(is_measured) FILTER (WHERE evidence = 'exact'), FALSE) AS is_measured,
        COALESCE(BOOL_OR(is_measured) FILTER (WHERE evidence = 'near'), FALSE) AS is_measured_near
    FROM series_progress(viewed_on)
    GROUP BY indicator_id
),
judged AS (
    SELECT
        *,
        CASE
            WHEN paced_count > 0 THEN
                CASE
                    WHEN all_achieved THEN 'achieved'
                    WHEN paced_count = 1 THEN any_pace_status
                    WHEN pace_status(pace_progress_pct, pace_expected_pct) = 'on_track' AND any_deteriorates THEN 'acceleration'
                    ELSE pace_status(pace_progress_pct, pace_expected_pct)
                END
            WHEN judged_count = 0 OR running_count > 0 THEN 'not_assessed'
            WHEN missed_count > 0 THEN 'missed'
            WHEN met_count = due_count THEN 'achieved'
            ELSE 'not_verified'
        END AS status
    FROM counted
)
SELECT
    i.indicator_id,
    i.plan_id,
    i.pillar_code,
    i.node_code,
    c.progress_pct,
    c.expected_pct,
    COALESCE(c.status, 'not_assessed') AS status,
    -- The latest day of the values that the status rests on; none where it rests on none.
    CASE
        WHEN c.paced_count > 0 THEN c.pace_date
        WHEN c.status = 'missed' THEN c.missed_date
        WHEN c.status = 'achieved' THEN c.met_date
    END AS status_date,
    COALESCE(c.series_count, 0) AS series_count,
    COALESCE(c.assessed_series_count, 0) AS assessed_series_count,
    COALESCE(c.missed_count, 0) AS missed_series_count,
    CASE
        WHEN c.progress_pct IS NOT NULL THEN 'assessed'
        WHEN c.is_measured THEN 'measured'
        WHEN c.is_measured_near THEN 'near'
        ELSE 'silent'
    END AS coverage
FROM indicator AS i
LEFT JOIN judged AS c USING (indicator_id);

CREATE VIEW indicator_progress AS
SELECT * FROM indicator_progress(CURRENT_DATE);

-- A group is a result with its opportunities, or all that a pillar measures above its results.
CREATE VIEW indicator_group AS
SELECT
    i.indicator_id,
    i.plan_id,
    i.pillar_code,
    CASE n.level WHEN 'result' THEN n.node_code WHEN 'opportunity' THEN n.parent_code ELSE 'objective' END AS group_code
FROM indicator AS i
JOIN framework_node AS n USING (plan_id, node_code);

CREATE MACRO result_progress(viewed_on) AS TABLE
SELECT
    g.plan_id,
    g.pillar_code,
    g.group_code,
    AVG(p.progress_pct) AS progress_pct,
    AVG(COALESCE(p.progress_pct, 0)) AS lower_pct,
    AVG(COALESCE(p.progress_pct, 100)) AS upper_pct,
    COUNT(*) AS indicator_count,
    COUNT(p.progress_pct) AS assessed_count
FROM indicator_group AS g
JOIN indicator_progress(viewed_on) AS p USING (indicator_id)
GROUP BY g.plan_id, g.pillar_code, g.group_code;

CREATE VIEW result_progress AS
SELECT * FROM result_progress(CURRENT_DATE);

-- Counts of activities that are published by then, of plans that are measured by them.
CREATE MACRO known_completion(viewed_on) AS TABLE
SELECT c.*
FROM reported_completion AS c
JOIN source AS s ON s.source_id = c.source_id
WHERE COALESCE(s.published_date <= CAST(viewed_on AS DATE), TRUE)
  AND c.plan_id NOT IN (SELECT plan_id FROM indicator);

CREATE MACRO pillar_progress(viewed_on) AS TABLE
WITH measured AS (
    SELECT
        plan_id,
        pillar_code,
        AVG(progress_pct) AS progress_pct,
        AVG(lower_pct) AS lower_pct,
        AVG(upper_pct) AS upper_pct,
        SUM(indicator_count) AS indicator_count,
        SUM(assessed_count) AS assessed_count
    FROM result_progress(viewed_on)
    GROUP BY plan_id, pillar_code
),
completed AS (
    SELECT
        c.plan_id,
        c.pillar_code,
        100.0 * c.completed_count / c.planned_count AS completion_pct,
        100.0 * c.other_completed_count / c.other_planned_count AS other_completion_pct,
        c.planned_count,
        c.completed_count
    FROM known_completion(viewed_on) AS c
)
SELECT
    p.plan_id,
    p.pillar_code,
    CASE WHEN c.plan_id IS NULL THEN 'indicators' ELSE 'activities' END AS basis,
    COALESCE(c.completion_pct, m.progress_pct) AS progress_pct,
    COALESCE(LEAST(c.completion_pct, c.other_completion_pct), m.lower_pct, 0) AS lower_pct,
    COALESCE(GREATEST(c.completion_pct, c.other_completion_pct), m.upper_pct, 100) AS upper_pct,
    CAST(COALESCE(m.indicator_count, 0) AS INTEGER) AS indicator_count,
    CAST(COALESCE(m.assessed_count, 0) AS INTEGER) AS assessed_count,
    c.planned_count AS planned_activity_count,
    c.completed_count AS completed_activity_count
FROM pillar AS p
LEFT JOIN measured AS m USING (plan_id, pillar_code)
LEFT JOIN completed AS c USING (plan_id, pillar_code);

CREATE VIEW pillar_progress AS
SELECT * FROM pillar_progress(CURRENT_DATE);

CREATE MACRO plan_progress(viewed_on) AS TABLE
WITH other_reading AS (
    -- All uncertain pillars read the other way at once: the plan's bounds, for plans measured by activities.
    SELECT
        plan_id,
        100.0 * SUM(completed_count) / SUM(planned_count) AS main_pct,
        100.0 * SUM(COALESCE(other_completed_count, completed_count)) / SUM(COALESCE(other_planned_count, planned_count)) AS other_pct
    FROM known_completion(viewed_on)
    GROUP BY plan_id
),
rolled AS (
    SELECT
        plan_id,
        MAX(basis) AS basis,
        AVG(progress_pct) AS progress_pct,
        AVG(lower_pct) AS lower_pct,
        AVG(upper_pct) AS upper_pct,
        CAST(SUM(indicator_count) AS INTEGER) AS indicator_count,
        CAST(SUM(assessed_count) AS INTEGER) AS assessed_count,
        CAST(SUM(planned_activity_count) AS INTEGER) AS planned_activity_count,
        CAST(SUM(completed_activity_count) AS INTEGER) AS completed_activity_count
    FROM (
        SELECT
            *,
            MIN(basis) OVER (PARTITION BY plan_id) AS plan_basis
        FROM pillar_progress(viewed_on)
    ) AS pillar
    WHERE basis = plan_basis
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    COALESCE(r.basis, 'indicators') AS basis,
    CASE
        WHEN r.basis = 'activities' THEN 100.0 * r.completed_activity_count / r.planned_activity_count
        ELSE r.progress_pct
    END AS progress_pct,
    CASE WHEN r.basis = 'activities' THEN LEAST(o.main_pct, o.other_pct) ELSE COALESCE(r.lower_pct, 0) END AS lower_pct,
    CASE WHEN r.basis = 'activities' THEN GREATEST(o.main_pct, o.other_pct) ELSE COALESCE(r.upper_pct, 100) END AS upper_pct,
    COALESCE(r.indicator_count, 0) AS indicator_count,
    COALESCE(r.assessed_count, 0) AS assessed_count,
    r.planned_activity_count,
    r.completed_activity_count
FROM plan AS p
LEFT JOIN rolled AS r USING (plan_id)
LEFT JOIN other_reading AS o USING (plan_id);

CREATE VIEW plan_progress AS
SELECT * FROM plan_progress(CURRENT_DATE);

-- The parts of every mean, so that it can be added up by hand: one row per series, with the means that it enters.
CREATE MACRO progress_part(viewed_on) AS TABLE
SELECT
    s.plan_id,
    s.pillar_code,
    g.group_code,
    s.indicator_id,
    s.series_id,
    CASE WHEN s.progress_pct IS NOT NULL THEN GREATEST(0, LEAST(100, s.progress_pct)) END AS counted_pct,
    s.progress_pct,
    s.not_assessed_reason,
    i.progress_pct AS indicator_pct,
    r.progress_pct AS group_pct,
    p.progress_pct AS pillar_pct,
    n.progress_pct AS plan_pct
FROM series_progress(viewed_on) AS s
JOIN indicator_group AS g USING (indicator_id)
JOIN indicator_progress(viewed_on) AS i USING (indicator_id)
JOIN result_progress(viewed_on) AS r ON r.plan_id = s.plan_id AND r.pillar_code = s.pillar_code AND r.group_code = g.group_code
JOIN pillar_progress(viewed_on) AS p ON p.plan_id = s.plan_id AND p.pillar_code = s.pillar_code
JOIN plan_progress(viewed_on) AS n ON n.plan_id = s.plan_id;

CREATE VIEW progress_part AS
SELECT * FROM progress_part(CURRENT_DATE);

-- How many indicators of a pillar are known, how they move and what became of their targets: what is shown where no mean may be.
CREATE MACRO pillar_count(viewed_on) AS TABLE
SELECT
    i.plan_id,
    i.pillar_code,
    CAST(COUNT(*) AS INTEGER) AS indicator_count,
    CAST(COUNT(*) FILTER (WHERE p.coverage IN ('assessed', 'measured')) AS INTEGER) AS measured_count,
    CAST(COUNT(*) FILTER (WHERE p.coverage = 'near') AS INTEGER) AS near_count,
    CAST(COUNT(*) FILTER (WHERE p.coverage = 'silent') AS INTEGER) AS silent_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'improved') AS INTEGER) AS improved_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'slightly_improved') AS INTEGER) AS slightly_improved_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'unchanged') AS INTEGER) AS unchanged_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'mixed') AS INTEGER) AS mixed_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'slightly_worsened') AS INTEGER) AS slightly_worsened_count,
    CAST(COUNT(*) FILTER (WHERE d.movement = 'worsened') AS INTEGER) AS worsened_count,
    CAST(COUNT(*) FILTER (WHERE d.worsening_series_count > 0) AS INTEGER) AS with_worsening_series_count,
    CAST(COUNT(*) FILTER (WHERE p.status = 'achieved') AS INTEGER) AS achieved_count,
    CAST(COUNT(*) FILTER (WHERE p.status = 'missed') AS INTEGER) AS missed_count,
    CAST(COUNT(*) FILTER (WHERE p.status = 'not_verified') AS INTEGER) AS not_verified_count
FROM indicator AS i
JOIN indicator_progress(viewed_on) AS p USING (indicator_id)
JOIN indicator_direction(viewed_on) AS d USING (indicator_id)
WHERE i.pillar_code IS NOT NULL
GROUP BY i.plan_id, i.pillar_code;

CREATE VIEW pillar_count AS
SELECT * FROM pillar_count(CURRENT_DATE);
