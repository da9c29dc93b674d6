-- a budget amount that stands once for its activity, pillar, year, stage, currency and funder
SELECT
    _file,
    _row,
    'amount',
    amount
FROM budget_line
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY plan_id, pillar_code, activity_id, budget_year, stage, currency_code, funder
    ORDER BY _file, _row
) > 1
ORDER BY _file, _row;
