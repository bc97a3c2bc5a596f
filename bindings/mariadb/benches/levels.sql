-- The levels of 27,005 invented schools by the function, beside the same sums by hand in SQL. With install.sql of the release build:
-- mariadb -vvv scratch < bindings/mariadb/benches/levels.sql
CREATE TABLE indicators AS
    SELECT number, code, max
    FROM JSON_TABLE(CONVERT(thuocdo_framework() USING utf8mb4), '$.groups[*].criteria[*].indicators[*]'
        COLUMNS (number FOR ORDINALITY, code VARCHAR(10) PATH '$.code', max DECIMAL(6, 2) PATH '$.max')) AS listed;
CREATE TABLE schools AS
    SELECT seq AS number, JSON_OBJECT(
        'conditions', JSON_OBJECT('1.1', TRUE, '1.2', TRUE, '2.1', TRUE, '2.2', TRUE),
        'answers', (SELECT JSON_OBJECTAGG(code, ROUND(max * ((seq * 7919 + indicators.number * 104729) % 101) / 100, 2)) FROM indicators)
    ) AS document
    FROM seq_0_to_27004;
SELECT COUNT(*), SUM(thuocdo_valid(document)) FROM schools;
-- Text to levels, by the function.
SELECT SUM(LENGTH(thuocdo_levels(document))) FROM schools;
-- Text to scorecard, by the function.
SELECT SUM(LENGTH(thuocdo_score(document))) FROM schools;
-- The level of a total, by the function.
SELECT SUM(thuocdo_level('1', number % 101)) FROM schools;
-- Text to sums and levels by hand, with nothing checked.
SELECT SUM(CASE WHEN first > 75 THEN 3 WHEN first >= 50 THEN 2 ELSE 1 END), SUM(CASE WHEN second > 75 THEN 3 WHEN second >= 50 THEN 2 ELSE 1 END)
FROM (
    SELECT schools.number,
        SUM(IF(code LIKE '1.%', JSON_VALUE(document, CONCAT('$.answers."', code, '"')), 0)) AS first,
        SUM(IF(code LIKE '2.%', JSON_VALUE(document, CONCAT('$.answers."', code, '"')), 0)) AS second
    FROM schools, indicators GROUP BY schools.number
) AS totals;
