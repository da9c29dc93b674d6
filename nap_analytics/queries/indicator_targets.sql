SELECT
    t.series_id,
    s.name_en,
    s.name_fr,
    t.target_date,
    t.target_value,
    t.decided_on,
    t.note_en,
    t.note_fr,
    f.title_en AS source_title_en,
    f.title_fr AS source_title_fr,
    f.url AS source_url,
    t.locator
FROM target AS t
JOIN series AS s USING (series_id)
JOIN source AS f ON f.source_id = t.source_id
WHERE s.indicator_id = $indicator_id
  AND t.decided_on <= $viewed_on
ORDER BY s.sort_order, t.decided_on, t.target_date;
