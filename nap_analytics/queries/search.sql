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
    UNION ALL
    SELECT 'achievement', achievement_id, NULL, NULL, plan_id, pillar_code, text_en, text_fr, CONCAT_WS(' ', note_en, note_fr)
    FROM achievement
    WHERE same_as_achievement_id IS NULL
    UNION ALL
    SELECT 'milestone', milestone_id, NULL, NULL, plan_id, NULL, name_en, name_fr, CONCAT_WS(' ', label_en, label_fr, party_en, party_fr)
    FROM milestone
    UNION ALL
    SELECT
        'context',
        f.topic,
        NULL,
        NULL,
        NULL,
        NULL,
        COALESCE(ANY_VALUE(t.name_en), REPLACE(f.topic, '-', ' ')),
        COALESCE(ANY_VALUE(t.name_fr), REPLACE(f.topic, '-', ' ')),
        STRING_AGG(CONCAT_WS(' ', f.name_en, f.name_fr, f.note_en, f.note_fr), ' ')
    FROM context_figure AS f
    LEFT JOIN context_topic AS t USING (topic)
    GROUP BY f.topic
)
SELECT
    e.kind,
    e.code,
    e.printed_code,
    e.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    e.pillar_code,
    e.text_en,
    e.text_fr
FROM entry AS e
LEFT JOIN plan AS p USING (plan_id)
WHERE LEN(LIST_FILTER(
    STRING_SPLIT(LOWER(STRIP_ACCENTS(TRIM($words))), ' '),
    lambda word: NOT CONTAINS(
        LOWER(STRIP_ACCENTS(CONCAT_WS(' ', e.code, e.printed_indicator_code, e.text_en, e.text_fr, e.other_words))), word
    )
)) = 0
QUALIFY ROW_NUMBER() OVER (PARTITION BY e.kind ORDER BY e.plan_id DESC, e.code) <= 50
ORDER BY e.kind DESC, e.plan_id DESC, e.code;
