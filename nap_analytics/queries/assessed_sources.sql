WITH shown AS (
    SELECT
        g.series_id,
        g.accumulation,
        g.baseline_date,
        g.period_end,
        s.baseline_value IS NOT NULL AS baseline_is_printed,
        s.baseline_source_id,
        i.sort_order AS indicator_order,
        s.sort_order
    FROM series_progress($viewed_on) AS g
    JOIN series AS s USING (series_id)
    JOIN indicator AS i ON i.indicator_id = g.indicator_id
    WHERE g.indicator_id = $indicator_id
      AND g.status <> 'not_assessed'
),
used AS (
    SELECT indicator_order, sort_order, 1 AS part, baseline_date AS day, baseline_source_id AS source_id
    FROM shown
    WHERE baseline_is_printed
    UNION ALL
    SELECT w.indicator_order, w.sort_order, 2, o.period_end, o.source_id
    FROM shown AS w
    JOIN observation($viewed_on) AS o USING (series_id)
    WHERE o.is_preferred
      AND o.value IS NOT NULL
      AND o.region_code IS NULL
      AND o.sex IS NULL
      AND o.age_group IS NULL
      AND (
          o.period_end = w.period_end
          OR (o.period_end = w.baseline_date AND NOT w.baseline_is_printed)
          OR (w.accumulation = 'sum' AND o.period_end BETWEEN w.baseline_date AND w.period_end)
      )
    UNION ALL
    SELECT w.indicator_order, w.sort_order, 3, t.target_date, t.source_id
    FROM shown AS w
    JOIN decided_target($viewed_on) AS t USING (series_id)
    WHERE t.is_final
)
SELECT
    f.source_id,
    f.title_en,
    f.title_fr
FROM used AS u
JOIN source AS f USING (source_id)
GROUP BY f.source_id, f.title_en, f.title_fr
ORDER BY MIN((u.indicator_order, u.sort_order, u.part, u.day));
