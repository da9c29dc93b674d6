-- Every target decided by the day viewed, those that do not count too: a later decision's, another authority's, a partner's.
-- Returns one row per target decided by the viewed date, by series, the latest decision first:
--   series_id, name_en, name_fr VARCHAR
--   target_date DATE
--   target_value DOUBLE
--   value_kind, unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR
--   decided_on DATE
--   set_by VARCHAR
--   is_current, is_final BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
--   locator VARCHAR
SELECT
    t.series_id,
    s.name_en,
    s.name_fr,
    t.target_date,
    t.target_value,
    r.value_kind,
    u.* EXCLUDE (unit),
    t.decided_on,
    t.set_by,
    d.series_id IS NOT NULL AS is_current,
    COALESCE(d.is_final, FALSE) AS is_final,
    t.note_en,
    t.note_fr,
    f.title_en AS source_title_en,
    f.title_fr AS source_title_fr,
    f.url AS source_url,
    t.locator
FROM target AS t
JOIN series AS s USING (series_id)
JOIN series_rule AS r USING (series_id)
JOIN unit_words AS u ON u.unit = r.unit
JOIN source AS f ON f.source_id = t.source_id
LEFT JOIN decided_target($viewed_on) AS d
    ON d.series_id = t.series_id AND d.target_date = t.target_date AND d.decided_on = t.decided_on AND d.set_by = t.set_by
WHERE s.indicator_id = $indicator_id
  AND t.decided_on <= CAST($viewed_on AS DATE)
ORDER BY s.sort_order, t.decided_on DESC, t.target_date;
