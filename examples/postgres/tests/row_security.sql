-- Who gets what, tried by everyone, also by the wrong one. Runs after all.sql; every attempt is undone.
-- `rows n`: so many rows were read or written. Else the SQLSTATE: 42501 is "insufficient privilege", 55000 "not in the state for it".
-- What is expected was counted by hand in 06_data.sql and 07_year.sql:
--   VD-2001 published,  7 events, self and external, 26 answers and 2 pieces of evidence in each
--   VD-2002 not begun,  0 events, self with 1 answer
--   VD-2005 planned,    1 event,  self with 1 answer, another province
--   VD-2003 reported,   4 events, self with 25 answers
--   VD-2004 recognised, 6 events, self and external, 26 answers in each, no evidence

create temp table attempts (role text, statement text, expected text);

-- Reading: role, then the rows of authorities, institutions, actors, cases, assessments, events, recognised_levels, answers, evidence,
-- computed_levels, published_levels, withheld, history. Public, app and owner come below.
insert into attempts
select role, format('select from sector.%I', names.name), 'rows ' || counts.n
from (values
    ('school_vd_2001',      array[5, 1, 1, 1, 2,  7, 1,  52, 4, 2, 1, 3,  7]),
    ('head_vd_2001',        array[5, 1, 1, 1, 2,  7, 1,  52, 4, 2, 1, 3,  7]),
    ('school_vd_2002',      array[5, 1, 1, 1, 1,  0, 0,   1, 0, 1, 1, 0,  0]),
    ('school_vd_2003',      array[5, 1, 1, 1, 1,  4, 0,  25, 0, 1, 1, 2,  4]),
    ('school_vd_2004',      array[5, 1, 1, 1, 2,  6, 1,  52, 0, 2, 1, 3,  6]),
    ('school_vd_2005',      array[5, 1, 1, 1, 1,  1, 0,   1, 0, 1, 1, 0,  1]),
    -- VD-2002 has not reported: its commune and its province see that there is a case, not what is in it.
    ('authority_sao_bien',  array[5, 2, 1, 2, 2,  7, 1,  52, 4, 2, 1, 3,  7]),
    ('authority_doi_thong', array[5, 1, 1, 1, 1,  4, 0,  25, 0, 1, 1, 2,  4]),
    ('authority_so_a',      array[5, 4, 1, 4, 5, 17, 2, 129, 4, 5, 1, 8, 17]),
    ('authority_so_b',      array[5, 1, 1, 1, 0,  1, 0,   0, 0, 0, 1, 0,  1])
) as expected (role, counts),
unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'recognised_levels', 'answers', 'evidence',
    'computed_levels', 'published_levels', 'withheld', 'history']) with ordinality as names (name, nth),
unnest(counts) with ordinality as counts (n, nth)
where names.nth = counts.nth;

-- What nobody may do with any table: the roles that people have, and the two that the database itself uses.
insert into attempts
select role, format(statement, name), '42501'
from unnest(array['school_vd_2001', 'head_vd_2001', 'authority_sao_bien', 'authority_so_a', 'sector_public', 'sector_app', 'sector_window', 'sector_engine']) as role,
    unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'withheld', 'recognised_levels']) as name,
    unnest(array['delete from sector.%I', 'truncate sector.%I', 'alter table sector.%I disable row level security', 'drop table sector.%I']) as statement;

-- The owner's own rows are none, and it can put none in.
insert into attempts
select 'sector_owner', format(statement, name), 'rows 0'
from unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'withheld', 'recognised_levels']) as name,
    unnest(array['select from sector.%I', 'delete from sector.%I']) as statement;
insert into attempts values ('sector_owner', $$insert into sector.authorities values ('X', 'X', null)$$, '42501');

-- The public has the published views alone; the programme has nothing until it takes somebody's role.
insert into attempts
select 'sector_public', format('select from sector.%I', name), case when name like 'published%' then 'rows 1' else '42501' end
from unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'withheld', 'recognised_levels', 'history', 'answers',
    'evidence', 'computed_levels', 'published_levels', 'published_counts']) as name
union all
select 'sector_app', format('select from sector.%I', name), '42501' from unnest(array['cases', 'assessments', 'published_levels']) as name
union all
-- The window is held to its columns as well as to its rows.
values ('sector_window', 'select id, institution from sector.cases', 'rows 1'), ('sector_window', 'select framework from sector.cases', '42501'),
    ('sector_window', 'select certificate from sector.recognised_levels', '42501'), ('sector_window', 'select from sector.institutions', 'rows 1'), ('sector_window', 'select from sector.recognised_levels', 'rows 1'),
    ('sector_window', 'select from sector.assessments', '42501'), ('sector_window', 'select from sector.actors', '42501');

insert into attempts values
    -- A school and other schools.
    ('school_vd_2001', $$insert into sector.cases (institution, period) values ('VD-2002', '2024-2025')$$, '42501'),
    ('school_vd_2001', $$insert into sector.cases (institution, period) values ('VD-2001', '2024-2025')$$, 'rows 1'),
    ('school_vd_2001', $$insert into sector.cases (institution, period, framework) values ('VD-2001', '2024-2025', 'moet-4725-2022')$$, '42501'),
    ('school_vd_2001', $$update sector.assessments set document = '{ "conditions": {}, "answers": {} }' where case_id = 'VD-2002/2023-2024'$$, 'rows 0'),
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values ('VD-2002/2023-2024', 'self', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values ('VD-2002/2023-2024', 'self', '{ "conditions": {}, "answers": {} }')
        on conflict (case_id, stream) do update set document = excluded.document$$, '42501'),
    -- A reported case answers a stranger as one that is not there does: with nothing about it.
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'self', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2001', $$insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'plan')$$, '42501'),
    ('school_vd_2001', $$insert into sector.events (case_id, act) values ('VD-2001/2099-2100', 'plan')$$, '42501'),

    -- A school and its own rows, before and after its report.
    ('school_vd_2002', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, 'rows 1'),
    ('school_vd_2005', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, 'rows 1'),
    ('school_vd_2003', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, '55000'),
    ('head_vd_2003', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, '55000'),
    ('school_vd_2001', $$update sector.assessments set document = document where stream = 'external'$$, 'rows 0'),
    ('school_vd_2002', $$insert into sector.assessments (case_id, stream, document) values ('VD-2002/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan')$$, 'rows 1'),
    ('school_vd_2002', $$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', sector.today() + 1)$$, '23514'),

    -- What follows is not written by hand, by a school or by an authority.
    ('school_vd_2001', $$update sector.cases set state = 'published'$$, '42501'),
    ('school_vd_2001', $$insert into sector.cases (institution, period, state) values ('VD-2001', '2024-2025', 'recognised')$$, '42501'),
    ('school_vd_2002', $$update sector.assessments set levels = null$$, '428C9'),
    ('school_vd_2002', $$update sector.assessments set case_id = 'VD-2001/2023-2024'$$, '42501'),
    ('school_vd_2001', $$update sector.recognised_levels set certificate = certificate$$, '42501'),
    ('school_vd_2003', $$insert into sector.recognised_levels (case_id, certificate) values ('VD-2003/2023-2024', '{}')$$, '42501'),
    ('school_vd_2001', $$update sector.events set note = 'x'$$, '42501'),
    ('school_vd_2003', $$insert into sector.events (case_id, act, actor) values ('VD-2003/2023-2024', 'externally_assess', 'authority_doi_thong')$$, '42501'),
    ('school_vd_2003', $$insert into sector.events (case_id, act, part) values ('VD-2003/2023-2024', 'externally_assess', 'authority')$$, '42501'),
    ('authority_doi_thong', $$insert into sector.recognised_levels (case_id, certificate) values ('VD-2003/2023-2024', '{}')$$, '42501'),
    ('authority_doi_thong', $$update sector.cases set state = 'recognised'$$, '42501'),
    ('authority_doi_thong', $$update sector.institutions set authority = 'DOI-THONG'$$, '42501'),
    ('authority_doi_thong', $$insert into sector.actors values ('authority_doi_thong', 'authority', null, 'SO-A', 'x')$$, '42501'),
    ('authority_doi_thong', $$update sector.actors set authority = 'SO-A'$$, '42501'),

    -- An authority and assessments: the external one of its own institutions, while it has the report.
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, 'rows 1'),
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document) values ('VD-2004/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_sao_bien', $$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_sao_bien', $$insert into sector.assessments (case_id, stream, document) values ('VD-2002/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, '55000'),
    ('authority_sao_bien', $$update sector.assessments set document = document where stream = 'self'$$, 'rows 0'),
    ('authority_sao_bien', $$update sector.assessments set document = document where stream = 'external'$$, '55000'),
    -- A province looks on where a commune manages.
    ('authority_so_a', $$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_so_a', $$insert into sector.events (case_id, act) values ('VD-2001/2023-2024', 'withdraw')$$, '42501'),
    ('authority_so_a', $$insert into sector.cases (institution, period) values ('VD-2001', '2024-2025')$$, '42501'),
    ('authority_so_a', $$insert into sector.cases (institution, period) values ('VD-2004', '2024-2025')$$, 'rows 1'),
    ('authority_so_b', $$insert into sector.events (case_id, act) values ('VD-2004/2023-2024', 'publish')$$, '42501'),
    ('authority_so_a', $$insert into sector.events (case_id, act) values ('VD-2004/2023-2024', 'publish')$$, 'rows 1'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act, note) values ('VD-2003/2023-2024', 'return', 'thiếu minh chứng')$$, 'rows 1'),

    -- The core's own refusals: a school does not recognise itself, and nobody recognises what has not been assessed.
    ('school_vd_2003', $$insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'recognise')$$, '22023'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'recognise')$$, '22023'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'externally_assess')$$, '22023'),
    ('authority_so_a', $$insert into sector.events (case_id, act, day) values ('VD-2004/2023-2024', 'publish', '2024-06-16')$$, '22023'),

    -- The functions that work for others cannot be borrowed.
    ('school_vd_2003', $$create temp table mine (like sector.events);
        create trigger borrowed before insert on mine for each row execute function sector.take_event()$$, '42501'),
    ('school_vd_2003', $$select sector.take_event()$$, '42501'),

    -- A function of one's own, as cheap as can be, is shown no row that is not seen anyway: not in tables, nor in views of either kind.
    ('sector_public', $$create function pg_temp.peep(code text) returns boolean language plpgsql cost 0.0000001 as
        'begin if code <> ''VD-2001'' then raise exception ''saw %'', code; end if; return true; end';
        select from sector.published_levels where pg_temp.peep(code)$$, 'rows 1'),
    ('school_vd_2001', $$create function pg_temp.peep(code text) returns boolean language plpgsql cost 0.0000001 as
        'begin if code <> ''VD-2001'' then raise exception ''saw %'', code; end if; return true; end';
        select from sector.cases where pg_temp.peep(institution)$$, 'rows 1'),
    ('school_vd_2001', $$create function pg_temp.peep(code text) returns boolean language plpgsql cost 0.0000001 as
        'begin if code <> ''VD-2001'' then raise exception ''saw %'', code; end if; return true; end';
        select from sector.computed_levels where pg_temp.peep(institution)$$, 'rows 2'),
    -- The case as the core reads it holds no more than one sees: VD-2002 without its draft for the authority, nothing for a stranger.
    ('authority_sao_bien', $$select 1 where sector.case_of('VD-2002/2023-2024') ? 'self'$$, 'rows 0'),
    ('school_vd_2002', $$select 1 where sector.case_of('VD-2002/2023-2024') ? 'self'$$, 'rows 1'),
    ('school_vd_2001', $$select 1 where sector.case_of('VD-2002/2023-2024') is not null$$, 'rows 0');

-- Which day it is does not follow from the caller's time zone: not for what is refused, nor for what is filled in.
insert into attempts
select 'school_vd_2002', format('set local timezone = %L; %s', zone, statement), expected
from unnest(array['<X>-167', '<X>+167', 'Asia/Ho_Chi_Minh', 'Pacific/Apia']) as zone,
    (values
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', (now() at time zone 'Asia/Ho_Chi_Minh')::date + 1)$$, '23514'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', 'infinity')$$, '23514'),
        -- In Apia there was no such day; elsewhere there was.
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', '2011-12-30');
            select 1 where sector.case_of('VD-2002/2023-2024') #>> '{events,0,on}' = '2011-12-30'$$, 'rows 1'),
        ($$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
            select from sector.events where day = (now() at time zone 'Asia/Ho_Chi_Minh')::date$$, 'rows 1')) as days (statement, expected)
union all
values ('school_vd_2002', $$set local timezone = '<X>-167'; insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', current_date)$$, '23514');

-- One case for one school year, and the year is written in one way.
insert into attempts
select 'authority_so_a', format($$insert into sector.cases (institution, period) values ('VD-2004', %L)$$, period), '23514'
from unnest(array['', ' ', '2023', '2023-2024 ', ' 2023-2024', E'2023-2024\n', '2023–2024', '2023 - 2024', '2023/2024', '23-24', '2023-2025', '2024-2023',
    '2023-2023', '0000-0001', '２０２３-２０２４', '٢٠٢٣-٢٠٢٤', 'năm 2023-2024', '02023-02024', '2023-2024-2025', repeat('5', 5000)]) as period
union all
select 'authority_so_a', format($$insert into sector.cases (institution, period) values ('VD-2004', %L)$$, period), expected
from (values ('2023-2024', '23505'), ('0001-0002', 'rows 1'), ('9998-9999', 'rows 1')) as periods (period, expected)
union all
-- The core reads a year in these, and in none of those, save in `2023`, which is a year and not a school year.
select 'school_vd_2001', format($$select 1 where sector.is_school_year(%L) <> not exists (select from
        jsonb_array_elements(thuocdo_ask('process', jsonb_build_object('as_of', '2024-06-30', 'case', jsonb_build_object('format', 1, 'events', '[]'::jsonb,
            'institution', '{ "code": "X" }'::jsonb, 'period', %1$L))) -> 'unjudged') as u where u ->> 'why' = 'period_without_year')$$, period), 'rows 0'
from unnest(array['2023-2024', '0001-0002', '9998-9999', '2023-2024 ', ' 2023-2024', E'2023-2024\n', '2023–2024', '2023 - 2024', '2023/2024', '23-24',
    '2023-2025', '2024-2023', '2023-2023', '0000-0001', '２０２３-２０２４', '٢٠٢٣-٢٠٢٤', '02023-02024', '2023-2024-2025']) as period
union all
-- A framework that is not there.
select 'authority_so_a', format($$insert into sector.cases (institution, period, framework) values ('VD-2004', '2024-2025', %L)$$, framework), '42704'
from unnest(array['no-such', 'x''; drop table sector.cases', '', 'sha256:0', 'MOET-4725-2022', 'moet-4725-2022 ']) as framework;

-- Several in one transaction, as a programme may have them: each by its own rights, and what the other side may read of what was done.
insert into attempts values
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', '{ "conditions": {}, "answers": {} }');
        insert into sector.events (case_id, act, day, note) values ('VD-2003/2023-2024', 'return', '2024-06-18', 'x');
        set local role school_vd_2003; insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'report', '2024-06-19')$$, 'rows 1'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
        set local role school_vd_2001; insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'withdraw')$$, '42501'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
        set local role authority_sao_bien; insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'withdraw')$$, 'rows 1'),
    -- A note and a digest before the report: the school's own.
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
        insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'self_assess', 'x');
        set local role head_vd_2002; insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'approve', 'x');
        select from sector.history where note = 'x' and (assessment is not null) = (act = 'approve')$$, 'rows 2'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
        insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'self_assess', 'x');
        set local role head_vd_2002; insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'approve', 'x');
        set local role authority_sao_bien; select from sector.history where case_id like 'VD-2002/%' and (note is not null or assessment is not null)$$, 'rows 0'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values ('VD-2002/2023-2024', 'plan');
        insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'self_assess', 'x');
        set local role head_vd_2002; insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'approve', 'x');
        insert into sector.events (case_id, act, note) values ('VD-2002/2023-2024', 'report', 'x');
        set local role authority_sao_bien; select from sector.history where case_id like 'VD-2002/%' and note = 'x'$$, 'rows 3'),
    -- The same after the external assessment: the authority's own, until it is recognised.
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document)
            select case_id, 'external', jsonb_set(jsonb_set(document, '{conditions,1.2}', 'true'), '{answers,2.x.1}', '5') from sector.assessments;
        insert into sector.events (case_id, act, note) values ('VD-2003/2023-2024', 'externally_assess', 'x');
        select from sector.history where note = 'x' and assessment is not null$$, 'rows 1'),
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document)
            select case_id, 'external', jsonb_set(jsonb_set(document, '{conditions,1.2}', 'true'), '{answers,2.x.1}', '5') from sector.assessments;
        insert into sector.events (case_id, act, note) values ('VD-2003/2023-2024', 'externally_assess', 'x');
        set local role school_vd_2003; select from sector.history where act = 'externally_assess' and (note is not null or assessment is not null)$$, 'rows 0'),
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document)
            select case_id, 'external', jsonb_set(jsonb_set(document, '{conditions,1.2}', 'true'), '{answers,2.x.1}', '5') from sector.assessments;
        insert into sector.events (case_id, act, note) values ('VD-2003/2023-2024', 'externally_assess', 'x');
        insert into sector.events (case_id, act) values ('VD-2003/2023-2024', 'recognise');
        set local role school_vd_2003; select from sector.history where act = 'externally_assess' and note = 'x' and assessment is not null$$, 'rows 1'),
    -- What was recognised is still read, and its case still stands, when the level is taken back.
    ('authority_sao_bien', $$insert into sector.events (case_id, act) values ('VD-2001/2023-2024', 'withdraw'); set local role school_vd_2001;
        select from sector.assessments a where a.stream = 'external' and thuocdo_ask('process', jsonb_build_object('case', sector.case_of(a.case_id))) ->> 'state' = 'withdrawn'$$, 'rows 1'),
    -- A certificate is good for everyone who may read its case.
    ('school_vd_2001', $$select from sector.recognised_levels r
        where thuocdo_ask('verify', jsonb_build_object('case', sector.case_of(r.case_id), 'certificate', r.certificate)) -> 'differences' = '[]'$$, 'rows 1'),
    ('authority_so_a', $$select from sector.recognised_levels r
        where thuocdo_ask('verify', jsonb_build_object('case', sector.case_of(r.case_id), 'certificate', r.certificate)) -> 'differences' = '[]'$$, 'rows 2');

create function pg_temp.tried(role text, statement text) returns text language plpgsql as $$
declare
    n bigint;
begin
    execute format('set local role %I', role);
    execute statement;
    get diagnostics n = row_count;
    raise exception using errcode = 'ROWSN', message = 'rows ' || n; -- and everything is undone
exception
    when sqlstate 'ROWSN' then return sqlerrm;
    when others then return sqlstate;
end $$;

-- Nothing is printed where all is as expected.
select role, statement, expected, tried as found
from (select *, pg_temp.tried(role, statement) as tried from attempts offset 0) as a
where tried is distinct from expected;
-- 130 + 256 + 17 + 24 and those in lists, so that none is lost from here.
select count(*) as attempts from attempts;

-- What is told does not depend on what may not be read. Each act is tried twice, after the other side has written one thing and then another;
-- everything that it answers has to be the same to the letter: rows, message, detail, hint, and what names stand beside them.
create temp table pairs (writer text, one text, other text, reader text, statement text, expected text);

-- A reported case has an external assessment as a draft, and as what the authority answers for.
insert into pairs
select 'authority_doi_thong', format(hidden, sheets.one, 'mức 1'), format(hidden, sheets.other, 'mức 2'), reader, statement, expected
from unnest(array['school_vd_2003', 'head_vd_2003']) as reader,
    (values ('{ "conditions": { "1.1": true, "1.2": false, "2.1": true }, "answers": { "1.3.1": 3 } }', '{ "conditions": {}, "answers": { "1.3.1": 4 } }')) as sheets (one, other),
    (values
        ($$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', %L) on conflict do nothing$$, false),
        ($$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', %L);
            insert into sector.events (case_id, act, day, note) values ('VD-2003/2023-2024', 'externally_assess', '2024-06-18', %L)$$, true)) as drafts (hidden, is_final),
    lateral (values
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'recognise', '2024-06-18')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'externally_assess', '2024-06-18')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'publish', '1999-01-01')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'no such act', '2024-06-18')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'withdraw', '2024-06-18') returning state$$,
            case when is_final then '22023' else 'withdrawn' end),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'withdraw', '1999-01-01')$$, '22023'),
        ($$insert into sector.assessments (case_id, stream, document) values ('VD-2003/2023-2024', 'external', '{ "conditions": {}, "answers": {} }')
            on conflict (case_id, stream) do update set document = excluded.document$$, '42501'),
        ($$select count(*) from sector.assessments where stream = 'external'$$, '0'),
        ($$select json_agg(h order by nth) from sector.history h$$, null),
        ($$select sector.case_of('VD-2003/2023-2024')$$, null),
        ($$select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('VD-2003/2023-2024')))$$, null),
        ($$select thuocdo_ask('certify', jsonb_build_object('case', sector.case_of('VD-2003/2023-2024')))$$, '22023')) as acts (statement, expected);

-- A case not begun, one with a self-assessment before the report, and one after a return.
insert into pairs
select 'school_vd_2002', format(hidden, sheets.one, '5'), format(hidden, sheets.other, '6'), reader, statement, expected
from unnest(array['authority_sao_bien', 'authority_so_a']) as reader,
    (values
        ('{ "institution": { "code": "SECRET-CODE" }, "period": "1999", "stream": "external", "conditions": { "1.1": false }, "answers": { "1.3.1": 3 } }',
            '{ "conditions": {}, "answers": { "1.3.1": 4 } }')) as sheets (one, other),
    (values
        ($$update sector.assessments set document = %L$$, null),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', '2024-01-01'); update sector.assessments set document = %L$$, 'planned'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', '2024-01-01'); 
            insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'self_assess', '2024-01-01'); update sector.assessments set document = %L$$, 'self_assessed'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'plan', '2024-01-01');
            update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": %2$s } }';
            insert into sector.events (case_id, act, day, note) values ('VD-2002/2023-2024', 'self_assess', '2024-01-01', '%2$s');
            set local role head_vd_2002; insert into sector.events (case_id, act, day, note) values ('VD-2002/2023-2024', 'approve', '2024-01-01', '%2$s')$$, 'approved')
    ) as drafts (hidden, state),
    lateral (values
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'withdraw', '2024-01-02') returning state$$,
            case when reader = 'authority_so_a' then '42501' when state is null then '22023' else 'withdrawn' end),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'recognise', '2024-01-02')$$,
            case when reader = 'authority_so_a' then '42501' else '22023' end),
        ($$insert into sector.events (case_id, act, day) values ('VD-2002/2023-2024', 'report', '2024-01-02')$$,
            case when reader = 'authority_so_a' then '42501' else '22023' end),
        ($$insert into sector.assessments (case_id, stream, document) values ('VD-2002/2023-2024', 'self', '{ "conditions": {}, "answers": {} }')
            on conflict (case_id, stream) do nothing$$, '42501'),
        ($$select count(*) from sector.assessments where case_id like 'VD-2002/%'$$, '0'),
        ($$select json_agg(h order by nth) from sector.history h where case_id like 'VD-2002/%'$$, null),
        ($$select sector.case_of('VD-2002/2023-2024')$$, null),
        ($$select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('VD-2002/2023-2024')))$$, null)) as acts (statement, expected)
union all
select 'authority_doi_thong', format(hidden, '{ "conditions": { "1.1": false }, "answers": { "1.3.1": 3 } }'),
    format(hidden, '{ "stream": "external", "conditions": {}, "answers": { "1.3.1": 4 } }'), 'authority_doi_thong', statement, expected
from (values ($$insert into sector.events (case_id, act, day, note) values ('VD-2003/2023-2024', 'return', '2024-06-18', 'x');
        set local role school_vd_2003; update sector.assessments set document = %L$$)) as drafts (hidden),
    (values
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'return', '2024-06-18')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'externally_assess', '2024-06-18')$$, '22023'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'withdraw', '2024-06-18') returning state$$, 'withdrawn'),
        ($$insert into sector.events (case_id, act, day) values ('VD-2003/2023-2024', 'withdraw', '2024-06-18');
            select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('VD-2003/2023-2024'))) ->> 'state'$$, 'withdrawn'),
        ($$select json_agg(h order by nth) from sector.history h$$, null),
        ($$select thuocdo_ask('process', jsonb_build_object('case', sector.case_of('VD-2003/2023-2024')))$$, null)) as acts (statement, expected);

create function pg_temp.told(writer text, hidden text, reader text, statement text) returns text[] language plpgsql as $$
declare
    told text[];
    answer text;
    state text; said text; detail text; hint text; context text; schema text; relation text; col text; rule text;
begin
    execute format('set local role %I', writer);
    execute hidden;
    execute format('set local role %I', reader);
    begin
        -- INTO is refused where nothing comes back.
        if statement ~ '^select|returning|;\s*select' then
            execute statement into answer;
        else
            execute statement;
        end if;
        told := array[answer];
    exception when others then
        get stacked diagnostics state = returned_sqlstate, said = message_text, detail = pg_exception_detail, hint = pg_exception_hint,
            context = pg_exception_context, schema = schema_name, relation = table_name, col = column_name, rule = constraint_name;
        -- Whether an expression fails when it is planned or when it is run follows from what the session did before.
        context := regexp_replace(context, '^PL/pgSQL assignment [^\n]*\n', '');
        told := array[state, said, detail, hint, context, schema, relation, col, rule];
    end;
    raise exception using errcode = 'TOLDX', message = to_json(told)::text;
exception
    when sqlstate 'TOLDX' then return array(select json_array_elements_text(sqlerrm::json));
end $$;

-- Nothing is printed where both are the same and, where it says so, as expected.
select reader, statement, expected, one, other
from (select p.reader, p.statement, p.expected, pg_temp.told(writer, one, reader, statement) as one, pg_temp.told(writer, other, reader, statement) as other from pairs p offset 0) as p
where one is distinct from other or expected <> one[1];
select count(*) as pairs from pairs;
