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
    g.unit,
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
    p.remaining_years,
    p.achieved_per_year,
    p.required_per_year,
    p.projected_value,
    (SELECT COUNT(*) FROM observation($viewed_on) AS o WHERE o.series_id = s.series_id AND o.value IS NOT NULL) AS value_count
FROM series AS s
JOIN series_progress($viewed_on) AS g USING (series_id)
LEFT JOIN series_pace($viewed_on) AS p USING (series_id)
WHERE s.indicator_id = $indicator_id
ORDER BY s.sort_order;
