-- Who sees and writes what?
--
--              | its institution's rows          | rows of institutions under it    | others
--   school     | all; external once recognised   |                                  | nothing
--   authority  |                                 | self once reported, external     | nothing
--   public     | only the views of what is published (05_views.sql)
--
-- With an assessment go its digest and the notes of events about it (sector.withheld).
-- A role has the rights of its rows in sector.actors. Superusers, and roles with BYPASSRLS, see everything: dumps are theirs.

-- The owner too is held to the policies, and has none: its rights are over tables, not over what schools have said.
alter table sector.authorities enable row level security, force row level security;
alter table sector.institutions enable row level security, force row level security;
alter table sector.actors enable row level security, force row level security;
alter table sector.cases enable row level security, force row level security;
alter table sector.assessments enable row level security, force row level security;
alter table sector.events enable row level security, force row level security;
alter table sector.withheld enable row level security, force row level security;
alter table sector.recognised_levels enable row level security, force row level security;

-- What may be done at all. Columns that follow from others (id, state, nth, part, body, levels …) are in no list.
grant select on all tables in schema sector to sector_school, sector_authority;
-- By which framework a case goes is not for the school to choose.
grant insert (institution, period) on sector.cases to sector_school;
grant insert (institution, period, framework) on sector.cases to sector_authority;
grant insert (case_id, stream, framework, document), update (document) on sector.assessments to sector_school, sector_authority;
grant insert (case_id, act, day, note) on sector.events to sector_school, sector_authority;

-- Every role knows who it is itself.
create policy own on sector.actors for select to sector_school, sector_authority using (role = current_user);

create function sector.my_institution() returns text language sql stable
    return (select a.institution from sector.actors a where a.role = current_user);
create function sector.my_authority() returns text language sql stable
    return (select a.authority from sector.actors a where a.role = current_user);

-- An authority sees its own institutions and those of bodies under it. UNION ends even where two bodies stand above each other by mistake.
create function sector.authorities_under_mine() returns setof text language sql stable
begin atomic
    with recursive under (code) as (
        select sector.my_authority() where sector.my_authority() is not null
        union
        select a.code from sector.authorities a join under on a.above = under.code)
    select code from under;
end;

-- A school acts in its own cases, an authority in those of the institutions that it manages: a province sees what its communes do, and no more.
create function sector.may_act(case_id text) returns boolean language sql stable
    return exists (
        select from sector.cases c join sector.institutions i on i.code = c.institution
        where c.id = may_act.case_id and (i.code = (select sector.my_institution()) or i.authority = (select sector.my_authority())));

-- Which bodies there are is no secret.
create policy every on sector.authorities for select to sector_school, sector_authority using (true);

-- `(select …)` is worked out once for a query, not for each row.
create policy own on sector.institutions for select to sector_school using (code = (select sector.my_institution()));
create policy under on sector.institutions for select to sector_authority using (authority in (select sector.authorities_under_mine()));

-- From here on, an institution that is seen is one's own: the policies above hold inside those below.
create policy seen on sector.cases for select to sector_school, sector_authority using (institution in (select code from sector.institutions));
create policy opened_by_school on sector.cases for insert to sector_school with check (institution = (select sector.my_institution()));
create policy opened_by_authority on sector.cases for insert to sector_authority
    with check (institution in (select code from sector.institutions where authority = (select sector.my_authority())));

-- What was recognised stays readable when the level is taken back.
create policy read_by_school on sector.assessments for select to sector_school using (
    case_id in (select id from sector.cases) and (stream = 'self' or case_id in (select r.case_id from sector.recognised_levels r)));
create policy read_by_authority on sector.assessments for select to sector_authority using (
    case_id in (select id from sector.cases
        where stream = 'external' or state in ('reported', 'externally_assessed', 'recognised', 'published')));
-- When it may be written, the trigger of 03_process.sql tells.
create policy added_by_school on sector.assessments for insert to sector_school with check (stream = 'self' and sector.may_act(case_id));
create policy changed_by_school on sector.assessments for update to sector_school using (stream = 'self' and sector.may_act(case_id));
create policy added_by_authority on sector.assessments for insert to sector_authority with check (stream = 'external' and sector.may_act(case_id));
create policy changed_by_authority on sector.assessments for update to sector_authority using (stream = 'external' and sector.may_act(case_id));

create policy seen on sector.events for select to sector_school, sector_authority using (case_id in (select id from sector.cases));
create policy added on sector.events for insert to sector_school, sector_authority with check (actor = current_user and sector.may_act(case_id));

create policy read_by_school on sector.withheld for select to sector_school using (
    case_id in (select id from sector.cases) and (stream = 'self' or case_id in (select r.case_id from sector.recognised_levels r)));
-- These events are before the report, and speak of what was reported.
create policy read_by_authority on sector.withheld for select to sector_authority using (
    case_id in (select id from sector.cases) and (stream = 'external' or case_id in (select e.case_id from sector.events e where e.act = 'report')));

create policy seen on sector.recognised_levels for select to sector_school, sector_authority using (case_id in (select id from sector.cases));

-- What follows from an event is done by sector_engine: it reads cases, and writes their states and levels.
grant select on all tables in schema sector to sector_engine;
grant update (state) on sector.cases to sector_engine;
grant insert on sector.recognised_levels, sector.withheld to sector_engine;
create policy engine on sector.actors for select to sector_engine using (true);
create policy engine on sector.cases to sector_engine using (true);
create policy engine on sector.assessments for select to sector_engine using (true);
create policy engine on sector.events for select to sector_engine using (true);
create policy engine on sector.withheld to sector_engine using (true);
create policy engine on sector.recognised_levels to sector_engine using (true);

-- The public's window: published cases, and of them no more than is published. Certificates hold digests of assessments that the public may not read.
grant select (code, name, above) on sector.authorities to sector_window;
grant select (code, name, type, authority) on sector.institutions to sector_window;
grant select (id, institution, period, state) on sector.cases to sector_window;
grant select (case_id, recognised_on, group_1, group_2, overall) on sector.recognised_levels to sector_window;
create policy window_every on sector.authorities for select to sector_window using (true);
create policy window_published on sector.cases for select to sector_window using (state = 'published');
create policy window_published on sector.institutions for select to sector_window using (code in (select institution from sector.cases));
create policy window_published on sector.recognised_levels for select to sector_window using (case_id in (select id from sector.cases));
