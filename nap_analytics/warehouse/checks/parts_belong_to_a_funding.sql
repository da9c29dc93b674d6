-- a part of a funding that stands in contextual_funding.csv
SELECT
    _file,
    _row,
    'part_of_funding_id',
    part_of_funding_id
FROM contextual_funding
WHERE part_of_funding_id IS NOT NULL
  AND part_of_funding_id NOT IN (SELECT funding_id FROM contextual_funding WHERE funding_id IS NOT NULL)
ORDER BY _file, _row;
