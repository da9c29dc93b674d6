-- Every counted line of every stage, as printed and with each step to the amount shown, as a spreadsheet recomputes it.
-- Returns one row per counted budget line, oldest plan first, by stage:
--   line_id VARCHAR or NULL: no other report can repeat it
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_code, pillar_name_en, pillar_name_fr VARCHAR or NULL: not broken down by pillar
--   activity_id VARCHAR or NULL: not broken down by activity
--   activity_code VARCHAR or NULL: as activity_id
--   activity_order INTEGER or NULL: as activity_id
--   text_en, text_fr VARCHAR or NULL: as activity_id
--   budget_year INTEGER or NULL: allocated to no year
--   stage VARCHAR
--   funder_en, funder_fr, implementer_en, implementer_fr, implementer_kind VARCHAR or NULL: not said
--   amount DECIMAL(18,2) or NULL: none is printed
--   currency_code VARCHAR
--   printed_total DECIMAL(18,2) or NULL: none is printed
--   rate_year INTEGER
--   rate_year_is_assumed BOOLEAN
--   printed_xof_per_unit DOUBLE or NULL: no rate is known
--   amount_xof DOUBLE or NULL: no amount is known, or one has no rate
--   year_index, base_index DOUBLE or NULL: current prices, or no index is known
--   xof_per_unit DOUBLE or NULL: no rate is known
--   priced_amount DOUBLE or NULL: no amount, or a rate or index is not known
--   source_title_en, source_title_fr, locator VARCHAR
--   note_en, note_fr VARCHAR or NULL: nothing to say
SELECT
    m.line_id,
    m.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    m.pillar_code,
    l.short_name_en AS pillar_name_en,
    l.short_name_fr AS pillar_name_fr,
    m.activity_id,
    SPLIT_PART(m.activity_id, ':', 2) AS activity_code,
    a.sort_order AS activity_order,
    a.text_en,
    a.text_fr,
    m.budget_year,
    m.stage,
    f.name_en AS funder_en,
    f.name_fr AS funder_fr,
    i.name_en AS implementer_en,
    i.name_fr AS implementer_fr,
    i.kind AS implementer_kind,
    m.amount,
    m.currency_code,
    m.printed_total,
    m.rate_year,
    m.rate_year_is_assumed,
    own.xof_per_unit AS printed_xof_per_unit,
    m.amount_xof,
    m.year_index,
    m.base_index,
    m.xof_per_unit,
    m.priced_amount,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    m.locator,
    m.note_en,
    m.note_fr
FROM budget_line_priced($viewed_on, $currency_code, $base_year) AS m
JOIN plan AS p USING (plan_id)
JOIN source AS s ON s.source_id = m.source_id
LEFT JOIN pillar AS l ON l.plan_id = m.plan_id AND l.pillar_code = m.pillar_code
LEFT JOIN activity AS a ON a.activity_id = m.activity_id
LEFT JOIN organisation AS f ON f.organisation_id = m.funder
LEFT JOIN organisation AS i ON i.organisation_id = m.implementer
LEFT JOIN xof_per_unit AS own ON own.currency_code = m.currency_code AND own.rate_year = m.rate_year
ORDER BY
    p.start_year, m.plan_id,
    CASE m.stage WHEN 'planned' THEN 1 WHEN 'committed' THEN 2 WHEN 'disbursed' THEN 3 ELSE 4 END,
    m.pillar_code NULLS LAST, a.sort_order, m.budget_year NULLS LAST, m.line_id, m.locator, m.amount;
