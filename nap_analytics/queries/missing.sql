-- Returns one row per plan and kind of thing that its sources should tell, oldest plan first; total_count 0: they list no such thing:
--   plan_id, short_name_en, short_name_fr, what VARCHAR
--   total_count, missing_count BIGINT
WITH gap AS (
    SELECT plan_id, 'budget' AS what, 1 AS total_count, CASE WHEN planned_xof IS NULL THEN 1 ELSE 0 END AS missing_count
    FROM budget_total($viewed_on)
    UNION ALL
    SELECT
        plan_id,
        'amount',
        COUNT(DISTINCT activity_id),
        COUNT(DISTINCT activity_id) - COUNT(DISTINCT CASE WHEN amount IS NOT NULL THEN activity_id END)
    FROM budget_line
    GROUP BY plan_id
    UNION ALL
    SELECT plan_id, 'spent', COUNT(*), COUNT(*) FILTER (WHERE NOT is_spent)
    FROM (
        SELECT p.plan_id, p.pillar_code, COALESCE(BOOL_OR(b.stage = 'spent'), FALSE) AS is_spent
        FROM pillar AS p
        LEFT JOIN budget_line AS b USING (plan_id, pillar_code)
        GROUP BY ALL
    ) AS spending
    GROUP BY plan_id
    UNION ALL
    SELECT p.plan_id, 'completion', COUNT(*), COUNT(*) - COUNT(c.pillar_code)
    FROM pillar AS p
    LEFT JOIN (
        SELECT plan_id, pillar_code FROM reported_completion
        UNION
        SELECT plan_id, pillar_code FROM activity WHERE status IS NOT NULL
    ) AS c USING (plan_id, pillar_code)
    GROUP BY p.plan_id
    UNION ALL
    SELECT plan_id, 'schedule', COUNT(*), COUNT(*) - COUNT(start_date)
    FROM activity
    GROUP BY plan_id
    UNION ALL
    SELECT plan_id, 'assessment', COUNT(*), COUNT(*) FILTER (WHERE progress_pct IS NULL)
    FROM indicator_progress($viewed_on)
    GROUP BY plan_id
    UNION ALL
    SELECT i.plan_id, u.what, COUNT(*), COUNT(*) FILTER (WHERE u.is_missing)
    FROM series_progress($viewed_on) AS g
    JOIN series AS s USING (series_id)
    JOIN indicator AS i ON i.indicator_id = s.indicator_id
    CROSS JOIN LATERAL (
        VALUES
            ('target', g.target_value IS NULL),
            ('baseline', g.baseline_value IS NULL),
            ('value', g.latest_value IS NULL)
    ) AS u (what, is_missing)
    WHERE g.evidence = 'exact'
      -- A sum starts from 0 by rule and needs no baseline.
      AND NOT (u.what = 'baseline' AND g.accumulation = 'sum')
    GROUP BY i.plan_id, u.what
    UNION ALL
    SELECT
        i.plan_id,
        'region',
        COUNT(*),
        COUNT(*) FILTER (
            WHERE i.indicator_id NOT IN (
                SELECT s.indicator_id
                FROM observation($viewed_on) AS o
                JOIN series AS s USING (series_id)
                WHERE o.region_code IS NOT NULL
            )
        )
    FROM indicator AS i
    GROUP BY i.plan_id
    UNION ALL
    SELECT i.plan_id, 'frequency', COUNT(*), COUNT(*) - COUNT(i.frequency)
    FROM indicator AS i
    GROUP BY i.plan_id
),
kind AS (
    SELECT
        UNNEST(codes) AS what,
        GENERATE_SUBSCRIPTS(codes, 1) AS position
    FROM (
        SELECT [
            'budget', 'amount', 'spent', 'completion', 'schedule', 'target', 'baseline', 'value', 'assessment', 'region', 'frequency'
        ] AS codes
    ) AS subject
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    k.what,
    COALESCE(l.total_count, 0) AS total_count,
    COALESCE(l.missing_count, 0) AS missing_count
FROM plan AS p
CROSS JOIN kind AS k
LEFT JOIN gap AS l ON l.plan_id = p.plan_id AND l.what = k.what
ORDER BY p.start_year, k.position;
