-- What is known at each stage of each plan and pillar. Stages are never added to each other. A part of later stages: of planned.
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        stage,
        CASE WHEN COUNT(priced_amount) = COUNT(amount) THEN SUM(priced_amount) END AS amount
    FROM budget_line_priced($viewed_on, $currency_code, $base_year)
    GROUP BY GROUPING SETS ((plan_id, pillar_code, stage), (plan_id, stage))
    HAVING GROUPING(pillar_code) = 1 OR pillar_code IS NOT NULL
),
wide AS (
    SELECT
        plan_id,
        pillar_code,
        SUM(amount) FILTER (WHERE stage = 'planned') AS planned_amount,
        SUM(amount) FILTER (WHERE stage = 'committed') AS committed_amount,
        SUM(amount) FILTER (WHERE stage = 'disbursed') AS disbursed_amount,
        SUM(amount) FILTER (WHERE stage = 'spent') AS spent_amount
    FROM added
    GROUP BY plan_id, pillar_code
)
SELECT
    p.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    w.pillar_code,
    l.short_name_en,
    l.short_name_fr,
    h.wps_pillar,
    w.planned_amount,
    w.committed_amount,
    w.disbursed_amount,
    w.spent_amount,
    100 * w.spent_amount / w.planned_amount AS execution_pct,
    w.planned_amount - w.committed_amount AS gap_amount,
    $currency_code AS currency_code
FROM plan AS p
LEFT JOIN wide AS w USING (plan_id)
LEFT JOIN pillar AS l ON l.plan_id = w.plan_id AND l.pillar_code = w.pillar_code
LEFT JOIN pillar_theme AS h ON h.plan_id = w.plan_id AND h.pillar_code = w.pillar_code
ORDER BY p.start_year, p.plan_id, w.pillar_code NULLS FIRST;
