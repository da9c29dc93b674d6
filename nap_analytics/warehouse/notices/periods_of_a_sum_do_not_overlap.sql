-- the preferred national periods of a series that adds up follow each other without overlap; these days are covered twice, so no sum is made over them
WITH period AS (
    SELECT
        o._file,
        o._row,
        o.series_id,
        o.period_start,
        o.period_end
    FROM reference_observation AS o
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    WHERE COALESCE(s.accumulation, i.accumulation) = 'sum'
      AND o.is_preferred
      AND o.value IS NOT NULL
      AND main.is_national(o.region_code, o.sex, o.age_group)
),
followed AS (
    SELECT
        *,
        MAX(period_end) OVER earlier AS reached_end,
        ARG_MAX(_file, period_end) OVER earlier AS reached_file,
        ARG_MAX(_row, period_end) OVER earlier AS reached_row
    FROM period
    WINDOW earlier AS (PARTITION BY series_id ORDER BY period_start, period_end, _file, _row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
doubled AS (
    SELECT
        *,
        series_id || ': ' || period_start || ' – ' || LEAST(period_end, reached_end) AS days
    FROM followed
    WHERE period_start <= reached_end
)
SELECT _file, _row, 'period_start', days
FROM doubled
UNION
SELECT reached_file, reached_row, 'period_end', days
FROM doubled
ORDER BY 1, 2, 3, 4;
