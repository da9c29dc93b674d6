-- Where a document contradicts itself. Every finding is computed from the transcribed rows; none is typed in here.
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
    REGEXP_REPLACE(l.locator, ', Year .*$', '') AS locator,
    'Total of the budget line: ' || a.text_en AS quantity_en,
    'Total de la ligne budgétaire : ' || a.text_fr AS quantity_fr,
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
    c.locator,
    CASE WHEN c.pillar_code IS NULL THEN 'Overall total' ELSE 'Total of pillar ' || c.pillar_code || ' (' || p.name_en || ')' END
        || CASE WHEN c.of_cells THEN ' against the sum of the yearly cells' ELSE ' against the sum of the lines' END AS quantity_en,
    CASE WHEN c.pillar_code IS NULL THEN 'Total général' ELSE 'Total du pilier ' || c.pillar_code || ' (' || p.name_fr || ')' END
        || CASE WHEN c.of_cells THEN ' face à la somme des cellules annuelles' ELSE ' face à la somme des lignes' END AS quantity_fr,
    plain_number(c.amount) AS printed_value,
    plain_number(c.computed) AS computed_value,
    CAST(c.amount - c.computed AS DOUBLE) AS difference,
    c.source_id
FROM compared AS c
LEFT JOIN pillar AS p USING (plan_id, pillar_code);

-- A printed percentage further from its own counts than rounding to its last printed digit explains.
CREATE VIEW discrepancy_of_percentage AS
SELECT
    c.plan_id,
    'percentage' AS kind,
    c.locator,
    'Completion rate of priority ' || c.pillar_code || ' (' || p.name_en || '), percent: '
        || c.completed_count || ' of ' || c.planned_count AS quantity_en,
    'Taux de réalisation de la priorité ' || c.pillar_code || ' (' || p.name_fr || '), en pour cent : '
        || c.completed_count || ' sur ' || c.planned_count AS quantity_fr,
    plain_number(c.printed_pct) AS printed_value,
    plain_number(100.0 * c.completed_count / c.planned_count) AS computed_value,
    c.printed_pct - 100.0 * c.completed_count / c.planned_count AS difference,
    c.source_id
FROM reported_completion AS c
JOIN pillar AS p USING (plan_id, pillar_code)
WHERE ABS(c.printed_pct - 100.0 * c.completed_count / c.planned_count)
    > CASE WHEN c.printed_pct = ROUND(c.printed_pct) THEN 0.5 WHEN c.printed_pct = ROUND(c.printed_pct, 1) THEN 0.05 ELSE 0.005 END + 1e-9;

-- A printed code that is not the code of its place in the framework: misprinted, and often printed twice.
CREATE VIEW discrepancy_of_code AS
WITH printed AS (
    SELECT
        *,
        COUNT(*) OVER (PARTITION BY plan_id, level, printed_code) AS print_count
    FROM framework_node
    WHERE level IN ('result', 'opportunity')
      AND printed_code IS NOT NULL
)
SELECT
    plan_id,
    'code' AS kind,
    locator,
    'Code of “' || text_en || '”' || CASE WHEN print_count > 1 THEN ' (printed ' || print_count || ' times)' ELSE '' END AS quantity_en,
    'Code de « ' || text_fr || ' »' || CASE WHEN print_count > 1 THEN ' (imprimé ' || print_count || ' fois)' ELSE '' END AS quantity_fr,
    printed_code AS printed_value,
    node_code AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    source_id
FROM printed
WHERE printed_code <> node_code;

CREATE VIEW discrepancy_of_numbering AS
WITH numbered AS (
    SELECT
        plan_id,
        pillar_code,
        source_id,
        node_code,
        sort_order,
        locator,
        pillar_code || '.' || ROW_NUMBER() OVER (PARTITION BY plan_id, pillar_code ORDER BY sort_order) AS expected_code
    FROM framework_node
    WHERE level = 'result'
      AND printed_code IS NOT NULL
)
SELECT
    n.plan_id,
    'numbering' AS kind,
    MIN(n.locator) AS locator,
    'Numbering of the results of pillar ' || n.pillar_code || ' (' || p.name_en || ')' AS quantity_en,
    'Numérotation des résultats du pilier ' || n.pillar_code || ' (' || p.name_fr || ')' AS quantity_fr,
    STRING_AGG(n.node_code, ', ' ORDER BY n.sort_order) AS printed_value,
    STRING_AGG(n.expected_code, ', ' ORDER BY n.sort_order) AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    ANY_VALUE(n.source_id) AS source_id
FROM numbered AS n
JOIN pillar AS p USING (plan_id, pillar_code)
GROUP BY n.plan_id, n.pillar_code, p.name_en, p.name_fr
HAVING BOOL_OR(n.node_code <> n.expected_code);

-- The same quantity printed in two places with two values.
CREATE VIEW discrepancy_of_statement AS
WITH main AS (
    SELECT
        *
    FROM printed_quantity
    QUALIFY ROW_NUMBER() OVER (PARTITION BY plan_id, quantity_id ORDER BY sort_order) = 1
)
SELECT
    m.plan_id,
    'statement' AS kind,
    m.locator || ' / ' || STRING_AGG(o.locator, '; ' ORDER BY o.sort_order) AS locator,
    m.quantity_en,
    m.quantity_fr,
    m.value_text AS printed_value,
    o.value_text AS computed_value,
    m.value - ANY_VALUE(o.value) AS difference,
    m.source_id
FROM main AS m
JOIN printed_quantity AS o
    ON o.plan_id = m.plan_id AND o.quantity_id = m.quantity_id AND o.sort_order > m.sort_order
WHERE CASE
    WHEN m.value IS NOT NULL AND o.value IS NOT NULL THEN o.value <> m.value
    ELSE o.value_text <> m.value_text
END
GROUP BY m.plan_id, m.locator, m.quantity_en, m.quantity_fr, m.value_text, m.value, o.value_text, m.source_id;

CREATE VIEW discrepancy_of_wording AS
SELECT
    a.plan_id,
    'wording' AS kind,
    a.locator || ' / ' || v.place_en AS locator,
    'Wording of the activity in two tables' AS quantity_en,
    'Libellé de l’activité dans deux tableaux' AS quantity_fr,
    a.text_en AS printed_value,
    v.variant AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    a.source_id
FROM activity AS a
CROSS JOIN LATERAL (VALUES (a.framework_text, 'logical framework'), (a.schedule_text, 'schedule')) AS v (variant, place_en)
WHERE v.variant IS NOT NULL
  AND v.variant <> a.text_en;

CREATE VIEW discrepancy_of_funding AS
SELECT
    w.plan_id,
    'total' AS kind,
    w.locator,
    'Total against the sum of its parts: ' || w.what_en AS quantity_en,
    'Total face à la somme de ses parties : ' || w.what_fr AS quantity_fr,
    plain_number(w.amount) AS printed_value,
    plain_number(SUM(part.amount)) AS computed_value,
    CAST(w.amount - SUM(part.amount) AS DOUBLE) AS difference,
    w.source_id
FROM contextual_funding AS w
JOIN contextual_funding AS part ON part.part_of_funding_id = w.funding_id
GROUP BY w.plan_id, w.locator, w.what_en, w.what_fr, w.amount, w.source_id
HAVING SUM(part.amount) <> w.amount;

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
)
SELECT f.*
FROM finding AS f
JOIN source AS s USING (source_id)
WHERE COALESCE(s.published_date <= CAST(viewed_on AS DATE), TRUE);

CREATE VIEW source_discrepancy AS
SELECT * FROM source_discrepancy(CURRENT_DATE);
