-- Returns one row per reading of the crosswalk, main first:
--   reading VARCHAR
SELECT reading
FROM crosswalk
GROUP BY reading
ORDER BY reading <> 'main', reading;
