-- a target decided on or before the day it is due
SELECT
    _file,
    _row,
    'decided_on',
    decided_on
FROM target
WHERE decided_on > target_date
ORDER BY _file, _row;
