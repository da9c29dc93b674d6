-- Each printed total beside what its lines add up to, in the currency in which it is printed.
-- Returns one row per printed total, in its own currency, oldest plan first:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_code, pillar_name_en, pillar_name_fr VARCHAR or NULL: the whole plan
--   stage VARCHAR
--   amount DECIMAL(18,2)
--   currency_code VARCHAR
--   line_sum, dated_sum, printed_line_sum DECIMAL(38,2) or NULL: there is nothing to add
--   source_title_en, source_title_fr, locator VARCHAR
WITH line_total AS (
    -- The printed total of a line stands on each of its yearly cells.
    SELECT plan_id, pillar_code, stage, currency_code, activity_id, MAX(printed_total) AS printed_total
    FROM budget_line_converted($viewed_on)
    WHERE is_counted
      AND activity_id IS NOT NULL
      AND stage = 'planned'
    GROUP BY ALL
)
SELECT
    t.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    t.pillar_code,
    l.short_name_en AS pillar_name_en,
    l.short_name_fr AS pillar_name_fr,
    t.stage,
    t.amount,
    t.currency_code,
    (
        SELECT SUM(b.amount)
        FROM budget_line_converted($viewed_on) AS b
        WHERE b.is_counted
          AND b.plan_id = t.plan_id
          AND b.stage = t.stage
          AND b.currency_code = t.currency_code
          AND COALESCE(b.pillar_code = t.pillar_code, t.pillar_code IS NULL)
    ) AS line_sum,
    (
        SELECT SUM(b.amount)
        FROM budget_line_converted($viewed_on) AS b
        WHERE b.is_counted
          AND b.plan_id = t.plan_id
          AND b.stage = t.stage
          AND b.currency_code = t.currency_code
          AND COALESCE(b.pillar_code = t.pillar_code, t.pillar_code IS NULL)
          AND b.budget_year IS NOT NULL
    ) AS dated_sum,
    (
        SELECT SUM(b.printed_total)
        FROM line_total AS b
        WHERE b.plan_id = t.plan_id
          AND b.stage = t.stage
          AND b.currency_code = t.currency_code
          AND COALESCE(b.pillar_code = t.pillar_code, t.pillar_code IS NULL)
    ) AS printed_line_sum,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    t.locator
FROM printed_total AS t
JOIN plan AS p USING (plan_id)
JOIN source AS s ON s.source_id = t.source_id
LEFT JOIN pillar AS l ON l.plan_id = t.plan_id AND l.pillar_code = t.pillar_code
ORDER BY
    p.start_year, t.plan_id,
    CASE t.stage WHEN 'planned' THEN 1 WHEN 'committed' THEN 2 WHEN 'disbursed' THEN 3 ELSE 4 END,
    t.pillar_code NULLS FIRST, t.locator;
