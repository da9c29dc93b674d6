-- Planned money of each plan by its own pillars; `pillar_code` NULL: not broken down.
-- Returns one row per plan and pillar, planned stage, oldest plan first:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   pillar_code, name_en, name_fr, short_name_en, short_name_fr VARCHAR or NULL: not broken down by pillar
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible
--   amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   standing VARCHAR or NULL: there is no amount
--   currency_code VARCHAR
--   base_year INTEGER or NULL: current prices
--   amount_own DOUBLE or NULL: no amount is known, or one has no rate
--   own_currency_code VARCHAR
--   amount_xof DOUBLE or NULL: no amount is known, or one has no rate
--   allocated_to_years_xof DOUBLE or NULL: no amount has a year
--   line_without_amount_count BIGINT
--   share_pct DOUBLE or NULL: an amount of the plan is not known
--   budget_source_en, budget_source_fr VARCHAR or NULL: there is no amount
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        sum_of_all(priced_amount, amount) AS amount,
        amount_state(priced_amount, amount) AS amount_state,
        each_once(lacking_index_year) AS lacking_index_years,
        each_once(lacking_rate) AS lacking_rates,
        sum_of_all(amount_own, amount) AS amount_own,
        sum_of_all(amount_xof, amount) AS amount_xof,
        SUM(amount_xof) FILTER (WHERE budget_year IS NOT NULL) AS allocated_to_years_xof,
        COUNT(*) - COUNT(amount) AS line_without_amount_count
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE stage = 'planned'
    GROUP BY plan_id, pillar_code
)
SELECT
    a.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    a.pillar_code,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    a.amount,
    a.amount_state,
    a.lacking_index_years,
    a.lacking_rates,
    d.standing,
    $currency_code AS currency_code,
    CAST($base_year AS INTEGER) AS base_year,
    a.amount_own,
    p.currency_code AS own_currency_code,
    a.amount_xof,
    a.allocated_to_years_xof,
    a.line_without_amount_count,
    CASE WHEN COUNT(a.amount) OVER (PARTITION BY a.plan_id) = COUNT(*) OVER (PARTITION BY a.plan_id) THEN
        100 * a.amount / SUM(a.amount) OVER (PARTITION BY a.plan_id)
    END AS share_pct,
    d.budget_source_en,
    d.budget_source_fr
FROM added AS a
JOIN plan AS p USING (plan_id)
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
LEFT JOIN pillar_theme AS h ON h.plan_id = a.plan_id AND h.pillar_code = a.pillar_code
LEFT JOIN budget_standing($viewed_on) AS d ON d.plan_id = a.plan_id AND d.stage = 'planned'
ORDER BY p.start_year, a.plan_id, a.pillar_code;
