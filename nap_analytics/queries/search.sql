WITH entry AS (
    SELECT
        'indicator' AS kind,
        i.indicator_id AS code,
        c.printed_code,
        c.printed_code || REGEXP_EXTRACT(c.code, '[a-z]*$') AS printed_indicator_code,
        i.plan_id,
        i.pillar_code,
        m.text_en,
        m.text_fr,
        CONCAT_WS(' ', ANY_VALUE(m.printed_text_en), ANY_VALUE(m.printed_text_fr), STRING_AGG(s.name_en || ' ' || s.name_fr, ' ')) AS other_words
    FROM indicator AS i
    JOIN indicator_code AS c USING (indicator_id)
    JOIN indicator_name AS m USING (indicator_id)
    LEFT JOIN series AS s USING (indicator_id)
    GROUP BY ALL
    UNION ALL
    SELECT 'activity', activity_id, NULL, NULL, plan_id, pillar_code, text_en, text_fr, NULL
    FROM activity
)
SELECT
    kind,
    code,
    printed_code,
    plan_id,
    pillar_code,
    text_en,
    text_fr
FROM entry
WHERE LEN(LIST_FILTER(
    STRING_SPLIT(LOWER(STRIP_ACCENTS(TRIM($words))), ' '),
    lambda word: NOT CONTAINS(LOWER(STRIP_ACCENTS(CONCAT_WS(' ', code, printed_indicator_code, text_en, text_fr, other_words))), word)
)) = 0
ORDER BY kind DESC, plan_id DESC, code
LIMIT 50;
