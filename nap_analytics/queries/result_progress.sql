SELECT
    g.plan_id,
    g.pillar_code,
    g.group_code,
    COALESCE(n.text_en, o.text_en) AS text_en,
    COALESCE(n.text_fr, o.text_fr) AS text_fr,
    g.progress_pct,
    g.lower_pct,
    g.upper_pct,
    is_headline_mean(g.progress_pct, g.lower_pct, g.upper_pct) AS is_headline_mean,
    g.indicator_count,
    g.assessed_count
FROM result_progress($viewed_on) AS g
LEFT JOIN framework_node AS n ON n.plan_id = g.plan_id AND n.node_code = g.group_code
LEFT JOIN (
    SELECT plan_id, pillar_code, ARG_MIN(text_en, sort_order) AS text_en, ARG_MIN(text_fr, sort_order) AS text_fr
    FROM framework_node
    WHERE level = 'objective'
    GROUP BY plan_id, pillar_code
) AS o ON g.group_code = 'objective' AND o.plan_id = g.plan_id AND o.pillar_code = g.pillar_code
WHERE g.plan_id = $plan_id
ORDER BY g.pillar_code, g.group_code = 'objective' DESC, n.sort_order;
