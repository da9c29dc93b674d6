-- Money committed, disbursed and spent, each amount once. The first day of the year stands for a day that no source gives.
-- Returns one row per amount committed, disbursed or spent, by plan and stage:
--   plan_id VARCHAR
--   line_id VARCHAR or NULL: no other report can repeat it
--   stage VARCHAR
--   amount DECIMAL(18,2)
--   currency_code VARCHAR
--   budget_year INTEGER or NULL: not told
--   first_day DATE
--   pillar_code, pillar_en, pillar_fr VARCHAR or NULL: not told
--   pillar_word_en, pillar_word_fr VARCHAR or NULL: the plan has no word of its own
--   funder_en, funder_fr, funder_kind, implementer_en, implementer_fr, implementer_kind VARCHAR or NULL: not told
SELECT
    b.plan_id,
    b.line_id,
    b.stage,
    b.amount,
    b.currency_code,
    b.budget_year,
    MAKE_DATE(b.rate_year, 1, 1) AS first_day,
    b.pillar_code,
    l.name_en AS pillar_en,
    l.name_fr AS pillar_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    f.name_en AS funder_en,
    f.name_fr AS funder_fr,
    f.kind AS funder_kind,
    i.name_en AS implementer_en,
    i.name_fr AS implementer_fr,
    i.kind AS implementer_kind
FROM budget_line_converted($viewed_on) AS b
JOIN plan AS p ON p.plan_id = b.plan_id
LEFT JOIN pillar AS l ON l.plan_id = b.plan_id AND l.pillar_code = b.pillar_code
LEFT JOIN organisation AS f ON f.organisation_id = b.funder
LEFT JOIN organisation AS i ON i.organisation_id = b.implementer
WHERE b.stage <> 'planned'
  AND b.is_counted
  AND b.amount IS NOT NULL
ORDER BY
    b.plan_id,
    LIST_POSITION(['committed', 'disbursed', 'spent'], b.stage),
    b.rate_year,
    b.line_id,
    b.pillar_code,
    b.funder,
    b.implementer,
    b.amount,
    b.currency_code;
