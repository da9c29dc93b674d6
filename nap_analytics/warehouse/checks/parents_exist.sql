-- a parent that stands in the same plan, of a higher level and the same pillar
WITH ranked AS (
    SELECT
        *,
        CASE level WHEN 'pillar' THEN 1 WHEN 'objective' THEN 2 WHEN 'result' THEN 3 WHEN 'opportunity' THEN 4 END AS depth
    FROM framework_node
)
SELECT
    child._file,
    child._row,
    'parent_code',
    COALESCE(child.parent_code, '')
FROM ranked AS child
LEFT JOIN ranked AS parent ON parent.plan_id = child.plan_id AND parent.node_code = child.parent_code
WHERE (child.level = 'pillar' AND child.parent_code IS NOT NULL)
   OR (child.level <> 'pillar' AND NOT COALESCE(parent.depth < child.depth AND parent.pillar_code = child.pillar_code, FALSE))
ORDER BY child._file, child._row;
