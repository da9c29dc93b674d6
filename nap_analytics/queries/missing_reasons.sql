WITH indicator_reason AS (
    SELECT
        i.indicator_id,
        BOOL_AND(s.target_value IS NULL) AS has_no_target,
        NOT BOOL_OR(s.is_measured) AS has_no_value
    FROM series_progress($viewed_on) AS s
    JOIN indicator AS i USING (indicator_id)
    WHERE i.plan_id = $plan_id
      AND i.pillar_code IS NOT NULL
    GROUP BY i.indicator_id
)
SELECT
    COUNT(*) AS indicator_count,
    COUNT(*) FILTER (WHERE has_no_target) AS without_target_count,
    COUNT(*) FILTER (WHERE has_no_value) AS without_value_count,
    COUNT(*) FILTER (WHERE NOT has_no_value) AS with_value_count
FROM indicator_reason;
