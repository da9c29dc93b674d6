-- exactly one headline series for each indicator
SELECT
    i._file,
    i._row,
    'indicator_id',
    i.indicator_id
FROM indicator AS i
WHERE (SELECT COUNT(*) FROM series AS s WHERE s.indicator_id = i.indicator_id AND s.is_headline) <> 1
ORDER BY i._file, i._row;
