-- Accesses, made of an account's number, a row's number and the seed by arithmetic alone.
-- Each access to tell apart from all others, such as a sign-up.
CREATE TABLE single AS SELECT
    unnest($account::VARCHAR[]) AS account, unnest($moment::BIGINT[]) AS moment,
    unnest($action::VARCHAR[]) AS action, unnest($located::VARCHAR[]) AS located,
    unnest($number::BIGINT[]) AS number;

-- The time in which an account is used, in seconds since 1970, and how often it is.
CREATE TABLE visits AS SELECT
    unnest($account::VARCHAR[]) AS account, unnest($first::BIGINT[]) AS first,
    unnest($until::BIGINT[]) AS until, unnest($located::VARCHAR[]) AS located,
    unnest($number::BIGINT[]) AS number, unnest($rows::BIGINT[]) AS rows;

CREATE VIEW access AS
WITH numbered AS (SELECT *, unnest(range(rows)) AS row FROM visits),
drawn AS (
    SELECT *, (69621 * ((number * 7919 + row * 104729 + getvariable('seed') * 611953 + 12345)
        % 2147483647)) % 2147483647 AS one
    FROM numbered
),
drawn_again AS (SELECT *, (48271 * xor(one, one >> 11)) % 2147483647 AS other FROM drawn),
every AS (
    SELECT account, first + other % (until - first) AS moment,
        CASE WHEN other % 11 = 3 THEN 'administration' ELSE 'use' END AS action,
        located, number, row, 1 + one % 3 AS desk
    FROM drawn_again
    UNION ALL SELECT account, moment, action, located, number, -1 AS row, 0 AS desk FROM single
)
SELECT account,
    CASE WHEN number % 5 = 4 THEN format('2001:db8:{:x}::{:x}', 1 + number % 65535, 1 + desk)
    ELSE format('{}.{}', ['192.0.2', '198.51.100', '203.0.113'][1 + (number + desk) % 3],
        1 + (number * 31 + desk * 17) % 254) END AS ip,
    action, located, strftime(make_timestamp(moment * 1000000), '%Y-%m-%dT%H:%M:%SZ') AS "at"
FROM every ORDER BY moment, account, row, action;
