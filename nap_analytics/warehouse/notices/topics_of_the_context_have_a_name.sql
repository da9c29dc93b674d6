-- a topic that context_topic.csv names; without its name the figures are shown under the code, in the last group
SELECT
    f._file,
    f._row,
    'topic',
    f.topic
FROM context_figure AS f
LEFT JOIN context_topic AS t USING (topic)
WHERE t.topic IS NULL
QUALIFY ROW_NUMBER() OVER (PARTITION BY f.topic ORDER BY f._file, f._row) = 1
ORDER BY f._file, f._row;
