-- The same sums and levels by other hands, each in its best form. A peer takes two sums and three levels, with what is missing counted as zero.
-- It does not look at maxima, decimals, unknown codes or conditions, and does not keep the upper end of what is missing.
-- Each is a view with s1, s2, l1, l2 and overall; `offset 0` has every sum worked out once, where the planner would copy it into each use.

create function level_of(points numeric) returns integer language sql immutable parallel safe
    return case when points > 75 then 3 when points >= 50 then 2 else 1 end;

-- One `->>` and one cast for each indicator.
select format('create view by_key as select s1, s2, level_of(s1) as l1, level_of(s2) as l2, least(level_of(s1), level_of(s2)) as overall from (
    select %s from (select document -> ''answers'' as a from documents offset 0) as answers offset 0) as sums',
    string_agg(format('%s as s%s', sum, group_nth), ', ' order by group_nth))
from (select group_nth, string_agg(format('coalesce((a ->> %L)::numeric, 0)', code), ' + ' order by i) as sum from indicators group by group_nth) as sums
\gexec

-- The same in floats, which is not exact.
select format('create view by_key_floats as select s1, s2, level_of(s1::numeric) as l1, level_of(s2::numeric) as l2,
    least(level_of(s1::numeric), level_of(s2::numeric)) as overall from (
    select %s from (select document -> ''answers'' as a from documents offset 0) as answers offset 0) as sums',
    string_agg(format('%s as s%s', sum, group_nth), ', ' order by group_nth))
from (select group_nth, string_agg(format('coalesce((a ->> %L)::float8, 0)', code), ' + ' order by i) as sum from indicators group by group_nth) as sums
\gexec

-- All answers as rows, added up.
create view by_rows as select s1, s2, level_of(s1) as l1, level_of(s2) as l2, least(level_of(s1), level_of(s2)) as overall
from documents, lateral (
    select coalesce(sum(value::numeric) filter (where key < '2'), 0) as s1, coalesce(sum(value::numeric) filter (where key >= '2'), 0) as s2
    from jsonb_each_text(document -> 'answers') offset 0) as sums;

-- A function of PL/pgSQL, as portals have it.
create type totals as (s1 numeric, s2 numeric, l1 integer, l2 integer, overall integer);
create function by_loop(document jsonb) returns totals language plpgsql immutable strict parallel safe as $$
declare
    answers jsonb := document -> 'answers';
    code text;
    result totals;
begin
    result.s1 := 0;
    result.s2 := 0;
    foreach code in array '{1.3.1,1.3.2,1.3.3,1.3.4,1.3.5,1.4.1,1.5.1,1.5.2,1.6.1,1.6.2,1.6.3,1.7.1,1.7.2,1.7.3}'::text[] loop
        result.s1 := result.s1 + coalesce((answers ->> code)::numeric, 0);
    end loop;
    foreach code in array '{2.3.1,2.3.2,2.3.3,2.3.4,2.3.5,2.3.6,2.3.7,2.3.8,2.4.1,2.4.2,2.4.3,2.x.1}'::text[] loop
        result.s2 := result.s2 + coalesce((answers ->> code)::numeric, 0);
    end loop;
    result.l1 := case when result.s1 > 75 then 3 when result.s1 >= 50 then 2 else 1 end;
    result.l2 := case when result.s2 > 75 then 3 when result.s2 >= 50 then 2 else 1 end;
    result.overall := least(result.l1, result.l2);
    return result;
end $$;
create view by_plpgsql as select (t).s1, (t).s2, (t).l1, (t).l2, (t).overall from (select by_loop(document) as t from documents offset 0) as totals;

-- Plain columns of numbers: no JSON at all.
select format('create view by_columns as select s1, s2, level_of(s1) as l1, level_of(s2) as l2, least(level_of(s1), level_of(s2)) as overall from (
    select %s from columns offset 0) as sums', string_agg(format('%s as s%s', sum, group_nth), ', ' order by group_nth))
from (select group_nth, string_agg(format('coalesce(%I, 0)', code), ' + ' order by i) as sum from indicators group by group_nth) as sums
\gexec

-- And ours.
create view ours as select (t).score_low[1] as s1, (t).score_low[2] as s2, (t).level_low[1] as l1, (t).level_low[2] as l2, (t).overall_low as overall
from (select thuocdo_levels(document) as t from documents offset 0) as totals;
