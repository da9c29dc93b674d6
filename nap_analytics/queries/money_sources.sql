-- The documents behind a plan's amounts of any stage; `locator` NULL: its amounts stand in several places of the document.
-- Returns one row per document behind a plan's amounts, those of the plan first:
--   source_id VARCHAR
--   locator VARCHAR or NULL: the amounts stand in several places of the document
SELECT
    source_id,
    MIN(locator) AS locator
FROM budget_source($viewed_on)
WHERE plan_id = $plan_id
GROUP BY source_id
ORDER BY
    MIN(CASE stage WHEN 'planned' THEN 1 WHEN 'committed' THEN 2 WHEN 'disbursed' THEN 3 ELSE 4 END),
    source_id;
