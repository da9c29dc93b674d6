-- a baseline is measured before the day its target is due; this one is not, so no pace can be told
SELECT
    t._file,
    t._row,
    'target_date',
    t.series_id || ': ' || s.baseline_date || ' – ' || t.target_date
FROM target AS t
JOIN series AS s USING (series_id)
WHERE s.baseline_date >= t.target_date
ORDER BY t._file, t._row;
