-- Amounts that a funder and an implementer both report, with how it is known that they are the same money, or whether they are.
-- Returns one row per pair of reports of what is, or may be, the same money; doubtful ones first:
--   plan_id, stage VARCHAR
--   funder, funder_name_en, funder_name_fr VARCHAR or NULL: not said
--   first_line_id VARCHAR
--   first_reporter_en, first_reporter_fr VARCHAR or NULL: not said
--   first_year INTEGER or NULL: allocated to no year
--   first_amount DECIMAL(18,2) or NULL: none is printed
--   first_currency_code VARCHAR
--   first_amount_xof DOUBLE or NULL: no rate
--   second_line_id VARCHAR
--   second_reporter_en, second_reporter_fr VARCHAR or NULL: not said
--   second_year INTEGER or NULL: allocated to no year
--   second_amount DECIMAL(18,2) or NULL: none is printed
--   second_currency_code VARCHAR
--   second_amount_xof DOUBLE or NULL: no rate
--   difference_pct DOUBLE or NULL: an amount is not known in francs
--   verdict VARCHAR
--   counted_line_id VARCHAR or NULL: both are counted
--   reason_en, reason_fr VARCHAR or NULL: no decision was taken
SELECT
    r.plan_id,
    r.stage,
    r.funder,
    f.name_en AS funder_name_en,
    f.name_fr AS funder_name_fr,
    r.first_line_id,
    a.name_en AS first_reporter_en,
    a.name_fr AS first_reporter_fr,
    x.budget_year AS first_year,
    x.amount AS first_amount,
    x.currency_code AS first_currency_code,
    r.first_amount_xof,
    r.second_line_id,
    b.name_en AS second_reporter_en,
    b.name_fr AS second_reporter_fr,
    y.budget_year AS second_year,
    y.amount AS second_amount,
    y.currency_code AS second_currency_code,
    r.second_amount_xof,
    r.difference_pct,
    r.verdict,
    r.counted_line_id,
    r.reason_en,
    r.reason_fr
FROM budget_report_pair($viewed_on) AS r
JOIN budget_line AS x ON x.line_id = r.first_line_id
JOIN budget_line AS y ON y.line_id = r.second_line_id
LEFT JOIN organisation AS f ON f.organisation_id = r.funder
LEFT JOIN organisation AS a ON a.organisation_id = r.first_reported_by
LEFT JOIN organisation AS b ON b.organisation_id = r.second_reported_by
WHERE r.plan_id = $plan_id
ORDER BY
    CASE r.verdict WHEN 'doubtful' THEN 1 WHEN 'recognised' THEN 2 ELSE 3 END,
    r.first_line_id, r.second_line_id;
