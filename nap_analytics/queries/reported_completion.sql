-- Returns one row per pillar, in order; none for plans without such a report:
--   plan_id, pillar_code VARCHAR
--   planned_count, completed_count INTEGER
--   printed_pct DOUBLE or NULL: none is printed
--   assignment_is_certain BOOLEAN
--   other_planned_count, other_completed_count INTEGER or NULL: there is no other reading
--   counted_from, counted_to DATE or NULL: the source does not say
--   rationale_en, rationale_fr VARCHAR or NULL: there is no doubt
--   source_id, locator, name_en, name_fr, short_name_en, short_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   wps_pillar VARCHAR or NULL: no pillar, or the crosswalk gives it no theme
--   completion_pct DOUBLE
--   other_completion_pct DOUBLE or NULL: there is no other reading
--   printed_differs BOOLEAN
--   source_title_en, source_title_fr VARCHAR
SELECT
    c.*,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    t.wps_pillar,
    100.0 * c.completed_count / c.planned_count AS completion_pct,
    100.0 * c.other_completed_count / c.other_planned_count AS other_completion_pct,
    -- Further apart than rounding to whole percents explains.
    COALESCE(ABS(c.printed_pct - 100.0 * c.completed_count / c.planned_count) > 0.5 + 1e-9, FALSE) AS printed_differs,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr
FROM reported_completion AS c
JOIN pillar AS l USING (plan_id, pillar_code)
JOIN plan AS p ON p.plan_id = c.plan_id
JOIN source AS s ON s.source_id = c.source_id
LEFT JOIN pillar_theme AS t ON t.plan_id = c.plan_id AND t.pillar_code = c.pillar_code
WHERE c.plan_id = $plan_id
ORDER BY c.pillar_code;
