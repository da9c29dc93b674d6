-- Targets decided by the day viewed, with all dates of each decision. The decision that counts is the plan's own, else the law's or
-- the government's, the latest of them and never a partner's; its last date is the final one.
-- A target is due at the end of the time since the plan's first day, or of its own year where it falls before the plan.
-- Returns one row per series, target date (period_end) and decision, by decision and date:
--   series_id VARCHAR
--   period_start, period_end DATE
--   value DOUBLE
--   decided_on DATE
--   set_by VARCHAR
--   is_current, is_final BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, source_en, source_fr VARCHAR
--   url VARCHAR or NULL: not on the web
--   locator VARCHAR
SELECT
    t.series_id,
    CASE WHEN t.target_date >= r.plan_start_date THEN r.plan_start_date ELSE MAKE_DATE(YEAR(t.target_date), 1, 1) END AS period_start,
    t.target_date AS period_end,
    t.target_value AS value,
    t.decided_on,
    t.set_by,
    d.series_id IS NOT NULL AS is_current,
    COALESCE(d.is_final, FALSE) AS is_final,
    t.note_en,
    t.note_fr,
    t.source_id,
    f.title_en AS source_en,
    f.title_fr AS source_fr,
    f.url,
    t.locator
FROM target AS t
JOIN series_rule AS r ON r.series_id = t.series_id
LEFT JOIN decided_target($viewed_on) AS d
    ON d.series_id = t.series_id AND d.target_date = t.target_date AND d.decided_on = t.decided_on AND d.set_by = t.set_by
JOIN source AS f ON f.source_id = t.source_id
WHERE t.decided_on <= CAST($viewed_on AS DATE)
ORDER BY t.series_id, t.decided_on, t.target_date;
