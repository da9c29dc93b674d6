-- Where a document contradicts its own counts, numbering and words. Every finding is computed from the transcribed rows.

-- The documents from which a plan's own tables are read; what the press tells of a plan is not the plan.
CREATE VIEW plan_document AS
WITH own_row AS (
    SELECT plan_id, source_id FROM plan
    UNION SELECT plan_id, source_id FROM pillar
    UNION SELECT plan_id, source_id FROM framework_node
    UNION SELECT plan_id, source_id FROM activity
    UNION SELECT plan_id, source_id FROM reported_completion
    UNION SELECT plan_id, source_id FROM printed_total
    UNION SELECT plan_id, source_id FROM budget_line WHERE stage = 'planned'
)
SELECT
    r.plan_id,
    r.source_id
FROM own_row AS r
JOIN source AS s USING (source_id)
WHERE s.kind IN ('official', 'unofficial_translation');

-- A printed percentage further from its own counts than rounding to its last printed digit explains.
CREATE VIEW discrepancy_of_percentage AS
SELECT
    c.plan_id,
    'percentage' AS kind,
    'document' AS origin,
    c.locator,
    'Completion rate of ' || COALESCE(n.pillar_word_en, 'pillar') || ' ' || c.pillar_code || ' (' || p.name_en || '), percent: '
        || c.completed_count || ' of ' || c.planned_count AS quantity_en,
    'Taux de réalisation, ' || COALESCE(n.pillar_word_fr, 'volet') || ' ' || c.pillar_code || ' (' || p.name_fr || '), en pourcentage : '
        || c.completed_count || ' sur ' || c.planned_count AS quantity_fr,
    plain_number(c.printed_pct) AS printed_value,
    plain_number(100.0 * c.completed_count / c.planned_count) AS computed_value,
    c.printed_pct - 100.0 * c.completed_count / c.planned_count AS difference,
    c.source_id
FROM reported_completion AS c
JOIN plan AS n USING (plan_id)
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
    'document' AS origin,
    locator,
    'Code of “' || text_en || '”' || CASE WHEN print_count > 1 THEN ' (printed ' || print_count || ' times)' ELSE '' END AS quantity_en,
    'Code de « ' || text_fr || ' »' || CASE WHEN print_count > 1 THEN ' (figure ' || print_count || ' fois)' ELSE '' END AS quantity_fr,
    printed_code AS printed_value,
    node_code AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    source_id
FROM printed
WHERE (plan_id, node_code) IN (SELECT (plan_id, node_code) FROM differently_printed_node);

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
    'document' AS origin,
    MIN(n.locator) AS locator,
    'Numbering of the results of ' || COALESCE(o.pillar_word_en, 'pillar') || ' ' || n.pillar_code || ' (' || p.name_en || ')' AS quantity_en,
    'Numérotation des résultats, ' || COALESCE(o.pillar_word_fr, 'volet') || ' ' || n.pillar_code || ' (' || p.name_fr || ')' AS quantity_fr,
    STRING_AGG(n.node_code, ', ' ORDER BY n.sort_order) AS printed_value,
    STRING_AGG(n.expected_code, ', ' ORDER BY n.sort_order) AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    ANY_VALUE(n.source_id) AS source_id
FROM numbered AS n
JOIN plan AS o USING (plan_id)
JOIN pillar AS p USING (plan_id, pillar_code)
GROUP BY n.plan_id, n.pillar_code, p.name_en, p.name_fr, o.pillar_word_en, o.pillar_word_fr
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
    -- Of two places that say the same, the document's own counts before the translator's.
    MIN(CASE WHEN d.source_id IS NULL THEN 'other_source' ELSE o.origin END) AS origin,
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
LEFT JOIN plan_document AS d ON d.plan_id = o.plan_id AND d.source_id = o.source_id
WHERE CASE
    WHEN m.value IS NOT NULL AND o.value IS NOT NULL THEN o.value <> m.value
    ELSE o.value_text <> m.value_text
END
GROUP BY m.plan_id, m.locator, m.quantity_en, m.quantity_fr, m.value_text, m.value, o.value_text, m.source_id;

CREATE VIEW discrepancy_of_wording AS
SELECT
    a.plan_id,
    'wording' AS kind,
    CASE WHEN s.kind = 'unofficial_translation' THEN 'translation' ELSE 'document' END AS origin,
    a.locator || ' / ' || v.place_en AS locator,
    'Wording of the activity in two tables' AS quantity_en,
    'Libellé de l’activité dans deux tableaux' AS quantity_fr,
    a.text_en AS printed_value,
    v.variant AS computed_value,
    CAST(NULL AS DOUBLE) AS difference,
    a.source_id
FROM activity AS a
JOIN source AS s USING (source_id)
CROSS JOIN LATERAL (VALUES (a.framework_text, 'logical framework'), (a.schedule_text, 'schedule')) AS v (variant, place_en)
WHERE v.variant IS NOT NULL
  AND v.variant <> a.text_en;
