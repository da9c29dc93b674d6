-- a running total can only grow, yet these targets of one decision fall from date to date: correct them, or enter the state of each period with the accumulation “latest”
WITH dated AS (
    SELECT
        *,
        target_value < LAG(target_value) OVER decision AS falls,
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
WHERE t.falls
  AND COALESCE(s.accumulation, i.accumulation) = 'running_total'
ORDER BY t._file, t._row;
