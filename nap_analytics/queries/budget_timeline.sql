-- Years to which a plan gives amounts stand alone; a plan without any is one span, at its mean per year. `amount` NULL: there is no
-- amount (`amount_state` none), or it cannot be told in the money chosen (not_convertible).
-- Returns one row per year that has planned amounts, and one per plan known as a total only, or not at all, oldest plan first:
--   plan_id, short_name_en, short_name_fr VARCHAR
--   year_from, year_to INTEGER
--   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible
--   currency_code VARCHAR
--   base_year INTEGER or NULL: current prices
--   known_by, amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   total_amount DOUBLE or NULL: no amount is known, or one is not_convertible
--   per_year_amount DOUBLE or NULL: as total_amount
--   not_allocated_amount DOUBLE or NULL: every amount has a year, or none has
--   standing VARCHAR or NULL: there is no amount
--   explanation_en, explanation_fr VARCHAR or NULL: there is an amount, or the sources say nothing
WITH priced AS (
    SELECT
        plan_id,
        budget_year,
        sum_of_all(priced_amount, amount) AS amount,
        amount_state(priced_amount, amount) AS amount_state,
        each_once(lacking_index_year) AS lacking_index_years,
        each_once(lacking_rate) AS lacking_rates
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
    GROUP BY plan_id, budget_year
),
dated AS (
    -- A plan whose years print no amount at all is not known by year.
    SELECT *
    FROM priced
    WHERE budget_year IS NOT NULL
    QUALIFY COUNT(*) FILTER (WHERE amount_state <> 'none') OVER (PARTITION BY plan_id) > 0
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    COALESCE(y.budget_year, p.start_year) AS year_from,
    COALESCE(y.budget_year, p.end_year) AS year_to,
    CASE WHEN y.plan_id IS NOT NULL THEN y.amount ELSE w.total_amount / (p.end_year - p.start_year + 1) END AS amount,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    CASE WHEN y.plan_id IS NOT NULL THEN 'year' WHEN COALESCE(w.amount_state, 'none') <> 'none' THEN 'total' ELSE 'none' END AS known_by,
    CASE WHEN y.plan_id IS NOT NULL THEN y.amount_state ELSE COALESCE(w.amount_state, 'none') END AS amount_state,
    CASE WHEN y.plan_id IS NOT NULL THEN y.lacking_index_years ELSE w.lacking_index_years END AS lacking_index_years,
    CASE WHEN y.plan_id IS NOT NULL THEN y.lacking_rates ELSE w.lacking_rates END AS lacking_rates,
    w.total_amount,
    w.total_amount / (p.end_year - p.start_year + 1) AS per_year_amount,
    CASE WHEN y.plan_id IS NOT NULL THEN u.amount END AS not_allocated_amount,
    b.standing,
    b.explanation_en,
    b.explanation_fr
FROM plan AS p
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN budget_priced($viewed_on, $currency_code, $base_year) AS w ON w.plan_id = p.plan_id AND w.stage = 'planned'
LEFT JOIN dated AS y ON y.plan_id = p.plan_id
LEFT JOIN priced AS u ON u.plan_id = p.plan_id AND u.budget_year IS NULL
ORDER BY p.start_year, p.plan_id, year_from;
