-- Where the sources contradict themselves, and whose contradiction it is: the plan's own document, its unofficial translator, or
-- another source. What the views above call `document` or `translation` is said of a plan only where the plan's document is read.
CREATE MACRO source_discrepancy(viewed_on) AS TABLE
WITH finding AS (
    SELECT * FROM discrepancy_of_line
    UNION ALL BY NAME SELECT * FROM discrepancy_of_total
    UNION ALL BY NAME SELECT * FROM discrepancy_of_percentage
    UNION ALL BY NAME SELECT * FROM discrepancy_of_code
    UNION ALL BY NAME SELECT * FROM discrepancy_of_numbering
    UNION ALL BY NAME SELECT * FROM discrepancy_of_statement
    UNION ALL BY NAME SELECT * FROM discrepancy_of_wording
    UNION ALL BY NAME SELECT * FROM discrepancy_of_funding
    UNION ALL BY NAME SELECT * FROM discrepancy_of_values(viewed_on)
)
SELECT
    f.* REPLACE (CASE WHEN d.source_id IS NULL THEN 'other_source' ELSE f.origin END AS origin)
FROM finding AS f
JOIN source AS s USING (source_id)
LEFT JOIN plan_document AS d ON d.plan_id = f.plan_id AND d.source_id = f.source_id
WHERE COALESCE(s.published_date <= CAST(viewed_on AS DATE), TRUE);

CREATE VIEW source_discrepancy AS
SELECT * FROM source_discrepancy(CURRENT_DATE);
