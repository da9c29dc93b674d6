-- The latest day that the data speaks of. Without any value it is the day on which its latest source was published, never today's.
SELECT COALESCE(
    (SELECT MAX(period_end) FROM observation),
    (SELECT MAX(published_date) FROM source),
    CURRENT_DATE
);
