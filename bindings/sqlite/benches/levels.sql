-- The levels of 27,005 invented schools by the function, beside the same sums by hand in SQL. `.timer` prints the seconds of each statement.
-- In the folder of the release build: sqlite3 :memory: < ../../bindings/sqlite/benches/levels.sql
.load ./libthuocdo_sqlite
CREATE TABLE schools AS
    WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n < 27004)
    SELECT n AS number, json_object(
        'conditions', json_object('1.1', json('true'), '1.2', json('true'), '2.1', json('true'), '2.2', json('true')),
        'answers', (
            SELECT json_group_object(value ->> '$.code', round((value ->> '$.max') * ((n * 7919 + key * 104729) % 101) / 100.0, 2))
            FROM (
                SELECT indicators.value, indicators.key
                FROM json_each(thuocdo_framework(), '$.groups') AS groups,
                    json_each(groups.value, '$.criteria') AS criteria,
                    json_each(criteria.value, '$.indicators') AS indicators
            )
        )
    ) AS document
    FROM numbers;
SELECT count(*), sum(thuocdo_valid(document)) FROM schools;
.timer on
.print text -> levels, by the function
SELECT sum(length(thuocdo_levels(document))) FROM schools;
.print text -> scorecard, by the function
SELECT sum(length(thuocdo_score(document))) FROM schools;
.print text -> sums by hand, in SQL
SELECT sum(CASE WHEN first > 7500 THEN 3 WHEN first >= 5000 THEN 2 ELSE 1 END), sum(CASE WHEN second > 7500 THEN 3 WHEN second >= 5000 THEN 2 ELSE 1 END)
FROM (
    SELECT (SELECT sum(CASE WHEN key LIKE '1.%' THEN CAST(round(value * 100) AS INTEGER) ELSE 0 END) FROM json_each(document, '$.answers')) AS first,
        (SELECT sum(CASE WHEN key LIKE '2.%' THEN CAST(round(value * 100) AS INTEGER) ELSE 0 END) FROM json_each(document, '$.answers')) AS second
    FROM schools
);
