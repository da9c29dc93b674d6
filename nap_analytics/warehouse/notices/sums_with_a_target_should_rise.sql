-- a series that adds up can only rise, yet this one should fall and has a target, so it is not assessed: correct the direction, or enter the state of each period with the accumulation “latest”
SELECT
    t._file,
    t._row,
    'series_id',
    t.series_id
FROM target AS t
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE COALESCE(s.accumulation, i.accumulation) = 'sum'
  AND COALESCE(s.direction, i.direction) = 'decrease'
QUALIFY ROW_NUMBER() OVER (PARTITION BY t.series_id ORDER BY t._file, t._row) = 1
ORDER BY t._file, t._row;
