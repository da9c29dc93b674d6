-- Returns up to 50 rows of each kind that contain all words:
--   kind, code VARCHAR
--   printed_code VARCHAR or NULL: the document prints none, or the code of its place
--   plan_id, plan_name_en, plan_name_fr VARCHAR or NULL: of no plan
--   pillar_code VARCHAR or NULL: of no pillar
--   subject VARCHAR or NULL: not a passage
--   title_en, title_fr VARCHAR or NULL: it has none
--   text_en, text_fr VARCHAR or NULL: a body whose role the document does not say
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
        'indicator' AS kind,
        i.indicator_id AS code,
        c.printed_code,
        c.printed_code || REGEXP_EXTRACT(c.code, '[a-z]*$') AS printed_indicator_code,
        i.plan_id,
        i.pillar_code,
        NULL AS subject,
        NULL AS title_en,
        NULL AS title_fr,
        m.text_en,
        m.text_fr,
        CONCAT_WS(' ', ANY_VALUE(m.printed_text_en), ANY_VALUE(m.printed_text_fr), STRING_AGG(s.name_en || ' ' || s.name_fr, ' ')) AS other_words
    FROM indicator AS i
    JOIN indicator_code AS c USING (indicator_id)
    JOIN indicator_name AS m USING (indicator_id)
    LEFT JOIN series AS s USING (indicator_id)
    GROUP BY ALL
    UNION ALL BY NAME
    SELECT
        'activity' AS kind,
        activity_id AS code,
        plan_id,
        pillar_code,
        text_en,
        text_fr
    FROM activity
    UNION ALL BY NAME
    SELECT
        'achievement' AS kind,
        achievement_id AS code,
        plan_id,
        pillar_code,
        text_en,
        text_fr,
        CONCAT_WS(' ', note_en, note_fr) AS other_words
    FROM achievement
    WHERE same_as_achievement_id IS NULL
    UNION ALL BY NAME
    SELECT
        'milestone' AS kind,
        milestone_id AS code,
        plan_id,
        name_en AS text_en,
        name_fr AS text_fr,
        CONCAT_WS(' ', label_en, label_fr, party_en, party_fr) AS other_words
    FROM milestone
    UNION ALL BY NAME
    SELECT
        'context' AS kind,
        f.topic AS code,
        COALESCE(ANY_VALUE(t.name_en), REPLACE(f.topic, '-', ' ')) AS text_en,
        COALESCE(ANY_VALUE(t.name_fr), REPLACE(f.topic, '-', ' ')) AS text_fr,
        STRING_AGG(CONCAT_WS(' ', f.name_en, f.name_fr, f.note_en, f.note_fr), ' ') AS other_words
    FROM context_figure AS f
    LEFT JOIN context_topic AS t USING (topic)
    GROUP BY f.topic
    UNION ALL BY NAME
    SELECT
        'passage' AS kind,
        passage_id AS code,
        plan_id,
        kind AS subject,
        title_en,
        title_fr,
        text_en,
        text_fr
    FROM passage
    UNION ALL BY NAME
    SELECT
        'body' AS kind,
        b.organisation_id AS code,
        b.plan_id,
        o.name_en AS title_en,
        o.name_fr AS title_fr,
        b.role_en AS text_en,
        b.role_fr AS text_fr,
        CONCAT_WS(' ', o.short_name, b.composition_en, b.composition_fr, b.rhythm_en, b.rhythm_fr, m.names) AS other_words
    FROM body AS b
    JOIN organisation AS o USING (organisation_id)
    LEFT JOIN member AS m ON m.plan_id = b.plan_id AND m.committee = b.organisation_id
)
SELECT
    e.kind,
    e.code,
    e.printed_code,
    e.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    e.pillar_code,
    e.subject,
    e.title_en,
    e.title_fr,
    e.text_en,
    e.text_fr
FROM entry AS e
LEFT JOIN plan AS p USING (plan_id)
WHERE LEN(LIST_FILTER(
    STRING_SPLIT(LOWER(STRIP_ACCENTS(TRIM($words))), ' '),
    LAMBDA word: NOT CONTAINS(
        LOWER(STRIP_ACCENTS(CONCAT_WS(
            ' ', e.code, e.printed_indicator_code, e.title_en, e.title_fr, e.text_en, e.text_fr, e.other_words
        ))),
        word
    )
)) = 0
QUALIFY ROW_NUMBER() OVER (PARTITION BY e.kind ORDER BY e.plan_id DESC, e.code) <= 50
ORDER BY e.kind DESC, e.plan_id DESC, e.code;
