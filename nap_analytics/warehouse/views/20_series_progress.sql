-- Progress of a series: (a - b) / (T - b). docs/methods/progress.md has the rule, the eight separating cases and the sources.
CREATE VIEW series_rule AS
SELECT
    s.series_id,
    s.indicator_id,
    s.category,
    i.plan_id,
    i.pillar_code,
    i.node_code,
    COALESCE(s.unit, i.unit) AS unit,
    COALESCE(s.value_kind, i.value_kind) AS value_kind,
    COALESCE(s.direction, i.direction) AS direction,
    COALESCE(s.accumulation, i.accumulation) AS accumulation,
    s.baseline_value,
    s.baseline_date,
    s.is_headline,
    MAKE_DATE(p.start_year, 1, 1) AS plan_start_date,
    MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) AS plan_end_date
FROM series AS s
JOIN indicator AS i USING (indicator_id)
JOIN plan AS p USING (plan_id);

-- The target that counts: of the latest decision on or before the viewed date, the one with the last date.
CREATE MACRO decided_target(viewed_on) AS TABLE
WITH latest AS (
    SELECT
        series_id,
        MAX(decided_on) AS decided_on
    FROM target
    WHERE decided_on <= CAST(viewed_on AS DATE)
    GROUP BY series_id
)
SELECT
    t.series_id,
    t.target_date,
    t.target_value,
    t.decided_on,
    t.source_id,
    t.locator,
    t.target_date = MAX(t.target_date) OVER (PARTITION BY t.series_id) AS is_final
FROM target AS t
JOIN latest USING (series_id, decided_on);

-- The span in which a value can be assessed: after the baseline, within the plan, before any series break.
CREATE MACRO assessed_span(viewed_on) AS TABLE
WITH span AS (
    SELECT
        *,
        COALESCE(baseline_date + 1, plan_start_date) AS first_date,
        LEAST(plan_end_date, CAST(viewed_on AS DATE)) AS last_date
    FROM series_rule
),
series_break AS (
    SELECT
        o.series_id,
        MIN(o.period_end) AS break_date
    FROM recorded_observation AS o
    JOIN span USING (series_id)
    WHERE o.is_series_break
      AND o.is_preferred
      AND o.region_code IS NULL
      AND o.sex IS NULL
      AND o.age_group IS NULL
      AND o.period_end >= span.first_date
      AND o.period_end <= CAST(viewed_on AS DATE)
      AND COALESCE(o.submitted_on <= CAST(viewed_on AS DATE), TRUE)
    GROUP BY o.series_id
)
SELECT
    span.* EXCLUDE (last_date),
    break_date,
    LEAST(last_date, COALESCE(break_date - 1, last_date)) AS last_date
FROM span
LEFT JOIN series_break USING (series_id);

-- New cases of each period, added up from the first day after the baseline; a hole or an overlap leaves no sum.
CREATE MACRO summed_value(viewed_on) AS TABLE
WITH period AS (
    SELECT
        o.series_id,
        o.period_start,
        o.period_end,
        o.value,
        LAG(o.period_end, 1, span.first_date - 1) OVER (PARTITION BY o.series_id ORDER BY o.period_start, o.period_end) AS previous_end
    FROM recorded_observation AS o
    JOIN assessed_span(viewed_on) AS span USING (series_id)
    WHERE span.accumulation = 'sum'
      AND o.is_preferred
      AND o.value IS NOT NULL
      AND o.region_code IS NULL
      AND o.sex IS NULL
      AND o.age_group IS NULL
      AND o.period_start >= span.first_date
      AND o.period_end <= span.last_date
      AND COALESCE(o.submitted_on <= CAST(viewed_on AS DATE), TRUE)
)
SELECT
    series_id,
    CASE WHEN BOOL_AND(period_start = previous_end + 1) THEN SUM(value) END AS latest_value,
    CASE WHEN BOOL_AND(period_start = previous_end + 1) THEN MAX(period_end) END AS latest_date
FROM period
GROUP BY series_id;

-- One pass over the observations: the latest value before the plan, and the latest that can be assessed.
CREATE MACRO measured_value(viewed_on) AS TABLE
SELECT
    o.series_id,
    ARG_MAX(o.value, o.period_end) FILTER (WHERE o.period_end < span.plan_start_date) AS earlier_value,
    MAX(o.period_end) FILTER (WHERE o.period_end < span.plan_start_date) AS earlier_date,
    ARG_MAX(o.value, o.period_end) FILTER (WHERE o.period_end BETWEEN span.first_date AND span.last_date) AS latest_value,
    MAX(o.period_end) FILTER (WHERE o.period_end BETWEEN span.first_date AND span.last_date) AS latest_date
FROM recorded_observation AS o
JOIN assessed_span(viewed_on) AS span USING (series_id)
WHERE o.is_preferred
  AND o.value IS NOT NULL
  AND o.region_code IS NULL
  AND o.sex IS NULL
  AND o.age_group IS NULL
  AND o.period_end <= CAST(viewed_on AS DATE)
  AND COALESCE(o.submitted_on <= CAST(viewed_on AS DATE), TRUE)
GROUP BY o.series_id;

CREATE MACRO series_standing(viewed_on) AS TABLE
WITH standing AS (
    SELECT
        span.*,
        CASE
            WHEN span.accumulation = 'sum' THEN 0
            WHEN span.baseline_value IS NOT NULL THEN span.baseline_value
            ELSE measured.earlier_value
        END AS starting_value,
        CASE
            WHEN span.accumulation = 'sum' THEN span.first_date - 1
            WHEN span.baseline_value IS NOT NULL THEN span.baseline_date
            ELSE measured.earlier_date
        END AS starting_date,
        CASE WHEN span.accumulation = 'sum' THEN summed.latest_value ELSE measured.latest_value END AS latest_value,
        CASE WHEN span.accumulation = 'sum' THEN summed.latest_date ELSE measured.latest_date END AS latest_date,
        final.target_value,
        final.target_date
    FROM assessed_span(viewed_on) AS span
    LEFT JOIN measured_value(viewed_on) AS measured USING (series_id)
    LEFT JOIN summed_value(viewed_on) AS summed USING (series_id)
    LEFT JOIN (SELECT * FROM decided_target(viewed_on) WHERE is_final) AS final USING (series_id)
)
SELECT
    *,
    CASE direction WHEN 'increase' THEN starting_value >= target_value ELSE starting_value <= target_value END AS is_to_hold,
    CASE direction WHEN 'increase' THEN latest_value >= target_value ELSE latest_value <= target_value END AS meets_target,
    starting_value IS NOT NULL AND target_value IS NOT NULL AND latest_value IS NOT NULL AS is_assessed
FROM standing;

-- The path to the target: straight lines from the baseline through the decision's earlier targets to its last one.
CREATE MACRO target_path(viewed_on) AS TABLE
SELECT
    series_id,
    starting_date AS path_date,
    starting_value AS path_value
FROM series_standing(viewed_on)
WHERE starting_value IS NOT NULL
UNION ALL
SELECT
    t.series_id,
    t.target_date,
    t.target_value
FROM decided_target(viewed_on) AS t
JOIN series_standing(viewed_on) AS s USING (series_id)
WHERE s.starting_date < t.target_date;

CREATE MACRO series_progress(viewed_on) AS TABLE
WITH standing AS MATERIALIZED (
    -- Once for the measure and for the expected progress: this is the pass over all observations.
    SELECT * FROM series_standing(viewed_on)
),
path AS (
    SELECT
        s.series_id,
        s.starting_date,
        s.starting_value,
        s.latest_date,
        s.target_value,
        s.target_date,
        t.target_date AS to_date,
        t.target_value AS to_value,
        LAG(t.target_date, 1, s.starting_date) OVER decision AS from_date,
        LAG(t.target_value, 1, s.starting_value) OVER decision AS from_value
    FROM standing AS s
    JOIN decided_target(viewed_on) AS t USING (series_id)
    WHERE s.is_assessed
      AND t.target_date > s.starting_date
    WINDOW decision AS (PARTITION BY s.series_id ORDER BY t.target_date)
),
expected AS (
    -- The leg of the path on which the latest value lies; a series to hold is expected by time alone.
    SELECT
        series_id,
        CASE
            WHEN target_value = starting_value THEN (latest_date - starting_date) / (target_date - starting_date)
            ELSE (
                from_value + (latest_date - from_date) / (to_date - from_date) * (to_value - from_value) - starting_value
            ) / (target_value - starting_value)
        END AS expected_share
    FROM path
    WHERE latest_date > from_date
      AND latest_date <= to_date
),
measured AS (
    SELECT
        s.*,
        CASE
            WHEN NOT s.is_assessed THEN NULL
            WHEN s.is_to_hold AND s.meets_target THEN 1
            WHEN s.is_to_hold AND s.target_value = 0 THEN 0
            WHEN s.is_to_hold THEN GREATEST(0, 1 - ABS(s.target_value - s.latest_value) / ABS(s.target_value))
            ELSE (s.latest_value - s.starting_value) / (s.target_value - s.starting_value)
        END AS progress_share,
        CASE
            WHEN NOT s.is_assessed THEN NULL
            ELSE GREATEST(0, LEAST(1, COALESCE(e.expected_share, 1)))
        END AS expected_share
    FROM standing AS s
    LEFT JOIN expected AS e USING (series_id)
)
SELECT
    series_id,
    indicator_id,
    plan_id,
    pillar_code,
    node_code,
    category,
    unit,
    value_kind,
    direction,
    accumulation,
    is_headline,
    starting_value AS baseline_value,
    starting_date AS baseline_date,
    target_value,
    target_date,
    latest_value,
    latest_date AS period_end,
    break_date,
    100 * progress_share AS progress_pct,
    100 * expected_share AS expected_pct,
    CASE
        WHEN NOT is_assessed THEN 'not_assessed'
        WHEN meets_target THEN 'achieved'
        WHEN is_to_hold THEN 'deterioration'
        WHEN progress_share < 0 THEN 'deterioration'
        WHEN ROUND(progress_share - 0.95 * expected_share, 9) >= 0 THEN 'on_track'
        WHEN ROUND(progress_share - 0.60 * expected_share, 9) >= 0 THEN 'acceleration'
        ELSE 'limited'
    END AS status,
    CASE
        WHEN is_assessed THEN NULL
        WHEN target_value IS NULL AND starting_value IS NULL AND latest_value IS NULL THEN 'no_target_no_value'
        WHEN target_value IS NULL THEN 'no_target'
        WHEN starting_value IS NULL THEN 'no_baseline'
        ELSE 'no_value'
    END AS not_assessed_reason
FROM measured;

CREATE VIEW series_progress AS
SELECT * FROM series_progress(CURRENT_DATE);

-- Required pace: what each remaining year must bring, what the years so far brought, and where the present pace leads.
CREATE MACRO series_pace(viewed_on) AS TABLE
WITH pace AS (
    SELECT
        series_id,
        status,
        target_value,
        latest_value,
        (target_date - period_end) / 365.25 AS remaining_years,
        (latest_value - baseline_value) / ((period_end - baseline_date) / 365.25) AS achieved_per_year
    FROM series_progress(viewed_on)
    WHERE status <> 'not_assessed'
)
SELECT
    series_id,
    remaining_years,
    achieved_per_year,
    CASE
        WHEN remaining_years > 0 AND status = 'achieved' THEN 0
        WHEN remaining_years > 0 THEN (target_value - latest_value) / remaining_years
    END AS required_per_year,
    CASE WHEN remaining_years > 0 THEN latest_value + achieved_per_year * remaining_years END AS projected_value
FROM pace;

CREATE VIEW series_pace AS
SELECT * FROM series_pace(CURRENT_DATE);
