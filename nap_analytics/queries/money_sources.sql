-- The documents behind a plan's amounts of any stage; `locator` NULL: its amounts stand in several places of the document.
WITH used AS (
    SELECT source_id, locator, 1 AS position
    FROM printed_total
    WHERE plan_id = $plan_id
      AND pillar_code IS NULL
    UNION ALL
    SELECT source_id, NULL, 2
    FROM budget_line
    WHERE plan_id = $plan_id
      AND amount IS NOT NULL
)
SELECT
    source_id,
    MIN(locator) AS locator
FROM used
GROUP BY source_id
ORDER BY MIN(position), source_id;
