-- The total of each plan in a currency, at current prices or those of a base year: the money itself, or for each head or woman of
-- the population of the plan's first year; over the whole plan, or for a year of it.
-- Returns one row per plan, oldest first:
--   plan_id, short_name_en, short_name_fr VARCHAR
--   start_year, end_year INTEGER
--   extended_to_year INTEGER or NULL: not extended
--   year_count INTEGER
--   person_count BIGINT or NULL: the population of the first year is not known
--   population_year INTEGER or NULL: as person_count
--   population_source_en, population_source_fr VARCHAR or NULL: as person_count
--   women_share_pct DOUBLE or NULL: no source gives it
--   person_divisor DOUBLE or NULL: population or share of women is not known
--   year_divisor INTEGER
--   divisor DOUBLE or NULL: as person_divisor
--   total_amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible
--   amount DOUBLE or NULL: as total_amount, or divisor is (not_convertible)
--   amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   lacking_population_year INTEGER or NULL: nothing is lacking
--   currency_code VARCHAR
--   base_year INTEGER or NULL: current prices
--   planned_xof DOUBLE or NULL: no amount is known, or one has no rate
--   not_allocated_to_year_xof DOUBLE or NULL: every amount has a year, or there is none
--   missing_reason VARCHAR or NULL: planned_xof is known
--   explanation_en, explanation_fr VARCHAR or NULL: there is an amount, or the sources say nothing
--   standing, budget_source_en, budget_source_fr VARCHAR or NULL: there is no amount
--   ratio_to_previous DOUBLE or NULL: this plan has no amount, or no plan before it has one
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
