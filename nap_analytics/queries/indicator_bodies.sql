-- Returns one row per organisation that the plan makes responsible for the indicator's node, the nearest node first:
--   organisation_id, name_en, name_fr VARCHAR
--   short_name VARCHAR or NULL: there is no acronym
--   role, locator VARCHAR
SELECT
    o.organisation_id,
    o.name_en,
    o.name_fr,
    o.short_name,
    r.role,
    r.locator
FROM indicator AS i
LEFT JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
JOIN responsibility AS r ON r.plan_id = i.plan_id AND r.code IN (n.node_code, n.parent_code)
JOIN organisation AS o USING (organisation_id)
WHERE i.indicator_id = $indicator_id
ORDER BY r.code <> i.node_code, r.role, o.name_en;
