-- Who gets what, tried by everyone, also by the wrong one. Runs after all.sql; every attempt is undone.
-- `rows n`: so many rows were read or written. Else the SQLSTATE: 42501 is "insufficient privilege", 55000 "not in the state for it".
-- What is expected was counted by hand in 06_data.sql and 07_year.sql:
--   case 1 VD-2001 published,  7 events, self and external, 26 answers and 2 pieces of evidence in each
--   case 2 VD-2002 not begun,  0 events, self with 1 answer
--   case 3 VD-2005 planned,    1 event,  self with 1 answer, another province
--   case 4 VD-2003 reported,   4 events, self with 25 answers
--   case 5 VD-2004 recognised, 6 events, self and external, 26 answers in each, no evidence

create temp table attempts (role text, statement text, expected text);

-- Reading: role, then the rows of authorities, institutions, actors, cases, assessments, events, recognised_levels, answers, evidence,
-- computed_levels, published_levels. Public, app and owner come below.
insert into attempts
select role, format('select from sector.%I', names.name), 'rows ' || counts.n
from (values
    ('school_vd_2001',      array[5, 1, 1, 1, 2,  7, 1,  52, 4, 2, 1]),
    ('head_vd_2001',        array[5, 1, 1, 1, 2,  7, 1,  52, 4, 2, 1]),
    ('school_vd_2002',      array[5, 1, 1, 1, 1,  0, 0,   1, 0, 1, 1]),
    ('school_vd_2003',      array[5, 1, 1, 1, 1,  4, 0,  25, 0, 1, 1]),
    ('school_vd_2004',      array[5, 1, 1, 1, 2,  6, 1,  52, 0, 2, 1]),
    ('school_vd_2005',      array[5, 1, 1, 1, 1,  1, 0,   1, 0, 1, 1]),
    -- VD-2002 has not reported: its commune and its province see that there is a case, not what is in it.
    ('authority_sao_bien',  array[5, 2, 1, 2, 2,  7, 1,  52, 4, 2, 1]),
    ('authority_doi_thong', array[5, 1, 1, 1, 1,  4, 0,  25, 0, 1, 1]),
    ('authority_so_a',      array[5, 4, 1, 4, 5, 17, 2, 129, 4, 5, 1]),
    ('authority_so_b',      array[5, 1, 1, 1, 0,  1, 0,   0, 0, 0, 1])
) as expected (role, counts),
unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'recognised_levels', 'answers', 'evidence',
    'computed_levels', 'published_levels']) with ordinality as names (name, nth),
unnest(counts) with ordinality as counts (n, nth)
where names.nth = counts.nth;

-- What nobody may do with any table: the roles that people have, and the two that the database itself uses.
insert into attempts
select role, format(statement, name), '42501'
from unnest(array['school_vd_2001', 'head_vd_2001', 'authority_sao_bien', 'authority_so_a', 'sector_public', 'sector_app', 'sector_window', 'sector_engine']) as role,
    unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'recognised_levels']) as name,
    unnest(array['delete from sector.%I', 'truncate sector.%I', 'alter table sector.%I disable row level security', 'drop table sector.%I']) as statement;

-- The owner's own rows are none, and it can put none in.
insert into attempts
select 'sector_owner', format(statement, name), 'rows 0'
from unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'recognised_levels']) as name,
    unnest(array['select from sector.%I', 'delete from sector.%I']) as statement;
insert into attempts values ('sector_owner', $$insert into sector.authorities values ('X', 'X', null)$$, '42501');

-- The public has the published views alone; the programme has nothing until it takes somebody's role.
insert into attempts
select 'sector_public', format('select from sector.%I', name), case when name like 'published%' then 'rows 1' else '42501' end
from unnest(array['authorities', 'institutions', 'actors', 'cases', 'assessments', 'events', 'recognised_levels', 'answers', 'evidence',
    'computed_levels', 'published_levels', 'published_counts']) as name
union all
select 'sector_app', format('select from sector.%I', name), '42501' from unnest(array['cases', 'assessments', 'published_levels']) as name
union all
-- The window is held to its columns as well as to its rows.
values ('sector_window', 'select id, institution from sector.cases', 'rows 1'), ('sector_window', 'select framework from sector.cases', '42501'),
    ('sector_window', 'select from sector.institutions', 'rows 1'), ('sector_window', 'select from sector.recognised_levels', 'rows 1'),
    ('sector_window', 'select from sector.assessments', '42501'), ('sector_window', 'select from sector.actors', '42501');

insert into attempts values
    -- A school and other schools.
    ('school_vd_2001', $$insert into sector.cases (institution, period) values ('VD-2002', '2024-2025')$$, '42501'),
    ('school_vd_2001', $$insert into sector.cases (institution, period) values ('VD-2001', '2024-2025')$$, 'rows 1'),
    ('school_vd_2001', $$insert into sector.cases (institution, period, framework) values ('VD-2001', '2024-2025', 'moet-4725-2022')$$, '42501'),
    ('school_vd_2001', $$update sector.assessments set document = '{ "conditions": {}, "answers": {} }' where case_id = 2$$, 'rows 0'),
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values (2, 'self', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values (2, 'self', '{ "conditions": {}, "answers": {} }')
        on conflict (case_id, stream) do update set document = excluded.document$$, '42501'),
    -- A reported case answers a stranger as one that is not there does: with nothing about it.
    ('school_vd_2001', $$insert into sector.assessments (case_id, stream, document) values (4, 'self', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2001', $$insert into sector.events (case_id, act) values (4, 'plan')$$, '42501'),
    ('school_vd_2001', $$insert into sector.events (case_id, act) values (999, 'plan')$$, '42501'),

    -- A school and its own rows, before and after its report.
    ('school_vd_2002', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, 'rows 1'),
    ('school_vd_2005', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, 'rows 1'),
    ('school_vd_2003', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, '55000'),
    ('head_vd_2003', $$update sector.assessments set document = '{ "conditions": {}, "answers": { "1.3.1": 6 } }'$$, '55000'),
    ('school_vd_2001', $$update sector.assessments set document = document where stream = 'external'$$, 'rows 0'),
    ('school_vd_2002', $$insert into sector.assessments (case_id, stream, document) values (2, 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('school_vd_2002', $$insert into sector.events (case_id, act) values (2, 'plan')$$, 'rows 1'),
    ('school_vd_2002', $$insert into sector.events (case_id, act, day) values (2, 'plan', current_date + 1)$$, '23514'),

    -- What follows is not written by hand, by a school or by an authority.
    ('school_vd_2001', $$update sector.cases set state = 'published'$$, '42501'),
    ('school_vd_2001', $$insert into sector.cases (institution, period, state) values ('VD-2001', '2024-2025', 'recognised')$$, '42501'),
    ('school_vd_2002', $$update sector.assessments set levels = null$$, '428C9'),
    ('school_vd_2002', $$update sector.assessments set case_id = 1$$, '42501'),
    ('school_vd_2001', $$update sector.recognised_levels set certificate = certificate$$, '42501'),
    ('school_vd_2003', $$insert into sector.recognised_levels (case_id, certificate) values (4, '{}')$$, '42501'),
    ('school_vd_2001', $$update sector.events set note = 'x'$$, '42501'),
    ('school_vd_2003', $$insert into sector.events (case_id, act, actor) values (4, 'externally_assess', 'authority_doi_thong')$$, '42501'),
    ('school_vd_2003', $$insert into sector.events (case_id, act, part) values (4, 'externally_assess', 'authority')$$, '42501'),
    ('authority_doi_thong', $$insert into sector.recognised_levels (case_id, certificate) values (4, '{}')$$, '42501'),
    ('authority_doi_thong', $$update sector.cases set state = 'recognised'$$, '42501'),
    ('authority_doi_thong', $$update sector.institutions set authority = 'DOI-THONG'$$, '42501'),
    ('authority_doi_thong', $$insert into sector.actors values ('authority_doi_thong', 'authority', null, 'SO-A', 'x')$$, '42501'),
    ('authority_doi_thong', $$update sector.actors set authority = 'SO-A'$$, '42501'),

    -- An authority and assessments: the external one of its own institutions, while it has the report.
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document) values (4, 'external', '{ "conditions": {}, "answers": {} }')$$, 'rows 1'),
    ('authority_doi_thong', $$insert into sector.assessments (case_id, stream, document) values (5, 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_sao_bien', $$insert into sector.assessments (case_id, stream, document) values (4, 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_sao_bien', $$insert into sector.assessments (case_id, stream, document) values (2, 'external', '{ "conditions": {}, "answers": {} }')$$, '55000'),
    ('authority_sao_bien', $$update sector.assessments set document = document where stream = 'self'$$, 'rows 0'),
    ('authority_sao_bien', $$update sector.assessments set document = document where stream = 'external'$$, '55000'),
    -- A province looks on where a commune manages.
    ('authority_so_a', $$insert into sector.assessments (case_id, stream, document) values (4, 'external', '{ "conditions": {}, "answers": {} }')$$, '42501'),
    ('authority_so_a', $$insert into sector.events (case_id, act) values (1, 'withdraw')$$, '42501'),
    ('authority_so_a', $$insert into sector.cases (institution, period) values ('VD-2001', '2024-2025')$$, '42501'),
    ('authority_so_a', $$insert into sector.cases (institution, period) values ('VD-2004', '2024-2025')$$, 'rows 1'),
    ('authority_so_b', $$insert into sector.events (case_id, act) values (5, 'publish')$$, '42501'),
    ('authority_so_a', $$insert into sector.events (case_id, act) values (5, 'publish')$$, 'rows 1'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act, note) values (4, 'return', 'thiếu minh chứng')$$, 'rows 1'),

    -- The core's own refusals: a school does not recognise itself, and nobody recognises what has not been assessed.
    ('school_vd_2003', $$insert into sector.events (case_id, act) values (4, 'recognise')$$, '22023'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act) values (4, 'recognise')$$, '22023'),
    ('authority_doi_thong', $$insert into sector.events (case_id, act) values (4, 'externally_assess')$$, '22023'),
    ('authority_so_a', $$insert into sector.events (case_id, act, day) values (5, 'publish', '2024-06-16')$$, '22023'),

    -- The functions that work for others cannot be borrowed.
    ('school_vd_2003', $$create temp table mine (like sector.events);
        create trigger borrowed before insert on mine for each row execute function sector.act()$$, '42501'),
    ('school_vd_2003', $$select sector.act()$$, '42501'),

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
    ('authority_sao_bien', $$select 1 where sector.case_of(2) ? 'self'$$, 'rows 0'),
    ('school_vd_2002', $$select 1 where sector.case_of(2) ? 'self'$$, 'rows 1'),
    ('school_vd_2001', $$select 1 where sector.case_of(2) is not null$$, 'rows 0');

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
-- 110 + 224 + 15 + 21 and those in lists, so that none is lost from here.
select count(*) as attempts from attempts;
