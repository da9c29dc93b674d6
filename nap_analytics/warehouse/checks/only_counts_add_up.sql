-- the accumulation “latest”, because only counts add up: a share, a rate, a ratio, an index, a level or a yes is never the sum of its periods
SELECT DISTINCT
    CASE WHEN s.value_kind IS NULL AND s.accumulation IS NULL THEN i._file ELSE s._file END AS _file,
    CASE WHEN s.value_kind IS NULL AND s.accumulation IS NULL THEN i._row ELSE s._row END AS _row,
    'accumulation',
    COALESCE(s.value_kind, i.value_kind) || ' / ' || COALESCE(s.accumulation, i.accumulation)
FROM series AS s
JOIN indicator AS i USING (indicator_id)
WHERE s._is_sound
  AND i._is_sound
  AND COALESCE(s.value_kind, i.value_kind) <> 'count'
  AND COALESCE(s.accumulation, i.accumulation) <> 'latest'
ORDER BY _file, _row;
