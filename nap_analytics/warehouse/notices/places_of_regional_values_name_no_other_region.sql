-- the place in the source names the P-code of another region than the row’s; compare the name of the region there, for codes look alike
WITH code AS (
    SELECT region_code, pcode FROM region
    UNION
    SELECT region_code, later_pcode FROM region
),
named_pcode AS (
    SELECT DISTINCT
        o._file,
        o._row,
        o.region_code,
        c.pcode
    FROM reference_observation AS o
    JOIN code AS c ON LIST_CONTAINS(STRING_SPLIT_REGEX(UPPER(o.locator), '[^A-Z0-9]+'), UPPER(c.pcode))
    WHERE o.region_code IS NOT NULL
)
SELECT
    n._file,
    n._row,
    'region_code',
    n.region_code || ' / ' || STRING_AGG(n.pcode, ', ' ORDER BY n.pcode)
FROM named_pcode AS n
ANTI JOIN code AS own ON own.region_code = n.region_code AND own.pcode = n.pcode
GROUP BY n._file, n._row, n.region_code
ORDER BY n._file, n._row;
