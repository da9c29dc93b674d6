-- Returns one row per node above the indicator, from the pillar down to its own; none for a chapter's indicator:
--   node_code, level VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   text_en, text_fr VARCHAR
--   is_own_translation BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
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
    p.node_code,
    p.level,
    d.printed_code,
    p.text_en,
    p.text_fr,
    p.is_own_translation,
    p.note_en,
    p.note_fr
FROM place AS p
LEFT JOIN differently_printed_node AS d USING (plan_id, node_code)
ORDER BY p.distance DESC;
