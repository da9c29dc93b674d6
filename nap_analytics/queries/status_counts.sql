SELECT
    g.status,
    COUNT(*) AS indicator_count,
    SUM(COUNT(*)) OVER () AS all_count,
    SUM(COUNT(g.progress_pct)) OVER () AS assessed_count
FROM indicator_progress($viewed_on) AS g
WHERE g.plan_id = $plan_id
  AND g.pillar_code IS NOT NULL
GROUP BY g.status
ORDER BY LIST_POSITION(['achieved', 'on_track', 'acceleration', 'limited', 'deterioration', 'missed', 'not_verified', 'not_assessed'], g.status);
