-- What do people look at?

-- An indicator a row, and a piece of evidence a row. They run with the rights of who asks, so everyone sees in them what they see of the
-- assessments. `security_invoker` is of PostgreSQL 15: before it, make each a function of SQL without SECURITY DEFINER, which does the same.
create view sector.answers with (security_invoker = true) as
    select a.case_id, a.stream, answer.key as indicator,
        -- A bare number is short for points.
        case jsonb_typeof(answer.value) when 'object' then answer.value - 'evidence' - 'note' else jsonb_build_object('points', answer.value) end as fact,
        answer.value ->> 'note' as note
    from sector.assessments a, jsonb_each(a.document -> 'answers') as answer;

create view sector.evidence with (security_invoker = true) as
    select a.case_id, a.stream, said.key as code, e.nth, e.value ->> 'title' as title, e.value ->> 'uri' as uri, e.value ->> 'date' as date,
        e.value ->> 'kind' as kind
    from sector.assessments a,
        lateral (select * from jsonb_each(a.document -> 'conditions') union all select * from jsonb_each(a.document -> 'answers')) as said,
        jsonb_array_elements(case jsonb_typeof(said.value) when 'object' then said.value -> 'evidence' end) with ordinality as e (value, nth);

-- What is computed of each assessment that one may see.
create view sector.computed_levels with (security_invoker = true) as
    select c.institution, c.period, a.stream, c.state, (a.levels).*
    from sector.assessments a join sector.cases c on c.id = a.case_id;

-- What everyone may know: the recognised levels that are published. Unlike the others this view runs with the rights of its owner, and its owner
-- is a role that sees nothing else; so it is safe on every version, and a mistake in the view shows no more than is published.
-- `security_barrier`: no function of who asks sees a row before the view's own conditions have let it through.
create view sector.published_levels with (security_barrier = true) as
    select i.code, i.name, i.type, a.name as authority, c.period, r.group_1, r.group_2, r.overall, r.recognised_on
    from sector.cases c
    join sector.recognised_levels r on r.case_id = c.id
    join sector.institutions i on i.code = c.institution
    join sector.authorities a on a.code = i.authority
    where c.state = 'published';

-- How many institutions stand where, of those published.
create view sector.published_counts with (security_barrier = true) as
    select period, authority, overall, count(*) as institutions
    from sector.published_levels group by period, authority, overall;

alter view sector.answers owner to sector_owner;
alter view sector.evidence owner to sector_owner;
alter view sector.computed_levels owner to sector_owner;
alter view sector.published_levels owner to sector_window;
alter view sector.published_counts owner to sector_window;
grant select on sector.answers, sector.evidence, sector.computed_levels to sector_school, sector_authority;
grant select on sector.published_levels, sector.published_counts to sector_school, sector_authority, sector_public;
