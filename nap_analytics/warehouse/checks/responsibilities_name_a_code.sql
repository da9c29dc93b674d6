-- a responsibility for an activity or a node of the same plan
SELECT
    r._file,
    r._row,
    'code',
    r.code
FROM responsibility AS r
WHERE (r.plan_id, r.code) NOT IN (SELECT (plan_id, node_code) FROM framework_node)
  AND (r.plan_id, r.code) NOT IN (SELECT (plan_id, activity_id) FROM activity)
ORDER BY r._file, r._row;
