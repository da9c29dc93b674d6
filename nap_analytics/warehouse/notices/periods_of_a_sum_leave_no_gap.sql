-- the preferred national periods of a series that adds up follow each other from the day after the baseline (without one: from the plan’s first day); no row covers these days, so no sum is made over them
WITH span AS (
    SELECT
        s.series_id,
        main.first_counted_day('sum', s.baseline_value, s.baseline_date, p.start_year) AS first_date,
        MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) AS last_date
    FROM series AS s
    JOIN indicator AS i USING (indicator_id)
    JOIN plan AS p USING (plan_id)
    WHERE COALESCE(s.accumulation, i.accumulation) = 'sum'
),
series_break AS (
    SELECT o.series_id, MIN(o.period_end) AS break_date
    FROM reference_observation AS o
    JOIN span USING (series_id)
    WHERE o.is_series_break
      AND o.is_preferred
      AND main.is_national(o.region_code, o.sex, o.age_group)
      AND o.period_end >= span.first_date
    GROUP BY o.series_id
),
period AS (
    SELECT
        o._file,
        o._row,
        o.series_id,
        o.period_start,
        o.period_end,
        COALESCE(
            MAX(o.period_end) OVER (
                PARTITION BY o.series_id ORDER BY o.period_start, o.period_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
            ),
            span.first_date - 1
        ) AS reached_end
    FROM reference_observation AS o
    JOIN span USING (series_id)
    LEFT JOIN series_break AS b USING (series_id)
    WHERE o.is_preferred
      AND o.value IS NOT NULL
      AND main.is_national(o.region_code, o.sex, o.age_group)
      AND o.period_start >= span.first_date
      AND o.period_end <= LEAST(span.last_date, COALESCE(b.break_date - 1, span.last_date))
)
SELECT
    _file,
    _row,
    'period_start',
    series_id || ': ' || (reached_end + 1) || ' – ' || (period_start - 1)
FROM period
WHERE period_start > reached_end + 1
ORDER BY _file, _row;
