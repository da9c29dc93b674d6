-- Steps of one kind are one span; of the events that are no step of a plan, each that bears a few words for charts is a row of its own.
-- The others, and what a plan promises by a day, stay in the list of milestones.
-- Returns one row per plan and kind of step, and one per event that bears a few words for charts, in order of time:
--   plan_id, short_name_en, short_name_fr VARCHAR
--   start_year, end_year INTEGER
--   extended_to_year INTEGER or NULL: not extended
--   kind VARCHAR or NULL: no step of the plan has a date in the sources
--   event_id, label_en, label_fr VARCHAR or NULL: a step, or as kind
--   date_from, date_to DATE or NULL: as kind
--   milestone_count BIGINT
--   months_after_start BIGINT or NULL: as kind
WITH step AS (
    SELECT plan_id, kind, NULL AS label_en, NULL AS label_fr, NULL AS event_id, date_from, date_to
    FROM milestone
    WHERE kind NOT IN ('event', 'commitment')
    UNION ALL
    SELECT plan_id, kind, label_en, label_fr, milestone_id, date_from, date_to
    FROM milestone
    WHERE kind = 'event' AND label_en IS NOT NULL
)
SELECT
    p.plan_id,
    p.short_name_en,
    p.short_name_fr,
    p.start_year,
    p.end_year,
    p.extended_to_year,
    m.kind,
    m.event_id,
    m.label_en,
    m.label_fr,
    MIN(m.date_from) AS date_from,
    MAX(m.date_to) AS date_to,
    COUNT(m.plan_id) AS milestone_count,
    MIN(DATE_DIFF('month', MAKE_DATE(p.start_year, 1, 1), m.date_from)) AS months_after_start
FROM plan AS p
LEFT JOIN step AS m ON m.plan_id = p.plan_id
GROUP BY ALL
ORDER BY p.start_year, p.plan_id, date_from, date_to, event_id;
