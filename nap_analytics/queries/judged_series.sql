-- Series that are held against a target: with a progress, a verdict (that there is no value to verify it too), or both.
-- Returns one row per series of a plan that is held against a target, in the order of the plan; shown_pct is progress within 0 and 100:
--   all of series_summary
--   wps_pillar VARCHAR or NULL: an indicator of a chapter
--   indicator_status VARCHAR
--   shown_pct DOUBLE or NULL: a verdict, but no baseline to measure a way from
SELECT
    s.*,
    t.wps_pillar,
    p.status AS indicator_status,
    CASE WHEN s.progress_pct IS NOT NULL THEN GREATEST(0, LEAST(100, s.progress_pct)) END AS shown_pct
FROM series_summary($viewed_on) AS s
JOIN indicator_progress($viewed_on) AS p ON p.indicator_id = s.indicator_id
LEFT JOIN pillar_theme AS t ON t.plan_id = s.plan_id AND t.pillar_code = s.pillar_code
WHERE s.plan_id = $plan_id
  AND (s.progress_pct IS NOT NULL OR s.status <> 'not_assessed')
ORDER BY s.pillar_code NULLS LAST, s.indicator_order, s.series_order;
