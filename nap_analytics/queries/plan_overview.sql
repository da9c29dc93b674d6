-- Returns one row per plan, oldest first:
--   plan_id, title_en, title_fr, short_name_en, short_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   start_year, end_year INTEGER
--   extended_to_year INTEGER or NULL: not extended
--   aim_en, aim_fr VARCHAR or NULL: no source states it
--   currency_code, source_id, locator, basis VARCHAR
--   progress_pct DOUBLE or NULL: nothing is assessed
--   lower_pct, upper_pct DOUBLE
--   is_headline_mean BOOLEAN
--   first_date DATE
--   is_to_come BOOLEAN
--   last_date DATE
--   has_ended BOOLEAN
--   indicator_count, assessed_count INTEGER
--   planned_activity_count, completed_activity_count INTEGER or NULL: basis is indicators
--   measured_count, near_count, silent_count, improved_count, slightly_improved_count, unchanged_count, mixed_count,
--       slightly_worsened_count, worsened_count, with_worsening_series_count, achieved_count, missed_count, not_verified_count HUGEINT
--   planned_amount DOUBLE or NULL: no figure is published (missing_reason), or it has no rate
--   planned_per_year DOUBLE or NULL: as planned_amount
--   planned_per_head DOUBLE or NULL: as planned_amount, or the population is not known
--   standing VARCHAR or NULL: there is no amount
--   planned_xof, planned_eur DOUBLE or NULL: as planned_amount
--   planned_usd DOUBLE or NULL: as planned_amount, or a year has no rate
--   planned_xof_constant, planned_usd_constant DOUBLE or NULL: as planned_amount, or a year has no index
--   per_year DOUBLE or NULL: as planned_amount
--   per_capita DOUBLE or NULL: as planned_per_head
--   per_woman DOUBLE or NULL: as planned_per_head, or the share of women is not known
--   not_allocated_to_year_xof DOUBLE or NULL: every amount has a year, or there is none
--   missing_reason VARCHAR or NULL: planned_xof is known
--   explanation_en, explanation_fr VARCHAR or NULL: there is an amount, or the sources say nothing
--   pillar_count, result_count, printed_indicator_count, activity_count, value_count BIGINT
--   counted_from DATE or NULL: the source does not say, or there is no such report
--   counted_to DATE or NULL: as counted_from
--   milestone_count BIGINT
WITH counted AS (
    SELECT plan_id, SUM(COLUMNS(* EXCLUDE (plan_id, pillar_code)))
    FROM pillar_count($viewed_on)
    GROUP BY plan_id
)
SELECT
    p.plan_id,
    p.title_en,
    p.title_fr,
    p.short_name_en,
    p.short_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    p.start_year,
    p.end_year,
    p.extended_to_year,
    p.aim_en,
    p.aim_fr,
    p.currency_code,
    p.source_id,
    p.locator,
    g.basis,
    g.progress_pct,
    g.lower_pct,
    g.upper_pct,
    is_headline_mean(g.progress_pct, g.lower_pct, g.upper_pct) AS is_headline_mean,
    MAKE_DATE(p.start_year, 1, 1) AS first_date,
    MAKE_DATE(p.start_year, 1, 1) > CAST($viewed_on AS DATE) AS is_to_come,
    MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) AS last_date,
    MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) < CAST($viewed_on AS DATE) AS has_ended,
    g.indicator_count,
    g.assessed_count,
    g.planned_activity_count,
    g.completed_activity_count,
    COALESCE(k.measured_count, 0) AS measured_count,
    COALESCE(k.near_count, 0) AS near_count,
    COALESCE(k.silent_count, 0) AS silent_count,
    COALESCE(k.improved_count, 0) AS improved_count,
    COALESCE(k.slightly_improved_count, 0) AS slightly_improved_count,
    COALESCE(k.unchanged_count, 0) AS unchanged_count,
    COALESCE(k.mixed_count, 0) AS mixed_count,
    COALESCE(k.slightly_worsened_count, 0) AS slightly_worsened_count,
    COALESCE(k.worsened_count, 0) AS worsened_count,
    COALESCE(k.with_worsening_series_count, 0) AS with_worsening_series_count,
    COALESCE(k.achieved_count, 0) AS achieved_count,
    COALESCE(k.missed_count, 0) AS missed_count,
    COALESCE(k.not_verified_count, 0) AS not_verified_count,
    b.planned_amount,
    b.planned_amount / (p.end_year - p.start_year + 1) AS planned_per_year,
    b.planned_amount / n.person_count AS planned_per_head,
    b.standing,
    b.planned_xof,
    b.planned_eur,
    b.planned_usd,
    b.planned_xof_constant,
    b.planned_usd_constant,
    b.per_year,
    b.per_capita,
    b.per_woman,
    b.not_allocated_to_year_xof,
    b.missing_reason,
    b.explanation_en,
    b.explanation_fr,
    (SELECT COUNT(*) FROM pillar WHERE pillar.plan_id = p.plan_id) AS pillar_count,
    (SELECT COUNT(*) FROM framework_node AS n WHERE n.plan_id = p.plan_id AND n.level = 'result') AS result_count,
    (SELECT COUNT(*) FROM indicator AS i WHERE i.plan_id = p.plan_id) AS printed_indicator_count,
    (SELECT COUNT(*) FROM activity AS a WHERE a.plan_id = p.plan_id) AS activity_count,
    (
        SELECT COUNT(*)
        FROM observation($viewed_on) AS o
        JOIN series AS s USING (series_id)
        JOIN indicator AS i USING (indicator_id)
        WHERE i.plan_id = p.plan_id
          AND o.value IS NOT NULL
    ) AS value_count,
    (SELECT MIN(c.counted_from) FROM reported_completion AS c WHERE c.plan_id = p.plan_id) AS counted_from,
    (SELECT MAX(c.counted_to) FROM reported_completion AS c WHERE c.plan_id = p.plan_id) AS counted_to,
    (SELECT COUNT(*) FROM milestone AS m WHERE m.plan_id = p.plan_id) AS milestone_count
FROM plan AS p
JOIN plan_progress($viewed_on) AS g USING (plan_id)
JOIN budget_total($viewed_on) AS b USING (plan_id)
LEFT JOIN counted AS k USING (plan_id)
LEFT JOIN population AS n ON n.country_code = p.country_code AND n.population_year = p.start_year
ORDER BY p.start_year, p.plan_id;
