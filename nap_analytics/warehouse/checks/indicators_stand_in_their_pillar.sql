-- an indicator in the pillar of its node
SELECT
    i._file,
    i._row,
    'pillar_code',
    i.pillar_code
FROM indicator AS i
JOIN framework_node AS n USING (plan_id, node_code)
WHERE n.pillar_code <> i.pillar_code
ORDER BY i._file, i._row;
