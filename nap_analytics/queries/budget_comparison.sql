-- The total of each plan in a currency, at current prices or those of a base year: the money itself, or for each head or woman of
-- the population of the plan's first year; over the whole plan, or for a year of it.
WITH counted AS (
    SELECT
        p.plan_id,
        p.short_name_en,
        p.short_name_fr,
        p.start_year,
        p.end_year,
        p.extended_to_year,
        p.end_year - p.start_year + 1 AS year_count,
        n.person_count,
        n.population_year,
        s.title_en || ', ' || n.locator AS population_source_en,
        s.title_fr || ', ' || n.locator AS population_source_fr,
        p.women_share_pct,
        CASE $per
            WHEN 'total' THEN 1.0
            WHEN 'head' THEN n.person_count
            WHEN 'woman' THEN n.person_count * p.women_share_pct / 100
        END AS person_divisor,
        CASE $over WHEN 'plan' THEN 1 WHEN 'year' THEN p.end_year - p.start_year + 1 END AS year_divisor
    FROM plan AS p
    LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year
    LEFT JOIN source AS s ON s.source_id = n.source_id
),
divided AS (
    SELECT
        c.*,
        c.person_divisor * c.year_divisor AS divisor,
        a.total_amount,
        a.total_amount / (c.person_divisor * c.year_divisor) AS amount,
        CASE
            WHEN a.total_amount IS NOT NULL AND c.person_divisor IS NULL THEN 'not_convertible'
            ELSE COALESCE(a.amount_state, 'none')
        END AS amount_state,
        a.lacking_index_years,
        a.lacking_rates,
        CASE WHEN a.total_amount IS NOT NULL AND c.person_divisor IS NULL THEN c.start_year END AS lacking_population_year
    FROM counted AS c
    LEFT JOIN budget_priced($viewed_on, $currency_code, $base_year) AS a ON a.plan_id = c.plan_id AND a.stage = 'planned'
)
SELECT
    d.*,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    b.planned_xof,
    b.not_allocated_to_year_xof,
    b.missing_reason,
    b.explanation_en,
    b.explanation_fr,
    b.standing,
    t.budget_source_en,
    t.budget_source_fr,
    d.amount / LAG(d.amount IGNORE NULLS) OVER (ORDER BY d.start_year, d.plan_id) AS ratio_to_previous
FROM divided AS d
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN budget_standing($viewed_on) AS t ON t.plan_id = d.plan_id AND t.stage = 'planned'
ORDER BY d.start_year, d.plan_id;
