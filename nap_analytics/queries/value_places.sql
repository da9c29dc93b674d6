-- Where each number that `plan_series` gives stands: one row for each document and place; a sum has those of all its periods.
-- Returns one row per document and place behind a number of a series, in the order of the plan; part: baseline, latest or target:
--   indicator_id, series_id, part VARCHAR
--   first_day DATE or NULL: a target, or a printed baseline
--   day DATE
--   source_id, source_title_en, source_title_fr, locator VARCHAR
WITH shown AS (
    SELECT
        g.series_id,
        g.indicator_id,
        g.accumulation,
        g.baseline_date,
        g.period_end,
        g.verdict_date,
        s.baseline_value IS NOT NULL AS baseline_is_printed,
        s.baseline_source_id,
        s.baseline_locator,
        i.pillar_code,
        i.sort_order AS indicator_order,
        s.sort_order
    FROM series_progress($viewed_on) AS g
    JOIN series AS s USING (series_id)
    JOIN indicator AS i ON i.indicator_id = g.indicator_id
    WHERE g.plan_id = $plan_id
),
place AS (
    SELECT series_id, 'baseline' AS part, 1 AS position, CAST(NULL AS DATE) AS first_day,
        baseline_date AS day, baseline_source_id AS source_id, baseline_locator AS locator
    FROM shown
    WHERE baseline_is_printed
      AND accumulation <> 'sum'
    UNION ALL
    SELECT
        w.series_id,
        CASE WHEN o.period_end <= w.baseline_date THEN 'baseline' ELSE 'latest' END,
        CASE WHEN o.period_end <= w.baseline_date THEN 1 ELSE 2 END,
        o.period_start,
        o.period_end,
        o.source_id,
        o.locator
    FROM shown AS w
    JOIN observation($viewed_on) AS o USING (series_id)
    WHERE o.is_preferred
      AND o.value IS NOT NULL
      AND is_national(o.region_code, o.sex, o.age_group)
      AND CASE
          WHEN w.accumulation = 'sum' THEN o.period_start > w.baseline_date AND o.period_end <= w.period_end
          ELSE o.period_end IN (w.period_end, w.verdict_date) OR (o.period_end = w.baseline_date AND NOT w.baseline_is_printed)
      END
    UNION ALL
    SELECT w.series_id, 'target', 3, NULL, t.target_date, t.source_id, t.locator
    FROM shown AS w
    JOIN decided_target($viewed_on) AS t USING (series_id)
    WHERE t.is_final
)
SELECT
    w.indicator_id,
    p.series_id,
    p.part,
    p.first_day,
    p.day,
    p.source_id,
    f.title_en AS source_title_en,
    f.title_fr AS source_title_fr,
    p.locator
FROM place AS p
JOIN shown AS w USING (series_id)
JOIN source AS f ON f.source_id = p.source_id
ORDER BY w.pillar_code NULLS LAST, w.indicator_order, w.sort_order, p.position, p.day, p.source_id;
