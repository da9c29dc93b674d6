-- a value that fits its kind: percent 0 to 100, count a whole number from 0, level 0, 25, 50, 75 or 100, yes_no 0 or 1
SELECT
    o._file,
    o._row,
    'value',
    o.value
FROM reference_observation AS o
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE NOT CASE COALESCE(s.value_kind, i.value_kind)
    WHEN 'percent' THEN o.value BETWEEN 0 AND 100
    WHEN 'count' THEN o.value >= 0 AND o.value = FLOOR(o.value)
    WHEN 'level' THEN o.value IN (0, 25, 50, 75, 100)
    WHEN 'yes_no' THEN o.value IN (0, 1)
    ELSE TRUE
END
ORDER BY o._file, o._row;
