-- A document may print a node under a code that is not that of its place in the framework, and print that code twice. Both are shown.
CREATE VIEW differently_printed_node AS
SELECT
    plan_id,
    node_code,
    level,
    printed_code
FROM framework_node
WHERE printed_code <> node_code;

-- An indicator's code in its plan is its node's and a letter of ours: what comes after the colon, or all of it.
CREATE VIEW indicator_code AS
SELECT
    i.indicator_id,
    i.plan_id,
    REGEXP_REPLACE(i.indicator_id, '^[^:]*:', '') AS code,
    p.printed_code
FROM indicator AS i
LEFT JOIN differently_printed_node AS p USING (plan_id, node_code);

-- What an indicator is called on screens and in documents: our working title where nobody understands the printed words alone, else these.
CREATE VIEW indicator_name AS
SELECT
    indicator_id,
    COALESCE(working_title_en, text_en) AS text_en,
    COALESCE(working_title_fr, text_fr) AS text_fr,
    CASE WHEN working_title_en IS NOT NULL THEN text_en END AS printed_text_en,
    CASE WHEN working_title_fr IS NOT NULL THEN text_fr END AS printed_text_fr
FROM indicator;
