-- Returns one row per passage that the document of a plan says in words, by plan, kind and order:
--   plan_id, passage_id, kind VARCHAR
--   sort_order INTEGER
--   title_en, title_fr VARCHAR or NULL: none is printed
--   text_en, text_fr VARCHAR
--   is_own_translation BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, source_title_en, source_title_fr, locator VARCHAR
SELECT
    p.plan_id,
    p.passage_id,
    p.kind,
    p.sort_order,
    p.title_en,
    p.title_fr,
    p.text_en,
    p.text_fr,
    p.is_own_translation,
    p.note_en,
    p.note_fr,
    p.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    p.locator
FROM passage AS p
JOIN source AS s USING (source_id)
JOIN plan AS l USING (plan_id)
ORDER BY
    l.start_year,
    p.plan_id,
    LIST_POSITION(
        [
            'drafting', 'consultation', 'strategy', 'change', 'strength', 'challenge', 'adaptation_rule', 'reporting_rule', 'funding_rule',
            'localisation', 'good_practice'
        ],
        p.kind
    ),
    p.sort_order;
