-- Returns one row, none where the indicator is unknown:
--   indicator_id, plan_id VARCHAR
--   node_code, pillar_code VARCHAR or NULL: an indicator of a chapter
--   chapter VARCHAR or NULL: an indicator of the framework
--   sort_order INTEGER
--   text_en, text_fr VARCHAR
--   is_own_translation BOOLEAN
--   value_kind, direction, accumulation VARCHAR
--   frequency VARCHAR or NULL: the plan does not say
--   placement_is_certain, is_sensitive BOOLEAN
--   sdg_code VARCHAR or NULL: it corresponds to none
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, locator, name_en, name_fr VARCHAR
--   printed_text_en, printed_text_fr VARCHAR or NULL: no working title stands before the printed words
--   unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR
--   plan_start_date, plan_end_date DATE
--   plan_name_en, plan_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   pillar_name_en, pillar_name_fr, pillar_short_name_en, pillar_short_name_fr, level VARCHAR or NULL: an indicator of a chapter
--   code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   node_text_en, node_text_fr VARCHAR or NULL: an indicator of a chapter
--   source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   wps_pillar VARCHAR or NULL: an indicator of a chapter
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
