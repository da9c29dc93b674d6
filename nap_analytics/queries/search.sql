WITH member AS (
    SELECT
        m.plan_id,
        m.committee,
        STRING_AGG(CONCAT_WS(' ', m.post_en, m.post_fr, o.name_en, o.name_fr, o.short_name), ' ') AS names
    FROM committee_member AS m
    LEFT JOIN organisation AS o USING (organisation_id)
    GROUP BY ALL
),
entry AS (
    SELECT
        1 AS position,
        'indicator' AS kind,
        i.indicator_id AS code,
        c.printed_code,
        c.printed_code || REGEXP_EXTRACT(c.code, '[a-z]*$') AS printed_indicator_code,
        i.plan_id,
        i.pillar_code,
        NULL AS subject,
        NULL AS title_en,
        NULL AS title_fr,
        i.text_en,
        i.text_fr,
        STRING_AGG(s.name_en || ' ' || s.name_fr, ' ') AS other_words
    FROM indicator AS i
    JOIN indicator_code AS c USING (indicator_id)
    LEFT JOIN series AS s USING (indicator_id)
    GROUP BY ALL
    UNION ALL
    SELECT 2, 'activity', activity_id, NULL, NULL, plan_id, pillar_code, NULL, NULL, NULL, text_en, text_fr, NULL
    FROM activity
    UNION ALL
    SELECT 3, 'passage', passage_id, NULL, NULL, plan_id, NULL, kind, title_en, title_fr, text_en, text_fr, NULL
    FROM passage
    UNION ALL
    SELECT
        4,
        'body',
        b.organisation_id,
        NULL,
        NULL,
        b.plan_id,
        NULL,
        NULL,
        o.name_en,
        o.name_fr,
        b.role_en,
        b.role_fr,
        CONCAT_WS(' ', o.short_name, b.composition_en, b.composition_fr, b.rhythm_en, b.rhythm_fr, m.names)
    FROM body AS b
    JOIN organisation AS o USING (organisation_id)
    LEFT JOIN member AS m ON m.plan_id = b.plan_id AND m.committee = b.organisation_id
)
SELECT
    kind,
    code,
    printed_code,
    plan_id,
    pillar_code,
    subject,
    title_en,
    title_fr,
    text_en,
    text_fr
FROM entry
WHERE LEN(LIST_FILTER(
    STRING_SPLIT(LOWER(STRIP_ACCENTS(TRIM($words))), ' '),
    lambda word: NOT CONTAINS(LOWER(STRIP_ACCENTS(CONCAT_WS(' ', code, printed_indicator_code, title_en, title_fr, text_en, text_fr, other_words))), word)
)) = 0
QUALIFY ROW_NUMBER() OVER (PARTITION BY kind ORDER BY plan_id DESC, code) <= 50
ORDER BY position, plan_id DESC, code;
