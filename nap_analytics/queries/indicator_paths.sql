-- Returns one row per corner of the path from baseline to target, by series and date; none without a baseline:
--   series_id VARCHAR
--   path_date DATE
--   path_value DOUBLE
SELECT
    p.series_id,
    p.path_date,
    p.path_value
FROM target_path($viewed_on) AS p
JOIN series AS s USING (series_id)
WHERE s.indicator_id = $indicator_id
ORDER BY s.sort_order, p.path_date;
