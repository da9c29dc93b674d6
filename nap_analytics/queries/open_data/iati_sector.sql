-- Shares of the pillars in the planned money, where all of it is known by pillar. Hundredths of a percent that rounding down
-- leaves over go to the largest remainders, so that a plan's shares add up to exactly 100.
-- Returns one row per plan and pillar with money; none where not all money is known by pillar:
--   plan_id, pillar_code, name_en, name_fr VARCHAR
--   vocabulary_uri VARCHAR or NULL: not on the web
--   percentage DECIMAL(5,2)
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        SUM(amount_xof) AS amount_xof,
        COUNT(amount) - COUNT(amount_xof) AS line_without_rate_count
    FROM budget_line_converted($viewed_on)
    WHERE stage = 'planned'
      AND amount > 0
    GROUP BY plan_id, pillar_code
),
shared AS (
    SELECT
        *,
        10000 * amount_xof / SUM(amount_xof) OVER (PARTITION BY plan_id) AS hundredths
    FROM added
    QUALIFY BOOL_AND(pillar_code IS NOT NULL AND line_without_rate_count = 0) OVER (PARTITION BY plan_id)
),
ranked AS (
    SELECT
        *,
        ROW_NUMBER() OVER (PARTITION BY plan_id ORDER BY hundredths - FLOOR(hundredths) DESC, pillar_code) AS remainder_rank,
        10000 - SUM(FLOOR(hundredths)) OVER (PARTITION BY plan_id) AS left_over
    FROM shared
)
SELECT
    r.plan_id,
    r.pillar_code,
    l.name_en,
    l.name_fr,
    CASE WHEN s.url LIKE 'http%' THEN s.url END AS vocabulary_uri,
    CAST((FLOOR(r.hundredths) + CASE WHEN r.remainder_rank <= r.left_over THEN 1 ELSE 0 END) / 100 AS DECIMAL(5, 2)) AS percentage
FROM ranked AS r
JOIN pillar AS l ON l.plan_id = r.plan_id AND l.pillar_code = r.pillar_code
JOIN source AS s ON s.source_id = l.source_id
ORDER BY r.plan_id, r.pillar_code;
