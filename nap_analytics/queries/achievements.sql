-- Each achievement once; where it is told again, that wording and place stand beside.
-- Returns one row per distinct achievement, by pillar, those of no pillar last; the columns other_ tell where it stands again, and how
-- worded:
--   plan_id, achievement_id VARCHAR
--   pillar_code VARCHAR or NULL: the plan as a whole, or one that cannot be known (placement_is_certain false)
--   sort_order INTEGER
--   is_planned BOOLEAN or NULL: the document does not say
--   text_en, text_fr VARCHAR
--   is_own_translation BOOLEAN
--   value DOUBLE or NULL: it names no number
--   placement_is_certain BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, locator VARCHAR
--   unit_en, unit_fr, unit_one_en, unit_one_fr VARCHAR or NULL: it names no number
--   short_name_en, short_name_fr VARCHAR or NULL: as pillar_code
--   source_title_en, source_title_fr VARCHAR
--   other_text_en, other_text_fr, other_locator VARCHAR or NULL: it is told once
--   other_source_ids VARCHAR[] or NULL: it is told once
WITH again AS (
    SELECT
        same_as_achievement_id AS achievement_id,
        STRING_AGG(text_en, ' / ' ORDER BY sort_order) AS other_text_en,
        STRING_AGG(text_fr, ' / ' ORDER BY sort_order) AS other_text_fr,
        STRING_AGG(locator, '; ' ORDER BY sort_order) AS other_locator,
        LIST(source_id ORDER BY sort_order) AS other_source_ids
    FROM achievement
    WHERE same_as_achievement_id IS NOT NULL
    GROUP BY same_as_achievement_id
)
SELECT
    a.* EXCLUDE (unit, same_as_achievement_id),
    u.* EXCLUDE (unit),
    l.short_name_en,
    l.short_name_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    g.* EXCLUDE (achievement_id)
FROM achievement AS a
LEFT JOIN again AS g USING (achievement_id)
LEFT JOIN unit_words AS u USING (unit)
LEFT JOIN pillar AS l USING (plan_id, pillar_code)
JOIN source AS s ON s.source_id = a.source_id
WHERE a.plan_id = $plan_id
  AND a.same_as_achievement_id IS NULL
ORDER BY a.pillar_code NULLS LAST, a.sort_order;
