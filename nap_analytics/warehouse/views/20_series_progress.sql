-- Progress and status of a series: (a - b) / (T - b), before and after the deadline.
-- docs/methods/progress.md and expected-progress-and-status.md have the rules, the separating cases and the sources.
CREATE VIEW series_rule AS
SELECT
    s.series_id,
    s.indicator_id,
    s.category,
    i.plan_id,
    i.pillar_code,
    i.node_code,
    s.evidence,
    s.reads_reporting,
    COALESCE(s.unit, i.unit) AS unit,
    COALESCE(s.value_kind, i.value_kind) AS value_kind,
    COALESCE(s.direction, i.direction) AS direction,
    COALESCE(s.accumulation, i.accumulation) AS accumulation,
    s.baseline_value,
    s.baseline_date,
    s.is_headline,
    MAKE_DATE(p.start_year, 1, 1) AS plan_start_date,
    MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) AS plan_end_date,
    first_counted_day(COALESCE(s.accumulation, i.accumulation), s.baseline_value, s.baseline_date, p.start_year) AS first_date
FROM series AS s
JOIN indicator AS i USING (indicator_id)
JOIN plan AS p USING (plan_id);

-- The targets that count: the plan's own, else the law's or the government's, never a partner's; of the latest such decision,
-- of two on one day the law's.
CREATE MACRO decided_target(viewed_on) AS TABLE
WITH decision AS (
    SELECT
        *,
        set_by = 'plan' AS is_of_plan
    FROM target
    WHERE decided_on <= CAST(viewed_on AS DATE)
      AND set_by <> 'partner'
),
chosen AS (
    SELECT *
    FROM decision
    QUALIFY RANK() OVER (PARTITION BY series_id ORDER BY is_of_plan DESC, decided_on DESC, set_by DESC) = 1
),
rising_target AS (
    SELECT
        *,
        LAG(target_value) OVER (PARTITION BY series_id ORDER BY target_date) AS earlier_value
    FROM chosen
)
SELECT
    series_id,
    target_date,
    target_value,
    decided_on,
    set_by,
    source_id,
    locator,
    target_date = MAX(target_date) OVER (PARTITION BY series_id) AS is_final,
    -- The targets of a sum add up from date to date.
    COALESCE(BOOL_AND(target_value > earlier_value) OVER (PARTITION BY series_id), TRUE) AS rises
FROM rising_target;

-- The preferred national observations known on a day.
CREATE MACRO national_observation(viewed_on) AS TABLE
SELECT *
FROM recorded_observation
WHERE is_preferred
  AND is_national(region_code, sex, age_group)
  AND period_end <= CAST(viewed_on AS DATE)
  AND COALESCE(submitted_on <= CAST(viewed_on AS DATE), TRUE);

-- The span in which a value can be assessed, and that in which one answers for the target.
CREATE MACRO assessed_span(viewed_on) AS TABLE
WITH series_break AS (
    SELECT
        o.series_id,
        MIN(o.period_end) AS break_date
    FROM national_observation(viewed_on) AS o
    JOIN series_rule AS r USING (series_id)
    WHERE o.is_series_break
      AND o.period_end >= r.first_date
    GROUP BY o.series_id
)
SELECT
    r.*,
    b.break_date,
    LEAST(r.plan_end_date, CAST(viewed_on AS DATE), COALESCE(b.break_date - 1, r.plan_end_date)) AS last_date,
    t.target_value,
    t.target_date,
    t.set_by AS target_set_by,
    t.rises AS target_rises,
    COALESCE(t.target_date < CAST(viewed_on AS DATE), FALSE) AS deadline_has_passed,
    months_from(t.target_date, -12) AS verdict_first_date,
    LEAST(months_from(t.target_date, 6), COALESCE(b.break_date - 1, months_from(t.target_date, 6))) AS verdict_last_date
FROM series_rule AS r
LEFT JOIN series_break AS b USING (series_id)
LEFT JOIN (SELECT * FROM decided_target(viewed_on) WHERE is_final) AS t USING (series_id);

-- One pass over the observations gives the values that count; the rest is arithmetic on one row per series.
CREATE MACRO series_progress(viewed_on) AS TABLE
WITH span AS MATERIALIZED (
    SELECT * FROM assessed_span(viewed_on)
),
valued AS (
    SELECT
        span.*,
        o.period_start,
        o.period_end,
        o.value,
        o.is_at_least
    FROM national_observation(viewed_on) AS o
    JOIN span USING (series_id)
    WHERE o.value IS NOT NULL
),
-- New cases of each period, added up from the first day that counts; a gap or an overlap leaves no sum.
period AS (
    SELECT
        series_id,
        period_start,
        period_end,
        value,
        is_at_least,
        last_date,
        LEAST(target_date, COALESCE(break_date - 1, target_date)) AS due_date,
        LAG(period_end, 1, first_date - 1) OVER in_time AS previous_end,
        ROW_NUMBER() OVER in_time AS place
    FROM valued
    WHERE accumulation = 'sum'
      AND period_start >= first_date
    WINDOW in_time AS (PARTITION BY series_id ORDER BY period_start, period_end)
),
joined AS (
    SELECT
        *,
        BOOL_AND(period_start = previous_end + 1) OVER (PARTITION BY series_id ORDER BY place) AS is_joined
    FROM period
),
summed AS (
    SELECT
        series_id,
        BOOL_AND(is_joined) FILTER (WHERE period_end <= last_date) AS is_whole,
        SUM(value) FILTER (WHERE period_end <= last_date) AS latest_value,
        MAX(period_end) FILTER (WHERE period_end <= last_date) AS period_end,
        BOOL_OR(is_at_least) FILTER (WHERE period_end <= last_date) AS latest_is_floor,
        -- For the target counts what joins up to its day: what was reached before a gap stays reached.
        SUM(value) FILTER (WHERE is_joined AND period_end <= due_date) AS due_value,
        MAX(period_end) FILTER (WHERE is_joined AND period_end <= due_date) AS due_period_end,
        BOOL_OR(is_at_least) FILTER (WHERE is_joined AND period_end <= due_date) AS due_is_floor,
        -- The first gap, or the first time that is covered twice.
        ARG_MIN(CASE WHEN period_start > previous_end THEN 'gap' ELSE 'overlap' END, place)
            FILTER (WHERE NOT is_joined AND period_end <= last_date) AS sum_fault,
        ARG_MIN(LEAST(period_start, previous_end + 1), place)
            FILTER (WHERE NOT is_joined AND period_end <= last_date) AS sum_fault_start,
        ARG_MIN(CASE WHEN period_start > previous_end THEN period_start - 1 ELSE LEAST(period_end, previous_end) END, place)
            FILTER (WHERE NOT is_joined AND period_end <= last_date) AS sum_fault_end
    FROM joined
    GROUP BY series_id
),
-- The latest value before the plan, the latest that can be assessed, and the one that answers for the target: nearest its date, of
-- two equally near the later. A running total answers with its last value up to that date.
candidate_value AS (
    SELECT
        series_id,
        period_start,
        period_end,
        value,
        is_at_least,
        period_end < plan_start_date AS is_earlier,
        period_end BETWEEN first_date AND last_date AS is_assessed,
        CASE
            WHEN accumulation = 'running_total' THEN period_end BETWEEN first_date AND LEAST(target_date, verdict_last_date)
            ELSE period_end BETWEEN verdict_first_date AND verdict_last_date
        END AS is_answer,
        2 * ABS(DATE_DIFF('day', target_date, period_end)) - CASE WHEN period_end > target_date THEN 1 ELSE 0 END AS distance
    FROM valued
    WHERE accumulation <> 'sum'
),
measured AS (
    SELECT
        series_id,
        ARG_MAX(value, period_end) FILTER (WHERE is_earlier) AS earlier_value,
        MAX(period_end) FILTER (WHERE is_earlier) AS earlier_period_end,
        ARG_MAX(period_start, period_end) FILTER (WHERE is_earlier) AS earlier_period_start,
        ARG_MAX(value, period_end) FILTER (WHERE is_assessed) AS latest_value,
        MAX(period_end) FILTER (WHERE is_assessed) AS period_end,
        ARG_MAX(period_start, period_end) FILTER (WHERE is_assessed) AS period_start,
        ARG_MAX(is_at_least, period_end) FILTER (WHERE is_assessed) AS latest_is_floor,
        ARG_MIN(value, distance) FILTER (WHERE is_answer) AS due_value,
        ARG_MIN(period_end, distance) FILTER (WHERE is_answer) AS due_period_end,
        ARG_MIN(period_start, distance) FILTER (WHERE is_answer) AS due_period_start,
        ARG_MIN(is_at_least, distance) FILTER (WHERE is_answer) AS due_is_floor
    FROM candidate_value
    GROUP BY series_id
),
standing AS MATERIALIZED (
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
            ELSE measured.earlier_period_end
        END AS starting_date,
        CASE WHEN span.accumulation <> 'sum' AND span.baseline_value IS NULL THEN measured.earlier_period_start END AS starting_period_start,
        CASE WHEN summed.is_whole THEN summed.latest_value ELSE measured.latest_value END AS latest_value,
        CASE WHEN summed.is_whole THEN summed.period_end ELSE measured.period_end END AS period_end,
        CASE WHEN span.accumulation <> 'sum' THEN measured.period_start END AS period_start,
        COALESCE(summed.due_value, measured.due_value) AS due_value,
        COALESCE(summed.due_period_end, measured.due_period_end) AS due_period_end,
        CASE WHEN span.accumulation <> 'sum' THEN measured.due_period_start END AS due_period_start,
        COALESCE(summed.latest_is_floor, measured.latest_is_floor, FALSE) AS latest_is_floor,
        COALESCE(summed.due_is_floor, measured.due_is_floor, FALSE) AS due_is_floor,
        summed.sum_fault,
        summed.sum_fault_start,
        summed.sum_fault_end
    FROM span
    LEFT JOIN measured USING (series_id)
    LEFT JOIN summed USING (series_id)
),
-- Why a series has no value that can be assessed although some were reported: the first that fits.
reported AS (
    SELECT
        s.series_id,
        BOOL_OR(
            is_national(o.region_code, o.sex, o.age_group)
            AND assessment_scope(o.period_end, s.first_date, s.break_date, s.plan_end_date) = 'within'
        ) AS is_national_within,
        BOOL_OR(assessment_scope(o.period_end, s.first_date, s.break_date, s.plan_end_date) = 'within') AS is_within,
        -- New cases of a period that begins before the first day that counts: of the time after it alone they say nothing.
        MAX(
            CASE
                WHEN is_national(o.region_code, o.sex, o.age_group)
                    AND o.is_preferred
                    AND assessment_scope(o.period_end, s.first_date, s.break_date, s.plan_end_date) = 'within'
                    THEN o.period_end
            END
        ) AS begun_before_end,
        BOOL_OR(is_national(o.region_code, o.sex, o.age_group) AND o.is_preferred AND o.period_end BETWEEN s.break_date AND s.plan_end_date)
            AS is_after_break,
        BOOL_OR(is_national(o.region_code, o.sex, o.age_group) AND o.period_end > s.plan_end_date) AS is_after_plan
    FROM standing AS s
    JOIN recorded_observation AS o USING (series_id)
    WHERE s.latest_value IS NULL
      AND o.value IS NOT NULL
      AND o.period_end <= CAST(viewed_on AS DATE)
      AND COALESCE(o.submitted_on <= CAST(viewed_on AS DATE), TRUE)
    GROUP BY s.series_id
),
judged AS (
    SELECT
        s.*,
        COALESCE(s.sum_fault_start, CASE WHEN r.begun_before_end IS NOT NULL THEN s.first_date END) AS fault_start,
        COALESCE(s.sum_fault_end, r.begun_before_end) AS fault_end,
        CASE
            WHEN s.latest_value IS NOT NULL THEN NULL
            WHEN s.sum_fault IS NOT NULL THEN s.sum_fault
            WHEN r.begun_before_end IS NOT NULL THEN 'gap'
            WHEN r.is_national_within THEN 'none_preferred'
            WHEN r.is_within THEN 'split_only'
            WHEN r.is_after_break THEN 'after_break_only'
            WHEN r.is_after_plan THEN 'after_plan_only'
            ELSE 'no_value'
        END AS absence_reason,
        CASE
            WHEN s.evidence = 'near' THEN 'near_measure'
            WHEN s.target_value IS NULL THEN NULL
            WHEN s.accumulation = 'sum' AND s.direction = 'decrease' THEN 'sum_that_should_fall'
            WHEN s.accumulation = 'sum' AND NOT s.target_rises THEN 'targets_do_not_rise'
        END AS barring_reason,
        -- A source that counts what it knows of may have seen too little: short of a target to reach, or within one to fall to, its
        -- value settles nothing.
        s.latest_is_floor AND s.direction = 'decrease' AS latest_flatters,
        meets(s.starting_value, s.target_value, s.direction) AS is_to_hold,
        meets(s.latest_value, s.target_value, s.direction) AS meets_target,
        meets(s.due_value, s.target_value, s.direction) AS met_when_due,
        s.due_is_floor AND (s.direction = 'increase') <> meets(s.due_value, s.target_value, s.direction) AS is_open_floor
    FROM standing AS s
    LEFT JOIN reported AS r USING (series_id)
),
answered AS (
    SELECT
        *,
        barring_reason IS NULL
            AND starting_value IS NOT NULL
            AND target_value IS NOT NULL
            AND latest_value IS NOT NULL
            AND NOT latest_flatters AS is_assessed,
        -- A deadline that has passed asks for a verdict, which needs a target and a value and no baseline.
        CASE
            WHEN barring_reason IS NOT NULL OR NOT deadline_has_passed THEN NULL
            WHEN due_value IS NULL OR is_open_floor THEN 'not_verified'
            WHEN accumulation = 'latest' OR due_period_end = target_date THEN CASE WHEN met_when_due THEN 'achieved' ELSE 'missed' END
            -- Reached before the day that it was due stays reached; short of it and incomplete, nobody knows.
            WHEN direction = 'increase' AND met_when_due THEN 'achieved'
            ELSE 'not_verified'
        END AS verdict
    FROM judged
),
path AS (
    SELECT
        s.series_id,
        s.starting_date,
        s.starting_value,
        s.period_end,
        s.target_value,
        s.target_date,
        s.is_to_hold,
        t.target_date AS to_date,
        t.target_value AS to_value,
        LAG(t.target_date, 1, s.starting_date) OVER decision AS from_date,
        LAG(t.target_value, 1, s.starting_value) OVER decision AS from_value
    FROM answered AS s
    JOIN decided_target(viewed_on) AS t USING (series_id)
    WHERE s.is_assessed
      AND t.target_date > s.starting_date
    WINDOW decision AS (PARTITION BY s.series_id ORDER BY t.target_date)
),
expected AS (
    -- The leg of the path that holds the latest value; a level to hold is expected by time alone.
    SELECT
        series_id,
        CASE
            WHEN is_to_hold THEN DATE_DIFF('day', starting_date, period_end) / DATE_DIFF('day', starting_date, target_date)
            ELSE (
                from_value
                + DATE_DIFF('day', from_date, period_end) / DATE_DIFF('day', from_date, to_date) * (to_value - from_value)
                - starting_value
            ) / (target_value - starting_value)
        END AS expected_share
    FROM path
    WHERE period_end > from_date
      AND period_end <= to_date
),
shared AS (
    SELECT
        s.*,
        CASE
            WHEN NOT s.is_assessed THEN NULL
            WHEN s.is_to_hold AND s.meets_target THEN 1
            WHEN s.is_to_hold THEN 0
            ELSE (s.latest_value - s.starting_value) / (s.target_value - s.starting_value)
        END AS progress_share,
        CASE
            WHEN NOT s.is_assessed THEN NULL
            ELSE GREATEST(0, LEAST(1, COALESCE(e.expected_share, 1)))
        END AS expected_share
    FROM answered AS s
    LEFT JOIN expected AS e USING (series_id)
)
SELECT
    series_id,
    indicator_id,
    plan_id,
    pillar_code,
    node_code,
    category,
    evidence,
    reads_reporting,
    unit,
    value_kind,
    direction,
    accumulation,
    is_headline,
    starting_value AS baseline_value,
    starting_date AS baseline_date,
    starting_period_start AS baseline_start,
    target_value,
    target_date,
    target_set_by,
    deadline_has_passed,
    latest_value,
    period_start,
    period_end,
    break_date,
    COALESCE(is_to_hold, FALSE) AS is_to_hold,
    latest_value IS NOT NULL OR absence_reason IN ('gap', 'overlap', 'none_preferred', 'split_only', 'after_break_only') AS is_measured,
    100 * progress_share AS progress_pct,
    100 * expected_share AS expected_pct,
    CASE WHEN verdict IN ('achieved', 'missed') THEN due_value END AS verdict_value,
    CASE WHEN verdict IN ('achieved', 'missed') THEN due_period_end END AS verdict_date,
    CASE WHEN verdict IN ('achieved', 'missed') THEN due_period_start END AS verdict_start,
    CASE
        WHEN verdict IS NOT NULL THEN verdict
        WHEN NOT is_assessed THEN 'not_assessed'
        WHEN meets_target THEN 'achieved'
        WHEN is_to_hold THEN 'deterioration'
        ELSE pace_status(progress_share, expected_share)
    END AS status,
    CASE WHEN verdict IN ('achieved', 'missed') THEN due_period_end WHEN is_assessed AND verdict IS NULL THEN period_end END AS status_date,
    CASE
        WHEN is_assessed THEN NULL
        WHEN barring_reason IS NOT NULL THEN barring_reason
        WHEN target_value IS NULL AND latest_value IS NULL AND absence_reason = 'no_value' THEN 'no_target_no_value'
        WHEN target_value IS NULL THEN 'no_target'
        WHEN latest_value IS NULL THEN absence_reason
        WHEN starting_value IS NULL THEN 'no_baseline'
        ELSE 'floor_of_a_fall'
    END AS not_assessed_reason,
    absence_reason,
    CASE WHEN accumulation = 'sum' AND COALESCE(latest_value, due_value) IS NOT NULL THEN first_date END AS summed_from,
    COALESCE(verdict = 'not_verified' AND is_open_floor, FALSE) AS only_floor_when_due,
    CASE WHEN latest_value IS NULL THEN fault_start END AS sum_fault_start,
    CASE WHEN latest_value IS NULL THEN fault_end END AS sum_fault_end
FROM shared;

CREATE VIEW series_progress AS
SELECT * FROM series_progress(CURRENT_DATE);

-- The path to the target: straight lines from the baseline through the decision's earlier targets to its last one.
CREATE MACRO target_path(viewed_on) AS TABLE
WITH start AS MATERIALIZED (
    SELECT
        series_id,
        baseline_date,
        baseline_value
    FROM series_progress(viewed_on)
    WHERE baseline_value IS NOT NULL
)
SELECT
    series_id,
    baseline_date AS path_date,
    baseline_value AS path_value
FROM start
UNION ALL
SELECT
    t.series_id,
    t.target_date,
    t.target_value
FROM decided_target(viewed_on) AS t
JOIN start AS s USING (series_id)
WHERE s.baseline_date < t.target_date;

-- Every observation as everybody may see it, with what it is to its plan.
CREATE MACRO scoped_observation(viewed_on) AS TABLE
SELECT
    o.*,
    is_national(o.region_code, o.sex, o.age_group) AS is_national,
    assessment_scope(o.period_end, s.first_date, s.break_date, s.plan_end_date) AS assessment_scope,
    COALESCE(o.period_end >= s.break_date, FALSE) AS is_after_break,
    o.period_end > s.plan_end_date AS is_after_plan
FROM observation(viewed_on) AS o
JOIN assessed_span(viewed_on) AS s USING (series_id);

CREATE VIEW scoped_observation AS
SELECT * FROM scoped_observation(CURRENT_DATE);

-- Required pace: what each remaining year must bring, what the years so far brought, and where the present pace leads.
CREATE MACRO series_pace(viewed_on) AS TABLE
WITH pace AS (
    SELECT
        series_id,
        progress_pct >= 100 AS has_reached,
        deadline_has_passed,
        target_value,
        latest_value,
        DATE_DIFF('day', period_end, target_date) / 365.25 AS remaining_years,
        (latest_value - baseline_value) / (DATE_DIFF('day', baseline_date, period_end) / 365.25) AS achieved_per_year
    FROM series_progress(viewed_on)
    WHERE progress_pct IS NOT NULL
)
SELECT
    series_id,
    remaining_years,
    achieved_per_year,
    CASE
        WHEN deadline_has_passed OR remaining_years <= 0 THEN NULL
        WHEN has_reached THEN 0
        ELSE (target_value - latest_value) / remaining_years
    END AS required_per_year,
    CASE WHEN NOT deadline_has_passed AND remaining_years > 0 THEN latest_value + achieved_per_year * remaining_years END AS projected_value
FROM pace;

CREATE VIEW series_pace AS
SELECT * FROM series_pace(CURRENT_DATE);
