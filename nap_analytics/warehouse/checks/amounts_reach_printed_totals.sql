-- budget lines that add up to the printed total (a difference inside the document is a line with no year)
WITH added AS (
    SELECT
        plan_id,
        pillar_code,
        stage,
        SUM(amount) AS line_sum,
        BOOL_AND(_is_sound) AS is_sound
    FROM budget_line
    GROUP BY GROUPING SETS ((plan_id, pillar_code, stage), (plan_id, stage))
)
SELECT
    t._file,
    t._row,
    'amount',
    t.amount
FROM printed_total AS t
LEFT JOIN added AS a
    ON a.plan_id = t.plan_id AND a.stage = t.stage AND a.pillar_code IS NOT DISTINCT FROM t.pillar_code
WHERE t._is_sound
  AND COALESCE(a.is_sound, TRUE)
  AND a.line_sum IS DISTINCT FROM t.amount
ORDER BY t._file, t._row;
