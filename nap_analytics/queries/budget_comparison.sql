-- The total of each plan in a currency, at current prices or those of a base year, whole or divided as budget_total divides.
WITH added AS (
    SELECT
        plan_id,
        CASE WHEN COUNT(priced_amount) = COUNT(amount) THEN SUM(priced_amount) END AS total_amount
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
    GROUP BY plan_id
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
divided AS (
    SELECT
        p.plan_id,
        p.short_name_en,
        p.short_name_fr,
        p.start_year,
        p.end_year,
        p.end_year - p.start_year + 1 AS year_count,
        n.person_count,
        n.population_year,
        s.title_en || ', ' || n.locator AS population_source_en,
        s.title_fr || ', ' || n.locator AS population_source_fr,
        p.women_share_pct,
        a.total_amount,
        CASE $per
            WHEN 'plan' THEN 1.0
            WHEN 'year' THEN p.end_year - p.start_year + 1
            WHEN 'head' THEN n.person_count
            WHEN 'woman' THEN n.person_count * p.women_share_pct / 100
        END AS divisor
    FROM plan AS p
    LEFT JOIN added AS a USING (plan_id)
    LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year
    LEFT JOIN source AS s ON s.source_id = n.source_id
)
SELECT
    d.*,
    d.total_amount / d.divisor AS amount,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    b.planned_xof,
    b.not_allocated_to_year_xof,
    b.missing_reason,
    b.explanation_en,
    b.explanation_fr,
    t.budget_source_en,
    t.budget_source_fr,
    d.total_amount / d.divisor / LAG(d.total_amount / d.divisor IGNORE NULLS) OVER (ORDER BY d.start_year, d.plan_id) AS ratio_to_previous
FROM divided AS d
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN documented AS t USING (plan_id)
ORDER BY d.start_year, d.plan_id;
