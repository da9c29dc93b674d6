-- Who gives and who carries out the money of a plan, at any stage: one row per plan, role and organisation.
-- Returns one row per plan, part (funder, implementer) and organisation; none where no line names one:
--   plan_id, part, name_en, name_fr, kind VARCHAR
WITH partner AS (
    SELECT plan_id, 'funder' AS part, funder AS organisation_id FROM budget_line_converted($viewed_on)
    UNION
    SELECT plan_id, 'implementer' AS part, implementer AS organisation_id FROM budget_line_converted($viewed_on)
)
SELECT
    n.plan_id,
    n.part,
    o.name_en,
    o.name_fr,
    o.kind
FROM partner AS n
JOIN organisation AS o ON o.organisation_id = n.organisation_id
ORDER BY n.plan_id, n.part, o.organisation_id;
