-- Returns one row:
--   completion_count, indicator_count, achievement_count BIGINT
SELECT
    (SELECT COUNT(*) FROM reported_completion WHERE NOT assignment_is_certain) AS completion_count,
    (SELECT COUNT(*) FROM indicator WHERE NOT placement_is_certain) AS indicator_count,
    (SELECT COUNT(*) FROM achievement WHERE NOT placement_is_certain) AS achievement_count;
