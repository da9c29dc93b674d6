-- a level to hold that the printed baseline meets: where it does not, the target is one to reach and is_level_to_hold must be false
WITH last_target AS (
    SELECT *
    FROM target
    WHERE _is_sound
    QUALIFY ROW_NUMBER() OVER (PARTITION BY series_id, decided_on, set_by ORDER BY target_date DESC) = 1
)
SELECT
    t._file,
    t._row,
    'is_level_to_hold',
    s.baseline_value || ' → ' || t.target_value || ' / ' || COALESCE(s.direction, i.direction)
FROM last_target AS t
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE s._is_sound
  AND i._is_sound
  AND t.is_level_to_hold
  AND CASE COALESCE(s.direction, i.direction)
      WHEN 'increase' THEN s.baseline_value < t.target_value
      ELSE s.baseline_value > t.target_value
  END
ORDER BY t._file, t._row;
