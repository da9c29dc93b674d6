-- no baseline is printed, and the latest value before the plan has passed this target already, so it is read as a level to hold: where that is meant, is_level_to_hold says so
WITH earlier AS (
    SELECT
        o.series_id,
        ARG_MAX(o.value, o.period_end) AS value
    FROM reference_observation AS o
    JOIN series AS s USING (series_id)
    JOIN indicator AS i USING (indicator_id)
    JOIN plan AS p USING (plan_id)
    WHERE o.is_preferred
      AND o.value IS NOT NULL
      AND main.is_national(o.region_code, o.sex, o.age_group)
      AND s.baseline_value IS NULL
      AND COALESCE(s.accumulation, i.accumulation) <> 'sum'
      AND o.period_end < MAKE_DATE(p.start_year, 1, 1)
    GROUP BY o.series_id
),
last_target AS (
    SELECT *
    FROM target
    QUALIFY ROW_NUMBER() OVER (PARTITION BY series_id, decided_on, set_by ORDER BY target_date DESC) = 1
)
SELECT
    t._file,
    t._row,
    'target_value',
    t.series_id || ': ' || e.value || ' → ' || t.target_value
FROM last_target AS t
JOIN earlier AS e USING (series_id)
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE NOT t.is_level_to_hold
  AND e.value <> t.target_value
  AND main.meets(e.value, t.target_value, COALESCE(s.direction, i.direction))
ORDER BY t._file, t._row;
