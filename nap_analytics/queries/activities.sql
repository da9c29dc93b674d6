WITH money AS (
    SELECT
        activity_id,
        SUM(amount) FILTER (WHERE stage = 'planned') AS planned_amount,
        MAX(printed_total) AS printed_total,
        LIST(DISTINCT budget_year ORDER BY budget_year) FILTER (WHERE budget_year IS NOT NULL AND amount > 0) AS budget_years
    FROM budget_line
    GROUP BY activity_id
)
SELECT
    a.activity_id,
    a.plan_id,
    a.pillar_code,
    a.node_code,
    a.sort_order,
    a.text_en,
    a.text_fr,
    a.status,
    m.planned_amount,
    m.printed_total,
    ARRAY_TO_STRING(m.budget_years, ', ') AS budget_years,
    a.source_id,
    a.locator
FROM activity AS a
LEFT JOIN money AS m USING (activity_id)
WHERE a.plan_id = $plan_id
ORDER BY a.sort_order;
