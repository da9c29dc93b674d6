-- Returns one row per pillar, by plan:
--   plan_id, pillar_code, name_en, name_fr, short_name_en, short_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   basis VARCHAR
--   progress_pct DOUBLE or NULL: nothing is assessed
--   lower_pct, upper_pct DOUBLE
--   is_headline_mean BOOLEAN
--   indicator_count, assessed_count INTEGER
--   planned_activity_count, completed_activity_count INTEGER or NULL: basis is indicators
--   measured_count, near_count, silent_count, improved_count, slightly_improved_count, unchanged_count, mixed_count,
--       slightly_worsened_count, worsened_count, achieved_count, missed_count, not_verified_count INTEGER
--   source_id, locator VARCHAR
SELECT
    g.plan_id,
    g.pillar_code,
    p.name_en,
    p.name_fr,
    p.short_name_en,
    p.short_name_fr,
    n.pillar_word_en,
    n.pillar_word_fr,
    n.pillar_words_en,
    n.pillar_words_fr,
    t.wps_pillar,
    g.basis,
    g.progress_pct,
    g.lower_pct,
    g.upper_pct,
    is_headline_mean(g.progress_pct, g.lower_pct, g.upper_pct) AS is_headline_mean,
    g.indicator_count,
    g.assessed_count,
    g.planned_activity_count,
    g.completed_activity_count,
    COALESCE(c.measured_count, 0) AS measured_count,
    COALESCE(c.near_count, 0) AS near_count,
    COALESCE(c.silent_count, 0) AS silent_count,
    COALESCE(c.improved_count, 0) AS improved_count,
    COALESCE(c.slightly_improved_count, 0) AS slightly_improved_count,
    COALESCE(c.unchanged_count, 0) AS unchanged_count,
    COALESCE(c.mixed_count, 0) AS mixed_count,
    COALESCE(c.slightly_worsened_count, 0) AS slightly_worsened_count,
    COALESCE(c.worsened_count, 0) AS worsened_count,
    COALESCE(c.achieved_count, 0) AS achieved_count,
    COALESCE(c.missed_count, 0) AS missed_count,
    COALESCE(c.not_verified_count, 0) AS not_verified_count,
    p.source_id,
    p.locator
FROM pillar_progress($viewed_on) AS g
JOIN pillar AS p USING (plan_id, pillar_code)
JOIN plan AS n ON n.plan_id = g.plan_id
LEFT JOIN pillar_theme AS t USING (plan_id, pillar_code)
LEFT JOIN pillar_count($viewed_on) AS c USING (plan_id, pillar_code)
WHERE $plan_id IS NULL
   OR g.plan_id = $plan_id
ORDER BY g.plan_id, g.pillar_code;
