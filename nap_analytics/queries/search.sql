WITH entry AS (
    SELECT 'indicator' AS kind, indicator_id AS code, plan_id, pillar_code, text_en, text_fr
    FROM indicator
    UNION ALL
    SELECT 'activity', activity_id, plan_id, pillar_code, text_en, text_fr
    FROM activity
)
SELECT
    *
FROM entry
WHERE LEN(LIST_FILTER(
    STRING_SPLIT(LOWER(STRIP_ACCENTS(TRIM($words))), ' '),
    lambda word: NOT CONTAINS(LOWER(STRIP_ACCENTS(CONCAT_WS(' ', code, text_en, text_fr))), word)
)) = 0
ORDER BY kind DESC, plan_id DESC, code
LIMIT 50;
