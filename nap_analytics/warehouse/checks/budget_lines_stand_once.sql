-- a budget amount that stands once for its activity, pillar, year, stage, currency and funder
SELECT
    _file,
    _row,
    'amount',
    amount
FROM budget_line
WHERE _is_sound
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY plan_id, pillar_code, activity_id, budget_year, stage, currency_code, funder, implementer, reported_by, line_id
    ORDER BY _file, _row
) > 1
ORDER BY _file, _row;
