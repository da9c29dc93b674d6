SELECT reading
FROM crosswalk
GROUP BY reading
ORDER BY reading <> 'main', reading;
