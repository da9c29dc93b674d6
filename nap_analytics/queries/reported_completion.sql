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
