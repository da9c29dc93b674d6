-- Returns one row per dated event of any plan, in order of time:
--   plan_id, milestone_id, kind VARCHAR
--   date_from, date_to DATE
--   name_en, name_fr VARCHAR
--   is_own_translation BOOLEAN
--   party_en, party_fr VARCHAR or NULL: the source does not say
--   participant_count, women_count INTEGER or NULL: the source does not say
--   source_id, locator VARCHAR
--   label_en, label_fr VARCHAR or NULL: charts do not draw it
--   wps_pillar VARCHAR or NULL: no single UN pillar
--   short_name_en, short_name_fr, source_title_en, source_title_fr VARCHAR
--   source_url VARCHAR or NULL: not on the web
SELECT
    m.*,
    p.short_name_en,
    p.short_name_fr,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    s.url AS source_url
FROM milestone AS m
JOIN plan AS p USING (plan_id)
JOIN source AS s ON s.source_id = m.source_id
ORDER BY m.date_from, m.date_to, m.milestone_id;
