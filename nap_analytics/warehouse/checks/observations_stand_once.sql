-- an observation that stands once for its series, period, breakdown and source
SELECT
    _file,
    _row,
    'series_id',
    series_id
FROM reference_observation
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY series_id, period_start, period_end, region_code, sex, age_group, source_id
    ORDER BY _file, _row
) > 1
ORDER BY _file, _row;
