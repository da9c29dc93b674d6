-- a target that the printed baseline has not passed already: where it has, either the direction is wrong, or it is a level to hold and is_level_to_hold must be true
WITH last_target AS (
    SELECT *
    FROM target
    WHERE _is_sound
    QUALIFY ROW_NUMBER() OVER (PARTITION BY series_id, decided_on, set_by ORDER BY target_date DESC) = 1
)
SELECT
    t._file,
    t._row,
    'target_value',
    s.baseline_value || ' → ' || t.target_value || ' / ' || COALESCE(s.direction, i.direction)
FROM last_target AS t
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE s._is_sound
  AND i._is_sound
  AND NOT t.is_level_to_hold
  AND COALESCE(s.accumulation, i.accumulation) <> 'sum'
  AND CASE COALESCE(s.direction, i.direction)
      WHEN 'increase' THEN s.baseline_value > t.target_value
      ELSE s.baseline_value < t.target_value
  END
  AND fits_kind(s.baseline_value, COALESCE(s.value_kind, i.value_kind))
  AND fits_kind(t.target_value, COALESCE(s.value_kind, i.value_kind))
ORDER BY t._file, t._row;
