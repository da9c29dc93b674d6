-- What is known at each stage of each plan and pillar. Stages are never added to each other. A part of later stages: of planned.
-- Returns one row per plan, and per pillar of it with money, the plan as a whole first:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   pillar_code, short_name_en, short_name_fr VARCHAR or NULL: the plan as a whole
--   wps_pillar VARCHAR or NULL: the plan as a whole, or the crosswalk gives the pillar no theme
--   planned_amount, committed_amount, disbursed_amount, spent_amount DOUBLE or NULL: nothing is reported at this stage (its state
--       none), or it is not_convertible
--   planned_state, committed_state, disbursed_state, spent_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   standing VARCHAR or NULL: there is no amount
--   execution_pct DOUBLE or NULL: planned or spent is
--   gap_amount DOUBLE or NULL: planned or committed is
--   currency_code VARCHAR
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        stage,
        sum_of_all(priced_amount, amount) AS amount,
        amount_state(priced_amount, amount) AS amount_state
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    GROUP BY GROUPING SETS ((plan_id, pillar_code, stage), (plan_id, stage))
    HAVING GROUPING(pillar_code) = 1 OR pillar_code IS NOT NULL
),
unconverted AS (
    SELECT plan_id, pillar_code, each_once(lacking_index_year) AS lacking_index_years, each_once(lacking_rate) AS lacking_rates
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    GROUP BY GROUPING SETS ((plan_id, pillar_code), (plan_id))
    HAVING GROUPING(pillar_code) = 1 OR pillar_code IS NOT NULL
),
wide AS (
    SELECT
        plan_id,
        pillar_code,
        SUM(amount) FILTER (WHERE stage = 'planned') AS planned_amount,
        SUM(amount) FILTER (WHERE stage = 'committed') AS committed_amount,
        SUM(amount) FILTER (WHERE stage = 'disbursed') AS disbursed_amount,
        SUM(amount) FILTER (WHERE stage = 'spent') AS spent_amount,
        MIN(amount_state) FILTER (WHERE stage = 'planned') AS planned_state,
        MIN(amount_state) FILTER (WHERE stage = 'committed') AS committed_state,
        MIN(amount_state) FILTER (WHERE stage = 'disbursed') AS disbursed_state,
        MIN(amount_state) FILTER (WHERE stage = 'spent') AS spent_state
    FROM added
    GROUP BY plan_id, pillar_code
)
SELECT
    p.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    w.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    w.planned_amount,
    w.committed_amount,
    w.disbursed_amount,
    w.spent_amount,
    COALESCE(w.planned_state, 'none') AS planned_state,
    COALESCE(w.committed_state, 'none') AS committed_state,
    COALESCE(w.disbursed_state, 'none') AS disbursed_state,
    COALESCE(w.spent_state, 'none') AS spent_state,
    n.lacking_index_years,
    n.lacking_rates,
    b.standing,
    100 * w.spent_amount / w.planned_amount AS execution_pct,
    w.planned_amount - w.committed_amount AS gap_amount,
    $currency_code AS currency_code
FROM plan AS p
LEFT JOIN wide AS w USING (plan_id)
LEFT JOIN unconverted AS n ON n.plan_id = w.plan_id AND n.pillar_code IS NOT DISTINCT FROM w.pillar_code
LEFT JOIN budget_standing($viewed_on) AS b ON b.plan_id = p.plan_id AND b.stage = 'planned'
LEFT JOIN pillar AS l ON l.plan_id = w.plan_id AND l.pillar_code = w.pillar_code
LEFT JOIN pillar_theme AS h ON h.plan_id = w.plan_id AND h.pillar_code = w.pillar_code
ORDER BY p.start_year, p.plan_id, w.pillar_code NULLS FIRST;
