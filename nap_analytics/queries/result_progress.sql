-- The head of a group: its result; above the results, the one objective that its indicators hang on, else no text.
-- Returns one row per group of indicators (a result, or objective for all that a pillar measures above them), in the order of the plan:
--   plan_id, pillar_code, group_code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   text_en, text_fr VARCHAR or NULL: the indicators hang on the pillar itself (is_of_pillar), or on several objectives
--       (objective_count)
--   objective_count BIGINT
--   is_of_pillar BOOLEAN
--   progress_pct DOUBLE or NULL: nothing is assessed
--   lower_pct, upper_pct DOUBLE
--   is_headline_mean BOOLEAN
--   indicator_count, assessed_count BIGINT
WITH above AS (
    SELECT
        g.plan_id,
        g.pillar_code,
        g.group_code,
        COUNT(DISTINCT n.node_code) FILTER (WHERE n.level = 'objective') AS objective_count,
        COALESCE(BOOL_OR(n.level = 'pillar'), FALSE) AS is_of_pillar,
        ANY_VALUE(n.text_en) FILTER (WHERE n.level = 'objective') AS text_en,
        ANY_VALUE(n.text_fr) FILTER (WHERE n.level = 'objective') AS text_fr
    FROM indicator_group AS g
    JOIN indicator AS i USING (indicator_id)
    JOIN framework_node AS n ON n.plan_id = i.plan_id AND n.node_code = i.node_code
    WHERE g.group_code = 'objective'
    GROUP BY g.plan_id, g.pillar_code, g.group_code
)
SELECT
    g.plan_id,
    g.pillar_code,
    g.group_code,
    m.printed_code,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    COALESCE(n.text_en, CASE WHEN o.objective_count = 1 AND NOT o.is_of_pillar THEN o.text_en END) AS text_en,
    COALESCE(n.text_fr, CASE WHEN o.objective_count = 1 AND NOT o.is_of_pillar THEN o.text_fr END) AS text_fr,
    COALESCE(o.objective_count, 0) AS objective_count,
    COALESCE(o.is_of_pillar, FALSE) AS is_of_pillar,
    g.progress_pct,
    g.lower_pct,
    g.upper_pct,
    is_headline_mean(g.progress_pct, g.lower_pct, g.upper_pct) AS is_headline_mean,
    g.indicator_count,
    g.assessed_count
FROM result_progress($viewed_on) AS g
JOIN plan AS p ON p.plan_id = g.plan_id
LEFT JOIN framework_node AS n ON n.plan_id = g.plan_id AND n.node_code = g.group_code
LEFT JOIN differently_printed_node AS m ON m.plan_id = g.plan_id AND m.node_code = g.group_code
LEFT JOIN above AS o ON o.plan_id = g.plan_id AND o.pillar_code = g.pillar_code AND o.group_code = g.group_code
WHERE g.plan_id = $plan_id
ORDER BY g.pillar_code, g.group_code = 'objective' DESC, n.sort_order;
