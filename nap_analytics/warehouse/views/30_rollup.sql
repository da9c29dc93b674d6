-- From series to indicator, result, pillar and plan. docs/methods/rollup.md has the rule and a worked example.
CREATE MACRO indicator_progress(viewed_on) AS TABLE
WITH averaged AS (
    SELECT
        indicator_id,
        COUNT(*) AS series_count,
        COUNT(progress_pct) AS assessed_series_count,
        AVG(GREATEST(0, LEAST(100, progress_pct))) FILTER (WHERE status <> 'not_assessed') AS progress_pct,
        AVG(LEAST(100, progress_pct)) FILTER (WHERE status <> 'not_assessed') AS pace_progress_pct,
        AVG(expected_pct) AS expected_pct,
        BOOL_AND(status = 'achieved') FILTER (WHERE status <> 'not_assessed') AS all_achieved,
        MAX(status) FILTER (WHERE status <> 'not_assessed') AS any_status,
        MAX(period_end) FILTER (WHERE status <> 'not_assessed') AS latest_date
    FROM series_progress(viewed_on)
    GROUP BY indicator_id
)
SELECT
    i.indicator_id,
    i.plan_id,
    i.pillar_code,
    i.node_code,
    a.progress_pct,
    a.expected_pct,
    CASE
        WHEN COALESCE(a.assessed_series_count, 0) = 0 THEN 'not_assessed'
        WHEN a.all_achieved THEN 'achieved'
        WHEN a.assessed_series_count = 1 THEN a.any_status
        WHEN a.pace_progress_pct < 0 THEN 'deterioration'
        WHEN ROUND(a.pace_progress_pct - 0.95 * a.expected_pct, 9) >= 0 THEN 'on_track'
        WHEN ROUND(a.pace_progress_pct - 0.60 * a.expected_pct, 9) >= 0 THEN 'acceleration'
        ELSE 'limited'
    END AS status,
    COALESCE(a.series_count, 0) AS series_count,
    COALESCE(a.assessed_series_count, 0) AS assessed_series_count,
    a.latest_date
FROM indicator AS i
LEFT JOIN averaged AS a USING (indicator_id);

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
    FROM reported_completion AS c
    JOIN source AS s USING (source_id)
    WHERE COALESCE(s.published_date <= CAST(viewed_on AS DATE), TRUE)
      AND c.plan_id NOT IN (SELECT plan_id FROM indicator)
)
SELECT
    p.plan_id,
    p.pillar_code,
    CASE WHEN c.plan_id IS NULL THEN 'indicators' ELSE 'activities' END AS basis,
    COALESCE(c.completion_pct, m.progress_pct) AS progress_pct,
    COALESCE(LEAST(c.completion_pct, c.other_completion_pct), m.lower_pct, 0) AS lower_pct,
    COALESCE(GREATEST(c.completion_pct, c.other_completion_pct), m.upper_pct, 100) AS upper_pct,
    CAST(COALESCE(c.planned_count, m.indicator_count, 0) AS INTEGER) AS indicator_count,
    CAST(COALESCE(c.completed_count, m.assessed_count, 0) AS INTEGER) AS assessed_count
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
    FROM reported_completion
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
        CAST(SUM(assessed_count) AS INTEGER) AS assessed_count
    FROM (
        SELECT
            *,
            MIN(basis) OVER (PARTITION BY plan_id) AS plan_basis
        FROM pillar_progress(viewed_on)
    )
    WHERE basis = plan_basis
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    COALESCE(r.basis, 'indicators') AS basis,
    CASE WHEN r.basis = 'activities' THEN 100.0 * r.assessed_count / r.indicator_count ELSE r.progress_pct END AS progress_pct,
    CASE WHEN r.basis = 'activities' THEN LEAST(o.main_pct, o.other_pct) ELSE COALESCE(r.lower_pct, 0) END AS lower_pct,
    CASE WHEN r.basis = 'activities' THEN GREATEST(o.main_pct, o.other_pct) ELSE COALESCE(r.upper_pct, 100) END AS upper_pct,
    COALESCE(r.indicator_count, 0) AS indicator_count,
    COALESCE(r.assessed_count, 0) AS assessed_count
FROM plan AS p
LEFT JOIN rolled AS r USING (plan_id)
LEFT JOIN other_reading AS o USING (plan_id);

CREATE VIEW plan_progress AS
SELECT * FROM plan_progress(CURRENT_DATE);
