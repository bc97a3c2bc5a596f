-- Who comes to the database?
--
-- A person or programme is a role of its own, and rights go by that role. A setting (`set sector.school = …`) would do for a programme
-- that nobody else's SQL runs in; but whoever can type SQL can type a setting too, and only its members can take a role.
-- Roles belong to the whole server, not to this database, so they may be here already.

create extension if not exists thuocdo;

select format('create role %I nologin', name)
from unnest(array[
    'sector_owner',     -- owns the tables, and under FORCE ROW LEVEL SECURITY sees no row of them
    'sector_engine',    -- does what follows from an event: no one is a member
    'sector_window',    -- sees what is published, and owns the views that show it: no one is a member
    'sector_school',    -- every institution and its head
    'sector_authority', -- every managing authority
    'sector_public'     -- everyone
]) as name
where not exists (select from pg_roles where rolname = name)
\gexec

-- The programme between people and database logs in as this one, and takes for each transaction the role of whom it serves:
-- `begin; set local role school_vd_2001; …`. By itself it has no rights at all.
select 'create role sector_app login noinherit'
where not exists (select from pg_roles where rolname = 'sector_app')
\gexec

create schema sector authorization sector_owner;
grant usage on schema sector to sector_engine, sector_window, sector_school, sector_authority, sector_public;
-- So is the default since PostgreSQL 15: what runs with the rights of another role finds nothing there that a stranger has put.
revoke create on schema public from public;
