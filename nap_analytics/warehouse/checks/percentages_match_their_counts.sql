-- a percentage equal to its numerator over its denominator, to the printed decimal
SELECT
    o._file,
    o._row,
    'value',
    o.value
FROM reference_observation AS o
JOIN series AS s USING (series_id)
JOIN indicator AS i USING (indicator_id)
WHERE COALESCE(s.value_kind, i.value_kind) IN ('percent', 'gross_rate')
  AND o.numerator IS NOT NULL
  AND o.denominator IS NOT NULL
  AND ABS(o.value - 100 * o.numerator / o.denominator) > 0.51
ORDER BY o._file, o._row;
