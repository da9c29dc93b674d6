-- Returns one row per indicator of every plan, newest plan first:
--   indicator_id, code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   plan_id VARCHAR
--   pillar_code VARCHAR or NULL: an indicator of a chapter
--   chapter VARCHAR or NULL: an indicator of the framework
--   text_en, text_fr VARCHAR
--   value_count BIGINT
SELECT
    i.indicator_id,
    c.code,
    c.printed_code,
    i.plan_id,
    i.pillar_code,
    i.chapter,
    m.text_en,
    m.text_fr,
    COUNT(o.value) AS value_count
FROM indicator AS i
JOIN indicator_code AS c USING (indicator_id)
JOIN indicator_name AS m USING (indicator_id)
LEFT JOIN series AS s USING (indicator_id)
LEFT JOIN observation($viewed_on) AS o USING (series_id)
GROUP BY ALL
ORDER BY i.plan_id DESC, i.pillar_code NULLS LAST, MIN(i.sort_order);
