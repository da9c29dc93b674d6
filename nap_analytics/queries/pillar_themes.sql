-- Returns one row per pillar and UN pillar in a reading of the crosswalk, oldest plan first; the shares of a pillar add to 1:
--   plan_id, plan_name_en, plan_name_fr VARCHAR
--   pillar_word_en, pillar_word_fr, pillar_words_en, pillar_words_fr VARCHAR or NULL: the plan has no word of its own
--   start_year INTEGER
--   pillar_code, name_en, name_fr, short_name_en, short_name_fr, wps_pillar VARCHAR
--   share, share_pct DOUBLE
--   rationale_en, rationale_fr, source_id, source_title_en, source_title_fr, locator VARCHAR
SELECT
    c.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    p.pillar_word_en,
    p.pillar_word_fr,
    p.pillar_words_en,
    p.pillar_words_fr,
    p.start_year,
    c.pillar_code,
    l.name_en,
    l.name_fr,
    l.short_name_en,
    l.short_name_fr,
    c.wps_pillar,
    c.share,
    100 * c.share AS share_pct,
    c.rationale_en,
    c.rationale_fr,
    l.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    l.locator
FROM crosswalk AS c
JOIN plan AS p USING (plan_id)
JOIN pillar AS l USING (plan_id, pillar_code)
JOIN source AS s ON s.source_id = l.source_id
WHERE c.reading = $reading
ORDER BY p.start_year, c.pillar_code, c.share DESC, c.wps_pillar;
