-- `pattern`: any name or code of the region as whole words, for texts in small letters and without accents.
-- Returns one row per region that the words name, by a name in either language, its ISO code or its P-code:
--   region_code VARCHAR
--   pcode VARCHAR or NULL: the edition of the codes gives it none
--   name_en, name_fr, pattern VARCHAR
WITH called AS (
    SELECT
        region_code,
        '\b(?:' || STRING_AGG(REGEXP_ESCAPE(name), '|' ORDER BY name) || ')\b' AS pattern
    FROM region_name
    GROUP BY region_code
)
SELECT
    r.region_code,
    r.pcode,
    r.name_en,
    r.name_fr,
    c.pattern
FROM region AS r
JOIN called AS c USING (region_code)
WHERE REGEXP_MATCHES(LOWER(STRIP_ACCENTS($words)), c.pattern)
ORDER BY r.official_number NULLS LAST, r.region_code;
