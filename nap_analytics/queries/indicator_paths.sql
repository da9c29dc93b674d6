SELECT
    p.series_id,
    p.path_date,
    p.path_value
FROM target_path($viewed_on) AS p
JOIN series AS s USING (series_id)
WHERE s.indicator_id = $indicator_id
ORDER BY s.sort_order, p.path_date;
