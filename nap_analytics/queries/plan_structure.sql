-- Returns one row per element of a plan's structure and plan, by element:
--   plan_id, short_name_en, short_name_fr, element VARCHAR
--   element_count HUGEINT or NULL: the sources do not list such elements
WITH counted AS (
    SELECT plan_id, level AS element, COUNT(*) AS element_count
    FROM framework_node
    GROUP BY plan_id, level
    UNION ALL
    SELECT plan_id, 'indicator', COUNT(*)
    FROM indicator
    GROUP BY plan_id
    UNION ALL
    SELECT plan_id, 'chapter_indicator', COUNT(*)
    FROM indicator
    WHERE chapter IS NOT NULL
    GROUP BY plan_id
    UNION ALL
    SELECT plan_id, 'activity', COUNT(*)
    FROM activity
    GROUP BY plan_id
    UNION ALL
    SELECT plan_id, 'planned_activity', SUM(planned_count)
    FROM reported_completion
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    e.element,
    c.element_count
FROM plan AS p
CROSS JOIN (
    SELECT UNNEST(codes) AS element, GENERATE_SUBSCRIPTS(codes, 1) AS position
    FROM (
        SELECT ['pillar', 'objective', 'result', 'opportunity', 'indicator', 'chapter_indicator', 'activity', 'planned_activity'] AS codes
    ) AS subject
) AS e
LEFT JOIN counted AS c ON c.plan_id = p.plan_id AND c.element = e.element
ORDER BY e.position, p.start_year;
