-- a node of level pillar for each pillar of a plan that has a framework, under the pillar’s own code
SELECT
    _file,
    _row,
    'pillar_code',
    plan_id || ' / ' || pillar_code
FROM pillar
WHERE plan_id IN (SELECT plan_id FROM framework_node)
  AND (plan_id, pillar_code) NOT IN (SELECT (plan_id, node_code) FROM framework_node WHERE level = 'pillar')
ORDER BY _file, _row;
