-- a value, a baseline or a target that fits its kind: percent 0 to 100, gross_rate 0 or more, count a whole number from 0, level 0, 25, 50, 75 or 100, yes_no 0 or 1 (rate_of_change, ratio and index: any number)
WITH cell AS (
    SELECT _file, _row, 'value' AS column_name, series_id, value
    FROM reference_observation
    WHERE _is_sound
    UNION ALL
    SELECT _file, _row, 'target_value', series_id, target_value
    FROM target
    WHERE _is_sound
    UNION ALL
    SELECT _file, _row, 'baseline_value', series_id, baseline_value
    FROM series
    WHERE _is_sound
)
SELECT
    c._file,
    c._row,
    c.column_name,
    c.value
FROM cell AS c
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE s._is_sound
  AND i._is_sound
  AND c.value IS NOT NULL
  AND NOT fits_kind(c.value, COALESCE(s.value_kind, i.value_kind))
ORDER BY c._file, c._row;
