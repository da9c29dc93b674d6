SELECT
    m.*,
    p.short_name_en,
    p.short_name_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url
FROM milestone AS m
JOIN plan AS p USING (plan_id)
JOIN source AS s ON s.source_id = m.source_id
ORDER BY m.date_from, m.date_to, m.milestone_id;
