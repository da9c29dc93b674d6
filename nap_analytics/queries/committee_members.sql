-- Returns one row per body and member of a plan's coordination, in its order: an organisation or a post:
--   committee, body_name_en, body_name_fr VARCHAR
--   organisation_id VARCHAR or NULL: a post
--   name_en, name_fr VARCHAR
--   kind VARCHAR or NULL: a post
--   is_post BOOLEAN
--   seat_count INTEGER or NULL: the document does not say
--   note_en, note_fr VARCHAR or NULL: nothing to say
--   source_id, locator VARCHAR
SELECT
    m.committee,
    c.name_en AS body_name_en,
    c.name_fr AS body_name_fr,
    m.organisation_id,
    COALESCE(o.name_en, m.post_en) AS name_en,
    COALESCE(o.name_fr, m.post_fr) AS name_fr,
    o.kind,
    m.organisation_id IS NULL AS is_post,
    m.seat_count,
    m.note_en,
    m.note_fr,
    m.source_id,
    m.locator
FROM committee_member AS m
JOIN body AS b ON b.plan_id = m.plan_id AND b.organisation_id = m.committee
JOIN organisation AS c ON c.organisation_id = m.committee
LEFT JOIN organisation AS o ON o.organisation_id = m.organisation_id
WHERE m.plan_id = $plan_id
ORDER BY b.sort_order, m.sort_order;
