-- Each plan as an IATI activity needs it; the source is that of its printed total, else that of the plan.
-- Returns one row per plan, oldest first:
--   plan_id, country_code, title_en, title_fr VARCHAR
--   aim_en, aim_fr VARCHAR or NULL: no source states it
--   is_own_translation BOOLEAN
--   currency_code VARCHAR
--   extended_to_year INTEGER or NULL: not extended
--   start_date, end_date DATE
--   extended_date DATE or NULL: not extended
--   has_figure BOOLEAN
--   standing VARCHAR or NULL: there is no amount
--   budget_missing_reason_en, budget_missing_reason_fr VARCHAR or NULL: there is an amount, or the sources say nothing
--   line_without_amount_count BIGINT
--   source_en, source_fr VARCHAR
WITH counted AS (
    SELECT
        plan_id,
        COUNT(amount) FILTER (WHERE stage = 'planned') AS planned_line_count,
        COUNT(*) - COUNT(amount) AS line_without_amount_count
    FROM budget_line_converted($viewed_on)
    WHERE is_counted
    GROUP BY plan_id
),
printed AS (
    SELECT
        t.plan_id,
        t.source_id,
        t.locator
    FROM printed_total AS t
    JOIN source AS s ON s.source_id = t.source_id
    WHERE t.stage = 'planned'
      AND t.pillar_code IS NULL
      AND COALESCE(s.published_date <= CAST($viewed_on AS DATE), TRUE)
)
SELECT
    p.plan_id,
    p.country_code,
    p.title_en,
    p.title_fr,
    p.aim_en,
    p.aim_fr,
    p.is_own_translation,
    p.currency_code,
    p.extended_to_year,
    MAKE_DATE(p.start_year, 1, 1) AS start_date,
    MAKE_DATE(p.end_year, 12, 31) AS end_date,
    MAKE_DATE(p.extended_to_year, 12, 31) AS extended_date,
    COALESCE(c.planned_line_count, 0) > 0 AS has_figure,
    b.standing,
    p.budget_missing_reason_en,
    p.budget_missing_reason_fr,
    COALESCE(c.line_without_amount_count, 0) AS line_without_amount_count,
    s.title_en || ', ' || COALESCE(d.locator, p.locator) AS source_en,
    s.title_fr || ', ' || COALESCE(d.locator, p.locator) AS source_fr
FROM plan AS p
LEFT JOIN counted AS c ON c.plan_id = p.plan_id
LEFT JOIN printed AS d ON d.plan_id = p.plan_id
LEFT JOIN budget_standing($viewed_on) AS b ON b.plan_id = p.plan_id AND b.stage = 'planned'
LEFT JOIN source AS s ON s.source_id = COALESCE(d.source_id, p.source_id)
QUALIFY ROW_NUMBER() OVER (PARTITION BY p.plan_id ORDER BY d.locator) = 1
ORDER BY p.start_year, p.plan_id;
