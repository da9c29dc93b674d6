-- the same printed total on every row of a budget line
SELECT
    _file,
    _row,
    'printed_total',
    printed_total
FROM budget_line
WHERE activity_id IS NOT NULL
  AND _is_sound
QUALIFY printed_total IS DISTINCT FROM FIRST_VALUE(printed_total) OVER (PARTITION BY activity_id, stage, currency_code, funder ORDER BY _file, _row)
ORDER BY _file, _row;
