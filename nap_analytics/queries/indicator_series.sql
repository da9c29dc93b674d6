SELECT
    s.series_id,
    s.category,
    s.name_en,
    s.name_fr,
    s.is_headline,
    s.note_en,
    s.note_fr,
    s.baseline_value IS NOT NULL AS baseline_is_printed,
    s.baseline_source_id,
    s.baseline_locator,
    b.title_en AS baseline_source_title_en,
    b.title_fr AS baseline_source_title_fr,
    g.unit = 'cases' AS counts_cases,
    u.name_en AS unit_en,
    u.name_fr AS unit_fr,
    g.value_kind,
    g.direction,
    g.accumulation,
    g.baseline_value,
    g.baseline_date,
    g.target_value,
    g.target_date,
    g.latest_value,
    g.period_end,
    g.break_date,
    g.progress_pct,
    g.expected_pct,
    g.status,
    g.not_assessed_reason,
    g.progress_pct / NULLIF(g.expected_pct, 0) AS pace,
    COALESCE(CASE g.direction WHEN 'increase' THEN g.baseline_value >= g.target_value ELSE g.baseline_value <= g.target_value END, FALSE) AS is_to_hold,
    COALESCE(g.target_date <= CAST($viewed_on AS DATE), FALSE) AS deadline_has_passed,
    p.remaining_years,
    p.achieved_per_year,
    p.required_per_year,
    p.projected_value,
    (SELECT COUNT(*) FROM observation($viewed_on) AS o WHERE o.series_id = s.series_id AND o.value IS NOT NULL) AS value_count
FROM series AS s
JOIN series_progress($viewed_on) AS g USING (series_id)
JOIN unit AS u ON u.unit = g.unit
LEFT JOIN series_pace($viewed_on) AS p USING (series_id)
LEFT JOIN source AS b ON b.source_id = s.baseline_source_id
WHERE s.indicator_id = $indicator_id
ORDER BY s.sort_order;
