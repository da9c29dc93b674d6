WITH RECURSIVE place AS (
    SELECT n.*, 0 AS distance
    FROM framework_node AS n
    JOIN indicator AS i ON i.plan_id = n.plan_id AND i.node_code = n.node_code
    WHERE i.indicator_id = $indicator_id
    UNION ALL
    SELECT n.*, place.distance + 1
    FROM framework_node AS n
    JOIN place ON place.plan_id = n.plan_id AND place.parent_code = n.node_code
)
SELECT
    node_code,
    level,
    printed_code,
    text_en,
    text_fr,
    is_own_translation,
    note_en,
    note_fr
FROM place
ORDER BY distance DESC;
