-- Returns one row per series of a plan in the order of the plan, the chapters' last; a sum has no baseline_value, since it
-- starts from nothing:
--   all of series_summary
--   is_known BOOLEAN
--   series_count BIGINT
SELECT
    s.* REPLACE (s.stated_baseline_value AS baseline_value, s.stated_baseline_date AS baseline_date),
    s.stated_baseline_value IS NOT NULL OR s.latest_value IS NOT NULL OR s.target_value IS NOT NULL OR s.value_count > 0 AS is_known,
    COUNT(*) OVER (PARTITION BY s.indicator_id) AS series_count
FROM series_summary($viewed_on) AS s
WHERE s.plan_id = $plan_id
ORDER BY s.pillar_code NULLS LAST, s.indicator_order, s.series_order;
