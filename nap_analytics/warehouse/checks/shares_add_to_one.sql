-- shares of a pillar that add to 1 in each reading of the crosswalk
WITH added AS (
    SELECT
        *,
        SUM(share) OVER (PARTITION BY plan_id, pillar_code, reading) AS share_sum,
        ROW_NUMBER() OVER (PARTITION BY plan_id, pillar_code, reading ORDER BY _row) AS position
    FROM crosswalk
)
SELECT
    _file,
    _row,
    'share',
    plan_id || ' / ' || pillar_code || ' / ' || reading || ' = ' || ROUND(share_sum, 6)
FROM added
WHERE ABS(share_sum - 1) > 0.000001
  AND position = 1
ORDER BY _file, _row;
