SELECT
    i.* EXCLUDE (unit, working_title_en, working_title_fr),
    m.text_en AS name_en,
    m.text_fr AS name_fr,
    m.printed_text_en,
    m.printed_text_fr,
    u.* EXCLUDE (unit),
    MAKE_DATE(p.start_year, 1, 1) AS plan_start_date,
    MAKE_DATE(COALESCE(p.extended_to_year, p.end_year), 12, 31) AS plan_end_date,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    l.name_en AS pillar_name_en,
    l.name_fr AS pillar_name_fr,
    l.short_name_en AS pillar_short_name_en,
    l.short_name_fr AS pillar_short_name_fr,
    n.level,
    c.code,
    c.printed_code,
    n.text_en AS node_text_en,
    n.text_fr AS node_text_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url,
    w.wps_pillar
FROM indicator AS i
JOIN plan AS p USING (plan_id)
JOIN unit_words AS u USING (unit)
JOIN source AS s ON s.source_id = i.source_id
LEFT JOIN pillar AS l ON l.plan_id = i.plan_id AND l.pillar_code = i.pillar_code
JOIN indicator_code AS c ON c.indicator_id = i.indicator_id
JOIN indicator_name AS m ON m.indicator_id = i.indicator_id
LEFT JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
LEFT JOIN pillar_theme AS w ON w.plan_id = i.plan_id AND w.pillar_code = i.pillar_code
WHERE i.indicator_id = $indicator_id;
