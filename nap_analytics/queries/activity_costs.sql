-- Returns one row per budgeted activity of a plan, dearest first:
--   activity_id, activity_code, pillar_code, short_name_en, short_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   text_en, text_fr VARCHAR
--   amount DOUBLE or NULL: none is known (amount_state none), or it is not_convertible
--   amount_state VARCHAR
--   lacking_index_years, lacking_rates VARCHAR or NULL: nothing is lacking
--   currency_code VARCHAR
--   cost_rank BIGINT or NULL: the amount of this activity or of any other cannot be told
--   priced_count BIGINT
--   share_pct, running_pct DOUBLE or NULL: as cost_rank
--   budget_years VARCHAR or NULL: no year has an amount
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_title_en, source_title_fr, locator VARCHAR
WITH priced AS (
    SELECT
        activity_id,
        sum_of_all(priced_amount, amount) AS amount,
        amount_state(priced_amount, amount) AS amount_state,
        each_once(lacking_index_year) AS lacking_index_years,
        each_once(lacking_rate) AS lacking_rates,
        ARRAY_TO_STRING(LIST(DISTINCT budget_year ORDER BY budget_year) FILTER (WHERE budget_year IS NOT NULL AND amount > 0), ', ') AS budget_years,
        ANY_VALUE(note_en) AS note_en,
        ANY_VALUE(note_fr) AS note_fr,
        MIN(source_id) AS source_id,
        MIN(REGEXP_REPLACE(locator, ', Year .*$', '')) AS locator
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    WHERE plan_id = $plan_id
      AND stage = 'planned'
      AND activity_id IS NOT NULL
    GROUP BY activity_id
),
ranked AS (
    -- Where one activity cannot be told in the money chosen, neither rank nor share of any is known.
    SELECT *, COUNT(*) FILTER (WHERE amount_state = 'not_convertible') OVER () = 0 AS is_whole
    FROM priced
)
SELECT
    a.activity_id,
    SPLIT_PART(a.activity_id, ':', 2) AS activity_code,
    a.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    t.wps_pillar,
    a.text_en,
    a.text_fr,
    m.amount,
    m.amount_state,
    m.lacking_index_years,
    m.lacking_rates,
    $currency_code AS currency_code,
    CASE WHEN m.is_whole AND m.amount IS NOT NULL THEN RANK() OVER (ORDER BY m.amount DESC NULLS LAST) END AS cost_rank,
    COUNT(m.amount) OVER () AS priced_count,
    CASE WHEN m.is_whole THEN 100 * m.amount / SUM(m.amount) OVER () END AS share_pct,
    CASE WHEN m.is_whole AND m.amount IS NOT NULL THEN
        100 * SUM(m.amount) OVER (ORDER BY m.amount DESC NULLS LAST, a.sort_order ROWS UNBOUNDED PRECEDING) / SUM(m.amount) OVER ()
    END AS running_pct,
    m.budget_years,
    m.note_en,
    m.note_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    m.locator
FROM ranked AS m
JOIN activity AS a USING (activity_id)
JOIN pillar AS l ON l.plan_id = a.plan_id AND l.pillar_code = a.pillar_code
JOIN plan AS p ON p.plan_id = a.plan_id
LEFT JOIN pillar_theme AS t ON t.plan_id = a.plan_id AND t.pillar_code = a.pillar_code
JOIN source AS s ON s.source_id = m.source_id
ORDER BY m.amount DESC NULLS LAST, a.sort_order;
