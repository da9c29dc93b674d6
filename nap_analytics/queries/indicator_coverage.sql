WITH measured AS (
    SELECT
        indicator_id,
        BOOL_OR(status <> 'not_assessed') AS is_assessed,
        BOOL_OR(latest_value IS NOT NULL) AS is_measured
    FROM series_progress($viewed_on)
    GROUP BY indicator_id
),
placed AS (
    SELECT
        i.indicator_id,
        i.pillar_code,
        i.sort_order,
        i.text_en,
        i.text_fr,
        CASE WHEN m.is_assessed THEN 'assessed' WHEN m.is_measured THEN 'measured' ELSE 'silent' END AS coverage
    FROM indicator AS i
    LEFT JOIN measured AS m USING (indicator_id)
    WHERE i.plan_id = $plan_id
      AND i.pillar_code IS NOT NULL
)
SELECT
    p.indicator_id,
    p.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    t.wps_pillar,
    p.text_en,
    p.text_fr,
    p.coverage,
    ROW_NUMBER() OVER (
        PARTITION BY p.pillar_code
        ORDER BY LIST_POSITION(['assessed', 'measured', 'silent'], p.coverage), p.sort_order
    ) AS position,
    COUNT(*) FILTER (WHERE p.coverage = 'assessed') OVER (PARTITION BY p.pillar_code) AS assessed_count,
    COUNT(*) FILTER (WHERE p.coverage = 'measured') OVER (PARTITION BY p.pillar_code) AS measured_count,
    COUNT(*) OVER (PARTITION BY p.pillar_code) AS indicator_count
FROM placed AS p
JOIN pillar AS l ON l.plan_id = $plan_id AND l.pillar_code = p.pillar_code
LEFT JOIN pillar_theme AS t ON t.plan_id = $plan_id AND t.pillar_code = p.pillar_code
ORDER BY p.pillar_code, position;
