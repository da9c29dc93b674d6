-- another achievement of the same plan, one that repeats none itself
SELECT
    a._file,
    a._row,
    'same_as_achievement_id',
    a.same_as_achievement_id
FROM achievement AS a
LEFT JOIN achievement AS first
    ON first.achievement_id = a.same_as_achievement_id
    AND first.plan_id = a.plan_id
    AND first.achievement_id <> a.achievement_id
    AND first.same_as_achievement_id IS NULL
WHERE a.same_as_achievement_id IS NOT NULL
  AND first.achievement_id IS NULL
ORDER BY a._file, a._row;
