-- Direction of travel: whether a series moves the wanted way, with or without a target. docs/methods/direction.md has the rule.
-- A sum is compared by whole calendar years: one whose periods join from 1 January to 31 December.
CREATE MACRO yearly_sum(viewed_on) AS TABLE
WITH period AS (
    SELECT
        o.series_id,
        o.period_start,
        o.period_end,
        o.value,
        o.is_at_least,
        YEAR(o.period_end) AS calendar_year,
        LAG(o.period_end, 1, MAKE_DATE(YEAR(o.period_end), 1, 1) - 1) OVER (
            PARTITION BY o.series_id, YEAR(o.period_end) ORDER BY o.period_start, o.period_end
        ) AS previous_end
    FROM national_observation(viewed_on) AS o
    JOIN series_rule AS r USING (series_id)
    WHERE r.accumulation = 'sum'
      AND o.value IS NOT NULL
      AND YEAR(o.period_start) = YEAR(o.period_end)
)
SELECT
    series_id,
    calendar_year,
    SUM(value) AS year_value,
    BOOL_OR(is_at_least) AS is_at_least
FROM period
GROUP BY series_id, calendar_year
HAVING BOOL_AND(period_start = previous_end + 1)
   AND MAX(period_end) = MAKE_DATE(calendar_year, 12, 31);

-- The two values that each series is compared by: where it started, and the latest that counts.
CREATE MACRO compared_values(viewed_on) AS TABLE
WITH progress AS MATERIALIZED (
    SELECT
        p.*,
        r.baseline_value IS NULL AS is_measured_baseline,
        YEAR(r.plan_start_date) AS first_year,
        LEAST(r.plan_end_date, COALESCE(p.break_date - 1, r.plan_end_date)) AS last_date
    FROM series_progress(viewed_on) AS p
    JOIN series_rule AS r USING (series_id)
),
flag AS (
    -- A printed baseline is no observation: whether it is a floor, and of how many, is not known.
    SELECT
        p.series_id,
        BOOL_OR(o.is_at_least) AS is_floor,
        MAX(CASE WHEN o.period_end = p.baseline_date THEN o.numerator END) AS from_count,
        MAX(CASE WHEN o.period_end = p.period_end THEN o.numerator END) AS to_count
    FROM progress AS p
    JOIN national_observation(viewed_on) AS o
        ON o.series_id = p.series_id
        AND (o.period_end = p.period_end OR (o.period_end = p.baseline_date AND p.is_measured_baseline))
    WHERE p.accumulation <> 'sum'
    GROUP BY p.series_id
),
whole_year AS (
    SELECT
        y.*,
        y.calendar_year < p.first_year AS is_before
    FROM yearly_sum(viewed_on) AS y
    JOIN progress AS p USING (series_id)
    WHERE MAKE_DATE(y.calendar_year, 12, 31) <= p.last_date
),
compared_year AS (
    SELECT
        series_id,
        ARG_MAX(year_value, calendar_year) FILTER (WHERE is_before) AS from_value,
        MAX(calendar_year) FILTER (WHERE is_before) AS from_year,
        ARG_MAX(year_value, calendar_year) FILTER (WHERE NOT is_before) AS to_value,
        MAX(calendar_year) FILTER (WHERE NOT is_before) AS to_year,
        COALESCE(ARG_MAX(is_at_least, calendar_year) FILTER (WHERE is_before), FALSE)
            OR COALESCE(ARG_MAX(is_at_least, calendar_year) FILTER (WHERE NOT is_before), FALSE) AS is_floor
    FROM whole_year
    GROUP BY series_id
),
-- A break counts in whatever period it is, also in a year that is not whole.
broken AS (
    SELECT DISTINCT y.series_id
    FROM compared_year AS y
    JOIN national_observation(viewed_on) AS o USING (series_id)
    WHERE o.is_series_break
      AND o.period_end <= MAKE_DATE(y.to_year, 12, 31)
      AND (
          o.period_end > MAKE_DATE(y.from_year, 12, 31)
          OR (YEAR(o.period_end) = y.from_year AND o.period_start > MAKE_DATE(y.from_year, 1, 1))
      )
)
SELECT
    p.series_id,
    p.indicator_id,
    p.plan_id,
    p.pillar_code,
    p.evidence,
    p.reads_reporting,
    s.direction_is_clear,
    p.accumulation,
    p.value_kind,
    p.absence_reason,
    u.counts_people,
    CASE p.direction WHEN 'increase' THEN 1 ELSE -1 END AS wanted_sign,
    CASE WHEN p.accumulation = 'sum' THEN y.from_value ELSE p.baseline_value END AS from_value,
    CASE WHEN p.accumulation = 'sum' THEN MAKE_DATE(y.from_year, 12, 31) ELSE p.baseline_date END AS from_date,
    p.baseline_start AS from_start,
    CASE WHEN p.accumulation = 'sum' THEN y.to_value ELSE p.latest_value END AS to_value,
    CASE WHEN p.accumulation = 'sum' THEN MAKE_DATE(y.to_year, 12, 31) ELSE p.period_end END AS to_date,
    p.period_start AS to_start,
    COALESCE(y.is_floor, f.is_floor, FALSE) AS is_floor,
    f.from_count,
    f.to_count,
    b.series_id IS NOT NULL AS has_break
FROM progress AS p
JOIN series AS s USING (series_id)
JOIN unit AS u ON u.unit = p.unit
LEFT JOIN flag AS f ON f.series_id = p.series_id
LEFT JOIN compared_year AS y ON y.series_id = p.series_id
LEFT JOIN broken AS b ON b.series_id = p.series_id;

CREATE MACRO series_direction(viewed_on) AS TABLE
WITH reasoned AS (
    SELECT
        *,
        CASE
            WHEN from_value IS NULL AND accumulation = 'sum' THEN 'no_whole_year_before'
            WHEN from_value IS NULL THEN 'no_baseline'
            WHEN to_value IS NULL AND accumulation = 'sum' THEN 'no_whole_year'
            WHEN to_value IS NULL THEN absence_reason
            WHEN has_break THEN 'break'
            WHEN to_date < CAST(from_date + INTERVAL 1 YEAR AS DATE) THEN 'less_than_a_year'
        END AS unknown_reason,
        CASE
            WHEN reads_reporting THEN 'reads_reporting'
            WHEN is_floor THEN 'floor'
            WHEN NOT direction_is_clear THEN 'depends_on_year'
        END AS barring_reason,
        value_kind NOT IN ('yes_no', 'level') AND from_value > 0 AND to_value >= 0 AS has_rate,
        -- A few persons more or less are no movement, where the persons are counted.
        CASE
            WHEN value_kind = 'count' THEN counts_people AND ABS(to_value - from_value) < 5
            ELSE COALESCE(ABS(to_count - from_count) < 5, FALSE)
        END AS is_few,
        years_between(from_date, to_date) AS years
    FROM compared_values(viewed_on)
),
rated AS (
    SELECT
        *,
        CASE
            WHEN unknown_reason IS NULL AND barring_reason IS NULL AND has_rate
                THEN 100 * wanted_sign * (POWER(to_value / from_value, 1 / years) - 1)
        END AS wanted_rate_pct
    FROM reasoned
)
SELECT
    series_id,
    indicator_id,
    plan_id,
    pillar_code,
    evidence,
    from_value,
    from_date,
    from_start,
    to_value,
    to_date,
    to_start,
    wanted_rate_pct,
    CASE WHEN value_kind = 'percent' AND unknown_reason IS NULL THEN (to_value - from_value) / years END AS points_per_year,
    CASE
        WHEN unknown_reason IS NOT NULL THEN 'unknown'
        WHEN barring_reason IS NOT NULL THEN 'not_judged'
        WHEN is_few OR to_value = from_value THEN 'unchanged'
        WHEN has_rate THEN rate_movement(wanted_rate_pct)
        WHEN wanted_sign * (to_value - from_value) > 0 THEN 'improved'
        ELSE 'worsened'
    END AS movement,
    COALESCE(unknown_reason, barring_reason) AS movement_reason
FROM rated;

CREATE VIEW series_direction AS
SELECT * FROM series_direction(CURRENT_DATE);

-- One movement for several series; NULL where none is judged.
CREATE MACRO joint_movement(series_count, improved_count, slightly_improved_count, unchanged_count, slightly_worsened_count, worsened_count) AS
    CASE
        WHEN series_count = 0 THEN NULL
        WHEN improved_count = series_count THEN 'improved'
        WHEN worsened_count = series_count THEN 'worsened'
        WHEN unchanged_count = series_count THEN 'unchanged'
        WHEN improved_count + slightly_improved_count + unchanged_count = series_count THEN 'slightly_improved'
        WHEN worsened_count + slightly_worsened_count + unchanged_count = series_count THEN 'slightly_worsened'
        ELSE 'mixed'
    END;

CREATE MACRO indicator_direction(viewed_on) AS TABLE
WITH counted AS (
    SELECT
        indicator_id,
        evidence,
        COUNT(*) FILTER (WHERE movement NOT IN ('unknown', 'not_judged')) AS judged_count,
        COUNT(*) FILTER (WHERE movement = 'not_judged') AS not_judged_count,
        COUNT(*) FILTER (WHERE movement = 'improved') AS improved_count,
        COUNT(*) FILTER (WHERE movement = 'slightly_improved') AS slightly_improved_count,
        COUNT(*) FILTER (WHERE movement = 'unchanged') AS unchanged_count,
        COUNT(*) FILTER (WHERE movement = 'slightly_worsened') AS slightly_worsened_count,
        COUNT(*) FILTER (WHERE movement = 'worsened') AS worsened_count
    FROM series_direction(viewed_on)
    GROUP BY indicator_id, evidence
),
joined AS (
    SELECT
        *,
        COALESCE(
            joint_movement(judged_count, improved_count, slightly_improved_count, unchanged_count, slightly_worsened_count, worsened_count),
            CASE WHEN not_judged_count > 0 THEN 'not_judged' ELSE 'unknown' END
        ) AS movement
    FROM counted
)
SELECT
    i.indicator_id,
    i.plan_id,
    i.pillar_code,
    COALESCE(e.movement, 'unknown') AS movement,
    COALESCE(e.judged_count, 0) AS judged_series_count,
    COALESCE(e.worsened_count + e.slightly_worsened_count, 0) AS worsening_series_count,
    n.movement AS near_movement,
    COALESCE(n.judged_count, 0) AS near_judged_series_count
FROM indicator AS i
LEFT JOIN joined AS e ON e.indicator_id = i.indicator_id AND e.evidence = 'exact'
LEFT JOIN joined AS n ON n.indicator_id = i.indicator_id AND n.evidence = 'near';

CREATE VIEW indicator_direction AS
SELECT * FROM indicator_direction(CURRENT_DATE);

CREATE MACRO pillar_direction(viewed_on) AS TABLE
SELECT
    plan_id,
    pillar_code,
    movement,
    COUNT(*) AS indicator_count
FROM indicator_direction(viewed_on)
WHERE pillar_code IS NOT NULL
GROUP BY plan_id, pillar_code, movement;

CREATE VIEW pillar_direction AS
SELECT * FROM pillar_direction(CURRENT_DATE);
