-- `per` divides as budget_total does: by the plan's years, its population, its women.
WITH measured AS (
    SELECT
        p.plan_id,
        p.short_name_en,
        p.short_name_fr,
        p.start_year,
        p.end_year,
        p.end_year - p.start_year + 1 AS year_count,
        b.*  EXCLUDE (plan_id),
        CASE $unit
            WHEN 'xof' THEN b.planned_xof
            WHEN 'eur' THEN b.planned_eur
            WHEN 'usd' THEN b.planned_usd
            WHEN 'xof-constant' THEN b.planned_xof_constant
            WHEN 'usd-constant' THEN b.planned_usd_constant
        END AS total_amount,
        CASE $per
            WHEN 'plan' THEN 1.0
            WHEN 'year' THEN b.per_year / b.planned_xof
            WHEN 'head' THEN b.per_capita / b.planned_xof
            WHEN 'woman' THEN b.per_woman / b.planned_xof
        END AS part_of_total,
        p.women_share_pct,
        n.person_count,
        eur.xof_per_unit AS xof_per_eur,
        usd.xof_per_unit AS xof_per_usd
    FROM plan AS p
    JOIN budget_total($viewed_on) AS b USING (plan_id)
    LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year
    LEFT JOIN xof_per_unit AS eur ON eur.currency_code = 'EUR' AND eur.rate_year = p.start_year
    LEFT JOIN xof_per_unit AS usd ON usd.currency_code = 'USD' AND usd.rate_year = p.start_year
),
documented AS (
    SELECT
        t.plan_id,
        MIN(s.title_en || ', ' || t.locator) AS budget_source_en,
        MIN(s.title_fr || ', ' || t.locator) AS budget_source_fr
    FROM printed_total AS t
    JOIN source AS s USING (source_id)
    WHERE t.pillar_code IS NULL
      AND t.stage = 'planned'
    GROUP BY t.plan_id
),
priced AS (
    SELECT
        *,
        total_amount * part_of_total AS amount,
        CASE WHEN $unit LIKE 'eur%' THEN 'EUR' WHEN $unit LIKE 'usd%' THEN 'USD' ELSE 'XOF' END AS currency_code
    FROM measured
)
SELECT
    m.* EXCLUDE (total_amount, part_of_total),
    d.budget_source_en,
    d.budget_source_fr,
    -- The base year of the views' constant prices.
    2023 AS price_base_year,
    m.amount / LAG(m.amount IGNORE NULLS) OVER (ORDER BY m.start_year, m.plan_id) AS ratio_to_previous
FROM priced AS m
LEFT JOIN documented AS d USING (plan_id)
ORDER BY m.start_year, m.plan_id;
