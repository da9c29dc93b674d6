-- a passage that is entered once in its plan; these words stand under another passage already
SELECT
    _file,
    _row,
    'text_en',
    text_en
FROM passage
QUALIFY ROW_NUMBER() OVER (PARTITION BY plan_id, LOWER(TRIM(text_en)) ORDER BY _file, _row) > 1
ORDER BY _file, _row;
