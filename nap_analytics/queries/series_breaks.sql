-- Returns one row per break in a national series of a plan, in order of time:
--   series_id, indicator_id, name_en, name_fr VARCHAR
--   period_start, period_end DATE
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, locator VARCHAR
SELECT
    o.series_id,
    s.indicator_id,
    s.name_en,
    s.name_fr,
    o.period_start,
    o.period_end,
    o.note_en,
    o.note_fr,
    o.source_id,
    o.locator
FROM observation($viewed_on) AS o
JOIN series AS s USING (series_id)
JOIN indicator AS i ON i.indicator_id = s.indicator_id
WHERE i.plan_id = $plan_id
  AND o.is_series_break
  AND o.is_preferred
  AND is_national(o.region_code, o.sex, o.age_group)
ORDER BY o.period_end, i.sort_order, s.sort_order;
