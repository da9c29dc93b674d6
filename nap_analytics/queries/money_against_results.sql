-- Share of the planned money of each pillar beside what is known of its results, with how much of both is known.
-- Returns one row per pillar of every plan, oldest plan first:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   pillar_code, short_name_en, short_name_fr VARCHAR
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   amount_xof DOUBLE or NULL: not broken down by pillar, or one has no rate
--   share_pct DOUBLE or NULL: as amount_xof
--   planned_xof DOUBLE or NULL: no amount is known, or one has no rate
--   basis VARCHAR
--   progress_pct DOUBLE or NULL: nothing is assessed
--   lower_pct, upper_pct DOUBLE
--   is_headline_mean BOOLEAN
--   indicator_count, assessed_count INTEGER
--   planned_activity_count, completed_activity_count INTEGER or NULL: basis is indicators
WITH money AS (
    SELECT plan_id, pillar_code, sum_of_all(amount_xof, amount) AS amount_xof
    FROM budget_line_converted($viewed_on)
    WHERE stage = 'planned'
      AND is_counted
      AND pillar_code IS NOT NULL
    GROUP BY plan_id, pillar_code
)
SELECT
    r.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    r.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    m.amount_xof,
    100 * m.amount_xof / SUM(m.amount_xof) OVER (PARTITION BY r.plan_id) AS share_pct,
    b.planned_xof,
    r.basis,
    r.progress_pct,
    r.lower_pct,
    r.upper_pct,
    is_headline_mean(r.progress_pct, r.lower_pct, r.upper_pct) AS is_headline_mean,
    r.indicator_count,
    r.assessed_count,
    r.planned_activity_count,
    r.completed_activity_count
FROM pillar_progress($viewed_on) AS r
JOIN plan AS p USING (plan_id)
JOIN pillar AS l ON l.plan_id = r.plan_id AND l.pillar_code = r.pillar_code
JOIN budget_total($viewed_on) AS b ON b.plan_id = r.plan_id
LEFT JOIN pillar_theme AS h ON h.plan_id = r.plan_id AND h.pillar_code = r.pillar_code
LEFT JOIN money AS m ON m.plan_id = r.plan_id AND m.pillar_code = r.pillar_code
ORDER BY p.start_year, r.plan_id, r.pillar_code;
