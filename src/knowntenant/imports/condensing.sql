-- Access rows with what can be said of each at once. `sound`: the patterns vouch for every cell, so
-- that the exact readers would take it too; all other rows are judged by those, one by one.
-- `spot` puts the second and the row into one number (judged.order_of), so that earliest and latest
-- are exact and have a row; action and place are few, and are read once for each text.
SELECT
    *,
    (epoch(date_trunc('second', instant))::BIGINT + 2208988800) * 536870912 + row + {above} AS spot,
    instant >= to_timestamp({end}) AS late,
    length(moment) > 10 AND NOT ends_with(moment, 'Z')
        AND NOT regexp_matches(moment, '[+-]\d\d:\d\d$') AS zoneless,
    coalesce(
        {account_sound}
        AND instant >= '1900-01-02 00:00:00Z'::TIMESTAMPTZ
        AND instant < '2199-12-30 00:00:00Z'::TIMESTAMPTZ
        AND regexp_full_match(moment, '{moment}')
        AND (
            ip IS NULL
            OR regexp_full_match(ip, '{four}')
            OR (
                regexp_full_match(ip, '{six}')
                AND length(ip) - length(replace(ip, ':', '')) <= 7
            )
        ),
        false
    ) AS sound
FROM (SELECT *, try_cast(moment AS TIMESTAMPTZ) AS instant FROM ({relation}))
