-- the ISO 3166-2 code of the region; this is a humanitarian P-code, which stands in the column pcode
WITH known_pcode AS (
    SELECT UPPER(pcode) AS code FROM region
    UNION
    SELECT UPPER(later_pcode) FROM region
)
SELECT
    r._file,
    r._row,
    'region_code',
    r.region_code
FROM region AS r
JOIN known_pcode AS h ON h.code = UPPER(r.region_code)
ORDER BY r._file, r._row;
