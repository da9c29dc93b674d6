-- The regions that a refused code may mean, the likeliest first, each once: the right code written otherwise (ml-9), a P-code (ML09), one
-- that the region has in a later edition, an ISO code without its hyphen (ML9) or with a zero too many (ML-09), a name. Codes that differ
-- by a zero or a hyphen mean different regions, so all that are alike are named and none is taken. `pcode`: the P-code that the
-- guess rests on, else the region's own; `is_later`: it is that of a later edition.
WITH given_code AS (
    SELECT
        UPPER(TRANSLATE(REGEXP_REPLACE($code, '\s', '', 'g'), '‐‑–—−_', '------')) AS spelled,
        LOWER(STRIP_ACCENTS(TRIM($code))) AS name
),
joined_code AS (
    SELECT
        *,
        REGEXP_REPLACE(spelled, '[^A-Z0-9]', '', 'g') AS joined
    FROM given_code
),
code AS (
    SELECT region_code, 1 AS likeness, pcode AS code, pcode, FALSE AS is_later FROM region
    UNION ALL
    SELECT region_code, 2, later_pcode, later_pcode, TRUE FROM region
    UNION ALL
    SELECT region_code, 3, region_code, pcode, FALSE FROM region
),
similar_code AS (
    SELECT
        c.*,
        UPPER(c.code) = a.spelled AND c.likeness = 3 AS is_right,
        REGEXP_REPLACE(UPPER(c.code), '[^A-Z0-9]', '', 'g') = a.joined AS is_joined,
        BOOL_OR(c.likeness < 3 AND UPPER(c.code) = a.spelled) OVER () AS has_pcode
    FROM code AS c
    JOIN joined_code AS a
        ON REGEXP_REPLACE(REGEXP_REPLACE(UPPER(c.code), '[^A-Z0-9]', '', 'g'), '([A-Z])0+', '\1', 'g')
            = REGEXP_REPLACE(a.joined, '([A-Z])0+', '\1', 'g')
),
likely_region AS (
    -- A P-code as OCHA writes it is no ISO code with a zero too many; one without its zero or has a hyphen can be either.
    SELECT region_code, likeness, pcode, is_later
    FROM similar_code
    WHERE is_joined OR NOT has_pcode
    QUALIFY is_right OR NOT BOOL_OR(is_right) OVER ()
    UNION ALL
    SELECT r.region_code, 4, r.pcode, FALSE
    FROM region AS r
    JOIN joined_code AS a
        ON a.name IN (LOWER(STRIP_ACCENTS(r.name_en)), LOWER(STRIP_ACCENTS(r.name_fr)))
        OR LIST_CONTAINS(STRING_SPLIT_REGEX(LOWER(STRIP_ACCENTS(r.other_names)), '\s*;\s*'), a.name)
)
SELECT
    m.region_code,
    m.pcode,
    m.is_later,
    r.name_en,
    r.name_fr
FROM likely_region AS m
JOIN region AS r ON r.region_code = m.region_code
QUALIFY ROW_NUMBER() OVER (PARTITION BY m.region_code ORDER BY m.likeness) = 1
ORDER BY m.likeness, m.region_code;
