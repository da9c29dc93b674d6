-- a currency that stands in exchange_rate.csv
SELECT
    b._file,
    b._row,
    'currency_code',
    b.currency_code
FROM (
    SELECT _file, _row, currency_code FROM budget_line
    UNION ALL
    SELECT _file, _row, currency_code FROM printed_total
    UNION ALL
    SELECT _file, _row, currency_code FROM contextual_funding
    UNION ALL
    SELECT _file, _row, currency_code FROM plan
) AS b
WHERE b.currency_code NOT IN (SELECT to_currency_code FROM exchange_rate UNION SELECT from_currency_code FROM exchange_rate)
ORDER BY b._file, b._row;
