-- Returns one row per plan and body that steers it, oldest plan first:
--   plan_id, plan_name_en, plan_name_fr, organisation_id, name_en, name_fr VARCHAR
--   role_en, role_fr, rhythm_en, rhythm_fr, composition_en, composition_fr VARCHAR or NULL: the document does not say
--   host_en, host_fr VARCHAR or NULL: the document names no host
--   is_own_translation BOOLEAN
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   member_count BIGINT
--   source_id, source_title_en, source_title_fr, locator VARCHAR
SELECT
    b.plan_id,
    p.short_name_en AS plan_name_en,
    p.short_name_fr AS plan_name_fr,
    b.organisation_id,
    o.name_en,
    o.name_fr,
    b.role_en,
    b.role_fr,
    b.rhythm_en,
    b.rhythm_fr,
    b.composition_en,
    b.composition_fr,
    h.name_en AS host_en,
    h.name_fr AS host_fr,
    b.is_own_translation,
    b.note_en,
    b.note_fr,
    (SELECT COUNT(*) FROM committee_member AS m WHERE m.plan_id = b.plan_id AND m.committee = b.organisation_id) AS member_count,
    b.source_id,
    s.title_en AS source_title_en,
    s.title_fr AS source_title_fr,
    b.locator
FROM body AS b
JOIN plan AS p USING (plan_id)
JOIN organisation AS o USING (organisation_id)
JOIN source AS s ON s.source_id = b.source_id
LEFT JOIN organisation AS h ON h.organisation_id = b.hosted_by
ORDER BY p.start_year, b.plan_id, b.sort_order;
