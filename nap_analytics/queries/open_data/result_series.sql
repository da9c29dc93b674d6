-- Every series of every plan, in the order of the framework; the indicators of the chapters (no node, no pillar) come last.
-- Returns one row per series, oldest plan first, in the order of the framework:
--   plan_id, country_code VARCHAR
--   pillar_code, pillar_en, pillar_fr, node_code, level, node_en, node_fr VARCHAR or NULL: an indicator of a chapter
--   chapter VARCHAR or NULL: an indicator of the framework
--   indicator_id VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   indicator_en, indicator_fr VARCHAR
--   is_own_translation, placement_is_certain BOOLEAN
--   sdg_code VARCHAR or NULL: it corresponds to none
--   indicator_note_en, indicator_note_fr VARCHAR or NULL: nothing to say
--   source_en, source_fr VARCHAR
--   url VARCHAR or NULL: not on the web
--   locator, series_id, category, series_en, series_fr VARCHAR
--   series_note_en, series_note_fr VARCHAR or NULL: nothing to say
--   evidence VARCHAR
--   reads_reporting BOOLEAN
--   unit, unit_en, unit_fr, unit_one_en, unit_one_fr, value_kind, direction, accumulation VARCHAR
SELECT
    p.plan_id,
    p.country_code,
    i.pillar_code,
    l.name_en AS pillar_en,
    l.name_fr AS pillar_fr,
    i.node_code,
    n.level,
    n.text_en AS node_en,
    n.text_fr AS node_fr,
    i.chapter,
    i.indicator_id,
    c.printed_code,
    i.text_en AS indicator_en,
    i.text_fr AS indicator_fr,
    i.is_own_translation,
    i.placement_is_certain,
    i.sdg_code,
    i.note_en AS indicator_note_en,
    i.note_fr AS indicator_note_fr,
    f.title_en AS source_en,
    f.title_fr AS source_fr,
    CASE WHEN f.url LIKE 'http%' THEN f.url END AS url,
    i.locator,
    s.series_id,
    s.category,
    s.name_en AS series_en,
    s.name_fr AS series_fr,
    s.note_en AS series_note_en,
    s.note_fr AS series_note_fr,
    s.evidence,
    s.reads_reporting,
    r.unit,
    u.* EXCLUDE (unit),
    r.value_kind,
    r.direction,
    r.accumulation
FROM series AS s
JOIN series_rule AS r ON r.series_id = s.series_id
JOIN indicator AS i ON i.indicator_id = s.indicator_id
JOIN indicator_code AS c ON c.indicator_id = i.indicator_id
JOIN plan AS p ON p.plan_id = i.plan_id
JOIN unit_words AS u ON u.unit = r.unit
JOIN source AS f ON f.source_id = i.source_id
LEFT JOIN pillar AS l ON l.plan_id = i.plan_id AND l.pillar_code = i.pillar_code
LEFT JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
ORDER BY
    p.start_year,
    p.plan_id,
    i.pillar_code NULLS LAST,
    n.sort_order NULLS LAST,
    i.node_code,
    i.chapter,
    i.sort_order,
    i.indicator_id,
    s.sort_order,
    s.series_id;
