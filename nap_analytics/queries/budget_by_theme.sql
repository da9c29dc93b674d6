-- Planned money of each plan through the crosswalk, in every reading; a plan that is not broken down by pillar has one row of NULLs.
-- Returns one row per plan, reading of the crosswalk and UN pillar, oldest plan first, the main reading first; moved_amount is against
-- the main reading:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   start_year INTEGER
--   reading VARCHAR or NULL: the money of the plan is not known by pillar
--   wps_pillar VARCHAR or NULL: as reading
--   amount DOUBLE or NULL: as reading, or an amount in it cannot be told
--   currency_code VARCHAR
--   base_year INTEGER or NULL: current prices
--   share_pct DOUBLE or NULL: an amount of the plan cannot be told
--   moved_amount DOUBLE or NULL: as amount, here or in the main reading
--   pillars_en, pillars_fr VARCHAR or NULL: nothing is placed here in this reading
--   planned_xof DOUBLE or NULL: no amount is known, or one has no rate
--   standing VARCHAR or NULL: there is no amount
--   amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        sum_of_all(priced_amount, amount) AS amount
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
      AND pillar_code IS NOT NULL
    GROUP BY plan_id, pillar_code
),
moved AS (
    SELECT
        c.plan_id,
        c.reading,
        c.wps_pillar,
        CASE WHEN COUNT(a.amount) = COUNT(*) THEN SUM(a.amount * c.share) END AS amount,
        LIST(c.pillar_code || '. ' || l.short_name_en ORDER BY c.pillar_code) AS pillars_en,
        LIST(c.pillar_code || '. ' || l.short_name_fr ORDER BY c.pillar_code) AS pillars_fr
    FROM crosswalk AS c
    JOIN added AS a USING (plan_id, pillar_code)
    JOIN pillar AS l USING (plan_id, pillar_code)
    GROUP BY c.plan_id, c.reading, c.wps_pillar
),
complete AS (
    -- A theme that holds nothing in one reading of a plan and something in another is zero there. A theme for which a plan has
    -- no pillar in any reading has no row: it is missing, not zero.
    SELECT r.plan_id, r.reading, h.wps_pillar, CASE WHEN m.plan_id IS NULL THEN 0 ELSE m.amount END AS amount, m.pillars_en, m.pillars_fr
    FROM (SELECT DISTINCT plan_id, reading FROM moved) AS r
    JOIN (SELECT DISTINCT plan_id, wps_pillar FROM moved) AS h USING (plan_id)
    LEFT JOIN moved AS m ON m.plan_id = r.plan_id AND m.reading = r.reading AND m.wps_pillar = h.wps_pillar
)
SELECT
    p.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.start_year,
    c.reading,
    c.wps_pillar,
    c.amount,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    CASE WHEN COUNT(c.amount) OVER (PARTITION BY c.plan_id, c.reading) = COUNT(*) OVER (PARTITION BY c.plan_id, c.reading) THEN
        100 * c.amount / SUM(c.amount) OVER (PARTITION BY c.plan_id, c.reading)
    END AS share_pct,
    c.amount - FIRST_VALUE(c.amount) OVER (
        PARTITION BY c.plan_id, c.wps_pillar ORDER BY CASE WHEN c.reading = 'main' THEN 0 ELSE 1 END, c.reading
    ) AS moved_amount,
    ARRAY_TO_STRING(c.pillars_en, '; ') AS pillars_en,
    ARRAY_TO_STRING(c.pillars_fr, '; ') AS pillars_fr,
    b.planned_xof,
    b.standing,
    COALESCE(t.amount_state, 'none') AS amount_state,
    t.lacking_index_years,
    t.lacking_rates
FROM plan AS p
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN budget_priced($viewed_on, $currency_code, $base_year) AS t ON t.plan_id = p.plan_id AND t.stage = 'planned'
LEFT JOIN complete AS c USING (plan_id)
ORDER BY
    p.start_year, p.plan_id,
    CASE WHEN c.reading = 'main' THEN 0 ELSE 1 END, c.reading,
    CASE c.wps_pillar WHEN 'participation' THEN 1 WHEN 'prevention' THEN 2 WHEN 'protection' THEN 3 WHEN 'relief_recovery' THEN 4 ELSE 5 END;
