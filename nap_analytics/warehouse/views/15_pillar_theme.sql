-- The theme of a pillar: the UN pillar that takes most of it in the main reading of the crosswalk. Colours follow it.
CREATE VIEW pillar_theme AS
SELECT
    plan_id,
    pillar_code,
    ARG_MAX(wps_pillar, share) AS wps_pillar
FROM crosswalk
WHERE reading = 'main'
GROUP BY plan_id, pillar_code;
