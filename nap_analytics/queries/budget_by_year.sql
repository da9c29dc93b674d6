-- A year or a plan of which one amount cannot be told has no total: the rest would pass for the whole.
-- Returns one row per pillar and year of a plan, planned stage, by year:
--   plan_id VARCHAR
--   pillar_code, short_name_en, short_name_fr VARCHAR or NULL: not broken down by pillar
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   budget_year INTEGER or NULL: allocated to no year
--   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible
--   amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   standing VARCHAR or NULL: there is no amount
--   currency_code VARCHAR
--   year_total DOUBLE or NULL: an amount of the year is not_convertible, or there is none
--   plan_total DOUBLE or NULL: an amount of the plan is not_convertible, or there is none
--   budget_source_en, budget_source_fr VARCHAR or NULL: there is no amount
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        budget_year,
        sum_of_all(priced_amount, amount) AS amount,
        amount_state(priced_amount, amount) AS amount_state,
        each_once(lacking_index_year) AS lacking_index_years,
        each_once(lacking_rate) AS lacking_rates
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
      AND plan_id = $plan_id
    GROUP BY plan_id, pillar_code, budget_year
)
SELECT
    b.plan_id,
    b.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    b.budget_year,
    b.amount,
    b.amount_state,
    b.lacking_index_years,
    b.lacking_rates,
    d.standing,
    $currency_code AS currency_code,
    CASE WHEN COUNT(*) FILTER (WHERE b.amount_state = 'not_convertible') OVER (PARTITION BY b.budget_year) = 0 THEN
        SUM(b.amount) OVER (PARTITION BY b.budget_year)
    END AS year_total,
    CASE WHEN COUNT(*) FILTER (WHERE b.amount_state = 'not_convertible') OVER () = 0 THEN SUM(b.amount) OVER () END AS plan_total,
    d.budget_source_en,
    d.budget_source_fr
FROM added AS b
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN pillar_theme AS h ON h.plan_id = b.plan_id AND h.pillar_code = b.pillar_code
LEFT JOIN budget_standing($viewed_on) AS d ON d.plan_id = b.plan_id AND d.stage = 'planned'
ORDER BY b.budget_year NULLS LAST, b.pillar_code;
