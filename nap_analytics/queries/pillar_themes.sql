SELECT
    c.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    p.start_year,
    c.pillar_code,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    c.wps_pillar,
    c.share,
    100 * c.share AS share_pct,
    c.rationale_en,
    c.rationale_fr,
    l.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    l.locator
FROM crosswalk AS c
JOIN plan AS p USING (plan_id)
JOIN pillar AS l USING (plan_id, pillar_code)
JOIN source AS s ON s.source_id = l.source_id
WHERE c.reading = $reading
ORDER BY p.start_year, c.pillar_code, c.share DESC, c.wps_pillar;
