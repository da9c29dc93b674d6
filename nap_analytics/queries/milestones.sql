SELECT
    m.*,
    p.short_name_en,
    p.short_name_fr
FROM milestone AS m
JOIN plan AS p USING (plan_id)
ORDER BY m.date_from, m.date_to, m.milestone_id;
