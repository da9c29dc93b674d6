-- at most one preferred observation for each series, last day and breakdown
WITH counted AS (
    SELECT
        *,
        COUNT(*) FILTER (WHERE is_preferred) OVER same AS preferred_count,
        ROW_NUMBER() OVER (PARTITION BY series_id, period_end, region_code, sex, age_group ORDER BY is_preferred DESC, _file, _row) AS position
    FROM reference_observation
    WINDOW same AS (PARTITION BY series_id, period_end, region_code, sex, age_group)
)
SELECT
    _file,
    _row,
    'is_preferred',
    series_id || ' / ' || period_end
FROM counted
WHERE preferred_count > 1
  AND position = 2
ORDER BY _file, _row;
