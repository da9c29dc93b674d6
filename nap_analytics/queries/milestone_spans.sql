-- Steps of one kind are one span; events that are no step of a plan, and what it promises by a day, stay in the list of milestones.
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    p.start_year,
    p.end_year,
    p.extended_to_year,
    m.kind,
    MIN(m.date_from) AS date_from,
    MAX(m.date_to) AS date_to,
    COUNT(m.milestone_id) AS milestone_count,
    MIN(DATE_DIFF('month', MAKE_DATE(p.start_year, 1, 1), m.date_from)) AS months_after_start
FROM plan AS p
LEFT JOIN milestone AS m ON m.plan_id = p.plan_id AND m.kind NOT IN ('event', 'commitment')
GROUP BY ALL
ORDER BY p.start_year, p.plan_id, date_from, date_to;
