SELECT
    m.committee,
    m.organisation_id,
    o.name_en,
    o.name_fr,
    o.kind,
    m.seat_count,
    m.source_id,
    m.locator
FROM committee_member AS m
JOIN organisation AS o USING (organisation_id)
WHERE m.plan_id = $plan_id
ORDER BY m.committee, m.sort_order;
