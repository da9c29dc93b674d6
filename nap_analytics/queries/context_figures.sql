SELECT
    c.* EXCLUDE (unit),
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    COALESCE(u.name_one_en, u.name_en) AS unit_one_en,
    COALESCE(u.name_one_fr, u.name_fr) AS unit_one_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url
FROM context_figure AS c
JOIN unit AS u USING (unit)
JOIN source AS s USING (source_id)
ORDER BY c.topic, c.sort_order, c.period_end;
