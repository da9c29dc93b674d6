-- What each indicator still lacks, and whom the plan makes responsible: the bodies named for its node, else for the nearest node above.
-- Returns one row per indicator with an exact series that cannot be assessed or verified, in the order of the plan: how many lack what:
--   indicator_id VARCHAR
--   series_count, target_missing_count, baseline_missing_count, value_missing_count, verdict_value_missing_count BIGINT
--   verdict_target_date DATE or NULL: no target date has passed unverified
--   code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   pillar_code VARCHAR or NULL: an indicator of a chapter
--   chapter VARCHAR or NULL: an indicator of the framework
--   text_en, text_fr VARCHAR
--   responsible_en, responsible_fr VARCHAR or NULL: the plan names nobody
WITH RECURSIVE above AS (
    SELECT i.indicator_id, n.plan_id, n.node_code, n.parent_code, 0 AS distance
    FROM indicator AS i
    JOIN framework_node AS n USING (plan_id, node_code)
    WHERE i.plan_id = $plan_id
    UNION ALL
    SELECT a.indicator_id, n.plan_id, n.node_code, n.parent_code, a.distance + 1
    FROM above AS a
    JOIN framework_node AS n ON n.plan_id = a.plan_id AND n.node_code = a.parent_code
),
responsible_body AS (
    SELECT DISTINCT
        a.indicator_id,
        o.organisation_id,
        o.name_en,
        o.name_fr,
        a.distance,
        MIN(a.distance) OVER (PARTITION BY a.indicator_id) AS nearest
    FROM above AS a
    JOIN responsibility AS r ON r.plan_id = a.plan_id AND r.code = a.node_code AND r.role IN ('lead', 'responsible')
    JOIN organisation AS o USING (organisation_id)
),
named_body AS (
    SELECT
        indicator_id,
        STRING_AGG(name_en, '; ' ORDER BY name_en) AS responsible_en,
        STRING_AGG(name_fr, '; ' ORDER BY name_fr) AS responsible_fr
    FROM responsible_body
    WHERE distance = nearest
    GROUP BY indicator_id
),
incomplete_indicator AS (
    SELECT
        indicator_id,
        COUNT(*) AS series_count,
        COUNT(*) - COUNT(target_value) AS target_missing_count,
        COUNT(*) - COUNT(baseline_value) AS baseline_missing_count,
        COUNT(*) - COUNT(latest_value) AS value_missing_count,
        COUNT(*) FILTER (WHERE status = 'not_verified') AS verdict_value_missing_count,
        MIN(target_date) FILTER (WHERE status = 'not_verified') AS verdict_target_date
    FROM series_progress($viewed_on)
    WHERE plan_id = $plan_id
      AND evidence = 'exact'
      AND (progress_pct IS NULL OR status = 'not_verified')
      -- A target that cannot be judged, with everything there, lacks nothing: it is at fault.
      AND (target_value IS NULL OR baseline_value IS NULL OR latest_value IS NULL OR status = 'not_verified')
    GROUP BY indicator_id
)
SELECT
    l.*,
    c.code,
    c.printed_code,
    i.pillar_code,
    i.chapter,
    m.text_en,
    m.text_fr,
    b.responsible_en,
    b.responsible_fr
FROM incomplete_indicator AS l
JOIN indicator AS i USING (indicator_id)
JOIN indicator_code AS c USING (indicator_id)
JOIN indicator_name AS m USING (indicator_id)
LEFT JOIN named_body AS b USING (indicator_id)
ORDER BY i.pillar_code NULLS LAST, i.sort_order;
