-- Where the money of the documents does not add up. Every finding is computed from the transcribed rows; none is typed in.
CREATE MACRO plain_number(value) AS
    CASE WHEN value = ROUND(value) THEN CAST(CAST(value AS BIGINT) AS TEXT) ELSE CAST(CAST(value AS DECIMAL(18, 2)) AS TEXT) END;

CREATE VIEW line_against_cells AS
SELECT
    plan_id,
    pillar_code,
    activity_id,
    stage,
    MIN(locator) AS locator,
    ANY_VALUE(source_id) AS source_id,
    ANY_VALUE(printed_total) AS printed_total,
    SUM(amount) FILTER (WHERE budget_year IS NOT NULL) AS cell_sum
FROM budget_line
WHERE activity_id IS NOT NULL
GROUP BY plan_id, pillar_code, activity_id, stage;

CREATE VIEW discrepancy_of_line AS
SELECT
    l.plan_id,
    'line' AS kind,
    'document' AS origin,
    REGEXP_REPLACE(l.locator, ', Year .*$', '') AS locator,
    'Total of the budget line: ' || a.text_en AS quantity_en,
    'Total de la ligne budgétaire : ' || a.text_fr AS quantity_fr,
    plain_number(l.printed_total) AS printed_value,
    plain_number(l.cell_sum) AS computed_value,
    CAST(l.printed_total - l.cell_sum AS DOUBLE) AS difference,
    l.source_id
FROM line_against_cells AS l
JOIN activity AS a USING (activity_id)
WHERE l.printed_total <> l.cell_sum;

CREATE VIEW discrepancy_of_total AS
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        stage,
        SUM(cell_sum) AS cell_sum,
        SUM(printed_total) AS line_sum
    FROM line_against_cells
    GROUP BY GROUPING SETS ((plan_id, pillar_code, stage), (plan_id, stage))
),
compared AS (
    SELECT
        t.plan_id,
        t.pillar_code,
        t.locator,
        t.source_id,
        t.amount,
        u.computed,
        u.of_cells
    FROM printed_total AS t
    JOIN added AS a
        ON a.plan_id = t.plan_id AND a.stage = t.stage AND a.pillar_code IS NOT DISTINCT FROM t.pillar_code
    CROSS JOIN LATERAL (VALUES (a.cell_sum, TRUE), (a.line_sum, FALSE)) AS u (computed, of_cells)
    WHERE u.computed <> t.amount
)
SELECT
    c.plan_id,
    'total' AS kind,
    'document' AS origin,
    c.locator,
    CASE WHEN c.pillar_code IS NULL THEN 'Overall total'
        ELSE 'Total of ' || COALESCE(n.pillar_word_en, 'pillar') || ' ' || c.pillar_code || ' (' || p.name_en || ')' END
        || CASE WHEN c.of_cells THEN ' against the sum of the yearly cells' ELSE ' against the sum of the lines' END AS quantity_en,
    CASE WHEN c.pillar_code IS NULL THEN 'Total général'
        ELSE 'Total, ' || COALESCE(n.pillar_word_fr, 'volet') || ' ' || c.pillar_code || ' (' || p.name_fr || ')' END
        || CASE WHEN c.of_cells THEN ', comparé à la somme des montants annuels' ELSE ', comparé à la somme des lignes' END AS quantity_fr,
    plain_number(c.amount) AS printed_value,
    plain_number(c.computed) AS computed_value,
    CAST(c.amount - c.computed AS DOUBLE) AS difference,
    c.source_id
FROM compared AS c
JOIN plan AS n USING (plan_id)
LEFT JOIN pillar AS p USING (plan_id, pillar_code);

CREATE VIEW discrepancy_of_funding AS
SELECT
    w.plan_id,
    'total' AS kind,
    'document' AS origin,
    w.locator,
    'Total against the sum of its parts: ' || w.what_en AS quantity_en,
    'Total comparé à la somme de ses éléments : ' || w.what_fr AS quantity_fr,
    plain_number(w.amount) AS printed_value,
    plain_number(SUM(part.amount)) AS computed_value,
    CAST(w.amount - SUM(part.amount) AS DOUBLE) AS difference,
    w.source_id
FROM contextual_funding AS w
JOIN contextual_funding AS part ON part.part_of_funding_id = w.funding_id
GROUP BY w.plan_id, w.locator, w.what_en, w.what_fr, w.amount, w.source_id
HAVING SUM(part.amount) <> w.amount;
