-- Returns one row per series of the indicator, in order:
--   all of series_summary
--   pace DOUBLE or NULL: not assessed, or nothing was expected yet
--   meets_target BOOLEAN or NULL: no target or no latest value
--   remaining_years, achieved_per_year DOUBLE or NULL: not assessed
--   required_per_year DOUBLE or NULL: not assessed, no time remains or the deadline has passed
--   projected_value DOUBLE or NULL: as required_per_year
--   baseline_is_printed BOOLEAN
--   baseline_source_id, baseline_locator, baseline_source_title_en, baseline_source_title_fr VARCHAR or NULL: no baseline is printed
SELECT
    s.*,
    s.progress_pct / NULLIF(s.expected_pct, 0) AS pace,
    meets(s.latest_value, s.target_value, s.direction) AS meets_target,
    p.remaining_years,
    p.achieved_per_year,
    p.required_per_year,
    p.projected_value,
    r.baseline_value IS NOT NULL AS baseline_is_printed,
    r.baseline_source_id,
    r.baseline_locator,
    b.title_en AS baseline_source_title_en,
    b.title_fr AS baseline_source_title_fr
FROM series_summary($viewed_on) AS s
JOIN series AS r USING (series_id)
LEFT JOIN series_pace($viewed_on) AS p USING (series_id)
LEFT JOIN source AS b ON b.source_id = r.baseline_source_id
WHERE s.indicator_id = $indicator_id
ORDER BY s.series_order;
