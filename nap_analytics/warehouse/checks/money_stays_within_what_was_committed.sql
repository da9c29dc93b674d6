-- money disbursed and spent that stays within what the same funder committed for the same pillar
WITH reported AS (
    SELECT
        plan_id,
        pillar_code,
        funder,
        currency_code,
        stage,
        reported_by,
        SUM(amount) AS amount,
        MAX(_file) AS _file,
        MAX(_row) AS _row
    FROM budget_line
    WHERE stage <> 'planned'
    GROUP BY ALL
    HAVING BOOL_AND(_is_sound)
),
largest_report AS (
    -- The same money can be reported by its funder and by its implementer: the larger report counts.
    SELECT
        plan_id,
        pillar_code,
        funder,
        currency_code,
        stage,
        MAX(amount) AS amount,
        ARG_MAX(_file, amount) AS _file,
        ARG_MAX(_row, amount) AS _row
    FROM reported
    GROUP BY ALL
)
SELECT
    later._file,
    later._row,
    'amount',
    later.amount
FROM largest_report AS later
JOIN largest_report AS committed
    ON committed.stage = 'committed'
    AND committed.plan_id = later.plan_id
    AND committed.pillar_code IS NOT DISTINCT FROM later.pillar_code
    AND committed.funder IS NOT DISTINCT FROM later.funder
    AND committed.currency_code = later.currency_code
WHERE later.stage <> 'committed'
  AND later.amount > committed.amount
ORDER BY later._file, later._row;
