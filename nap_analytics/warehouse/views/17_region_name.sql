-- Every name and code by which people and texts call a region, without accents and in small letters, so that either language finds both.
CREATE VIEW region_name AS
WITH spelling AS (
    SELECT region_code, name_en AS name FROM region
    UNION ALL
    SELECT region_code, name_fr FROM region
    UNION ALL
    SELECT region_code, UNNEST(STRING_SPLIT(other_names, ';')) FROM region
    UNION ALL
    SELECT region_code, region_code FROM region
    UNION ALL
    SELECT region_code, pcode FROM region
)
SELECT DISTINCT
    region_code,
    LOWER(STRIP_ACCENTS(TRIM(name))) AS name
FROM spelling
WHERE TRIM(name) <> '';
