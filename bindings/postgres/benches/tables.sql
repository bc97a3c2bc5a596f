-- What is measured on: 27,005 invented schools × 3 years, once as documents and once as plain columns with the same numbers. One answer in
-- fifty is missing. Answers are bare numbers, the shape in which peers read them most easily.

create extension if not exists thuocdo;

create table indicators as
    select i ->> 'code' as code, (i ->> 'max')::integer as max, g.nth as group_nth, (row_number() over ())::integer - 1 as i
    from jsonb_array_elements(thuocdo_framework() -> 'groups') with ordinality as g (value, nth),
        jsonb_array_elements(g.value -> 'criteria') as c, jsonb_array_elements(c -> 'indicators') as i;

create table documents as
    select n as school, y as year, jsonb_build_object(
        'conditions', jsonb_build_object('1.1', true, '1.2', n % 10 <> 3, '2.1', true, '2.2', case when n % 10 <> 7 then true end),
        'answers', (select jsonb_object_agg(code, (n * 7 + y * 13 + i * 31 + n / 97) % (4 * max + 1) * 0.25) from indicators where (n + i) % 50 <> 0)) as document
    from generate_series(0, 27004) as n, generate_series(0, 2) as y order by n, y;

select format('create table columns as select school, year, %s from documents order by school, year',
    string_agg(format('(document #>> ''{answers,%s}'')::numeric(5, 2) as %I', code, code), ', ' order by i))
from indicators
\gexec

-- Nothing is left for a vacuum to do while the clock runs.
vacuum (freeze, analyze) documents;
vacuum (freeze, analyze) columns;
