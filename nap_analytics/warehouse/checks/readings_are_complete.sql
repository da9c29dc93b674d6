-- every reading of the crosswalk to cover every pillar of every plan
WITH needed AS (
    SELECT
        pillar.plan_id,
        pillar.pillar_code,
        reading.reading,
        pillar._file,
        pillar._row
    FROM pillar
    CROSS JOIN (SELECT 'main' AS reading UNION SELECT DISTINCT reading FROM crosswalk) AS reading
)
SELECT
    _file,
    _row,
    'pillar_code',
    plan_id || ' / ' || pillar_code || ' / ' || reading
FROM needed
ANTI JOIN crosswalk USING (plan_id, pillar_code, reading)
ORDER BY _file, _row;
