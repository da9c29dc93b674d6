-- a value is measured before its source is published; this period ends more than a year after it, so the date of one of the two is wrong, or the value is a forecast
SELECT
    o._file,
    o._row,
    'period_end',
    o.period_end || ' / ' || o.source_id || ': ' || src.published_date
FROM reference_observation AS o
JOIN source AS src USING (source_id)
WHERE o.value IS NOT NULL
  AND o.period_end > src.published_date + INTERVAL 1 YEAR
ORDER BY o._file, o._row;
