-- the targets of one decision of a series that adds up are cumulated since the baseline, so each is higher than the one before; these are not, so the series is not assessed
WITH dated AS (
    SELECT
        *,
        target_value <= LAG(target_value) OVER decision AS is_stuck,
        STRING_AGG(CAST(target_value AS TEXT), ', ') OVER (decision ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS listed
    FROM target
    WINDOW decision AS (PARTITION BY series_id, decided_on, set_by ORDER BY target_date)
)
SELECT
    t._file,
    t._row,
    'target_value',
    t.series_id || ' / ' || t.decided_on || ': ' || t.listed
FROM dated AS t
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE t.is_stuck
  AND t.set_by <> 'partner'
  AND COALESCE(s.accumulation, i.accumulation) = 'sum'
  AND COALESCE(s.direction, i.direction) = 'increase'
QUALIFY ROW_NUMBER() OVER (PARTITION BY t.series_id, t.decided_on, t.set_by ORDER BY t.target_date) = 1
ORDER BY t._file, t._row;
